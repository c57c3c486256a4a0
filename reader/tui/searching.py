"""Searching the library while typing, and the views of the list: filters, states, orders, groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from reader.errors import ReaderError
from reader.model import Entry, Found, View
from reader.tui.messages import LibrarySearched
from reader.tui.row_sources import FoundRows, ViewRows

if TYPE_CHECKING:
    from reader.tui.screen import ReadingScreen

T = TypeVar("T")
_MOST = 200
"""Entries shown of a search: more are found by typing more."""
_ORDERS = (
    View(order="newest"),
    View(order="oldest"),
    View(order="unread"),
    View(order="source"),
    View(order="title"),
    View(order="longest"),
)
_GROUPS = (
    View(group="day"),
    View(group="source", order="source"),
    View(group="folder"),
    View(group="none"),
)
"""What a person turns through: views, of each of which only that counts."""


class Searching:
    """What the list is narrowed to."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._search: FoundRows | None = None
        self._before: int | None = None
        self._asked_before: FoundRows | None = None

    # Over the library

    @property
    def searched(self) -> str:
        """What the list was searched for, empty where it shows a view."""
        return "" if self._search is None else self._search.text

    @property
    def narrowed(self) -> bool:
        """Whether the list shows a part of what there is."""
        view = self._screen.view
        return self._search is not None or replace(view, order="newest", group="day") != View()

    def rows(self) -> FoundRows | None:
        """What the list shows of a search, None where it shows a view."""
        return self._search

    def do_search(self, _: int | None) -> None:
        """Ask for words to find in the library."""
        screen = self._screen
        screen.remove_class("-zen")
        screen.at("list")
        self._asked_before = self._search
        if self._search is None:
            self._before = screen.list.entry.id if screen.list.entry else None
        screen.prompt.ask(
            "search",
            "Search",
            self.searched,
            'words  "a phrase"  title:…  from:…  tag:…  is:unread  after:yesterday',
            chosen=True,
        )

    do_search_library = do_search

    def look_up(self, name: str) -> None:
        """Search the library for a name; the prompt stays open, so that more can be typed."""
        self.do_search(None)
        quoted = name.replace('"', " ")
        self._screen.prompt.line.value = f'"{quoted}"' if " " in quoted else quoted

    def _typed_search(self, text: str) -> None:
        if not text:
            self._show_view()
            return
        room = self._screen.room
        self._screen.jobs.latest("search", lambda: LibrarySearched(text, room.search(text, limit=_MOST, typing=True)))

    def library_searched(self, text: str, found: tuple[Found, ...]) -> None:
        """Show what was found, unless the prompt was left meanwhile."""
        if self._screen.prompt.kind != "search" and self._search is None:
            return
        self._search = FoundRows(text, found)
        self._screen.list.show(self._search)
        self._screen.prompt.tell("not found" if not found else f"{len(found)}{'+' if len(found) == _MOST else ''}")

    def failed(self, job: str, error: ReaderError) -> bool:
        """A query that cannot be read yet is told beside it; whether that was all."""
        if job == "search" and self._screen.prompt.kind == "search":
            self._screen.prompt.tell(error.happened)
            return True
        return False

    def show_only(self, name: str, entries: Sequence[Entry]) -> None:
        """Show these entries under a name, until the list is left."""
        self._search = FoundRows("", [Found(entry, "") for entry in entries], name)
        self._screen.list.show(self._search)
        said = f"{len(entries):,} {'entry' if len(entries) == 1 else 'entries'}. Esc shows all again."
        self._screen.status.say(said)
        self._screen.hint()

    def do_leave_list(self, _: int | None) -> None:
        """Show the whole library again."""
        self._screen.view = View(order=self._screen.view.order, group=self._screen.view.group)
        self._show_view()

    def _show_view(self) -> None:
        screen = self._screen
        self._search = None
        rank = None if self._before is None else screen.room.rank(screen.view, self._before)
        screen.list.show(ViewRows(screen.room, screen.view), rank or 0)

    # Views of the list

    def do_filter(self, _: int | None) -> None:
        """Ask for words that entries must hold."""
        self._screen.prompt.ask(
            "filter", "Show only", self._screen.view.query, "words, title:…, from:…, is:unread", chosen=True
        )

    def do_show_unread(self, _: int | None) -> None:
        """Unread entries only, or all."""
        self._state(View(state="unread"))

    def do_show_starred(self, _: int | None) -> None:
        """Starred entries only, or all."""
        self._state(View(state="starred"))

    def do_show_edited(self, _: int | None) -> None:
        """Entries that were edited after being read only, or all."""
        self._state(View(state="edited"))

    def _state(self, wished: View) -> None:
        view = self._screen.view
        self._change(replace(view, state="all" if view.state == wished.state else wished.state))

    def do_sort(self, _: int | None) -> None:
        """The next order."""
        view = self._screen.view
        order = _after([it.order for it in _ORDERS], view.order)
        self._change(replace(view, order=order))
        self._screen.status.say(f"Sorted by: {order}.")

    def do_group(self, _: int | None) -> None:
        """The next grouping."""
        view = self._screen.view
        group = _after([it.group for it in _GROUPS], view.group)
        order = next(it.order for it in _GROUPS if it.group == group)
        self._change(replace(view, group=group, order=order))
        self._screen.status.say(f"Grouped by: {group}.")

    def narrow_to(self, view: View) -> None:
        """Show another view of the library."""
        self._change(view)

    def _change(self, view: View) -> None:
        screen = self._screen
        entry = screen.list.entry
        rows = ViewRows(screen.room, view)  # may say that the query cannot be read: then nothing has changed
        screen.view, self._search = view, None
        rank = None if entry is None else screen.room.rank(view, entry.id)
        screen.list.show(rows, rank or 0)
        if not screen.list.total:
            screen.status.say("Nothing here. Esc shows all entries again.")

    # The prompt

    def typed(self, kind: str, text: str) -> None:
        """A key in the prompt."""
        if kind == "search":
            self._typed_search(text)

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about the list."""
        if kind == "search":
            if not text:
                self.do_leave_list(None)
        elif kind == "filter":
            self.filter_by(text)
        return kind in ("search", "filter")

    def filter_by(self, text: str) -> None:
        """Show only entries that match a query."""
        try:
            self._change(replace(self._screen.view, query=text))
        except ReaderError as error:
            self._change(replace(self._screen.view, query=""))
            self._screen.status.fail(error)
            return
        if text and not self._screen.list.total:
            self._screen.status.say(f"No entry fits “{text}”. Esc shows all again.")

    def dismissed(self, kind: str) -> None:
        """Esc in the prompt: the list as it was."""
        if kind == "search" and self._asked_before is not None:
            self._search = self._asked_before
            self._screen.list.show(self._search)
        elif kind == "search":
            self._show_view()


def _after(ring: Sequence[T], now: T) -> T:
    """What comes after in a ring."""
    return ring[(ring.index(now) + 1) % len(ring)]


def words_of(query: str) -> str:
    """The first word of a query of the library that stands in texts: no fields, no signs."""
    for part in query.replace("*", "").split():
        if ":" not in part and not part.startswith("-") and part not in ("OR", "AND", "NOT"):
            return part.strip('"()')
    return ""
