"""Where the rows of the list come from: a view of the library, or what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.library import Group
from reader.model import Entry, Found, View
from reader.newsroom import Newsroom
from reader.newsroom.results import SearchResults
from reader.tui.list_rows import Look, date

_NONE = {
    "unread": "Everything is read.",
    "starred": "Nothing is starred: s in the list or in an article does it.",
    "marked": "Nothing is bookmarked: m in an article does it.",
    "failed": "No whole article failed to come.",
    "edited": "Nothing was edited since it was read.",
}
"""What is said of a view of a state that no entry has."""
_AHEAD = 64
"""Rows that are fetched before they come into sight, on either side of one: two screens and some."""


class ViewRows:
    """The rows of a view, fetched when they come into sight, or some of them ahead."""

    whole = True

    def __init__(self, room: Newsroom, view: View) -> None:
        self._room = room
        self.view = view
        self.name = name_of(view, "" if view.source_id is None else room.web.title_of(view.source_id))
        self.counts = room.counts(view)
        self.groups: Sequence[Group] = room.groups(view)
        self._ahead: tuple[int, Sequence[Entry]] = (0, ())

    @property
    def nothing(self) -> str:
        """Why there are no rows."""
        view = self.view
        until = None if view.source_id is None else self._room.web.muted_until(view.source_id)
        if until is not None:
            day = date(until, Look(1, self._room.clock()))
            return f"Muted until {day}: nothing from this source is shown. M in the sources (S) shows it again."
        if view.query:
            return f"No entry fits “{view.query}”."
        if view.state != "all":
            return _NONE[view.state]
        if view == replace(View(), order=view.order, group=view.group):
            return "Nothing here yet. + adds a page, a feed, files or folders."
        return "Nothing of this is in the library."

    def fetch(self, number: int) -> None:
        """Fetch what stands around a row, so that showing it needs no look at the library; any thread may do it."""
        start = max(0, number - _AHEAD)
        self._ahead = (start, self._room.entries(self.view, start, 2 * _AHEAD))

    def window(self, start: int, count: int) -> Sequence[Entry]:
        """Rows `start` to `start + count`."""
        first, rows = self._ahead
        if rows and first <= start and min(start + count, self.counts.total) <= first + len(rows):
            return rows[start - first : start - first + count]
        return self._room.entries(self.view, start, count)

    def found(self, number: int) -> None:
        """Nothing was searched for."""


class FoundRows:
    """What a search found, newest first, or what else was picked out under a name."""

    def __init__(self, results: SearchResults, name: str = "") -> None:
        self.results = results
        self.text = results.text
        self.name = name or f"“{self.text}”"
        self.counts = results.counts
        self.whole = results.whole
        self.groups: Sequence[Group] = ()
        self.nothing = f"Nothing was found for “{self.text}”." if self.text else "Nothing is left of this."

    def renewed(self) -> FoundRows:
        """The same rows with their entries as they are now, without those that were thrown away."""
        return FoundRows(self.results.renewed(), self.name)

    def window(self, start: int, count: int) -> Sequence[Entry]:
        """Rows `start` to `start + count`."""
        return [it.entry for it in self.results.window(start, count)]

    def found(self, number: int) -> Found | None:
        """The piece of the text in which the row matches."""
        found = self.results.window(number, 1)
        return found[0] if found else None


def name_of(view: View, source: str = "") -> str:
    """What a view is called above the list; `source` is the title of the only source that it shows."""
    state = {
        "all": "All",
        "unread": "Unread",
        "starred": "Starred",
        "marked": "Bookmarked",
        "failed": "Failed",
        "edited": "Edited since read",
    }
    shown = "" if source and view.state == "all" else state[view.state]
    told = [source, shown, view.folder or "", f"#{view.tag}" if view.tag else "", view.query]
    return ": ".join(part for part in told if part)
