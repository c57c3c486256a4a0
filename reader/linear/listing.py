"""The list told: entries with their numbers, a page at a time; and which entries are meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.linear.orders import FARTHEST, Order, number_of
from reader.linear.shown import Shown
from reader.linear.voice import counted
from reader.model import Entry
from reader.typeset.dates import when

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation

_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
_WIDEST = 1000
"""Entries that one range of numbers may name."""


class Listing:
    """The list, and the entry in it that is meant when none is named (`at`, from 0)."""

    def __init__(self, session: Conversation) -> None:
        self._session = session
        self.shown = Shown(session)
        self.at = 0
        self._elsewhere = False
        self._next = 0
        self._told: dict[int, int] = {}

    @property
    def where(self) -> str:
        """Where one is in the list."""
        counts = self.shown.counts
        if not counts.total:
            part = f"{self.shown.part}," if self.shown.part else ""
            return f"The list{part} is empty. {self.shown.way_on[:-1]}; help lists the commands."
        at = f"Entry {min(self.at + 1, counts.total):,} of {self.shown.total}, {counts.unread:,} unread"
        return f"List{self.shown.part}. {at}."

    def tell(self, start: int) -> None:
        """A page of the list from an entry on, under the headings of its groups."""
        size = max(2, self._session.voice.rows // 2)
        total = self.shown.counts.total
        start = max(0, min(start, total - 1))
        self.at, self._next = start, start + size
        self._session.voice.say(self.where)
        heads = self._heads()
        for number, row in enumerate(self.shown.rows(start, size), start):
            if number in heads:
                self._session.voice.say(heads[number])
            self._told[number] = row.id
            self._session.voice.say(self._row(number, row))
        if self._next < total:
            self._session.voice.say(f"{counted(total - self._next, 'more entry', 'more entries')}: Enter reads on.")

    def _heads(self) -> dict[int, str]:
        """The headings of groups by the number of the entry that they stand before."""
        return {it.start: f"{it.label}, {counted(it.total, 'entry', 'entries')}:" for it in self.shown.groups()}

    def _row(self, number: int, row: Entry) -> str:
        told = [] if row.read else ["unread"]
        told += ["starred"] if row.starred else []
        told += [row.origin] if row.origin else []
        told += [day] if (day := when(row.published or row.added, None, day_only=True)) else []
        told += [counted(row.passages, "passage")] if row.passages else []
        return f"{number + 1}. {row.title} ({', '.join(told)}) {self.shown.snippet(number)}".rstrip()

    def begin(self) -> None:
        """Tell the list from its beginning; no article is open then."""
        self._session.telling.leave()
        self._session.focus = "list"
        self._told.clear()
        self.tell(0)

    def reset(self) -> None:
        """What was told of the list no longer holds."""
        self._told.clear()
        self.at = max(0, min(self.at, self.shown.counts.total - 1))

    def seek(self, entry_id: int) -> int | None:
        """Make an entry the one that is meant; its number, None where the list does not show it."""
        rank = self.shown.rank(entry_id)
        self._elsewhere = rank is None
        self.at = self.at if rank is None else rank
        return None if rank is None else rank + 1

    # Which entries are meant

    def numbered(self, number: int) -> Entry:
        """The entry with a number of the list. Raises UsageError."""
        room = self._session.room
        if number - 1 in self._told:
            return room.row(room.number_of(self._told[number - 1]))
        rows = self.shown.rows(number - 1, 1) if number > 0 else []
        if not rows:
            raise UsageError(
                f"There is no entry {number:,}.", f"The list holds {self.shown.counts.total:,}; list tells them."
            )
        return rows[0]

    def meant(self, order: Order) -> tuple[list[Entry], str]:
        """The entries that an order names by numbers ("3 5-7"), else the one where one is; and its other words."""
        words = order.words.split()
        numbers: list[int] = []
        while words and (match := _RANGE.fullmatch(words[0])):
            first, last = int(match[1]), int(match[2] or match[1])
            numbers += range(first, min(last, first + _WIDEST) + 1)
            words.pop(0)
        if not numbers:
            numbers = list(range(self.at + 1, self.at + 1 + (order.count or 1)))
        return [self.numbered(it) for it in numbers], " ".join(words)

    # Moving

    def do_list(self, order: Order) -> None:
        """The list from its beginning, or from an entry on."""
        self._session.telling.leave()
        self._session.focus = "list"
        self.reset()
        self.tell((number_of(order.words, FARTHEST) or 1) - 1)

    def do_go(self, order: Order) -> None:
        """Open the entry with that number."""
        self.do_open(order)

    def do_open(self, order: Order) -> None:
        """Open an entry."""
        if not self.shown.counts.total:
            raise UsageError("There is no entry to open.", self.shown.way_on)
        (entry, *_), _ = self.meant(order)
        self.open(entry)

    def open(self, entry: Entry) -> None:
        """Open an entry; one that a search found with its first hit."""
        self.seek(entry.id)
        self._session.telling.open(entry)
        if self.shown.searched:
            self._session.telling.finding.carry(self.shown.query)

    def do_down(self, order: Order) -> None:
        """The next entry, or so many on."""
        self._move(self.at + (order.count or 1))

    def do_up(self, order: Order) -> None:
        """The entry before, or so many back."""
        self._move(self.at - (order.count or 1))

    def _move(self, to: int) -> None:
        total = self.shown.counts.total
        if not 0 <= to < total:
            raise UsageError("The list ends here." if to > 0 else "The list begins here.", "list tells it again.")
        self.at = to
        (row,) = self.shown.rows(to, 1)
        self._told[to] = row.id
        self._session.voice.say(self._row(to, row))

    def do_page_down(self, _: Order) -> None:
        """The next page of the list."""
        if self._next >= self.shown.counts.total:
            self._session.voice.say("The list ends here. A number opens its entry; help lists the commands.")
        else:
            self.tell(self._next)

    def do_page_up(self, _: Order) -> None:
        """The page of the list before."""
        self.tell(max(0, self.at - max(2, self._session.voice.rows // 2)))

    do_half_down, do_half_up = do_page_down, do_page_up

    def do_top(self, _: Order) -> None:
        """The beginning of the list."""
        self.tell(0)

    def do_bottom(self, _: Order) -> None:
        """The end of the list."""
        self.tell(max(0, self.shown.counts.total - max(2, self._session.voice.rows // 2)))

    # From entry to entry

    def do_next_unread(self, order: Order) -> None:
        """Open the next unread entry."""
        self._unread(1, order.count or 1)

    def do_previous_unread(self, order: Order) -> None:
        """Open the unread entry before."""
        self._unread(-1, order.count or 1)

    def _unread(self, step: int, count: int) -> None:
        reading = self._session.telling.reading
        here = reading.entry.id if reading is not None else None
        if here is None and self.at < self.shown.counts.total:
            entry = self.numbered(self.at + 1)
            if entry.read is None and step > 0:  # where one is comes first
                self.open(entry)
                return
            here = entry.id
        found: Entry | None = None
        for _ in range(count):
            found = self.shown.unread_after(found.id if found else here, step) or found
        if found is None:
            raise UsageError(
                "There is no unread entry " + ("further on." if step > 0 else "before."), "list tells all."
            )
        self.open(found)

    def do_next_article(self, order: Order) -> None:
        """Open the next entry."""
        self._beside(order.count or 1)

    def do_previous_article(self, order: Order) -> None:
        """Open the entry before."""
        self._beside(-(order.count or 1))

    def _beside(self, step: int) -> None:
        """Open an entry so many on. What is open may have left the list, as one that was read among the unread: then what
        followed it is in its place. One that came from elsewhere never had a place in it."""
        reading = self._session.telling.reading
        gone = (
            reading is not None
            and not self._elsewhere
            and self.shown.rank(self._session.room.number_of(reading.entry.id)) is None
        )
        to = self.at + step - (gone and step > 0)
        rows = self.shown.rows(to, 1) if to >= 0 else []
        if not rows:
            raise UsageError("The list ends here." if step > 0 else "The list begins here.", "list tells it again.")
        self.open(rows[0])
