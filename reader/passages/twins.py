"""Of several places with the quote's words, which is the passage: told by all of them together.

Each place of the new text is compared to each that the old one had. Two copies of a section may have the same words
around them; then their order tells, or that the others are accounted for.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.passages.anchor import Anchor
from reader.passages.candidate import Candidate

_BY_CHANCE = 0.3  # of the words around that any two places share
_MOST_FREE = 16  # places that are also paired without regard to order

Gains = Sequence[Sequence[float]]
"""For each old place and each new one what speaks for their being the same, less what does by chance."""


def pair(anchor: Anchor, places: Sequence[Candidate]) -> None:
    """Tell each of the places with the quote's words how clearly it is the passage, going by all of them."""
    twins = sorted((decoy.at, number) for number, decoy in enumerate(it for it in anchor.decoys if not it.inside))
    if not twins or not places:
        return
    own = sum(at < anchor.at for at, _ in twins)
    rows = [[place.aside.twins[number] for place in places] for _, number in twins]
    rows.insert(own, [place.around for place in places])
    for place, in_order, in_any_order in zip(places, *pairing(rows, own), strict=True):
        place.in_order, place.in_any_order = in_order, in_any_order


def pairing(likeness: Gains, own: int) -> tuple[list[float], list[float]]:
    """For each new place how much better all places pair up with the passage there than with it anywhere else.

    First with their order kept, then without. `likeness` has a row for each old place, the passage's is row `own`.
    """
    gains = [[max(-_BY_CHANCE, value - _BY_CHANCE) for value in row] for row in likeness]
    ordered = _margins(*_in_order(gains, own))
    return ordered, _margins(*_in_any_order(gains, own)) if len(gains[own]) <= _MOST_FREE else ordered


def _margins(totals: list[float], without: float) -> list[float]:
    """By how much each total is above the best of the others; the passage may also be lost."""
    first = max([without, *totals])
    second = (
        max([without, *totals[: totals.index(first)], *totals[totals.index(first) + 1 :]]) if first in totals else first
    )
    return [total - (second if total == first else first) for total in totals]


def _in_order(gains: Gains, own: int) -> tuple[list[float], float]:
    """The best total with the passage at each new place, and with it lost, where no pair crosses another."""
    size = len(gains[own])
    before = _best_to(gains[:own], size)
    behind = [row[::-1] for row in gains[:own:-1]]
    after = _best_to(behind, size)[::-1]
    totals = [before[at] + gains[own][at] + after[at + 1] for at in range(size)]
    return totals, max(before[at] + after[at] for at in range(size + 1))


def _best_to(gains: Gains, size: int) -> list[float]:
    """The best total of these old places within the first 0, 1, 2… new ones."""
    best = [0.0] * (size + 1)
    for row in gains:
        last, best = best, [0.0]
        for at, gain in enumerate(row):
            best.append(max(best[-1], last[at + 1], last[at] + gain))
    return best


def _in_any_order(gains: Gains, own: int) -> tuple[list[float], float]:
    """The same where pairs may cross, the strongest first."""
    pairs = sorted(
        ((gain, old, new) for old, row in enumerate(gains) if old != own for new, gain in enumerate(row) if gain > 0),
        reverse=True,
    )
    totals = [gain + _strongest(pairs, new) for new, gain in enumerate(gains[own])]
    return totals, _strongest(pairs, -1)


def _strongest(pairs: list[tuple[float, int, int]], taken: int) -> float:
    total, olds, news = 0.0, set(), {taken}
    for gain, old, new in pairs:
        if old not in olds and new not in news:
            olds.add(old)
            news.add(new)
            total += gain
    return total
