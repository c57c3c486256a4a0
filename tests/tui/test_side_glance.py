"""Who says what, figures and names as rows: what is shown while a section is folded, and that no row is too wide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Figure, Glance, Name, Place, Said
from reader.summaries import glance
from reader.text.words import width as cells
from reader.tui.side_glance import FIGURES, NAMES, WHO
from reader.tui.side_lines import side
from reader.tui.side_rows import Manner, Side
from tests.builders import an_article, place

MANNER = Manner(32)
WHOLE = replace(MANNER, unfolded=frozenset((WHO, FIGURES, NAMES)))
TEXT = "Repairs cost 18 million pounds a year, and 94 boats wait; the bill came to £7."
ARTICLE = an_article(TEXT, "“We are losing our water,” said Tom Ashby.", "“Nobody asked for this,” he added.")


def told(made: Side) -> list[str]:
    return ["".join(it.text for it in line.stretches) for line in made.lines]


def shown(found: Glance, manner: Manner = MANNER, article: Article = ARTICLE) -> Side:
    return side(article, (), (), manner, found)


def figure(text: str) -> Figure:
    at = TEXT.index(text)
    return Figure(text, "number", (place(0, at, at + len(text)),), place(0, 0, len(TEXT)))


def test_speakers_come_with_the_beginning_of_what_they_say() -> None:
    made = shown(Glance(said=(Said(place(1, 0, 26), "Tom Ashby", True), Said(place(2, 0, 24), "Tom Ashby"))))
    assert told(made) == ["Who says what 2", "Tom Ashby", "  “We are losing our water,”", "▾ 1 more"]
    assert [it.kind for it in made.targets] == ["said", "fold"]
    assert made.targets[0].place == place(1, 0, 26)


def test_unfolded_every_quotation_is_there_and_an_unsure_one_says_so() -> None:
    made = shown(Glance(said=(Said(place(1, 0, 26), "Tom Ashby", True), Said(place(2, 0, 24), "Tom Ashby"))), WHOLE)
    assert told(made)[2:] == ["  “We are losing our water,”", "  unsure “Nobody asked for this…", "▴ fewer"]


def test_a_quotation_that_nobody_is_named_for_is_not_among_them() -> None:
    assert told(shown(Glance(said=(Said(place(1, 0, 26)),)))) == []


def test_figures_stand_in_a_column_with_the_words_that_tell_what_they_say() -> None:
    made = shown(Glance(figures=(figure("94 boats"), figure("18 million"), figure("£7"))))
    assert told(made) == [
        "Numbers and dates 3",
        "18 million  pounds a year, and…",
        "94 boats    wait; the bill came…",
        "£7          … the bill came to",
    ]
    assert [it.place for it in made.targets] == [
        it.places[0] for it in (figure("18 million"), figure("94 boats"), figure("£7"))
    ]


def test_folded_the_most_telling_are_shown_in_the_order_of_the_article() -> None:
    many = tuple(Figure(f"{n}", "number", (place(0, n, n + 1),), place(0, 0, 20)) for n in (9, 3, 5, 1, 7, 0, 2))
    rows = [it.place for it in shown(Glance(figures=many)).targets]
    assert rows == [place(0, n, n + 1) for n in (1, 3, 5, 7, 9)] + [None]
    assert told(shown(Glance(figures=many)))[-1] == "▾ 2 more"


def test_names_bear_their_count_at_the_edge_and_are_what_is_searched_for() -> None:
    made = shown(Glance(names=(Name("Tom Ashby", "person", 12, (place(1, 33, 42),)),)))
    assert told(made) == ["People and places 1", f"{'Tom Ashby':29} 12"]
    assert (made.targets[0].kind, made.targets[0].words, made.targets[0].place) == ("name", "Tom Ashby", None)


def test_the_ascii_look_has_plain_signs() -> None:
    names = tuple(Name(f"Tom {n}", "person", 1, (place(0, 0, 1),)) for n in range(9))
    plain = shown(Glance(names=names), replace(MANNER, ascii=True))
    assert told(plain)[-1] == "v 4 more"


@given(st.lists(st.text(max_size=80), max_size=4), st.integers(4, 40), st.booleans(), st.booleans())
def test_no_row_is_wider_than_the_sidebar(texts: list[str], width: int, ascii: bool, whole: bool) -> None:
    said = "“We go 12 km on and on,” said Ines Moreau of Melby. Anna Hart, 52, paid £3,000 in 1999. "
    article = an_article(*(said + text for text in texts), title="")
    manner = Manner(width, ascii, WHOLE.unfolded if whole else frozenset())
    made = side(article, (), (), manner, glance(article))
    assert all(sum(cells(it.text) for it in line.stretches) <= width for line in made.lines)
    assert {line.target for line in made.lines if line.target is not None} == set(range(len(made.targets)))


@pytest.mark.parametrize("at", [Place("block", 99, 0, 4), Place("title", 0, 0, 4)])
def test_a_place_of_another_version_shows_nothing_and_breaks_nothing(at: Place) -> None:
    assert told(shown(Glance(said=(Said(at, "Tom Ashby", True),))))[1] == "Tom Ashby"
    assert told(shown(Glance(figures=(Figure("12", "number", (at,), at),))))[1].startswith("12")
