"""Where in the whole article hits and passages stand, as rows of the scroll bar beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader import search
from reader.model import Passage, Place

if TYPE_CHECKING:
    from reader.typeset import Setting

HIT = "bar-hit"
PASSAGE = "bar-passage"
_EMPTY = 40
"""Lines at most that show nothing of the article where it goes on behind them."""


class BarMarks:
    """The rows of one bar beside one set article that carry a mark; a hit hides a passage, because it is what is looked
    for now."""

    def __init__(self, setting: Setting, rows: int, lines: int) -> None:
        self._set = setting
        self._rows = rows
        self._lines = max(rows, lines)
        self._edges: list[Place | None] | None = None
        self._marked: tuple[search.Hits | None, tuple[Passage, ...]] = (None, ())
        self._marks: dict[int, str] = {}

    def fits(self, setting: Setting, rows: int) -> bool:
        """Whether this is the bar beside that, with so many rows."""
        return self._set is setting and self._rows == rows

    def at(self, row: int, hits: search.Hits | None, passages: tuple[Passage, ...]) -> str | None:
        """The mark of a row. The hits and passages are compared by identity, because this is asked for each row."""
        if self._marked[0] is not hits or self._marked[1] is not passages:
            self._marked = (hits, passages)
            self._marks = {self._row(self._set.line_of(place)): PASSAGE for place in _standing(passages)}
            if hits is not None and len(hits):
                self._marks |= dict.fromkeys(self._with_hits(hits), HIT)
        return self._marks.get(row)

    def _row(self, line: int) -> int:
        return line * self._rows // self._lines

    def _with_hits(self, hits: search.Hits) -> Iterator[int]:
        """The rows whose lines hold a hit: asked for each row, not for each hit, of which there may be thousands."""
        if self._edges is None:
            self._edges = [self._first(-(-(row + 1) * self._lines // self._rows)) for row in range(self._rows)]
        before = 0
        for row, edge in enumerate(self._edges):
            number = None if edge is None else hits.after(edge)
            number = len(hits) if number is None else number
            if number > before:
                yield row
            before = number

    def _first(self, line: int) -> Place | None:
        """The first place on a line or after it; None behind the text."""
        for near in range(line, min(line + _EMPTY, len(self._set))):
            place = self._set.place_at(near, beside=True)
            if place is not None:
                return place
        return None


def _standing(passages: tuple[Passage, ...]) -> Iterator[Place]:
    for passage in passages:
        if passage.state != "gone":
            yield from passage.places
