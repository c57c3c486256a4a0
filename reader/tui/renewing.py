"""The list as the library has it by now, when another process changed it: looked up in the background.

An update changes the library a hundred times a second. Each look at it costs 4 ms of computing and up to 30 of waiting for
pages that are no longer in memory: a key must not meet that.
"""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import ReaderError
from reader.tui.messages import Ready
from reader.tui.row_sources import ViewRows

if TYPE_CHECKING:
    from reader.tui.stage import Stage

_EVERY = 2.0
"""Seconds between two looks: each ends in a paint of the list, which a key may meet."""


class Renewing:
    """Keeps the list in step with the library."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._looked = -_EVERY
        self._under_way = False
        self._again = False

    def each_minute(self) -> None:
        """Rows say how old they are: an hour later they say so; at midnight there is another day."""
        if self._screen.list.grow_older():
            self.look()

    def look(self) -> None:
        """The library has changed: look at it, now or when the last look is long enough ago."""
        if self._under_way:
            self._again = True
            return
        self._under_way = True
        left = self._looked + _EVERY - monotonic()
        if left > 0:
            self._screen.set_timer(left, self._fetch)
        else:
            self._fetch()

    def _fetch(self) -> None:
        screen = self._screen
        self._looked, self._again = monotonic(), False
        room, view, shown, at = screen.room, screen.view, screen.list.rows, screen.list.cursor
        entry = None if screen.untouched else screen.list.entry
        if screen.searching.rows() is not None:  # what was found stays as it was found
            self._under_way = False
            return

        def run() -> Message:
            try:
                rows = ViewRows(room, view)
                rank = None if entry is None else room.rank(view, room.number_of(entry.id))
                rows.fetch(at if rank is None else rank)
            except ReaderError:
                self._under_way = False
                raise
            return Ready(partial(self._show, rows, shown, None if entry is None else entry.id, rank))

        screen.jobs.latest("renew", run)

    def _show(self, rows: ViewRows, before: object, entry_id: int | None, rank: int | None) -> None:
        """Show the rows, unless others are shown by now: those may be newer."""
        screen, self._under_way = self._screen, False
        if screen.list.rows is not before:
            self.look()
            return
        entry = None if screen.untouched else screen.list.entry
        if entry is not None and entry.id != entry_id:  # the cursor went on meanwhile
            rank = screen.room.rank(rows.view, screen.room.number_of(entry.id))
        screen.list.renew(rows, screen.list.cursor if rank is None and entry is not None else rank)
        if self._again:
            self.look()
