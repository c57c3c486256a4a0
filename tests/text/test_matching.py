"""What two lists of words have in common."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.text.matching import matching

WORDS = st.lists(st.sampled_from("abcdefg"), max_size=40)


@given(WORDS, WORDS)
def test_matches_are_equal_words_in_order(one: list[str], other: list[str]) -> None:
    here = there = 0
    for at, stands, count in matching(one, other):
        assert at >= here and stands >= there and count > 0
        assert one[at : at + count] == other[stands : stands + count]
        here, there = at + count, stands + count
    assert here <= len(one) and there <= len(other)


@given(WORDS)
def test_a_list_matches_itself_whole(words: list[str]) -> None:
    assert matching(words, words) == ([(0, 0, len(words))] if words else [])


def test_long_lists_are_matched_by_words_that_stand_once() -> None:
    one = [f"w{number}" for number in range(3000)]
    other = [*one[:1000], "new", *one[1100:2000], *one[2500:], *one[2000:2500]]
    found = matching(one, other)
    assert found == [(0, 0, 1000), (1100, 1001, 900), (2500, 1901, 500)] or sum(it[2] for it in found) >= 2400


def test_long_lists_without_any_such_word_count_as_different_in_the_middle() -> None:
    assert matching(["a", "b"] * 2000, ["b", "a"] * 2000) == []
