"""Rows of the list: what they tell, and never a cell more than there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Entry, Found
from reader.text.words import width as cells
from reader.tui.list_rows import ROOMY, Look, age, cut, date, entry_row, snippet
from reader.tui.painting import Stretch
from tests.builders import NOON, an_entry

NARROW = Look(34, NOON + timedelta(hours=3), UTC)
WIDE = Look(100, NOON + timedelta(hours=3), UTC)


def lines(entry: Entry, look: Look = NARROW, found: Found | None = None) -> list[str]:
    return ["".join(it.text for it in line).rstrip() for line in entry_row(entry, look, found)]


def test_a_narrow_row_has_two_lines_of_title_and_one_about_it() -> None:
    entry = an_entry(title="The ferry across the harbor sails again in May", tags=("boats",))
    assert lines(entry) == [
        " ● The ferry across the harbor",
        "   sails again in May",
        "   Harbor Courier · 3 h ago · boa…",
    ]


def test_a_short_title_leaves_no_hole_before_the_line_about_it() -> None:
    assert lines(an_entry()) == [" ● Ferry line to reopen", "   Harbor Courier · 3 h ago", ""]


def test_a_wide_row_tells_reading_time_and_how_the_article_begins() -> None:
    entry = an_entry(words=1200, preview="The ferry will sail\nagain in May.")
    first, second = lines(entry, WIDE)
    assert first == " ● Ferry line to reopen"
    assert second.startswith("   Harbor Courier · 3 h ago · ")
    assert "min" in second
    assert second.endswith("   The ferry will sail again in May.")


def test_what_was_done_with_an_entry_is_shown() -> None:
    entry = an_entry(read=NOON, starred=NOON, passages=3, edited=True)
    assert lines(entry)[:2] == ["   Ferry line to reopen", "   ★¶3△ Harbor Courier · 3 h ago"]
    assert entry_row(entry, NARROW)[0][1].names == ("seen",)
    assert entry_row(an_entry(), NARROW)[0][1].names == ("unread",)


def test_the_ascii_look_draws_no_sign_of_ours_that_is_not_ascii() -> None:
    long = "The ferry across the harbor sails again in May, says the city, and its crew is glad"
    entry = an_entry(title=long, starred=NOON, passages=3, edited=True, tags=("boats", "harbor", "city"), preview=long)
    for width in (20, 34, 60, 90):
        told = lines(entry, replace(NARROW, width=width, ascii=True))
        assert "".join(told).isascii()
    told = lines(entry, replace(NARROW, ascii=True))
    assert told[0].startswith(" * ")
    assert told[1].endswith("...")
    assert told[2].startswith("   *P3^ Harbor Courier - 3 h")


@pytest.mark.parametrize("title", ["", "   ", "\n\t"])
def test_an_entry_without_a_title_says_so(title: str) -> None:
    assert lines(an_entry(title=title))[0] == " ● Without a title"


def test_a_publisher_is_told_rather_than_the_source() -> None:
    assert lines(an_entry(publisher="Port Post"))[1].startswith("   Port Post · ")


@pytest.mark.parametrize(
    ("past", "told"),
    [
        (timedelta(seconds=-30), "now"),
        (timedelta(seconds=59), "now"),
        (timedelta(seconds=60), "1 min ago"),
        (timedelta(minutes=59, seconds=59), "59 min ago"),
        (timedelta(hours=1), "1 h ago"),
        (timedelta(hours=23, minutes=59), "23 h ago"),
        (timedelta(days=1), "1 d ago"),
        (timedelta(days=6, hours=23), "6 d ago"),
        (timedelta(days=7), "7 Mar"),
        (timedelta(days=90), "14 Dec 2025"),
        (timedelta(days=-2), "16 Mar"),
    ],
)
def test_age_is_told_in_a_word_or_two(past: timedelta, told: str) -> None:
    assert age(NOON - past, Look(34, NOON, UTC)) == told


def test_a_date_is_the_one_of_the_persons_zone() -> None:
    late = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
    assert date(late, Look(34, NOON, UTC)) == "31 Jan"
    assert date(late, Look(34, NOON, timezone(timedelta(hours=9)))) == "1 Feb"


def test_no_date_and_the_ends_of_the_calendar_are_told() -> None:
    look = Look(34, NOON, timezone(timedelta(hours=9)))
    assert age(None, look) == ""
    assert age(datetime.min.replace(tzinfo=UTC), look) == "1 Jan 1"
    assert age(datetime.max.replace(tzinfo=UTC), look) == "31 Dec 9999"


@pytest.mark.parametrize(
    ("text", "room", "kept"),
    [
        ("harbor", 6, "harbor"),
        ("harbor", 5, "harb…"),
        ("a harbor", 3, "a…"),
        ("港口渡轮", 8, "港口渡轮"),
        ("港口渡轮", 7, "港口渡…"),
        ("港口渡轮", 6, "港口…"),
        ("cafe\u0301", 4, "cafe\u0301"),
        ("हिन्दी", 6, "हिन्दी"),
        ("👩‍👩‍👧👍🏽", 4, "👩‍👩‍👧👍🏽"),
        ("👩‍👩‍👧👍🏽", 3, "👩‍👩‍👧…"),
        ("harbor", 1, "…"),
        ("harbor", 0, ""),
        ("harbor", -4, ""),
        ("", 3, ""),
    ],
)
def test_a_text_is_cut_by_cells_and_only_where_it_does_not_fit(text: str, room: int, kept: str) -> None:
    assert cut(text, room, "…") == kept


def found(text: str, *spans: tuple[int, int]) -> Found:
    return Found(an_entry(), text, spans)


def test_a_snippet_tells_its_hits_apart() -> None:
    told = snippet(found("the old ferry\nand the new ferry", (8, 13), (26, 31)), 60, "…")
    assert [it.text for it in told if "found" in it.names] == ["ferry", "ferry"]
    assert "".join(it.text for it in told) == "the old ferry and the new ferry"


def test_a_snippet_is_begun_so_that_its_first_hit_is_in_sight() -> None:
    text = "word " * 40 + "ferry" + " word" * 40
    told = snippet(found(text, (200, 205)), 30, "…")
    assert [it.text for it in told if "found" in it.names] == ["ferry"]
    assert sum(cells(it.text) for it in told) <= 30


def test_what_was_found_by_its_source_or_state_is_told_with_source_and_age() -> None:
    assert lines(an_entry(), found=found("The ferry sails again.")) == lines(an_entry())
    assert lines(an_entry(), WIDE, found("The ferry sails again.")) == lines(an_entry(), WIDE)


def test_what_was_found_stands_in_place_of_the_line_about_the_entry() -> None:
    assert lines(an_entry(), found=found("the old ferry", (8, 13)))[1] == "   the old ferry"
    assert lines(an_entry(), found=found(""))[1] == "   Harbor Courier · 3 h ago"


ANY = st.text(
    st.sampled_from("a b漢語👍🏽👩‍👧e\u0301हिन्दी한\u1112\u1161🇩🇪\ufe0f#\u200d\u00adー。\n\t　") | st.characters(),
    max_size=90,
)
TIMES = st.none() | st.datetimes(timezones=st.just(UTC))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    return an_entry(
        title=draw(ANY),
        source=draw(ANY),
        publisher=draw(st.none() | ANY),
        published=draw(TIMES),
        added=draw(TIMES),
        read=draw(st.none() | st.just(NOON)),
        starred=draw(st.none() | st.just(NOON)),
        tags=tuple(draw(st.lists(ANY, max_size=3))),
        passages=draw(st.sampled_from([0, 1, 12, 123456])),
        words=draw(st.integers(0, 10**6)),
        preview=draw(st.none() | ANY),
        edited=draw(st.booleans()),
    )


def check(row: list[list[Stretch]], look: Look) -> None:
    assert len(row) == look.height
    for line in row:
        assert sum(cells(it.text) for it in line) <= look.width, line
        assert cells("".join(it.text for it in line)) <= look.width, line
        assert not set("\n\t\r") & set("".join(it.text for it in line))


@given(entries(), st.integers(1, 200), st.booleans())
def test_no_line_is_wider_than_the_look(entry: Entry, width: int, plain: bool) -> None:
    look = Look(width, NOON, UTC, plain)
    check(entry_row(entry, look), look)


@given(ANY, st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=4), st.integers(1, 200))
def test_no_snippet_is_wider_than_the_look_or_says_a_word_twice(
    text: str, pairs: list[tuple[int, int]], width: int
) -> None:
    spans = tuple(sorted((min(a, b), max(a, b)) for a, b in pairs))
    look = Look(width, NOON, UTC)
    check(entry_row(an_entry(), look, found(text, *spans)), look)
    told = "".join(it.text for it in snippet(found(text, *spans), width, "…")).removesuffix("…").rstrip()
    assert told in "".join(" " if char.isspace() else char for char in text)


@given(ANY, st.integers(-3, 200), st.sampled_from(["…", "..."]))
def test_what_is_cut_begins_as_the_text_and_fits(text: str, room: int, dots: str) -> None:
    kept = cut(text, room, dots)
    assert cells(kept) <= max(0, room)
    assert kept == text or text.startswith(kept.rstrip(dots).rstrip())


def test_from_some_width_on_a_title_has_one_line() -> None:
    assert (Look(ROOMY - 1, NOON).height, Look(ROOMY, NOON).height) == (3, 2)
