"""Words that stand for one another when it is looked for what a sentence speaks of."""

from __future__ import annotations

from reader.summaries.nearness import near
from reader.summaries.phrases import meant


def test_words_of_one_field_are_near() -> None:
    assert meant("wife") in near(meant("husband"))
    assert meant("bread") not in near(meant("husband"))


def test_nearness_holds_both_ways_and_never_counts_like_the_word_itself() -> None:
    for word in map(meant, ("husband", "economy", "ship", "cold")):
        assert near(word)
        for other, worth in near(word).items():
            assert near(other)[word] == worth
            assert 0 < worth < 1


def test_a_word_that_nobody_knows_is_near_to_none() -> None:
    assert not near("qwzx")
