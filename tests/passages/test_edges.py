"""How far words reach that stand in the place of a passage's first or last: to its old surroundings, where those are near."""

from __future__ import annotations

import pytest

from reader.passages.anchor import Anchor
from reader.passages.edges import with_replaced
from reader.passages.marks import codes_of, sketch
from reader.passages.sought import Sought
from reader.passages.wording import Wording

QUOTE = "each watch has two hands and a cook"
LEFT, RIGHT = "the mate signs the log before anybody goes ashore", "a lamp hangs in the wheelhouse until dawn comes"


def shown(now: str, words: str, left: str = LEFT, right: str = RIGHT, quote: str = QUOTE) -> str:
    """What of a text belongs to the passage, of which these words stayed."""
    sought = Sought(Anchor(quote, left=sketch(codes_of(left)), right=sketch(codes_of(right))))
    text = Wording((now,))
    first = now.split().index(words.split(maxsplit=1)[0])
    found = with_replaced(sought, text, first, first + len(words.split()))
    return " ".join(now.split()[found[0] : found[1]])


def test_a_word_in_the_place_of_the_first_or_the_last_belongs_to_it() -> None:
    assert shown(f"{LEFT} every watch has two hands and a cook {RIGHT}", "watch has two hands and a cook") == (
        "every watch has two hands and a cook"
    )
    assert shown(f"{LEFT} each watch has two hands and a steward {RIGHT}", "each watch has two hands and a") == (
        "each watch has two hands and a steward"
    )


def test_where_both_edges_stand_nothing_is_added() -> None:
    assert shown(f"{LEFT} {QUOTE} then {RIGHT}", QUOTE) == QUOTE


def test_words_beyond_reach_are_not_its_own() -> None:
    kept = "watch has two hands and a cook and one boy for the lamps"
    for before, words in (("any other or single", 4), ("any other or single lonely", 0)):
        found = shown(f"{LEFT} {before} {kept} {RIGHT}", kept, quote=f"each {kept}")
        assert len(found.split()) == len(kept.split()) + words
    kept = "each watch has two hands and a cook and one boy for the"
    for behind, words in (("lanterns and other lights", 4), ("lanterns and all other lights", 0)):
        found = shown(f"{LEFT} {kept} {behind} {RIGHT}", kept, quote=f"{kept} lamps")
        assert len(found.split()) == len(kept.split()) + words


@pytest.mark.parametrize("known", ["", "ashore"])
def test_one_word_of_the_surroundings_is_too_few_to_go_by(known: str) -> None:
    kept = "watch has two hands and a cook"
    assert shown(f"{known} every {kept} {RIGHT}".strip(), kept, left=known) == kept
    kept = "each watch has two hands and a"
    assert shown(f"{LEFT} {kept} steward {known}".strip(), kept, right=known) == kept


def test_where_little_of_it_stands_what_is_around_that_is_not_its_own() -> None:
    assert shown(f"{LEFT} all of them and a cook {RIGHT}", "and a cook") == "and a cook"


def test_where_the_words_that_stayed_begin_within_the_place_it_stays_as_it_is() -> None:
    now = f"{LEFT} x every watch has two hands and a cook {RIGHT}"
    assert shown(now, "every watch has two hands and a cook") == "every watch has two hands and a cook"


def test_a_word_put_in_behind_the_last_that_stands_is_not_its_own() -> None:
    kept = "watch has two hands and a cook"
    assert shown(f"{LEFT} every {kept} then {RIGHT}", kept) == f"every {kept}"
    kept = "each watch has two hands and a"
    assert shown(f"{LEFT} but {kept} steward {RIGHT}", kept) == f"{kept} steward"


def test_where_no_word_of_it_stands_the_place_stays_as_it_is() -> None:
    assert shown(f"{LEFT} nobody knows {RIGHT}", "nobody knows") == "nobody knows"
