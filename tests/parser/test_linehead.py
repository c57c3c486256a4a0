"""The head of scraped text: who, when and for whom, out of lines alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.heads import Head
from reader.parser.imprints import publisher_of
from reader.parser.linehead import read_line_head
from reader.parser.pieces import Piece

LONG = (
    "The gate closed for the third time this week, and nobody on the quay who was there seemed to notice it any more."
)


def head_of(*lines: str, top: int = 0, first: int | None = None) -> Head:
    pieces = [Piece(line, line, 0) for line in lines]
    start = next((index for index, line in enumerate(lines) if len(line) > 100), len(lines)) if first is None else first
    return read_line_head(pieces, top, start)


def test_byline_and_dates_under_a_headline() -> None:
    head = head_of(
        "The gate closes",
        "By Nora Whitfield, Reporter",
        "Published 14 March 2024, 6:40 a.m. GMT",
        "Updated 15 March 2024",
        "Share",
        LONG,
    )
    assert head.byline == ("Nora Whitfield",)
    assert head.published == datetime(2024, 3, 14, 6, 40, tzinfo=UTC)
    assert head.updated == datetime(2024, 3, 15, tzinfo=UTC)
    assert head.language == "en"
    assert head.said == {1: "byline", 2: "date", 3: "date"}


@pytest.mark.parametrize(
    ("line", "names", "day"),
    [
        ("Nora Whitfield | March 14, 2024", ("Nora Whitfield",), 14),
        ("Von Jette Harms, 14.03.2024", ("Jette Harms",), 14),
        ("Par Maëlle Kerbrat, le 14 mars 2024 à 17h20", ("Maëlle Kerbrat",), 14),
        ("14 marzo 2024 · di Elio Marchetti", ("Elio Marchetti",), 14),
        ("Door Wouter Dijkgraaf - 14 maart 2024", ("Wouter Dijkgraaf",), 14),
        ("14 марта 2024 | Автор: Иван Петров", ("Иван Петров",), 14),
    ],
)
def test_byline_and_date_on_one_line(line: str, names: tuple[str, ...], day: int) -> None:
    head = head_of("A headline of some length", line, LONG)
    assert head.byline == names
    assert head.published is not None
    assert head.published.day == day


def test_dates_in_the_story_are_not_the_storys() -> None:
    head = head_of(
        "The gate closes",
        LONG,
        "It first closed on 3 May 1999, when the water stood higher than anybody had seen it. It held.",
    )
    assert head.published is None
    assert head.byline == ()


def test_lines_that_are_something_else_are_passed_over() -> None:
    pieces = [Piece(line, line, 0) for line in ("The gate closes", "By Nora Whitfield", LONG)]
    assert read_line_head(pieces, 0, 2, skip={1: "caption"}).byline == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By signing up you agree to the Terms & Conditions of Harbor Courier", "Harbor Courier"),
        ("By subscribing you agree to the Privacy Policy of Harbor Courier.", "Harbor Courier"),
        ("© 2024 Harbor Courier. All rights reserved.", "Harbor Courier"),
        ("Copyright Harbor Courier 2024", "Harbor Courier"),
        ("Copyright © 2001-2024 by Harbor Courier", "Harbor Courier"),
        ("© Harbor Courier – Riproduzione riservata", "Harbor Courier"),
        ("Le Courrier du Port – Tous droits réservés", "Le Courrier du Port"),
        ("Es gelten die Nutzungsbedingungen der Hafenzeitung", "Hafenzeitung"),
        ("Acepto la política de privacidad de El Faro", "El Faro"),
        ("All rights reserved", None),
        ("© 2024", None),
        ("Copyright is a matter for the courts to decide, not for the harbor; they met twice", None),
    ],
)
def test_the_publisher_in_legal_lines(line: str, name: str | None) -> None:
    assert publisher_of([LONG, line]) == name


@given(st.lists(st.text(max_size=80), max_size=20), st.integers(0, 25), st.integers(0, 25))
def test_any_lines_are_read_without_an_error(lines: list[str], top: int, first: int) -> None:
    head = read_line_head([Piece(line, line, 0) for line in lines], top, first)
    assert all(0 <= index < len(lines) for index in head.said)


def test_only_a_page_s_last_lines_and_no_paragraph_tell_who_publishes_it() -> None:
    rights = "© 2026 Harbor Courier. All rights reserved."
    assert publisher_of([rights, *["x"] * 59]) == "Harbor Courier"
    assert publisher_of([rights, *["x"] * 60]) is None
    long = rights + " " + "x" * (299 - len(rights))
    assert publisher_of([long]) == "Harbor Courier"
    assert publisher_of([long + "x"]) is None
