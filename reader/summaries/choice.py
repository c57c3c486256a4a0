"""The choice of sentences as a set: what together is worth most for its length, under the reader's rules.

The value of a set is the expected ROUGE-2 F1 against a summary of 45 words: twice the sum of the worth of its
distinct pairs over its words and those 45. So what is said twice is worth nothing, and long sentences have to earn
their length. References of the open half average 47 words; 30 to 60 gave the same within 0.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from reader.summaries.rules import Fault, Signs, faults
from reader.summaries.sentence import Sentence
from reader.summaries.traits import Pair

_LENGTH = 45
_BEAM = 6  # 3 lost 0.1 of ROUGE-2, 20 won nothing
_DEEPER = 0.004  # for a sentence at the very end: reach up to 0.2 costs nothing
_FAULT = 0.02
_POOL = 60  # sentences that are tried in sets; the rest would not be taken
_LEAD = 6
"""One of the first so many sentences is always in: in a study on the same articles the news itself was missing in 7 of 25
summaries without it, in 1 with it."""
_NO_LEAD: frozenset[Fault] = frozenset(
    ("hanging", "question", "bare quote", "unbalanced", "invitation", "caption", "lower", "short")
)


@dataclass(slots=True)
class _Set:
    """A set on the way: which sentences, the pairs they cover, and the sums that its value is made of."""

    orders: tuple[int, ...]
    covered: frozenset[Pair]
    worth: float
    words: int
    extra: float


def choose(
    sentences: tuple[Sentence, ...], signs: Sequence[Signs], worth: dict[Pair, float], points: int, language: str
) -> list[Sentence]:
    """At most `points` sentences in the article's order; none that hangs in the air, and not just the first ones."""
    wrong = [faults(it, sign, language) for it, sign in zip(sentences, signs, strict=True)]
    extra = [_DEEPER * it.position - _FAULT * len(bad) for it, bad in zip(sentences, wrong, strict=True)]
    single = [sum(map(worth.__getitem__, it.pairs)) for it in sentences]
    usable = [k for k, bad in enumerate(wrong) if "hanging" not in bad]
    lead = next((k for k in usable if k < _LEAD and not wrong[k] & _NO_LEAD), None)
    pool = nlargest(_POOL, usable, key=lambda k: 2 * single[k] / (sentences[k].size + _LENGTH) + extra[k])
    if lead is not None and lead not in pool:
        pool.append(lead)
    best = _beam(sentences, worth, single, extra, pool, lead, min(points, len(pool)))
    return [sentences[k] for k in sorted(best)]


def _beam(
    sentences: tuple[Sentence, ...],
    worth: dict[Pair, float],
    single: list[float],
    extra: list[float],
    pool: list[int],
    lead: int | None,
    points: int,
) -> tuple[int, ...]:
    states = [_Set((), frozenset(), 0.0, 0, 0.0)]
    later = points > 1 and any(k >= points for k in pool)
    for step in range(points):
        last = later and step == points - 1
        longer: dict[tuple[int, ...], tuple[float, _Set, int, float]] = {}
        for state in states:
            for k in pool if step or lead is None else (lead,):
                orders = tuple(sorted((*state.orders, k)))
                if k in state.orders or orders in longer or (last and orders[-1] < points):
                    continue
                known = sentences[k].pairs & state.covered
                gain = single[k] - sum(map(worth.__getitem__, known)) if known else single[k]
                words = state.words + sentences[k].size
                value = 2 * (state.worth + gain) / (words + _LENGTH) + state.extra + extra[k]
                longer[orders] = (value, state, k, gain)
        states = [
            _Set(
                tuple(sorted((*state.orders, k))),
                state.covered | sentences[k].pairs,
                state.worth + gain,
                state.words + sentences[k].size,
                state.extra + extra[k],
            )
            for _, state, k, gain in nlargest(_BEAM, longer.values(), key=lambda it: it[0])
        ]
    return states[0].orders if states else ()
