"""Searching the library while typing, and the views of the list: filters, states, orders, groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message

from reader import search
from reader.errors import ReaderError
from reader.model import Entry, Found, Passage, View
from reader.newsroom.results import FIRST, SearchResults
from reader.tui.history import History
from reader.tui.list_pane import total_of
from reader.tui.messages import LibrarySearched, Ready
from reader.tui.row_sources import FoundRows, ViewRows

if TYPE_CHECKING:
    from reader.tui.stage import Stage

T = TypeVar("T")
_COUNTED_AFTER = 0.2
"""Seconds without another letter after which all entries that fit are counted: while one types nobody asks how many."""
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
_SEARCH = "search"
_NARROWING = ("state", "source_id", "folder", "tag", "query")
"""What of a view shows only a part of the entries; the rest is how they are put."""


class Searching:
    """What the list is narrowed to."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._search: FoundRows | None = None
        self._before: int | None = None
        self._asked_before: FoundRows | None = None
        self._wanted: str | None = None
        """What an answer is waited for; None once the prompt was left without it."""
        self.history = History()
        self._steps: list[str] = []
        """What the list was narrowed by, one after the other: a search, or a part of the view."""

    # Over the library

    @property
    def searched(self) -> str:
        """What the list was searched for, empty where it shows a view."""
        found = self.rows()
        return "" if found is None else found.text

    @property
    def narrowed(self) -> bool:
        """Whether the list shows a part of what there is."""
        return bool(self._steps)

    def rows(self) -> FoundRows | None:
        """What the list shows of a search, None where it shows a view: a filter made later lies over a search."""
        return self._search if self._steps[-1:] == [_SEARCH] else None

    def renewed(self) -> FoundRows | None:
        """The same with its entries as they are now: marked, tagged, or no more."""
        found = self.rows()
        if found is not None:
            self._search = found = found.renewed()
        return found

    def open(self, entry: Entry, passage: Passage | None) -> None:
        """Open a row of the list: at the passage by which it was found, else with what was searched for found in it."""
        if passage is not None:
            self._screen.recalling.open(passage)
        else:
            self._screen.going.open(entry, query=self.searched)

    def do_search(self, _: int | None) -> None:
        """Ask for words to find in the library."""
        screen = self._screen
        self.history.begin()
        screen.remove_class("-zen")
        screen.at("list")
        self._asked_before = self.rows()
        if self._asked_before is None:
            self._before = screen.list.entry.id if screen.list.entry else None
        screen.prompt.ask(
            "search",
            "Search",
            self.searched,
            'words  "a phrase"  title:…  from:…  #tag  is:unread  after:yesterday',
            chosen=True,
        )

    do_search_library = do_search

    def look_up(self, name: str) -> None:
        """Search the library for a name; the prompt stays open, so that more can be typed."""
        self.do_search(None)
        quoted = name.replace('"', " ")
        self._screen.prompt.line.value = f'"{quoted}"' if " " in quoted else quoted

    def _typed_search(self, text: str) -> None:
        self._wanted = text
        if not text:
            self._end_search()
            return
        room = self._screen.room
        self._screen.jobs.latest("search", lambda: LibrarySearched(text, room.search(text, limit=FIRST, typing=True)))

    def library_searched(self, text: str, found: tuple[Found, ...]) -> None:
        """Show what was found, unless the prompt was left meanwhile without it."""
        if text != self._wanted:
            return
        whole = len(found) < FIRST
        rows = FoundRows(SearchResults(self._screen.room, text, found, whole=whole, typing=True))
        self._show_search(rows)
        self._screen.prompt.tell(total_of(rows) if found else "not found")
        if not whole:
            self._screen.set_timer(_COUNTED_AFTER, lambda: self._count(text))

    def _count(self, text: str) -> None:
        """Have all entries looked up that fit, in the background, if the list is still searched for that."""
        found = self._search
        if found is None or found.text != text or found.whole:
            return

        def run() -> Message:
            every = FoundRows(found.results.all())
            return Ready(lambda: self._counted(every, of=found))

        self._screen.jobs.latest("count", run)

    def _counted(self, every: FoundRows, of: FoundRows) -> None:
        """Show how many there are of what was found; the cursor stays where it is. What has been marked or thrown away
        since is counted once more."""
        screen = self._screen
        if self._search is not of:
            self._count(every.text)
            return
        self._search = every
        if self.rows() is every:
            screen.list.renew(every, screen.list.cursor)
        if screen.prompt.kind == _SEARCH:
            screen.prompt.tell(total_of(every))

    def failed(self, job: str, error: ReaderError) -> bool:
        """A query that cannot be read yet is told beside it; whether that was all."""
        if job == "search" and self._screen.prompt.kind == "search":
            self._screen.prompt.tell(error.happened)
            return True
        return False

    def show_only(self, name: str, entries: Sequence[Entry]) -> None:
        """Show these entries under a name, until the list is left."""
        if self.rows() is None:
            self._before = self._screen.list.entry.id if self._screen.list.entry else None
        found = [Found(entry, "") for entry in entries]
        self._show_search(FoundRows(SearchResults(self._screen.room, "", found), name))
        said = f"{len(entries):,} {'entry' if len(entries) == 1 else 'entries'}. Esc goes back."
        self._screen.status.say(said)
        self._screen.hint()

    def do_leave_list(self, _: int | None) -> None:
        """Take back what the list was narrowed by last."""
        if self.rows() is not None:
            self._end_search()
        elif self._steps:
            self._change(replace(self._screen.view, **{self._steps[-1]: getattr(View(), self._steps[-1])}))

    def _show_search(self, found: FoundRows) -> None:
        self._search = found
        self._steps = [it for it in self._steps if it != _SEARCH] + [_SEARCH]
        self._screen.list.show(found)

    def _end_search(self) -> None:
        """Show the view as it was before the search."""
        screen = self._screen
        self._search = None
        self._steps = [it for it in self._steps if it != _SEARCH]
        rank = None if self._before is None else screen.room.rank(screen.view, self._before)
        screen.list.show(ViewRows(screen.room, screen.view), rank or 0)

    # From entry to entry

    def rank(self, entry_id: int) -> int | None:
        """Where an entry stands in what the list shows, from 0; None if it is not there."""
        found, screen = self.rows(), self._screen
        return screen.room.rank(screen.view, entry_id) if found is None else found.results.rank(entry_id)

    def next_unread(self, entry_id: int | None, step: int) -> Entry | None:
        """The next unread entry of what the list shows after one, or before it."""
        found, screen = self.rows(), self._screen
        if found is None:
            return screen.room.next_unread(screen.view, entry_id, step)
        return found.results.next_unread(entry_id, step)

    # Views of the list

    def do_filter(self, _: int | None) -> None:
        """Ask for words that entries must hold."""
        self.history.begin()
        self._screen.prompt.ask(
            "filter", "Show only", self._screen.view.query, "words, title:…, from:…, #tag, is:unread", chosen=True
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
        """Show another view of the library, in place of whatever the list was narrowed to."""
        self._search = None
        self._change(view, [it for it in _NARROWING if getattr(view, it) != getattr(View(), it)])
        self._screen.hint()

    def _change(self, view: View, steps: list[str] | None = None) -> None:
        """Show a view, reached by these steps, else by one more or one less than before."""
        screen = self._screen
        entry = screen.list.entry
        rows = ViewRows(screen.room, view)  # may say that the query cannot be read: then nothing has changed
        self._steps = self._steps_to(view) if steps is None else steps
        screen.view = view
        found = self.rows()
        rank = None if entry is None or found else screen.room.rank(view, entry.id)
        screen.list.show(found or rows, rank or 0)
        if not screen.list.total:
            screen.status.say(f"Nothing here. {self._escape}")

    def _steps_to(self, view: View) -> list[str]:
        """What the list is narrowed by in another view: what came last stands last, what is lifted is gone."""
        now, plain = self._screen.view, View()
        changed = [it for it in _NARROWING if getattr(view, it) != getattr(now, it)]
        kept = [it for it in self._steps if it not in changed and (changed or it != _SEARCH)]
        return kept + [it for it in changed if getattr(view, it) != getattr(plain, it)]

    @property
    def _escape(self) -> str:
        """What Esc does here, for a list that shows nothing."""
        return "Esc shows all again." if len(self._steps) == 1 else "Esc goes back a step."

    # The prompt

    def turn(self, step: int) -> None:
        """An earlier search or filter, or a later one."""
        if self._screen.prompt.kind in (_SEARCH, "filter"):
            self._screen.prompt.turn(self.history, step)

    def typed(self, kind: str, text: str) -> None:
        """A key in the prompt."""
        if kind == "search":
            self._typed_search(text)

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about the list. Raises UsageError for a query that cannot be read."""
        if kind == "search":
            search.parse_query(text, self._screen.clock().astimezone().date())  # says what cannot be read
            self.history.add(text)
            if not text:
                self._end_search()
            elif self.searched != text:
                self._screen.hold()  # the next key is meant for what is being looked up
        elif kind == "filter":
            self.filter_by(text)
        return kind in ("search", "filter")

    def filter_by(self, text: str) -> None:
        """Show only entries that match a query. Raises UsageError for one that cannot be read, and changes nothing."""
        self._change(replace(self._screen.view, query=text))
        self.history.add(text)
        if text and not self._screen.list.total:
            self._screen.status.say(f"No entry fits “{text}”. {self._escape}")

    def dismissed(self, kind: str) -> None:
        """Esc in the prompt: the list as it was."""
        self._wanted = None
        if kind == "search" and self._asked_before is not None:
            self._show_search(self._asked_before)
        elif kind == "search":
            self._end_search()


def _after(ring: Sequence[T], now: T) -> T:
    """What comes after in a ring."""
    return ring[(ring.index(now) + 1) % len(ring)]
