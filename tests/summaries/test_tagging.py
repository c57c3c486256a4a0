"""Parts of speech: words that are looked up, and words that their surroundings tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.summaries.tagging import Table, learned, parts, tokens


def test_a_text_is_cut_into_words_and_marks() -> None:
    text = "Lena Hart's bakery didn't pay $1,200 (a well-known sum) to the U.S."
    assert " ".join(tokens(text)) == "Lena Hart 's bakery did n't pay $ 1,200 ( a well-known sum ) to the U.S."


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The owner was praised by the mayor.", "TNEXITN."),
        ("Lena Hart has sold the old bakery.", "PPHXTJN."),
        ("He did not want to leave Melby in May.", "OKRBZBPIP."),
        ("Running costs rose by 12 percent.", "GNDIUN."),
        ("They plan to walk, and the walk is long.", "OVZB.CTNEJ."),  # the same word twice
    ],
)
def test_each_word_has_a_part(text: str, letters: str) -> None:
    assert parts(tokens(text)) == letters


def test_a_word_with_a_capital_inside_a_sentence_is_no_verb() -> None:
    assert parts(tokens("The council thanked Mark Reading and Sue Long."))[3:5] == "PP"


def test_what_speaks_for_a_part_is_added_up() -> None:
    table = Table({"the": "T"}, {"ending": {}, "1T": {"N": 2}, "flk": {"N": -3, "V": 1}})
    assert parts(["the", "blalk"], table) == "TV"
    assert parts(["the", "blar"], table) == "TN"


def test_most_words_that_are_looked_up_have_one_part() -> None:
    words = learned().words
    assert sum(len(it) == 1 for it in words.values()) > len(words) / 2
    assert not any(word != word.lower() for word in words)


@given(st.text(max_size=200))
def test_any_text_has_a_letter_for_each_word(text: str) -> None:
    words = tokens(text)
    assert len(parts(words)) == len(words)
