"""Short lines' words are weighed: where they stand in the line counts, numbers are all the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.line_words import announcing_words, plain_words, tokens, wording

WORDS = ["By", "Nora", "comments", "12", "»", "©", "^", "$", "a$", "^a", "—", "3,5%", "#1"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By Nora Whitfield", {"by", "nora", "whitfield", "^by", "whitfield$", "#3", "^by nora"}),
        ("12 Comments »", {"0", "comments", "^0", "comments$", "#2", "^0 comments"}),
        ("»", set()),
    ],
)
def test_tokens_are_what_a_short_line_announces(text: str, wanted: set[str]) -> None:
    assert set(tokens(plain_words(text))) == wanted


def test_a_word_weighs_where_it_stands() -> None:
    table = wording({"by": 1, "^by": 10, "by$": 100, "^by nora": -3, "#2": -500})
    assert table.weigh(plain_words("By Nora")) == 1 + 10 - 3 - 500
    assert table.weigh(plain_words("Nora by")) == 1 + 100 - 500
    assert table.weigh(plain_words("Nora said by whom")) == 1


def test_a_line_says_no_more_than_six_times_e() -> None:
    table = wording({"ad": -500, "^ad": -500, "yes": 900})
    assert (table.weigh(plain_words("Ad")), table.weigh(plain_words("yes"))) == (-600, 600)


def test_signs_say_nothing_and_many_words_are_twelve() -> None:
    table = wording({"word": 5, "#12": 7})
    assert table.weigh(plain_words("» —")) == 0
    assert table.weigh(["word"] * 20) == 20 * 5 + 7


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=22).map(" ".join))
def test_a_line_weighs_what_its_tokens_weigh(text: str) -> None:
    values = {
        token: place + 1
        for place, token in enumerate(sorted({"by", "^by", "by$", "^by nora", "0", "^0", "#2", "©", "#3"}))
    }
    plain = plain_words(text)
    assert wording(values).weigh(plain) == sum(values.get(token, 0) for token in tokens(plain))


def test_the_package_knows_what_announces_comments() -> None:
    table = announcing_words()
    assert table.weigh(plain_words("12 Comments")) < -100
    assert table.weigh(plain_words("12 Comments")) < table.weigh(plain_words("The river rose"))
