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


class BarMarks:
    """The rows of one bar that carry a mark; a hit hides a passage, because it is what is looked for now."""

    def __init__(
        self, setting: Setting, rows: int, lines: int, hits: search.Hits | None, passages: tuple[Passage, ...]
    ) -> None:
        self.made_of = (setting, rows, hits, passages)
        self._set = setting
        self._rows = rows
        self._lines = max(rows, lines)
        self._marks = {self._row(setting.line_of(place)): PASSAGE for place in _standing(passages)}
        if hits is not None and len(hits):
            self._marks |= dict.fromkeys(self._with_hits(hits), HIT)

    def fits(self, setting: Setting, rows: int, hits: search.Hits | None, passages: tuple[Passage, ...]) -> bool:
        """Whether these are the marks of just that; compared by identity, because it is asked for each row."""
        return all(mine is other for mine, other in zip(self.made_of, (setting, rows, hits, passages), strict=True))

    def at(self, row: int) -> str | None:
        """The mark of a row."""
        return self._marks.get(row)

    def _row(self, line: int) -> int:
        return line * self._rows // self._lines

    def _with_hits(self, hits: search.Hits) -> Iterator[int]:
        """The rows whose lines hold a hit: asked for each row, not for each hit, of which there may be thousands."""
        before = 0
        for row in range(self._rows):
            number = self._first_after(hits, -(-(row + 1) * self._lines // self._rows))
            if number > before:
                yield row
            before = number

    def _first_after(self, hits: search.Hits, line: int) -> int:
        """The number of the first hit that begins on a line or after it."""
        for near in range(line, min(line + 40, len(self._set))):
            place = self._set.place_at(near)
            if place is not None:
                found = hits.after(place)
                return len(hits) if found is None else found
        return len(hits)


def _standing(passages: tuple[Passage, ...]) -> Iterator[Place]:
    for passage in passages:
        if passage.state != "gone":
            yield from passage.places
