"""Which lines of a scraped text are likely the body: a learned table asked for every line, and a cut for the page.

The table (`weights/lines.json`) is refitted by `python -m tests.bench.fit_lines`.
"""

from __future__ import annotations

from itertools import accumulate

from reader.parser import forest
from reader.parser.line_signals import LinesSeen, columns
from reader.parser.line_words import announcing_words

# Bounds of a page's cut. Free of them, one page of short lines would be taken whole or not at all.
_LOWEST, _HIGHEST = 0.40, 0.55
_SHORT = 40
"""Words below which a text's body is looked for with a lower cut: a short text is better than none."""
_FAINTEST = 0.1


def cut(probabilities: list[float], counts: list[int]) -> float:
    """The probability from which lines are taken, so that the F1 that they promise is the highest.

    After Lewis (SIGIR 1995): the best set is always the likeliest lines; how many is read off their own probabilities.
    """
    ranked = sorted(zip(probabilities, counts, strict=True), reverse=True)
    total = sum([chance * count for chance, count in ranked])
    right = accumulate([chance * count for chance, count in ranked])
    taken = accumulate([count for _, count in ranked])
    promised = [2 * good / (size + total) if size + total else 0.0 for good, size in zip(right, taken, strict=True)]
    best = ranked[max(range(len(ranked)), key=promised.__getitem__)][0] if ranked else 1.0
    lowest = max(_LOWEST, min(_HIGHEST, best))
    if best < lowest and sum([count for chance, count in ranked if chance >= lowest]) < _SHORT:
        lowest = min(lowest, max(_FAINTEST, best))
    return lowest


def body_lines(seen: LinesSeen) -> list[bool]:
    """For each line whether it is kept."""
    keep = [False] * len(seen.texts)
    if not seen.chosen:
        return keep
    scores = forest.load("lines").scores(columns(seen, announcing_words()))
    probabilities = list(map(forest.probability, scores))
    lowest = cut(probabilities, [seen.counts[index] for index in seen.chosen])
    for index, chance in zip(seen.chosen, probabilities, strict=True):
        keep[index] = chance >= lowest
    return keep
