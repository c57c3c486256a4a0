from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.fold import fold, lowered

ALIKE = [
    ("Straße", "strasse"),
    ("STRASSE", "strasse"),
    ("København", "kobenhavn"),
    ("Łódź", "lodz"),
    ("Ærø", "aero"),
    ("Đorđe", "dorde"),
    ("café", "cafe"),
    ("cafe\u0301", "cafe"),
    ("“so-called”", '"so-called"'),
    ("don’t", "don't"),
    ("1914–1918", "1914-1918"),
    ("to\u00a0be", "to be"),
    ("to  \n be", "to be"),
    ("co\u00adoperate", "cooperate"),
    ("zero\u200bwidth", "zerowidth"),
    ("eﬃcient", "efficient"),
    ("ＮＡＴＯ", "nato"),
    ("Ζωής", "ζωησ"),
    ("Ёлка", "елка"),
    ("İstanbul", "istanbul"),
    ("أحمد", "احمد"),
]
APART = [("が", "か"), ("काम", "कम"), ("Paris", "Parish"), ("한글", "하글")]


@pytest.mark.parametrize(("written", "asked"), ALIKE)
def test_what_reads_alike_folds_alike(written: str, asked: str) -> None:
    assert fold(written).text == fold(asked).text == asked


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def found(text: str, asked: str) -> str:
    folded = fold(text)
    start = folded.text.index(fold(asked).text)
    first, last = folded.origin(start, start + len(fold(asked).text))
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "asked", "there"),
    [
        ("Die Straße endet", "strasse", "Straße"),
        ("Die Straße endet", "endet", "endet"),
        ("Die Straße endet", "stras", "Straß"),
        ("ein  großer\n\nTag", "er tag", "er\n\nTag"),
        ("to co\u00adop\u00aderate", "cooperate", "co\u00adop\u00aderate"),
        ("cafe\u0301 noir", "cafe", "cafe\u0301"),
        ("cafe\u0301 noir", "noir", "noir"),
        ("ﬁn ﬁne", "fine", "ﬁne"),
    ],
)
def test_the_way_back_gives_what_stands_there(text: str, asked: str, there: str) -> None:
    assert found(text, asked) == there


def test_capitals_stay_where_asked() -> None:
    assert fold("Émile  Zola", cased=True).text == "Emile Zola"


def test_an_empty_stretch_is_empty() -> None:
    assert fold("Straße").origin(2, 2) == (2, 2)


@given(st.text())
def test_every_stretch_leads_back_into_the_text(text: str) -> None:
    folded = fold(text)
    ends = [folded.origin(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert ends == sorted(ends)
    if folded.text:
        assert folded.origin(0, len(folded.text))[1] == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)), st.text(max_size=5))
def test_parts_of_a_text_are_found_in_it(before: str, part: str) -> None:
    text = f"{before} {part} end"
    assert fold(f" {part} ").text.strip() in fold(text).text


@pytest.mark.parametrize(
    ("text", "lower"), [("By NORA", "by nora"), ("İlan: Été", "ilan: été"), ("ΤΗΣ", "της"), ("", "")]
)
def test_lower_case_keeps_every_character_in_its_place(text: str, lower: str) -> None:
    assert lowered(text) == lower


@given(st.text())
def test_lower_case_is_as_long_as_the_text(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert lowered(text) == text.lower() or "İ" in text
