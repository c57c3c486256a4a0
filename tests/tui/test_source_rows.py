"""A source as two lines: what it is called and has, how it is doing, when it is asked next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Standing
from reader.library.rows import Waiting
from reader.model import Source
from reader.newsroom.following import Subscribed
from reader.text.words import width as cells
from reader.tui.list_rows import Look
from reader.tui.source_rows import fitting, in_folders, source_row, waiting_row
from tests.builders import NOON

LOOK = Look(80, NOON)


SET = ("muted", "keep_days", "every", "full", "tags")
TOLD = ("folder", "outcome", "checked", "kind")


def a_source(title: str = "Harbor Courier", total: int = 5, unread: int = 2, **fields: Any) -> Subscribed:
    """A feed that was asked five minutes ago."""
    source = Source(1, "feed", "https://courier.example/feed", title, checked=NOON - timedelta(minutes=5))
    source = replace(source, **{name: fields.pop(name) for name in TOLD if name in fields})
    standing = replace(Standing(None, None, None, None), **{name: fields.pop(name) for name in SET if name in fields})
    return Subscribed(source, standing, total, unread, **({"due": NOON + timedelta(minutes=55)} | fields))


def text(it: Subscribed, look: Look = LOOK) -> list[str]:
    return ["".join(stretch.text for stretch in line) for line in source_row(it, look)]


def test_a_source_that_is_well_tells_what_it_has_and_when_it_is_asked() -> None:
    first, second = text(a_source())
    assert first.startswith(" ● Harbor Courier") and first.endswith("2 unread of 5")
    assert second.strip() == "asked 5 min ago · due in 55 min"
    assert text(a_source(unread=0))[0].split() == ["Harbor", "Courier", "5"]
    assert "nothing yet" in text(a_source(total=0, unread=0))[0]


def test_tags_that_came_with_a_subscription_are_told_and_filter() -> None:
    tagged, other = a_source(tags=("tech", "front page")), a_source()
    assert text(tagged)[1].strip() == "#tech · #front page · asked 5 min ago · due in 55 min"
    assert fitting([tagged, other], "front", LOOK) == (tagged,)


def test_the_source_of_the_samples_is_told_in_words() -> None:
    samples = replace(a_source(), source=Source(3, "file", "sample:", "Samples"))
    assert text(samples)[1].strip() == "pages that came with the program"


def test_a_source_is_told_by_the_name_that_tells_it_apart() -> None:
    first = "".join(stretch.text for stretch in source_row(a_source(), LOOK, "Courier (courier.example)")[0])
    assert first.startswith(" ● Courier (courier.example)")


def test_an_address_that_waits_is_told_without_its_secret_and_fits() -> None:
    it = Waiting("add", "https://ines:word@c.example/feed", NOON - timedelta(hours=2))
    first, second = ("".join(stretch.text for stretch in line).strip() for line in waiting_row(it, LOOK))
    assert (first, second) == ("https://c.example/feed", "asked for 2 h ago; D gives it up")
    narrow = waiting_row(it, replace(LOOK, width=12))
    assert all(cells("".join(stretch.text for stretch in line)) <= 12 for line in narrow)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"failures": 3, "outcome": "It did not answer in time."}, "failed 3 times: It did not answer in time · asked"),
        ({"failures": 1, "outcome": None}, "failed once · asked"),
        ({"gone": True, "outcome": "It is gone."}, "gone for good: It is gone · asked 5 min ago"),
        ({"outcome": "It breaks off before its end."}, "It breaks off before its end · asked"),
        ({"muted": NOON + timedelta(days=3)}, "muted until 17 Mar"),
        ({"every": 30}, "every 30 min"),
        ({"full": "always"}, "· whole articles"),
        ({"full": "never"}, "never whole articles"),
        ({"keep_days": 9}, "kept 9 days"),
        ({"private": True}, "with a login"),
        ({"due": NOON}, "due now"),
        ({"due": NOON + timedelta(hours=5)}, "due in 5 h"),
        ({"due": NOON + timedelta(days=2)}, "due in 2 d"),
        ({"checked": None}, "not asked yet"),
        ({"kind": "folder"}, "a folder of files"),
    ],
)
def test_what_is_to_be_known_of_a_source_is_told(fields: dict[str, Any], told: str) -> None:
    assert told in text(a_source(**fields), Look(100, NOON))[1]


def test_with_ascii_only_nothing_else_is_drawn() -> None:
    assert all(line.isascii() for line in text(a_source("A" * 200, failures=2), Look(60, NOON, ascii=True)))


@given(st.text(max_size=60), st.text(max_size=200), st.integers(1, 120), st.integers(0, 10**7))
def test_no_line_is_wider_than_there_is_room(title: str, why: str, width: int, unread: int) -> None:
    for line in text(a_source(title, unread, unread, failures=1, outcome=why), Look(width, NOON))[
        : 1 if width < 8 else 2
    ]:
        assert cells(line) <= max(width, 20)


def test_sources_are_found_by_every_word_of_name_folder_and_state() -> None:
    news, failing = a_source("Courier", folder="News"), a_source("Pier", unread=0, failures=2, outcome="It is away.")
    both = (news, failing)
    assert fitting(both, "", LOOK) == both
    assert fitting(both, "NEWS cour", LOOK) == fitting(both, "unread", LOOK) == (news,)
    assert fitting(both, "failed", LOOK) == fitting(both, "away pier", LOOK) == (failing,)
    assert fitting(both, "courier.example", LOOK) == both
    assert fitting(both, "nobody", LOOK) == ()


def test_sources_stand_folder_by_folder_and_by_title() -> None:
    found = [a_source("b", folder="News"), a_source("C"), a_source("A", folder="News"), a_source("a")]
    assert [it.source.title for it in in_folders(found)] == ["a", "C", "A", "b"]
