"""Scripts with and without spaces are measured alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.extent import extent, word_count


@pytest.mark.parametrize(
    ("text", "length", "words"), [("a ferry", 7, 2), ("Fähre", 5, 1), ("渡轮恢复", 12, 2), ("渡轮 A", 8, 2), ("", 0, 0)]
)
def test_length_and_words(text: str, length: int, words: int) -> None:
    assert (extent(text), word_count(text)) == (length, words)


@given(st.text())
def test_nothing_is_shorter_than_its_characters(text: str) -> None:
    assert extent(text) >= len(text)
    assert word_count(text) >= len(text.split())
