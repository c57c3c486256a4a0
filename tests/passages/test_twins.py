"""A passage whose words, or nearly its words, stand in other places too."""

from __future__ import annotations

import pytest

from reader import passages
from reader.model import Article
from reader.passages import Standing
from reader.passages.twins import pairing
from tests.builders import an_article, place

CREW = (
    "Each watch has a mate, two hands and a cook.",
    "The mate signs the log before the crew goes ashore, and the harbor office keeps a copy of it for ten years.",
    "Whoever is late waits for the next tide, for the ferry does not turn back once its lines are cast off.",
    "A spare lamp hangs in the wheelhouse; the cook trims it at dusk and writes the hour on the slate beside it.",
)
NORTH = "The northern line sails from the stone quay."
SOUTH = "The southern line sails from the mole."


def stands(old: Article, index: int, words: str, new: Article) -> Standing:
    at = old.blocks[index].text.index(words)
    return passages.find(new, passages.describe(old, [place(index, at, at + len(words))]))


@pytest.mark.parametrize("section", [0, 1])
def test_in_sections_that_read_alike_a_passage_stays_in_its_own_or_is_lost(section: int) -> None:
    old = an_article(NORTH, *CREW, SOUTH, *CREW)
    index, words = 5 * section + 2, "before the crew goes ashore"
    new = an_article(NORTH, *CREW[:2], "Latecomers wait for the next tide.", *CREW[3:], SOUTH, *CREW)
    assert {it.index for it in stands(old, index, words, new).places} <= {index}
    at = old.blocks[index].text.index(words)
    (carried,) = passages.carry(old, new, [[place(index, at, at + len(words))]])
    assert [it.index for it in carried.places] == [index]


def test_a_sentence_that_is_nearly_the_same_is_not_the_passage() -> None:
    short = "If you cannot tie the bow line in the dark, ask the mate for a lamp and practice on the bollard."
    long = "If you cannot tie the bow line in the dark or in fog, ask the mate for a lamp and practice on the bollard."
    old = an_article(NORTH, short, *CREW, long, SOUTH)
    new = an_article(NORTH, short, *CREW, SOUTH)
    assert stands(old, 6, long, new) == Standing("gone")
    assert stands(old, 1, short, new) == Standing("same", (place(1, 0, len(short)),))


def test_what_stood_beside_the_passage_before_is_not_taken_for_it_now() -> None:
    around = f"{CREW[1]} {{}} {CREW[2]}"
    short = "If you cannot tie the bow line ask the mate for a lamp and practice on the bollard by the quay."
    long = "If you cannot tie the bow line ask the mate or the cook for a lamp and practice on the bollard by the quay."
    old = an_article(around.format(short), NORTH, SOUTH, around.format(long))
    assert stands(old, 3, long, an_article(around.format(short), NORTH, SOUTH)) == Standing("gone")


def test_places_pair_up_in_their_order() -> None:
    ordered, free = pairing([[0.9, 0.9], [0.9, 0.9]], own=1)
    assert ordered[1] > 0 > ordered[0]
    assert free[0] == free[1] == 0


def test_a_place_that_crosses_others_is_told_without_their_order() -> None:
    likeness = [[0.3, 0.3, 1.0], [1.0, 0.3, 0.3], [0.3, 1.0, 0.3]]
    ordered, free = pairing(likeness, own=0)
    assert max(ordered) < 0 < free[2]


def test_where_the_others_account_for_every_place_the_passage_is_lost() -> None:
    ordered, free = pairing([[1.0, 0.2], [0.5, 0.4], [0.2, 1.0]], own=1)
    assert max(*ordered, *free) < 0
