"""The choice of sentences as a set, with worths given by hand."""

from __future__ import annotations

from itertools import pairwise

from reader.summaries.choice import choose
from reader.summaries.rules import signs_of
from reader.summaries.sentence import Sentence, body_of
from tests.builders import an_article

CITY = (
    "The city of Melby closes its old harbor bridge for two years from Monday on.",
    "Trucks and buses will take the northern tunnel instead of the harbor bridge.",
    "Several shops near the quay fear that customers will stay away this winter.",
    "Repairs of the steel arches cost eleven million euros, engineers have found out.",
    "A wooden footbridge for pedestrians and bicycles will open in late October.",
)


def picked(wanted: dict[int, float], points: int, *texts: str) -> list[int]:
    """Which of the sentences are chosen when those named are worth that much a pair, and the others a little."""
    body = body_of(an_article(*(texts or CITY)))
    for it in body.sentences:
        it.pairs = frozenset(pairwise(it.stems))
    worth = {pair: wanted.get(k, 0.01) for k, it in enumerate(body.sentences) for pair in it.pairs}
    signs = [signs_of(it, "en") for it in body.sentences]
    chosen: list[Sentence] = choose(body.sentences, signs, worth, points, "en")
    return [it.order for it in chosen]


def test_what_is_worth_most_is_chosen_in_the_order_of_the_text() -> None:
    assert picked({4: 0.5, 3: 0.6}, 3) == [0, 3, 4]


def test_the_first_good_sentence_is_always_in() -> None:
    assert picked({2: 0.5, 3: 0.6, 4: 0.6}, 3) == [0, 3, 4]
    assert picked({3: 0.5, 4: 0.6, 5: 0.6}, 3, "Who will pay for the old harbor bridge?", *CITY)[0] == 1


def test_a_quotation_is_no_beginning() -> None:
    quote = "“We will have to close the harbor bridge for two years,” said Ellen Korte."
    assert picked({0: 0.2, 3: 0.6, 4: 0.6}, 3, quote, *CITY[:2], *CITY[3:]) == [1, 3, 4]


def test_what_is_said_twice_is_taken_once() -> None:
    twice = (CITY[3], CITY[0], CITY[1], CITY[3], CITY[4])
    assert picked({0: 0.5, 3: 0.5, 4: 0.4}, 2, *twice) in ([0, 4], [3, 4])


def test_never_just_the_first_ones() -> None:
    assert max(picked({0: 0.9, 1: 0.9, 2: 0.9}, 3)) > 2
    assert picked({0: 0.9, 1: 0.9}, 2)[-1] > 1


def test_a_long_sentence_has_to_earn_its_length() -> None:
    long = "The council heard from " + "a man and a woman and " * 12 + "a boy about the bridge."
    assert 5 not in picked({}, 3, *CITY, long)
    assert 5 in picked({5: 0.9}, 3, *CITY, long)


def test_a_sentence_that_hangs_is_never_chosen_a_question_only_in_need() -> None:
    texts = (
        "But it is the only way over the river in the whole town.",
        "Who will pay for the bridge over the river?",
        CITY[3],
    )
    assert picked({0: 0.9, 1: 0.5, 2: 0.45}, 1, *texts) == [2]
    assert picked({0: 0.9}, 3, *texts) == [1, 2]


def test_no_sentences_no_choice() -> None:
    assert choose((), [], {}, 3, "en") == []
