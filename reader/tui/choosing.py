"""Rows of the list chosen for one command: so many at once, or a stretch that follows the cursor until it is ended. Pure."""

from __future__ import annotations

from collections.abc import Callable

_MOST = 1000
"""Rows of one stretch: each is looked up by its number, and for everything in sight there is a command of its own."""


class Choosing:
    """What is chosen, by the numbers of entries."""

    def __init__(self) -> None:
        self.ids: set[int] = set()
        self.full = False
        """Whether the stretch reaches no further, although the cursor does."""
        self._from: int | None = None
        self._before: set[int] = set()
        self._rows: dict[int, int] = {}

    @property
    def going_on(self) -> bool:
        """Whether a stretch follows the cursor."""
        return self._from is not None

    def take(self, ids: set[int]) -> None:
        """Have just these chosen, and no stretch that goes on."""
        self.ids, self.full = ids, False
        self.end()

    def toggle(self, ids: set[int]) -> None:
        """Choose these too, or where all of them are chosen none of them any more."""
        self.take(self.ids - ids if ids <= self.ids else self.ids | ids)

    def begin(self, row: int, entry_id: int) -> None:
        """Begin a stretch at a row."""
        self._from, self._before, self._rows = row, self.ids, {row: entry_id}
        self.ids, self.full = self.ids | {entry_id}, False

    def end(self) -> None:
        """What is chosen stays so, wherever the cursor goes."""
        self._from = None

    def reach(self, row: int, id_of: Callable[[int], int | None]) -> bool:
        """Have the stretch go as far as a row; whether anything else is chosen now."""
        if self._from is None:
            return False
        first, last = sorted((self._from, row))
        self.full = last - first >= _MOST
        if self.full:
            first, last = (first, first + _MOST - 1) if row > self._from else (last - _MOST + 1, last)
        for number in range(first, last + 1):
            if number not in self._rows and (found := id_of(number)) is not None:
                self._rows[number] = found
        now = self._before | {self._rows[number] for number in range(first, last + 1) if number in self._rows}
        before, self.ids = self.ids, now
        return now != before

    def moved(self, rows: int) -> None:
        """The rows stand so many further down, as others came before them."""
        if self._from is not None and rows:
            self._from += rows
            self._rows = {number + rows: found for number, found in self._rows.items()}
