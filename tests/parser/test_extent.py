"""Scripts with and without spaces are measured alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.extent import UNSPACED, extent, unspaced, word_count


@pytest.mark.parametrize(
    ("text", "length", "words"), [("a ferry", 7, 2), ("Fähre", 5, 1), ("渡轮恢复", 12, 2), ("渡轮 A", 8, 2), ("", 0, 0)]
)
def test_length_and_words(text: str, length: int, words: int) -> None:
    assert (extent(text), word_count(text)) == (length, words)


@given(st.text())
def test_nothing_is_shorter_than_its_characters(text: str) -> None:
    assert extent(text) >= len(text)
    assert word_count(text) >= len(text.split())


def test_runs_of_signs_without_spaces_are_found_among_letters() -> None:
    assert unspaced("The ferry “渡轮” sails, says 市政府.") == ["渡轮", "市政府"]
    assert unspaced("Curly “quotes”, dashes – and Ελληνικά") == []


@given(st.text(st.characters(codec=None)))
def test_the_look_at_upper_bytes_hides_no_sign(text: str) -> None:
    assert unspaced(text) == UNSPACED.findall(text)
