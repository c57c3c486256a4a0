"""The scorer of an HTML page: how likely each piece is the article's, and where to cut.

Two looks: a rough one at every piece, which drops menus, and a fine one at what is left. The trees stand in `weights/`. A
third look, which knew what the second had made of the pieces around, was tried and added nothing that validation showed.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.parser.forest import load, probability
from reader.parser.seen import Seen
from reader.parser.signals import columns, rough_columns

ROUGH_LEAST, ROUGH_MOST = -3.5, 3.0
"""Log odds of the rough look beyond which a piece is looked at no further: four of five pieces of a news page, and F1 with
them judged so is the same to 0.0002 (cross-validated)."""
_MOST_PIECES = 5_000
"""Pieces that are looked at closely: the longest of 1,288 benchmark pages has 2,734 in all, and a hostile one is to be done with
in seconds."""
_LOWEST, _HIGHEST = 0.40, 0.55
"""The cut stays between: outside, expected F1 trusts the page's own probabilities more than they deserve."""
_SHORT = 200
"""Characters below which a page's article is looked for with a lower cut: a short text is better than none."""
_FAINTEST = 0.05


def likely(seen: Seen) -> list[float]:
    """For every piece the probability that it belongs to the article."""
    if not seen.texts:
        return []
    rough = rough_columns(seen)
    scores = load("rough").scores(rough)
    result = [probability(score) if score > ROUGH_MOST else 0.0 for score in scores]
    chosen = [index for index, score in enumerate(scores) if ROUGH_LEAST < score <= ROUGH_MOST]
    if len(chosen) > _MOST_PIECES:
        result = [probability(score) for score in scores]
        del chosen[_MOST_PIECES:]
    if not chosen:
        return result
    found = {name: [column[index] for index in chosen] for name, column in rough.items()}
    found |= columns(seen, chosen)
    for index, score in zip(chosen, load("first").scores(found), strict=True):
        result[index] = probability(score)
    return result


def cut(sizes: Sequence[int], odds: Sequence[float]) -> float:
    """The probability from which pieces are kept: where the F1 that the probabilities themselves expect is highest."""
    expected = sum([size * odd for size, odd in zip(sizes, odds, strict=True)])
    best, at, hits, kept = 0.0, 1.0, 0.0, 0.0
    for odd, size in sorted(zip(odds, sizes, strict=True), reverse=True):
        hits += odd * size
        kept += size
        f1 = 2 * hits / (kept + expected + 1e-9)
        if f1 > best:
            best, at = f1, odd
    least = max(_LOWEST, min(_HIGHEST, at))
    if sum([size for size, odd in zip(sizes, odds, strict=True) if odd >= least]) < _SHORT:
        least = min(least, max(_FAINTEST, at))
    return least


def choose(seen: Seen) -> list[bool]:
    """Which pieces are the article."""
    odds = likely(seen)
    least = cut([len(text) for text in seen.texts], odds)
    return [odd >= least for odd in odds]
