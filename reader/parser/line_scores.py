"""Which lines of a scraped text are likely the body: a learned table asked for every line, and a cut for the page.

The tables (`weights/lines.json`, and for long texts `long_lines.json`) are refitted by `python -m tests.bench.fit_lines`.
"""

from __future__ import annotations

from itertools import accumulate

from reader.parser import forest
from reader.parser.line_signals import LinesSeen, columns
from reader.parser.line_words import announcing_words
from reader.parser.pieces import Piece

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
    best = ranked[promised.index(max(promised))][0] if ranked else 1.0
    lowest = max(_LOWEST, min(_HIGHEST, best))
    if best < lowest and sum([count for chance, count in ranked if chance >= lowest]) < _SHORT:
        lowest = min(lowest, max(_FAINTEST, best))
    return lowest


_LONG_LINE, _LOOKED_AT = 2_000, 20_000
"""Characters from which on a line may be noise, and of those that are read to tell."""
_LONGEST_WORD, _SAME_WORDS = 500, 50
"""Characters that words have on average, and how often each stands there, in what nobody wrote for readers."""


def is_noise(text: str) -> bool:
    """Whether a very long line is unbroken, as pictures written out as text are, or the same few words again and again. In
    scripts without spaces every paragraph is unbroken."""
    if len(text) < _LONG_LINE:
        return False
    sample = text[:_LOOKED_AT]
    words = sample.split()
    unbroken = len(words) * _LONGEST_WORD < len(sample) and sample[0] < "\u0e00"
    return unbroken or len(set(words)) * _SAME_WORDS < len(words)


def judged(pieces: list[Piece]) -> list[bool]:
    """For each line of a text whether it is kept. Noise is set aside first: of nine such lines each counts as a page, and what
    stands behind them would be far from the rest. Of a text that is nothing else it is judged."""
    noise = [len(piece.text) >= _LONG_LINE and is_noise(piece.text) for piece in pieces]
    if all(noise) or not any(noise):
        return body_lines(LinesSeen(pieces))
    kept = iter(body_lines(LinesSeen([piece for piece, noisy in zip(pieces, noise, strict=True) if not noisy])))
    return [not noisy and next(kept) for noisy in noise]


_LONG_TEXT = 150
"""Lines of running text from which the table is asked that was taught with long ones too. The other kept 79 of 300 paragraphs and
40 of 1,000; this one keeps them all, and with each site left out is 0.007 worse on the benchmark's news, of which one in
eighty is so long."""


def body_lines(seen: LinesSeen) -> list[bool]:
    """For each line whether it is kept."""
    keep = [False] * len(seen.texts)
    if not seen.chosen:
        return keep
    table = "long_lines" if len(seen.good) - seen.good.count(0.0) > _LONG_TEXT else "lines"
    scores = forest.load(table).scores(columns(seen, announcing_words()))
    probabilities = list(map(forest.probability, scores))
    lowest = cut(probabilities, [seen.counts[index] for index in seen.chosen])
    for index, chance in zip(seen.chosen, probabilities, strict=True):
        keep[index] = chance >= lowest
    return keep
