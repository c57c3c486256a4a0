"""The choice of sentences as a set: what together is worth most for its length, under the reader's rules.

The value of a set is the expected ROUGE-2 F1 against a summary of 45 words: twice the sum of the worth of its
distinct pairs over its words and those 45. So what is said twice is worth nothing, and long sentences have to earn
their length. References of the open half average 47 words; 30 to 60 gave the same within 0.1. Sums are exact
(`fsum`), so that they do not depend on the order of a set and the same article always gets the same sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import fsum
from operator import attrgetter, itemgetter

from reader.summaries.rules import OPENING_MARKS, Fault, Signs, faults
from reader.summaries.sentence import Sentence
from reader.summaries.traits import Pair

_LENGTH = 45
_BEAM = 6  # 3 lost 0.1 of ROUGE-2, 20 won nothing
_DEEPER = 0.01
"""For a sentence at the very end. Cross-validated gain in ROUGE-2 and reach: 0.004 2.17, 0.160; 0.008 2.24, 0.168;
0.012 2.06, 0.181; 0.016 1.94, 0.200; 0.02 1.71, 0.214."""
_FAULT = 0.02
_POOL = 24  # sentences that are tried in sets; the rest would not be taken
_LEAD = 6
"""The first good sentence of so many is always in: in a study on the same articles the news itself was missing in 7 of 25
summaries without it, in 1 with it. Cross-validated gain in ROUGE-2 over the first three sentences, and the share of summaries
that hold the very first: so 2.17, 82 %; one of the first two, whichever fits, 2.56, 54 %; with a bonus for the first of 0.01
2.33, 70 %, of 0.02 2.17, 76 %."""
_NO_LEAD: frozenset[Fault] = frozenset(
    ("hanging", "question", "bare quote", "unbalanced", "invitation", "caption", "lower", "short")
)


@dataclass(slots=True)
class _Candidate:
    """A sentence that may be taken: what its pairs are worth together, and what is added for its place and its faults."""

    order: int
    pairs: frozenset[Pair]
    words: int
    worth: float
    extra: float
    alone: float
    """The value of the set that is only this one."""


@dataclass(slots=True)
class _Set:
    """A set on the way: which candidates as bits, the pairs they cover, and the sums that its value is made of."""

    bits: int
    covered: frozenset[Pair]
    worth: float
    words: int
    extra: float
    last: int


_NOTHING = _Set(0, frozenset(), 0.0, 0, 0.0, -1)


def choose(
    sentences: tuple[Sentence, ...], signs: Sequence[Signs], worth: dict[Pair, float], points: int, language: str
) -> list[Sentence]:
    """At most `points` sentences in the article's order; none that hangs in the air, and not just the first ones."""
    value = worth.__getitem__
    usable: list[_Candidate] = []
    lead: list[_Candidate] = []
    for k, (it, sign) in enumerate(zip(sentences, signs, strict=True)):
        if sign.hanging:
            continue
        wrong = faults(it, sign, language)
        extra = _DEEPER * it.position - _FAULT * len(wrong)
        size, alone = it.size, fsum(map(value, it.pairs))
        usable.append(_Candidate(k, it.pairs, size, alone, extra, 2 * alone / (size + _LENGTH) + extra))
        if not lead and k < _LEAD and not wrong & _NO_LEAD and it.text[0] not in OPENING_MARKS:
            lead = [usable[-1]]
    pool = sorted(usable, key=attrgetter("alone"), reverse=True)[:_POOL]
    best = _beam(value, pool, lead or pool, min(points, len(pool)))
    return [sentence for k, sentence in enumerate(sentences) if best >> k & 1]


def _beam(value: Callable[[Pair], float], pool: Sequence[_Candidate], first: Sequence[_Candidate], points: int) -> int:
    """The best set that holds one of the first and, where it can, ends behind the first sentences; as bits."""
    states = [_NOTHING]
    later = points > 1 and any(it.order >= points for it in pool)
    for step in range(points):
        longer: dict[int, tuple[float, _Set, _Candidate, float]] = {}
        for state in states:
            for it in pool if step else first:
                bits = state.bits | 1 << it.order
                if bits in longer or bits == state.bits:
                    continue
                if later and step == points - 1 and state.last < points and it.order < points:
                    continue
                known = it.pairs & state.covered
                gain = it.worth - fsum(map(value, known)) if known else it.worth
                words = state.words + it.words + _LENGTH
                longer[bits] = (2 * (state.worth + gain) / words + state.extra + it.extra, state, it, gain)
        ranked = sorted(longer.values(), key=itemgetter(0), reverse=True)[:_BEAM]
        states = [_joined(state, it, gain) for _, state, it, gain in ranked]
    return states[0].bits if states else 0


def _joined(state: _Set, it: _Candidate, gain: float) -> _Set:
    """The set with one more in it."""
    return _Set(
        state.bits | 1 << it.order,
        state.covered | it.pairs,
        state.worth + gain,
        state.words + it.words,
        state.extra + it.extra,
        max(state.last, it.order),
    )
