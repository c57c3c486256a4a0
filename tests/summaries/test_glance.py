"""What is kept of an article for a glance: the telling before the many, and never more than a sidebar can show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, Glance
from reader.summaries import figures, glance, names, speakers
from tests.builders import an_article


def test_it_holds_quotations_figures_and_names() -> None:
    article = an_article("“We kept the engine warm,” said Ines Moreau in Melby, in 1998. It cost 12 million pounds.")
    found = glance(article)
    assert found.said == speakers(article)
    assert {it.text for it in found.figures} == {it.text for it in figures(article)} == {"1998", "12 million pounds"}
    assert "Ines Moreau" in {it.text for it in found.names}


def test_money_and_shares_come_before_bare_numbers_and_years() -> None:
    article = an_article(
        "In 1998 all went on. Then 12 percent of the boats went for £3,000, on May 3, 2005.", "The 7 won."
    )
    order = [it.text for it in glance(article).figures]
    assert set(order[:2]) == {"12 percent", "£3,000"}
    assert order[2] == "May 3, 2005"
    assert order[-1] == "7"


def test_a_figure_that_is_repeated_comes_before_one_that_is_not() -> None:
    article = an_article("There were 40 cows.", "There were 30 pigs.", "There were 30 pigs.", "There were 30 pigs.")
    assert [it.text for it in glance(article).figures] == ["30 pigs", "40 cows"]


def test_what_is_neither_a_person_nor_a_place_is_left_out() -> None:
    article = an_article("The Harbor Trust paid. “We are glad of it,” said Ines Moreau. The Harbor Trust is old.")
    assert {"Harbor Trust"} <= {it.text for it in names(article)}
    assert {it.kind for it in glance(article).names} <= {"person", "place"}


def test_a_long_article_is_cut_to_what_can_be_shown() -> None:
    texts = (
        f"“We saw {n} boats at all,” said Ines Moreau{n % 50}a of Melby. It cost £{n},000." for n in range(10, 400)
    )
    found = glance(an_article(*texts))
    assert (len(found.said), len(found.figures)) == (40, 24)
    assert len(found.names) <= 12
    assert all(len(it.places) == 1 for it in found.figures)


def test_an_article_without_text_holds_nothing() -> None:
    assert glance(Article("", (Block("image", caption="12 boats"),))) == Glance()


@given(st.lists(st.text(max_size=200), max_size=4), st.sampled_from([None, "en", "de", "ja"]))
def test_any_text_gives_places_within_it(texts: list[str], language: str | None) -> None:
    article = Article("", tuple(Block("paragraph", text) for text in texts), language=language)
    found = glance(article)
    places = (
        [it.place for it in found.said] + [it.places[0] for it in found.figures] + [it.places[0] for it in found.names]
    )
    assert all(0 <= it.start < it.end <= len(texts[it.index]) for it in places)
