"""Names in an article: which forms belong together, and who is a person and what a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, Name
from reader.summaries import names
from tests.builders import an_article

HARBOR = (
    "Mayor Ellen Korte will open the new pier in Melby on Monday. “It took long,” Korte said.",
    "The pier was drawn by Tom Ashby, 52, who grew up in Melby. Mr. Ashby now lives in Norway.",
    "The Harbor Trust paid for it. Ellen Korte thanked the Harbor Trust and people from Stanton.",
)


def by_name(article: Article) -> dict[str, Name]:
    return {it.text: it for it in names(article)}


def test_a_surname_counts_for_the_whole_name() -> None:
    found = by_name(an_article(*HARBOR))
    assert (found["Ellen Korte"].kind, found["Ellen Korte"].count) == ("person", 3)
    assert (found["Tom Ashby"].kind, found["Tom Ashby"].count) == ("person", 2)
    assert "Korte" not in found


def test_places_and_institutions_are_not_people() -> None:
    found = by_name(an_article(*HARBOR))
    assert found["Melby"].kind == "place"
    assert found["Norway"].kind == "place"
    assert found["Harbor Trust"].kind == "other"


def test_the_most_frequent_come_first_and_weekdays_are_nobody() -> None:
    found = names(an_article(*HARBOR))
    assert found[0].text == "Ellen Korte"
    assert "Monday" not in {it.text for it in found}


def test_a_surname_that_two_people_bear_stands_alone() -> None:
    found = by_name(an_article("Anna Hart and her brother Paul Hart run the mill. “We grind daily,” said Hart."))
    assert found["Anna Hart"].count == found["Paul Hart"].count == found["Hart"].count == 1


def test_german_nouns_are_no_names() -> None:
    text = "Die Bürgermeisterin Anna Klein eröffnet das Museum in Hamburg. Die Gäste loben Klein und das Gebäude."
    found = by_name(an_article(text, language="de"))
    assert set(found) == {"Anna Klein", "Hamburg"}
    assert found["Anna Klein"].count == 2


def test_places_hold_the_name_as_it_stands() -> None:
    article = an_article(*HARBOR)
    for name in names(article):
        for place in name.places:
            said = article.blocks[place.index].text[place.start : place.end]
            assert said.split()[-1] in name.text


@given(st.text(max_size=200), st.sampled_from(["en", "de", None]))
def test_any_text_has_names_or_none(text: str, language: str | None) -> None:
    for name in names(Article("", (Block("paragraph", text),), language=language)):
        assert all(text[place.start : place.end] for place in name.places)
        assert name.count == len(name.places)
