"""Where lines end: by cells, by the rules of each script, evenly in headlines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.words import graphemes, width
from reader.typeset.breaking import balanced, fill, hard


def lines(text: str, columns: int) -> list[str]:
    return [text[start:end] for start, end in fill(text, columns)]


@pytest.mark.parametrize(
    ("text", "columns", "filled"),
    [
        ("新聞は港の町で売れる", 8, ["新聞は港", "の町で売", "れる"]),
        ("町の人。港の人。", 6, ["町の", "人。港", "の人。"]),  # a full stop never begins a line
        ("町の「港」の人", 6, ["町の", "「港」", "の人"]),  # nor does an opening bracket end one
        ("フェリーが来た", 4, ["フェ", "リー", "が来", "た"]),
        ("Die Fähre („Marie“) fährt", 12, ["Die Fähre", "(„Marie“)", "fährt"]),
        ("سفينة المدينة على البحر", 12, ["سفينة", "المدينة على", "البحر"]),
        ("תִּקְווֹת הָעִיר עַל הַיָּם", 9, ["תִּקְווֹת", "הָעִיר עַל", "הַיָּם"]),
        ("समाचार नगर परिषद्", 8, ["समाचार नगर", "परिषद्"]),
        ("👩‍👩‍👧 🇫🇷 👍🏽 fin", 5, ["👩‍👩‍👧 🇫🇷", "👍🏽", "fin"]),
        ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 4, ["👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"]),
        ("a\u0301b\u0301 c\u0301d\u0301", 2, ["a\u0301b\u0301", "c\u0301d\u0301"]),
        ("เรือ", 2, ["เรื", "อ"]),  # a vowel that stands before its consonant stays with it
        ("well-known 新", 6, ["well-", "known", "新"]),
        ("港" * 3, 1, ["港"] * 3),
        ("新 ", 4, ["新"]),
        ("a \u0301b", 2, ["a", " \u0301b"]),  # a mark behind a space stands on it
        ("a \U0001f3fd\ufe0f", 2, ["a", " \U0001f3fd\ufe0f"]),  # several of them too
        ("", 4, []),
    ],
)
def test_lines_end_where_the_script_lets_them(text: str, columns: int, filled: list[str]) -> None:
    assert lines(text, columns) == filled


MIXED = st.text("ab -、。「港新はーัเก\u0301👩\u200d❤\ufe0f🇫🇷👍🏽ש\u05b8ل\u064eम\u0947가각\u1100\u1161“", max_size=60)


@settings(deadline=None)
@given(MIXED, st.integers(1, 20), st.integers(1, 20))
def test_no_character_is_lost_no_line_is_too_wide_no_grapheme_is_cut(text: str, columns: int, first: int) -> None:
    cuts = fill(text, columns, first)
    kept = "".join(text[start:end] for start, end in cuts)
    assert [char for char in kept if char != " "] == [char for char in text if char != " "]
    borders = {start for start, _ in graphemes(text)} | {len(text)}
    for number, (start, end) in enumerate(cuts):
        room = columns if number else first
        line = text[start:end]
        widest = max(width(line[a:b]) for a, b in graphemes(line))
        assert width(line) <= max(room, widest)
        assert start in borders and end in borders


def test_a_text_that_is_all_one_word_is_cut_in_time_that_grows_with_it() -> None:
    for text in ("新" * 100_000, "z\u0301" * 50_000, "👩‍👩‍👧" * 10_000, "เ" * 50_000):
        assert "".join(lines(text, 76)) == text


@pytest.mark.parametrize("columns", range(24, 76, 3))
@pytest.mark.parametrize(
    "title",
    [
        "Council Votes to Reopen the Ferry Line That Was Closed Nine Winters Ago",
        "The harbor opens again after the long and responsible administration of repairs",
        "Il porto riapre dopo nove inverni e la città ringrazia chi ha saputo aspettare",
    ],
)
def test_no_word_stands_alone_at_the_end_of_a_headline(title: str, columns: int) -> None:
    cuts = balanced(title, columns)
    assert all(end - start <= columns for start, end in cuts)
    assert " ".join(title[start:end] for start, end in cuts) == title
    assert len(cuts) == len(fill(title, columns))
    assert " " in title[cuts[-1][0] : cuts[-1][1]]


def test_code_is_cut_only_where_it_is_full() -> None:
    assert [(a, b) for a, b in hard("    if tide:", 6)] == [(0, 6), (6, 12)]
    assert hard("", 6) == [(0, 0)]


def test_a_word_goes_to_the_last_line_of_a_headline_where_it_just_fits() -> None:
    text = "aaaa bbbbb cccc"
    assert [text[a:b] for a, b in balanced(text, 10)] == ["aaaa", "bbbbb cccc"]
    text = "aaaa bbbbbb cccc"
    assert [text[a:b] for a, b in balanced(text, 11)] == ["aaaa", "bbbbbb cccc"]
    text = "aaaaa bbbb ccccccc"
    assert [text[a:b] for a, b in balanced(text, 10)] == ["aaaaa bbbb", "ccccccc"]


def test_marks_that_stand_before_everything_are_on_the_first_line() -> None:
    for text in ("\u0301👩\u200d🚀 went", "\u0301a 👩\u200d🚀"):
        lines = fill(text, 4)
        assert lines[0][0] == 0 and lines[-1][1] == len(text)
