"""Who wrote it: names out of bylines in many languages, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.bylines import claimed, names, only_label, person, plausible, signers, without_label


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By Nora Whitfield", ["Nora Whitfield"]),
        ("By Nora Whitfield and Piers O’Hara", ["Nora Whitfield", "Piers O’Hara"]),
        ("by NORA WHITFIELD, Staff Writer", ["Nora Whitfield"]),
        ("By Nora Whitfield, Waterfront Reporter | March 3, 2024", ["Nora Whitfield"]),
        ("By Nora Whitfield March 3, 2024", ["Nora Whitfield"]),
        ("By Nora Whitfield Monday, March 3, 2024", ["Nora Whitfield"]),
        ("Written by: Nora Whitfield · 5 min read", ["Nora Whitfield"]),
        ("Nora Whitfield (Harbor Courier)", ["Nora Whitfield"]),
        ("Nora Whitfield @norawrites", ["Nora Whitfield"]),
        ("Whitfield, Nora", ["Nora Whitfield"]),
        ("Nora Whitfield; Ana Pirelli; Jo Tan", ["Nora Whitfield", "Ana Pirelli", "Jo Tan"]),
        ("Nora Whitfield Senior Editor", ["Nora Whitfield"]),
        ("Von Jette Harms und Marek Sudeck", ["Jette Harms", "Marek Sudeck"]),
        ("Ein Gastbeitrag von Jette Harms", ["Jette Harms"]),
        ("Par Maëlle Kerbrat et Yanis Delorme", ["Maëlle Kerbrat", "Yanis Delorme"]),
        ("Por María de la Cruz y Juan Pérez", ["María de la Cruz", "Juan Pérez"]),
        ("di Elio Marchetti", ["Elio Marchetti"]),
        ("Door Wouter van den Berg", ["Wouter van den Berg"]),
        ("Autor: Łucja Żak", ["Łucja Żak"]),
        ("Автор: Иван Петров", ["Иван Петров"]),
        ("Text: Linnéa Åström", ["Linnéa Åström"]),
        ("Dr. Nora Whitfield", ["Dr. Nora Whitfield"]),
        ("J. R. Whitfield", ["J. R. Whitfield"]),
        ("By Nora Whitfield, MD, RDN", ["Nora Whitfield, MD, RDN"]),
        ("By Nora Whitfield, Ph.D., Senior Editor", ["Nora Whitfield, Ph.D."]),
        ("By Nora Whitfield, Head of Harbors and Community Development", ["Nora Whitfield"]),
        ("Nora (Ines) Whitfield", ["Nora (Ines) Whitfield"]),
        ("Nora Whitfield nora@courier.example", ["Nora Whitfield"]),
        ("By Nora Whitfield. Reviewed by Ana Pirelli", ["Nora Whitfield"]),
        ("By | Eleni Marchetti", ["Eleni Marchetti"]),
        ("By Tomas May", ["Tomas May"]),
        ("By Tomas May May 3, 2024", ["Tomas May"]),
        ("By Nora Whitfield Monday", ["Nora Whitfield"]),
        ("By Nora Whitfield And Piers Calloway For The Harbor Courier", ["Nora Whitfield", "Piers Calloway"]),
        ("Written byNora Whitfield", ["Nora Whitfield"]),
        ("By Nora Whitfield ⋅ Senior Pilot ⋅ Updated", ["Nora Whitfield"]),
        ("From staff and wire reports", ["staff and wire reports"]),
        ("Staff and news service reports", ["Staff and news service reports"]),
        ("Redacción", ["Redacción"]),
        ("mwa/dpa", ["mwa/dpa"]),
        ("By the Harbor Team", ["the Harbor Team"]),
        ("By Nora Whitfield, New York", ["Nora Whitfield"]),
        ("By Nora Whitfield and Gil Tanner, Tel Aviv.", ["Nora Whitfield", "Gil Tanner"]),
        ("Chelsea York, New York", ["Chelsea York"]),
        ("Letters To The Editor", ["Letters To The Editor"]),
    ],
)
def test_names_without_what_stands_around_them(text: str, wanted: list[str]) -> None:
    assert list(names(text)) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "admin", "By admin", "Editor", "12 March 2024", "Share this article", "the harbor is closed", "August", "Read more", "Privacy Policy", "Updated January 8, 2024", "By", "https://post.example/author/nora", "Log in", "Reviewed by Ana Pirelli", "Fotos: Jette Harms", "Bluesky", "PDF Version"],
)  # fmt: skip
def test_what_is_nobodys_name(text: str) -> None:
    assert names(text) == ()


def test_accounts_and_companies_sign_where_a_page_claims_them() -> None:
    assert names("harborcat") == ()
    assert claimed("harborcat") == ("harborcat",)
    assert claimed("Studio 54 Harbor") == ("Studio 54 Harbor",)
    assert claimed("admin") == ()


def test_people_come_before_newsrooms() -> None:
    assert signers(("Harbor Courier News", "Nora Whitfield")) == ("Nora Whitfield",)
    assert signers(("Harbor Courier News",)) == ("Harbor Courier News",)
    assert signers(()) == ()


@pytest.mark.parametrize(
    ("name", "human"), [("Nora Whitfield", True), ("Nora", False), ("Harbor News", False), ("dpa", False)]
)
def test_a_person_has_two_words_or_more(name: str, human: bool) -> None:
    assert person(name) is human


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    assert only_label("Written by")
    assert not only_label("By the harbor")
    assert without_label("By Nora Whitfield") == ("Nora Whitfield", True)
    assert without_label("Nora Whitfield") == ("Nora Whitfield", False)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Door Sanne de Wit en Pieter van den Berg", ("Sanne de Wit", "Pieter van den Berg")),
        ("Par Hélène Aubry et Marc Le Goff", ("Hélène Aubry", "Marc Le Goff")),
        ("Jean Le Roux le 3 mars", ("Jean Le Roux",)),
        ("María Gómez en Nueva York", ("María Gómez",)),
        ("María Gómez | Juan Ruiz", ("María Gómez", "Juan Ruiz")),
        ("Anna Keller · Tom Reyes · 3 min read", ("Anna Keller", "Tom Reyes")),
        ("Anna Keller | Staff Writer", ("Anna Keller",)),
        ("كتب: سمير حداد - 12 مايو 2026", ("سمير حداد",)),
        ("Interview: Ines Calder | 12.05.2026, 14:05 Uhr", ("Ines Calder",)),
        ("Interview", ()),
    ],
)
def test_names_side_by_side_and_in_other_languages(line: str, wanted: tuple[str, ...]) -> None:
    assert names(line) == wanted


@given(st.text(max_size=300))
def test_any_text_gives_names_that_stand_in_it(text: str) -> None:
    folded = text.casefold()
    for name in (*names(text), *claimed(text)):
        assert all(word.casefold().strip(",") in folded for word in name.split())


def test_a_menu_of_two_elements_names_nobody() -> None:
    assert not plausible("CategoryBy Manufacturer")
    assert plausible("Nora Kirby")
