"""Which words of a stretch are a passage's own: equal ones in their order, those at its edges by what stands beside them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.passages.alignment import align
from reader.passages.anchor import Anchor
from reader.passages.marks import codes_of, sketch
from reader.passages.sought import Sought
from reader.passages.wording import Wording

LEFT, RIGHT = "the mate signs the log before anybody goes ashore", "lamps hang in the wheelhouse until dawn comes"
WORDS = st.lists(
    st.sampled_from(["watch", "has", "two", "hands", "and", "a", "cook", "boy", "lamp"]), min_size=1, max_size=30
)


def sought(quote: str, left: str = "", right: str = "") -> Sought:
    return Sought(Anchor(quote, left=sketch(codes_of(left)), right=sketch(codes_of(right))))


def own(quote: str, text: str, left: str = LEFT, right: str = RIGHT) -> str:
    """The words of the text that belong to the quote, looked for at its first word."""
    words = text.split()
    first = words.index(quote.split(maxsplit=1)[0])
    runs = align(sought(quote, left, right), Wording((text,)), first, first + len(quote.split()) - 1)
    return " ".join(word for _, at, count in runs for word in words[at : at + count])


@given(WORDS, WORDS, WORDS, WORDS, st.integers(0, 29), st.integers(0, 10))
def test_runs_are_equal_words_in_the_order_of_both(
    quote: list[str], text: list[str], left: list[str], right: list[str], first: int, size: int
) -> None:
    first = min(first, len(text) - 1)
    looked_for = sought(*map(" ".join, (quote, left, right)))
    runs = align(looked_for, Wording((" ".join(text),)), first, min(first + size, len(text) - 1))
    reached = there = 0
    for word, at, count in runs:
        assert word >= reached and at >= there and count > 0
        assert quote[word : word + count] == text[at : at + count]
        reached, there = word + count, at + count
    assert reached <= len(quote) and there <= len(text)


@given(WORDS, WORDS, WORDS)
def test_what_stands_unchanged_is_one_run(quote: list[str], left: list[str], right: list[str]) -> None:
    text = f"{' '.join(left)} {' '.join(quote)} {' '.join(right)}"
    looked_for = sought(*map(" ".join, (quote, left, right)))
    assert align(looked_for, Wording((text,)), len(left), len(left) + len(quote) - 1) == ((0, len(left), len(quote)),)


def test_a_word_behind_others_that_were_put_in_is_its_own_where_the_surroundings_follow() -> None:
    quote, put_in = "watch has two hands and a", "watch has two hands and then also perhaps a"
    assert own(quote, f"{LEFT} {put_in} {RIGHT}") == quote
    assert own(quote, f"{LEFT} {put_in} {RIGHT}", right="") == "watch has two hands and"
    assert (
        own("a watch has two hands", f"{LEFT} a then also perhaps watch has two hands {RIGHT}")
        == "a watch has two hands"
    )


def test_far_from_the_others_a_word_is_not_its_own() -> None:
    between = " ".join(f"word{number}" for number in range(12))
    assert (
        own("watch has two hands and a cook", f"{LEFT} watch has two hands {between} a cook") == "watch has two hands"
    )
