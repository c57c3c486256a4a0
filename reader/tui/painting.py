"""What is painted onto a set line: hits, passages, selection. Pure: names in, stretches of text with names out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader import search
from reader.model import Line, Part, Passage, Place

Mark = tuple[int, int, str]
"""A stretch of one part of the article, and the name of the style that it gets."""

Layer = Callable[[Place], Iterable[Mark]]
"""Marks that meet a place, in offsets of its part."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a line that look the same."""

    text: str
    names: tuple[str, ...]


def painted(line: Line, layers: Sequence[Layer]) -> Iterator[Stretch]:
    """The line cut where its look changes; names of later layers come later, and so on top."""
    marks = list(_marks(line, layers))
    edges = {0, len(line.text)}
    for start, end, _ in marks:
        edges.update((start, end))
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        names = tuple(name for a, b, name in marks if a <= start and end <= b)
        yield Stretch(line.text[start:end], names)


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


def passage_marks(passages: Iterable[Passage]) -> Stretches:
    """Passages in the color of their kind; those that are gone from the article are painted nowhere."""
    return Stretches(
        (place, f"passage-{passage.kind}")
        for passage in passages
        for place in passage.places
        if passage.state != "gone"
    )


class HitMarks:
    """The hits of a find, looked up where they are painted; the present one differs."""

    def __init__(self, hits: search.Hits, current: int | None = None) -> None:
        self.hits = hits
        self.current = current

    @property
    def place(self) -> Place | None:
        """Where the present hit stands."""
        return None if self.current is None else self.hits[self.current].place

    def __call__(self, place: Place) -> Iterator[Mark]:
        """The hits that meet a place."""
        inside = self.hits.within(place.part, place.index)
        first = bisect_left(inside, place.start, key=lambda number: self.hits[number].place.end - 1)
        for number in inside[first:]:
            there = self.hits[number].place
            if there.start >= place.end:
                return
            yield there.start, there.end, "hit-current" if number == self.current else "hit"


def order(passage: Passage) -> tuple[int, int, int]:
    """Where a passage stands in reading order: title, standfirst, body with its captions."""
    if not passage.places:
        return (3, 0, 0)
    first = passage.places[0]
    return ({"title": 0, "standfirst": 1}.get(first.part, 2), first.index, first.start)


def in_order(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages that stand in the article, in reading order."""
    yield from sorted((it for it in passages if it.places), key=order)
