"""The scorer of an HTML page: how likely each piece is the article's, and where to cut.

Three looks: a rough one at every piece, which drops menus; a first one at what is left; a second at what the first left
open, which knows what became of the pieces around. The trees stand in `weights/`.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.parser.forest import load, probability
from reader.parser.seen import Seen
from reader.parser.signals import columns, rough_columns, second_columns

ROUGH_LEAST = -4.0
"""Log odds of the rough look below which a piece is looked at no further: 0.1 % of the article's words are lost there."""
DECIDED = 3.5
"""Log odds of the first look beyond which a second changes nothing."""
_NONE = -9.0
_LOWEST, _HIGHEST = 0.40, 0.55
"""The cut stays between: outside, expected F1 trusts the page's own probabilities more than they deserve."""
_SHORT = 200
"""Characters below which a page's article is looked for with a lower cut: a short text is better than none."""
_FAINTEST = 0.05


def likely(seen: Seen) -> list[float]:
    """For every piece the probability that it belongs to the article."""
    rough = rough_columns(seen)
    chosen = [index for index, score in enumerate(load("rough").scores(rough)) if score > ROUGH_LEAST]
    result = [0.0] * len(seen.texts)
    if not chosen:
        return result
    found = {name: [column[index] for index in chosen] for name, column in rough.items()}
    found |= columns(seen, chosen)
    first = load("first").scores(found)
    scores = [_NONE] * len(seen.texts)
    for index, score in zip(chosen, first, strict=True):
        scores[index] = score
        result[index] = probability(score)
    _look_again(seen, scores, chosen, found, result)
    return result


def _look_again(
    seen: Seen, scores: list[float], chosen: list[int], found: dict[str, list[float]], result: list[float]
) -> None:
    """The mean of both looks for what the first left open."""
    places = [place for place, index in enumerate(chosen) if -DECIDED < scores[index] < DECIDED]
    if not places:
        return
    again = second_columns(seen, scores, chosen)
    forest = load("second")
    both = {name: (again[name] if name in again else found[name]) for name in forest.signals}
    mine = {name: [column[place] for place in places] for name, column in both.items()}
    for place, score in zip(places, forest.scores(mine), strict=True):
        index = chosen[place]
        result[index] = (result[index] + probability(score)) / 2


def cut(sizes: Sequence[int], odds: Sequence[float]) -> float:
    """The probability from which pieces are kept: where the F1 that the probabilities themselves expect is highest."""
    expected = sum([size * odd for size, odd in zip(sizes, odds, strict=True)])
    best, at, hits, kept = 0.0, 1.0, 0.0, 0.0
    for odd, size in sorted(zip(odds, sizes, strict=True), reverse=True):
        hits += odd * size
        kept += size
        if 2 * hits / (kept + expected + 1e-9) > best:
            best, at = 2 * hits / (kept + expected + 1e-9), odd
    least = max(_LOWEST, min(_HIGHEST, at))
    if sum([size for size, odd in zip(sizes, odds, strict=True) if odd >= least]) < _SHORT:
        least = min(least, max(_FAINTEST, at))
    return least


def choose(seen: Seen) -> list[bool]:
    """Which pieces are the article."""
    odds = likely(seen)
    least = cut([len(text) for text in seen.texts], odds)
    return [odd >= least for odd in odds]
