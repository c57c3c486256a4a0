"""What is painted onto a set line: hits, passages, selection. Pure: names in, stretches of text with names out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from reader import search
from reader.model import Line, Part, Passage, PassageKind, Place
from reader.text.parts import rank

Mark = tuple[int, int, str]
"""A stretch of one part of the article, and the name of the style that it gets."""

Layer = Callable[[Place], Iterable[Mark]]
"""Marks that meet a place, in offsets of its part."""


class Stretch(NamedTuple):
    """Characters of a line that look the same; with an `address` the terminal opens it where they are clicked.

    A tuple, because a page of letters that were found is a thousand of them: made in a third of a dataclass's time.
    """

    text: str
    names: tuple[str, ...]
    address: str = ""


def painted(line: Line, layers: Sequence[Layer]) -> Iterator[Stretch]:
    """The line cut where its look changes; names of later layers come later, and so on top."""
    begun: dict[int, list[int]] = {}
    ended: dict[int, list[int]] = {}
    names = []
    for number, (start, end, name) in enumerate(_marks(line, layers)):
        begun.setdefault(start, []).append(number)
        ended.setdefault(end, []).append(number)
        names.append(name)
    if not names and line.text:
        yield Stretch(line.text, ())
        return
    here: list[int] = []
    for start, end in pairwise(sorted({0, len(line.text), *begun, *ended})):
        for number in ended.get(start, ()):
            here.remove(number)
        if start in begun:
            here = sorted((*here, *begun[start]))
        yield Stretch(line.text[start:end], tuple([names[number] for number in here]))


def _marks(line: Line, layers: Sequence[Layer]) -> Iterator[Mark]:
    """Styles and marks in offsets of the line's text."""
    for piece in line.pieces:
        for style in piece.styles:
            yield piece.start, piece.end, style
    for layer in layers:
        for piece in line.pieces:
            if piece.place is None:
                continue
            shift = piece.start - piece.place.start
            for start, end, name in layer(piece.place):
                a, b = max(start, piece.place.start) + shift, min(end, piece.place.end) + shift
                if a < b:
                    yield a, b, name


class Stretches:
    """Places painted alike or each in its own way: passages, a selection, a lit sentence."""

    def __init__(self, places: Iterable[tuple[Place, str]] = ()) -> None:
        self._parts: dict[tuple[Part, int], list[Mark]] = {}
        for place, name in places:
            self._parts.setdefault((place.part, place.index), []).append((place.start, place.end, name))

    def __call__(self, place: Place) -> Iterator[Mark]:
        """Those that meet a place."""
        for mark in self._parts.get((place.part, place.index), ()):
            if mark[0] < place.end and mark[1] > place.start:
                yield mark


class PassageMarks:
    """Passages in the colors of their kinds, the shortest on top, where several overlap underlined.

    Each part of the article is worked out when it is first in sight: with 1,000 passages in 50,000 words a key costs
    what it costs with ten. Those that are gone from the article are painted nowhere.
    """

    def __init__(self, passages: Iterable[Passage] = ()) -> None:
        self._parts: dict[tuple[Part, int], list[tuple[int, int, Passage]]] = {}
        self._flat: dict[tuple[Part, int], list[Cover]] = {}
        for passage in passages:
            for place in passage.places if passage.state != "gone" else ():
                key = (place.part, place.index)
                self._parts.setdefault(key, []).append((place.start, place.end, passage))

    def __call__(self, place: Place) -> Iterator[Mark]:
        """Those that meet a place."""
        for start, end, passage, more in self._covers(place):
            yield start, end, f"passage-{passage.kind}"
            if more:
                yield start, end, "passage-overlap"

    def touching(self, place: Place) -> Iterator[Passage]:
        """The passages that meet a place, covered or not."""
        for start, end, passage in self._parts.get((place.part, place.index), ()):
            if start < place.end and end > place.start:
                yield passage

    def kinds(self, places: Iterable[Place]) -> set[PassageKind]:
        """The kinds that are seen at these places."""
        return {passage.kind for place in places for _, _, passage, _ in self._covers(place)}

    def _covers(self, place: Place) -> Iterator[Cover]:
        key = (place.part, place.index)
        if key not in self._parts:
            return
        if key not in self._flat:
            self._flat[key] = list(_flattened(self._parts[key]))
        flat = self._flat[key]
        for at in range(bisect_right(flat, place.start, key=lambda it: it[1]), len(flat)):
            if flat[at][0] >= place.end:
                return
            yield flat[at]


Cover = tuple[int, int, Passage, bool]
"""From where to where which passage is seen, and whether others lie beneath it."""


def _flattened(marked: list[tuple[int, int, Passage]]) -> Iterator[Cover]:
    """Overlapping passages as stretches that follow one another, in each the shortest passage."""
    beginnings = sorted(marked, key=lambda it: it[0])
    edges = sorted({edge for start, end, _ in marked for edge in (start, end)})
    heap: list[tuple[int, int, int, Passage]] = []
    begun, ends = 0, sorted(end for _, end, _ in marked)
    for start, end in pairwise(edges):
        while begun < len(beginnings) and beginnings[begun][0] <= start:
            _, stop, passage = beginnings[begun]
            heappush(heap, (extent(passage), begun, stop, passage))
            begun += 1
        while heap and heap[0][2] <= start:
            heappop(heap)
        if heap:
            yield start, end, heap[0][3], begun - bisect_right(ends, start) > 1


def extent(passage: Passage) -> int:
    """How many characters a passage holds."""
    return sum(place.end - place.start for place in passage.places)


_SIGNS: dict[PassageKind, tuple[str, str]] = {
    "yellow": ("▌", "|"),
    "green": ("║", "="),
    "blue": ("┊", ":"),
    "red": ("┃", "!"),
}


def margin_sign(kinds: set[PassageKind], *, ascii: bool) -> str:
    """What stands in the margin beside a line with passages of these kinds, for those who see no color."""
    if not kinds:
        return " "
    if len(kinds) > 1:
        return "#" if ascii else "╫"
    return _SIGNS[next(iter(kinds))][ascii]


class HitMarks:
    """The hits of a find, looked up where they are painted; the present one differs, or is painted `alone`."""

    def __init__(self, hits: search.Hits, current: int | None = None, *, alone: bool = False) -> None:
        self.hits = hits
        self.current = current
        self.alone = alone

    @property
    def place(self) -> Place | None:
        """Where the present hit stands."""
        return None if self.current is None else self.hits[self.current].place

    def __call__(self, place: Place) -> Iterator[Mark]:
        """The hits that meet a place."""
        if self.alone and self.place is None:
            return
        inside = self.hits.within(place.part, place.index)
        first = bisect_left(inside, place.start, key=lambda number: self.hits[number].place.end - 1)
        for number in inside[first:]:
            there = self.hits[number].place
            if there.start >= place.end:
                return
            if number == self.current:
                yield there.start, there.end, "hit-current"
            elif not self.alone:
                yield there.start, there.end, "hit"


def with_marks(stretches: Iterable[Stretch], marks: Iterable[Mark]) -> Iterator[Stretch]:
    """Stretches that follow one another, cut where marks begin and end; marks in order, none over another."""
    waiting = list(marks)
    at = 0
    for each in stretches:
        end = at + len(each.text)
        edges = {at, end, *(min(max(edge, at), end) for start, stop, _ in waiting for edge in (start, stop))}
        for a, b in pairwise(sorted(edges)):
            names = tuple(name for start, stop, name in waiting if start <= a and b <= stop)
            yield Stretch(each.text[a - at : b - at], (*each.names, *names), each.address)
        at = end


def order(passage: Passage) -> tuple[int, int, bool, int]:
    """Where a passage stands in reading order."""
    return rank(passage.places[0] if passage.places else None)


def in_order(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages that stand in the article, in reading order."""
    yield from sorted((it for it in passages if it.places), key=order)
