"""Numbers and dates of an article: what is taken as one, what it counts, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block
from reader.summaries import figures
from tests.builders import an_article


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(it.text, it.kind) for it in figures(an_article(text, language=language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "On March 5, 2026 it cost $18 million.", [("March 5, 2026", "date"), ("$18 million", "money")]),
        ("en", "Of 2,300 volunteers, 61 per cent came at 3 p.m.", [("2,300 volunteers", "number"), ("61 per cent", "percent"), ("3 p.m.", "time")]),
        ("en", "It opened in 1911; the 1980s were kind.", [("1911", "date"), ("1980s", "date")]),
        ("en", "They won 3-2 after 12.5 miles.", [("3-2", "number"), ("12.5 miles", "number")]),
        ("en", "A 27-year-old came in May 2025.", [("27-year-old", "number"), ("May 2025", "date")]),
        ("de", "Am 3. Oktober zahlten 12.000 Menschen 2,5 Mio. Euro.", [("3. Oktober", "date"), ("12.000 Menschen", "number"), ("2,5 Mio. Euro", "money")]),
        ("fr", "Le 14 juillet, 3 500 personnes, soit 30 %.", [("14 juillet", "date"), ("3 500 personnes", "number"), ("30 %", "percent")]),
        ("es", "El 5 de marzo de 2026 pagaron 3.500 euros.", [("5 de marzo de 2026", "date"), ("3.500 euros", "money")]),
        ("en", "It says that the Kettle Pro 3 knows of 12 people.", [("12 people", "number")]),
        ("en", "They met on Monday 12 times and in May 300 times.", [("12 times", "number"), ("300 times", "number")]),
        ("en", "Page v2.1.3 of x264 at #12 says nothing.", []),
    ],
)  # fmt: skip
def test_figures_are_taken_with_what_they_count(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language) == expected


def test_each_figure_comes_once_with_all_its_places() -> None:
    article = an_article("The boat takes 94 passengers. It sank in 1998.", "In 1998 there were 94 passengers on it.")
    rows = figures(article)
    assert [(it.text, len(it.places)) for it in rows] == [("94 passengers", 2), ("1998", 2)]
    for row in rows:
        for place in row.places:
            assert article.blocks[place.index].text[place.start : place.end] == row.text
    whole = rows[1].sentence
    assert article.blocks[whole.index].text[whole.start : whole.end] == "It sank in 1998."


def test_headings_and_tables_are_left_out() -> None:
    article = Article("", (Block("heading", "12 boats"), Block("table", "3\t4", rows=(("3", "4"),))), language="en")
    assert figures(article) == ()


@given(st.text(alphabet="0123456789.,:-%$€ MarchMay\nthdpm'", max_size=120))
def test_every_place_holds_its_figure(text: str) -> None:
    for row in figures(Article("", (Block("paragraph", text),), language="en")):
        for place in row.places:
            assert text[place.start : place.end]
            assert any(sign.isdigit() for sign in text[place.start : place.end])


def test_a_long_run_of_digits_is_read_once() -> None:
    article = Article("", (Block("paragraph", "1,000" * 4_000 + " 2 3" * 4_000),), language="en")
    assert len(figures(article)) < 10
