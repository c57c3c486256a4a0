"""What words of class names speak of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.vocabulary import BESIDE_BIT, COMMENT_BIT, NAMES, name_kinds

WORDS = ("comment-", "menu-item-", "sidebar_", "post", "h", "related-posts-", "dsq-", "newsletter")


def kinds(names: str) -> set[str]:
    bits = name_kinds(names)
    return {name for index, name in enumerate(NAMES) if bits & 1 << index}


def test_parts_of_words_tell_what_they_speak_of() -> None:
    assert kinds("relatedStories") == {"related"}
    assert kinds("entry-content") == {"body", "content"}
    assert kinds("") == set()


@pytest.mark.parametrize(("name", "bit"), [("comment-12", COMMENT_BIT), ("sidebar_2", BESIDE_BIT)])
def test_a_number_behind_a_name_is_part_of_it(name: str, bit: int) -> None:
    assert name_kinds(name) & bit


@given(st.sampled_from(WORDS), st.integers(0, 9999), st.integers(0, 9999))
def test_which_number_stands_behind_a_name_tells_nothing(word: str, one: int, other: int) -> None:
    assert name_kinds(f"{word}{one}") == name_kinds(f"{word}{other}")
