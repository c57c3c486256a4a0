"""Boosted trees as plain tables, walked in pure Python: all trees at once, with one large integer a page piece.

The bits of the integer are the leaves of all trees. A signal's value rules out, in every tree that asks for it, the leaves
behind tests that fail; what is left lowest in each tree is the leaf that is reached (QuickScorer, Lucchese et al.,
SIGIR 2015, with Python's integers as registers). 300 trees of 32 leaves take 50 microseconds a piece; walking them node
by node took 180.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import copysign, exp
from operator import getitem
from typing import Literal, NotRequired, TypedDict

_FORMATS: dict[int, Literal["B", "H", "I"]] = {8: "B", 16: "H", 32: "I"}


class Table(TypedDict):
    """A forest as it is written down: its signals with their cuts, and for each tree its leaf values and its nodes
    (four numbers each: signal, cut, first and last leaf ruled out where the value is above the cut)."""

    source: NotRequired[str]
    width: int
    bias: float
    scale: float
    signals: list[str]
    cuts: list[list[float]]
    trees: list[tuple[list[int], list[int]]]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees ready to be asked: for each signal its cuts and the leaves that are left after each, for each tree the value
    of its leaves by the bit that stands for it. `width` is the bits that a tree takes."""

    width: int
    signals: tuple[str, ...]
    tests: tuple[tuple[list[float], list[int]], ...]
    leaves: tuple[dict[int, float], ...]
    bias: float

    def scores(self, columns: Mapping[str, Sequence[float]]) -> list[float]:
        """Log odds, an entry for each of the columns' entries."""
        every = (1 << self.width * len(self.leaves)) - 1
        shared, asked = self._asked(columns, every)
        alive = [shared] * len(columns[self.signals[0]])
        for column, cuts, masks in asked:
            if len(cuts) == 1:
                cut, mask = cuts[0], masks[1]
                alive = [left & mask if value > cut else left for left, value in zip(alive, column, strict=True)]
            else:
                alive = [
                    left & masks[place] if (place := bisect_left(cuts, value)) else left
                    for left, value in zip(alive, column, strict=True)
                ]
        return self._sums(alive, every)

    def _asked(
        self, columns: Mapping[str, Sequence[float]], every: int
    ) -> tuple[int, list[tuple[Sequence[float], list[float], list[int]]]]:
        """The leaves that are left by the columns that are the same throughout, and the columns that are to be asked entry by
        entry: two of five. Most flags are 0 and rule nothing out."""
        shared = every
        asked: list[tuple[Sequence[float], list[float], list[int]]] = []
        for signal, (cuts, masks) in zip(self.signals, self.tests, strict=True):
            column = columns[signal]
            if not column:
                continue
            place = bisect_left(cuts, column[0])
            # Where the last entry differs from the first, and mostly it does, the others need no look.
            if (
                place
                == bisect_left(cuts, column[-1])
                == bisect_left(cuts, min(column))
                == bisect_left(cuts, max(column))
            ):
                shared &= masks[place]
            else:
                asked.append((column, cuts, masks))
        return shared, asked

    def _sums(self, alive: list[int], every: int) -> list[float]:
        """The values of the lowest leaves that are left, summed up over all trees."""
        size, form = self.width // 8 * len(self.leaves), _FORMATS[self.width]
        # A leaf is left in every tree, so that taking 1 from each borrows from no neighbor: what falls away is its lowest leaf.
        ones = every // ((1 << self.width) - 1)
        # Pieces of one menu reach the same leaves: their sum is worked out once.
        known: dict[int, float] = {}
        for remaining in set(alive):
            left = remaining & every
            lowest = left & ~(left - ones)
            trees = memoryview(lowest.to_bytes(size, "little")).cast(form)
            known[remaining] = self.bias + sum(map(getitem, self.leaves, trees))
        return list(map(known.__getitem__, alive))


_SURE = 30.0
"""Log odds behind which nothing more is told."""


def probability(score: float) -> float:
    """Log odds as a probability."""
    return 1.0 / (1.0 + exp(-(score if abs(score) < _SURE else copysign(_SURE, score))))


@cache
def load(name: str) -> Forest:
    """A forest from the package's weights, read once."""
    table: Table = json.loads((files("reader.parser") / "weights" / f"{name}.json").read_text("utf-8"))
    return build(table)


def build(table: Table) -> Forest:
    """A forest from its table."""
    trees, width = table["trees"], table["width"]
    full = (1 << width * len(trees)) - 1
    masks = [[full] * (len(cuts) + 1) for cuts in table["cuts"]]
    for number, (_, nodes) in enumerate(trees):
        for place in range(0, len(nodes), 4):
            signal, cut, first, last = nodes[place : place + 4]
            masks[signal][cut + 1] &= ~(((1 << last - first) - 1) << first + width * number)
    for row in masks:
        for index in range(1, len(row)):
            row[index] &= row[index - 1]
    leaves = tuple({1 << index: value / table["scale"] for index, value in enumerate(values)} for values, _ in trees)
    tests = tuple(zip(table["cuts"], masks, strict=True))
    return Forest(width, tuple(table["signals"]), tests, leaves, table["bias"])
