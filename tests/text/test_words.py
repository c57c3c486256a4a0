from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.words import _SOLID, graphemes, segmented, solid, width, word_count, words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s 3.5 percent, isn't it?", ["It’s", "3.5", "percent", "isn't", "it"]),
        ("well-known snake_case", ["well", "known", "snake", "case"]),
        ("'quoted' words", ["quoted", "words"]),
        ("100,000 soldiers.", ["100,000", "soldiers"]),
        ("हिन्दी समाचार", ["हिन्दी", "समाचार"]),
        ("فارسی می‌خوانم", ["فارسی", "می‌خوانم"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
        ("李明在北京。", ["李", "明", "在", "北", "京"]),
        ("GDP增长5.2%", ["GDP", "增", "长", "5.2"]),
        ("น้ำใจ", ["น้ำ", "ใ", "จ"]),
        ("한국 뉴스", ["한국", "뉴스"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_name_in_a_chinese_sentence_becomes_words_of_its_own() -> None:
    assert segmented("记者李明报道") == "记 者 李 明 报 道"
    assert segmented("在Berlin采访 plain") == "在 Berlin 采 访 plain"
    assert segmented("น้ำใจ") == "น้ำ ใ จ"
    assert segmented("no change here, café") == "no change here, café"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The ferry sails again.", 4),
        ("“Café” — ნავი 🎉", 4),
        ("渡轮将于五月恢复航行。", 6),
        ("フェリー line 5月", 5),
        ("เรือข้ามฟาก", 6),
        ("", 0),
    ],
)
def test_words_are_counted_in_scripts_without_spaces_too(text: str, count: int) -> None:
    assert word_count(text) == count


@given(st.text() | st.text("a é“渡フเმ한🎉\U00020000", max_size=30))
def test_runs_of_scripts_without_spaces_are_all_found(text: str) -> None:
    assert "".join(solid(text)) == "".join(re.findall(f"[{_SOLID}]", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("abc", 3),
        ("cafe\u0301", 4),
        ("👩‍👩‍👧", 1),
        ("🇩🇪🇫🇷", 2),
        ("👍🏽!", 2),
        ("\r\n", 1),
        ("각", 1),
        ("नि", 1),
        ("❤️x", 2),
    ],
)
def test_graphemes(text: str, count: int) -> None:
    assert len(graphemes(text)) == count


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("plain", 5),
        ("naïve", 5),
        ("cafe\u0301", 4),
        ("新聞", 4),
        ("ｶﾅ", 2),
        ("👩‍👩‍👧", 2),
        ("🇩🇪", 2),
        ("❤️", 2),
        ("❤", 1),
        ("👍🏽", 2),
        ("a\u200bb", 2),
        ("한글", 4),
        ("1️⃣", 2),
        ("नि", 1),
        ("", 0),
    ],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text())
def test_graphemes_cover_the_text_without_a_gap(text: str) -> None:
    found = graphemes(text)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)


@given(st.text())
def test_words_stand_in_order_and_hold_letters(text: str) -> None:
    found = words(text)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(start < end for start, end in found)


@given(st.text())
def test_segmenting_adds_spaces_and_nothing_else(text: str) -> None:
    assert segmented(text).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\r\nb", ["a", "\r\n", "b"]),
        ("é\r\n\u0301", ["é", "\r\n", "\u0301"]),
        ("é\n\u0301x", ["é", "\n", "\u0301", "x"]),
        ("\n\r\u0301", ["\n", "\r", "\u0301"]),
        ("\u0600١x", ["\u0600١", "x"]),
        ("🇩🇪🇫", ["🇩🇪", "🇫"]),
        ("x🇩🇪", ["x", "🇩🇪"]),
        ("a\u200db", ["a\u200d", "b"]),
        ("👩\u200d👧x", ["👩\u200d👧", "x"]),
        ("👩\u200dx", ["👩\u200d", "x"]),
        ("각ᆨ가", ["각ᆨ", "가"]),
        ("ᄀ각", ["ᄀ각"]),
        ("ᄀ각ᆨ", ["ᄀ각ᆨ"]),
        ("ᆨᅡ", ["ᆨ", "ᅡ"]),
        ("กำ", ["กำ"]),
    ],
)
def test_what_a_reader_takes_for_one_character(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in graphemes(text)] == found


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("\u00ad", 1), ("\u0600", 1), ("\u0605", 1), ("\u06dd", 1), ("\u070f", 1), ("\u0890", 1), ("\u08e2", 1), ("\u0606", 1),
        ("\u061c", 0), ("\u200e", 0), ("\u0301", 0), ("\x07", 0), ("a\tb", 2), ("ᆨ", 0), ("ᄀ", 2), ("각", 2), ("🏻", 0),
        ("x🇩🇪y", 4), ("1\ufe0f", 2), ("a\ufe0f", 1), ("é\ufe0f", 1), ("©", 1), ("©\ufe0f", 2), ("⌚", 2), ("↔\u200d↔", 1),
        ("👩\u200d👧é", 3), ("ﷺ", 1), ("Ａ", 2),
    ],
)  # fmt: skip
def test_cells_that_a_terminal_gives_to_signs_marks_and_pictures(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text(st.sampled_from("aé\u0301\u200d👩👧🇩🇪\ufe0f각각\u0600\r\n港"), max_size=8))
def test_a_character_of_a_reader_is_one_also_by_itself(text: str) -> None:
    assert "".join(text[start:end] for start, end in graphemes(text)) == text
    for start, end in graphemes(text):
        assert len(graphemes(text[start:end])) == 1
