"""What the list shows: a view of the library or the entries that a search found; chosen by command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from reader.errors import UsageError
from reader.library import Group
from reader.linear.orders import Order
from reader.linear.voice import listed
from reader.model import Act, Counts, Entry, View
from reader.newsroom.results import FIRST, SearchResults

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation

_ORDERS: tuple[str, ...] = get_args(get_type_hints(View)["order"])
_GROUPS: tuple[str, ...] = get_args(get_type_hints(View)["group"])


class Shown:
    """The rows of the list, whichever they are."""

    def __init__(self, session: Conversation) -> None:
        self._session = session
        self._view = View()
        self._found: SearchResults | None = None
        self.query = ""

    @property
    def searched(self) -> bool:
        """Whether the list shows what a search found."""
        return self._found is not None

    @property
    def narrowed(self) -> bool:
        """Whether the list shows a part of what there is."""
        return self._found is not None or replace(self._view, order="newest", group="day") != View()

    @property
    def way_on(self) -> str:
        """What to do where there is no entry."""
        return "leave shows all again." if self.narrowed else "add and the name of a file takes one in."

    @property
    def counts(self) -> Counts:
        """How many entries there are."""
        if self._found is None:
            return self._session.room.counts(self._view)
        self._found = self._found.renewed()
        return self._found.counts

    @property
    def total(self) -> str:
        """How many entries there are, and whether there may be more."""
        counts = self.counts
        return f"{counts.total:,}" if self._found is None or self._found.whole else f"more than {counts.total:,}"

    @property
    def part(self) -> str:
        """What the list is narrowed to, in words."""
        if self._found is not None:
            return f", searched for {self.query}"
        told: list[str] = [self._view.state] if self._view.state != "all" else []
        told += [f"filtered by {self._view.query}"] if self._view.query else []
        return f", {', '.join(told)}" if told else ""

    def rows(self, start: int, count: int) -> list[Entry]:
        """So many rows from one on, counted from 0."""
        if self._found is not None:
            return [it.entry for it in self._found.window(start, count)]
        return list(self._session.room.entries(self._view, start, count))

    def snippet(self, number: int) -> str:
        """Where in a row's article the search matched."""
        found = [] if self._found is None else self._found.window(number, 1)
        return " ".join(found[0].snippet.split()) if found else ""

    def groups(self) -> tuple[Group, ...]:
        """The headings between the rows."""
        if self._found is not None or self._view.group == "none":
            return ()
        return self._session.room.groups(self._view)

    def rank(self, entry_id: int) -> int | None:
        """Where an entry stands, from 0; None where it does not."""
        if self._found is None:
            return self._session.room.rank(self._view, entry_id)
        return self._found.rank(entry_id)

    def unread_after(self, entry_id: int | None, step: int) -> Entry | None:
        """The next unread entry after one, or before it."""
        if self._found is None:
            return self._session.room.next_unread(self._view, entry_id, step)
        return self._found.renewed().next_unread(entry_id, step)

    def mark_all(self) -> Act:
        """Mark everything read, as one act."""
        if self._found is None:
            return self._session.room.mark_all(self._view)
        return self._session.room.mark(self._found.ids, read=True)

    def do_search(self, order: Order) -> None:
        """Search the whole library."""
        words = self._session.wanted(order, "Search for")
        if words:
            room = self._session.room
            first = room.search(words, limit=FIRST)
            found = SearchResults(room, words, first)
            self._found, self.query = found if len(first) < FIRST else found.all(), words
            self._session.listing.begin()

    do_search_library = do_search

    def do_filter(self, order: Order) -> None:
        """Show only entries that match some words."""
        self.show(replace(self._view, query=self._session.wanted(order, "Filter by")))

    def do_show_unread(self, _: Order) -> None:
        """Unread entries only, or all again."""
        self.show(replace(self._view, state="all" if self._view.state == "unread" else "unread"))

    def do_show_starred(self, _: Order) -> None:
        """Starred entries only, or all again."""
        self.show(replace(self._view, state="all" if self._view.state == "starred" else "starred"))

    def do_show_edited(self, _: Order) -> None:
        """Entries that were edited after being read only, or all again."""
        self.show(replace(self._view, state="all" if self._view.state == "edited" else "edited"))

    def do_leave_list(self, _: Order) -> None:
        """All entries again."""
        self.show(View(order=self._view.order, group=self._view.group))

    def do_sort(self, order: Order) -> None:
        """Sort by the named order, else by the next one."""
        self.show(replace(self._view, order=_choice(order.words, self._view.order, _ORDERS)))

    def do_group(self, order: Order) -> None:
        """Group by what is named, else by the next."""
        group = _choice(order.words, self._view.group, _GROUPS)
        self.show(replace(self._view, group=group, order="source" if group == "source" else "newest"))

    def show(self, view: View) -> None:
        """Show another part of the library, or in another order. Raises UsageError for a query that cannot be read."""
        self._session.room.counts(view)
        self._view, self._found = view, None
        self._session.listing.begin()


def _choice(wished: str, now: str, choices: Sequence[str]) -> Any:
    """The choice that is named, else the one after that of now. Raises UsageError for one that there is not."""
    if not wished:
        return choices[(choices.index(now) + 1) % len(choices)]
    if wished not in choices:
        raise UsageError(f"There is no “{wished[:40]}” to choose.", f"Choose {listed(choices)}.")
    return wished
