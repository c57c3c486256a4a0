"""What the words of a line say that it is: the first row of the table that fits decides."""

from __future__ import annotations

import pytest

from reader.model import Reason
from reader.parser.furniture import note_kind, reason, related_label

LINES: list[tuple[str, Reason | None]] = [
    ("Advertisement", "advert"),
    ("— Advertisement: scroll to continue —", "advert"),
    ("Skip past newsletter promotion", "advert"),
    ("Presented by Orlo Paints", "advert"),
    ("Subscribe to continue reading", "paywall"),
    ("Sign up for our morning letter", "newsletter"),
    ("The best of it in your inbox, every Sunday", "newsletter"),
    ("Share on Facebook", "share"),
    ("Add to reading list", "share"),
    ("Écouter cet article", "share"),
    ("00:00/12:31", "share"),
    ("Bewaar artikel", "share"),
    ("Article réservé aux abonnés", "paywall"),
    ("12 comments", "comments"),
    ("We use cookies to make this site work.", "consent"),
    ("© 2026 Harbor Courier", "legal"),
    ("About the author", "author box"),
    ("Skip to content", "navigation"),
    ("The ferry line was reopened on Tuesday.", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_a_line_is_named_by_its_words(line: str, wanted: Reason | None) -> None:
    assert reason(line) == wanted
    assert reason(line.upper()) == wanted


def test_a_long_line_is_text_whatever_it_begins_with() -> None:
    assert reason("Share " + "and share alike " * 30) is None


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Read more: Bus fares rise", ("Read more", "Bus fares rise")),
        ("Related articles", ("Related articles", "")),
        ("More:Five things to know", ("More", "Five things to know")),
        ("Read more carefully next time", None),
    ],
)
def test_a_label_announces_other_stories(line: str, wanted: tuple[str, str] | None) -> None:
    assert related_label(line) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "— With assistance from Ada Wim and Carl Moss",
        "Ada Wim contributed to this report.",
        "Mitarbeit: Ada Wim",
        "(Avec Ada Wim à Melby et AFP)",
        "Con información de Ada Wim",
        "A version of this article appears in print on May 3.",
        "Quelle: dpa",
    ],
)
def test_who_helped_is_a_note(line: str) -> None:
    assert note_kind(line) == note_kind(line.upper()) == "credit note"
