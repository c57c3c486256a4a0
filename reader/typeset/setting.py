"""A set article: its lines, made when they are looked at, and the ways between places and lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import overload

from reader.model import Line, Part, Piece, Place
from reader.text.parts import BESIDE
from reader.text.words import graphemes
from reader.text.words import width as cells_of
from reader.typeset.chunks import Chunk, Manner, chunks
from reader.typeset.justify import justified
from reader.typeset.manuscript import Manuscript


class Setting(Sequence[Line]):
    """The lines of an article at one width.

    Where lines end is found at once (an article of 50,000 words in some 20 ms); a line itself is made when asked for.
    """

    def __init__(self, manuscript: Manuscript, manner: Manner) -> None:
        self.manuscript = manuscript
        self.manner = manner
        self._chunks: list[Chunk] = list(chunks(manuscript, manner))
        self._starts: list[int] = []
        self._parts: dict[tuple[Part, int], int] = {}
        self._lines: dict[int, Line] = {}
        self._size = 0
        for number, chunk in enumerate(self._chunks):
            self._starts.append(self._size)
            self._size += len(chunk)
            for part in _drawn_parts(chunk):
                self._parts.setdefault((part, chunk.matter.index), number)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, number: int) -> Line: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, number: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(number, slice):
            return tuple(self[k] for k in range(*number.indices(self._size)))
        number += self._size if number < 0 else 0
        if not 0 <= number < self._size:
            raise IndexError(number)
        if number not in self._lines:
            self._lines[number] = self._made(number)
        return self._lines[number]

    def __iter__(self) -> Iterator[Line]:
        return (self[number] for number in range(self._size))

    def _made(self, number: int) -> Line:
        at = bisect_right(self._starts, number) - 1
        chunk = self._chunks[at]
        line = chunk.line(number - self._starts[at])
        last = number == self._starts[at] + len(chunk) - 1
        if self.manner.justified and chunk.role == "paragraph" and not last:
            return justified(line, self.manner.width)
        return line

    def line_of(self, place: Place) -> int:
        """The line on which the place begins; where it is not drawn, the nearest before, else the first."""
        at = self._chunk_of(place)
        if at is None:
            return 0
        chunk = self._chunks[at]
        start = self._starts[at] + chunk.before
        if chunk.made:
            return start + _made_line(chunk.made, place.start)
        offset = chunk.matter.drawn(place.start, place.part)
        return start + max(0, bisect_right(chunk.cuts, (offset, len(chunk.matter.text))) - 1)

    def _chunk_of(self, place: Place) -> int | None:
        found = self._parts.get((place.part, place.index))
        if found is None and place.part in ("block", "caption"):
            near = [number for (part, index), number in self._parts.items() if index <= place.index and part in _BODY]
            return max(near, default=None)
        return found

    def beginnings(self, *roles: str, without: Collection[str] = ()) -> list[int]:
        """The first line of each paragraph, heading and so on, in order; with roles only of those, or all but some."""
        return [
            start + chunk.before
            for start, chunk in zip(self._starts, self._chunks, strict=True)
            if (not roles or chunk.role in roles) and chunk.role not in without
        ]

    def spots(self, place: Place) -> Iterator[tuple[int, int, int]]:
        """Where a place is drawn: line, first cell, end cell; a line may have more than one."""
        if self._chunk_of(place) is None or (place.part, place.index) not in self._parts:
            return
        for number in range(self.line_of(place), self._size):
            pieces = [p for p in self[number].pieces if p.place is not None]
            if pieces and all(_past(p, place) for p in pieces):
                return
            yield from ((number, *spot) for spot in self.cells(number, place))

    def cells(self, number: int, place: Place) -> Iterator[tuple[int, int]]:
        """The cells that a place takes on one line."""
        line = self[number]
        for piece in line.pieces:
            there = piece.place
            if there is None or (there.part, there.index) != (place.part, place.index):
                continue
            start, end = max(there.start, place.start), min(there.end, place.end)
            if start < end:
                first = piece.start + start - there.start
                begin = cells_of(line.text[:first])
                yield begin, begin + cells_of(line.text[first : first + end - start])

    def column(self, place: Place) -> int:
        """The cell on its line at which a place begins."""
        start = Place(place.part, place.index, place.start, place.start + 1)
        return next((begin for begin, _ in self.cells(self.line_of(place), start)), 0)

    def place_at(self, number: int, column: int = 0, *, beside: bool = False) -> Place | None:
        """The character at a cell, or the nearest on that line; None where the line shows nothing of the story, or, with
        `beside`, nothing either of what is told beside it."""
        if not 0 <= number < self._size:
            return None
        line = self[number]
        shown = [it for it in line.pieces if it.place is not None and (beside or it.place.part not in BESIDE)]
        if column <= 0:
            return _first(line, shown[0]) if shown else None
        best: tuple[int, Place] | None = None
        for piece in shown:
            if piece.place is not None:
                found = _nearest(line, piece, piece.place, column)
                if best is None or found[0] < best[0]:
                    best = found
        return best[1] if best else None


_BODY = ("block", "caption")


def _drawn_parts(chunk: Chunk) -> set[Part]:
    """The parts of the article that a chunk shows: mostly one, beside a caption its credit."""
    runs = chunk.matter.runs
    if chunk.made:
        return {chunk.matter.part}
    return {run.part or chunk.matter.part for run in runs if run.source is not None}


def _past(piece: Piece, place: Place) -> bool:
    """Whether a piece stands after the place, or in another part."""
    there = piece.place
    return there is None or (there.part, there.index) != (place.part, place.index) or there.start >= place.end


def _made_line(lines: tuple[Line, ...], offset: int) -> int:
    """The line that shows an offset, else the last that begins before it."""
    best = 0
    for number, line in enumerate(lines):
        for piece in line.pieces:
            if piece.place is not None and piece.place.start <= offset:
                if offset < piece.place.end:
                    return number
                best = number
    return best


def _first(line: Line, piece: Piece) -> Place | None:
    """The first character of a piece."""
    there = piece.place
    if there is None:
        return None
    _, end = next(iter(graphemes(line.text[piece.start : piece.end])), (0, 1))
    return Place(there.part, there.index, there.start, there.start + end)


def _nearest(line: Line, piece: Piece, place: Place, column: int) -> tuple[int, Place]:
    """How far the nearest character of a piece is from a cell, and its place."""
    at = cells_of(line.text[: piece.start])
    text = line.text[piece.start : piece.end]
    found: list[tuple[int, int, int]] = []
    for start, end in graphemes(text):
        size = cells_of(text[start:end])
        away = 0 if at <= column < at + size else min(abs(column - at), abs(column - (at + size - 1)))
        found.append((away, start, end))
        at += size
    away, start, end = min(found)
    return away, Place(place.part, place.index, place.start + start, place.start + end)
