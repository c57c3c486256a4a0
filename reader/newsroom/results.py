"""What a search of the library found: the first entries as they come, all the others by number. Whoever searches has an
answer at once, however much there is; the rest is counted behind it, and becomes rows when somebody looks at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Counts, Entry, Found

if TYPE_CHECKING:
    from reader.newsroom import Newsroom

FIRST = 200
"""Entries that a search shows at once."""


class SearchResults:
    """Entries that were found, in their order, as they were when they were looked up; what was thrown away since may come
    back with `renewed`.

    `whole` says whether these are all that there are. Entries can be picked out without a search, too.
    """

    def __init__(
        self,
        room: Newsroom,
        text: str,
        first: Sequence[Found],
        rest: Sequence[int] = (),
        *,
        whole: bool = True,
        typing: bool = False,
        now: Mapping[int, Found] | None = None,
    ) -> None:
        self._room = room
        self.text = text
        self._first = {it.entry.id: it for it in first}
        self._every = (*self._first, *(it for it in rest if it not in self._first))
        self._excerpts: dict[int, Found] = {}
        self.whole = whole
        self._typing = typing
        self._take(self._first if now is None else now)

    def _take(self, now: Mapping[int, Found]) -> None:
        unread = {number: it.entry.read is None for number, it in now.items()}
        if len(self._every) > len(self._first):
            unread |= self._room.library.shelf.standing(self._every[len(self._first) :])
        self._now = dict(now)
        self._unread = unread
        self.ids = tuple(it for it in self._every if it in unread)
        self._ranks = {number: rank for rank, number in enumerate(self.ids)}
        # A sample that was kept meanwhile has another number.
        self._ranks |= {it.entry.id: self._ranks[number] for number, it in now.items()}
        self.counts = Counts(len(self.ids), sum(unread.values()))

    def all(self) -> SearchResults:
        """The same with all that there are besides, as far as they can be counted in a moment."""
        rest, whole = self._room.library.index.numbers(self.text, typing=self._typing)
        return self._with(rest, whole)

    def renewed(self) -> SearchResults:
        """The same with its entries as they are now."""
        return self._with(self._every[len(self._first) :], self.whole)

    def _with(self, rest: Sequence[int], whole: bool) -> SearchResults:
        first, rows = tuple(self._first.values()), self._room.rows(list(self._first))
        now = {number: replace(it, entry=rows[number]) for number, it in self._first.items() if number in rows}
        found = SearchResults(self._room, self.text, first, rest, whole=whole, typing=self._typing, now=now)
        found._excerpts = self._excerpts
        return found

    def window(self, start: int, count: int) -> list[Found]:
        """Rows `start` to `start + count`."""
        picked = self.ids[max(0, start) : start + count]
        beyond = [it for it in picked if it not in self._now]
        if beyond:
            self._fetch(beyond)
        return [found for it in picked if (found := self._now.get(it)) is not None]

    def _fetch(self, beyond: Sequence[int]) -> None:
        unknown = [it for it in beyond if it not in self._excerpts]
        if unknown:
            self._excerpts |= self._room.library.index.excerpts(self.text, unknown, typing=self._typing)
        rows, known = self._room.rows(beyond), self._excerpts
        self._now |= {it: replace(known[it], entry=rows[it]) for it in beyond if it in rows and it in known}

    def rank(self, entry_id: int) -> int | None:
        """Where an entry stands, from 0; None if it is not there."""
        return self._ranks.get(entry_id)

    def next_unread(self, entry_id: int | None, step: int = 1) -> Entry | None:
        """The next unread entry after one, or with `step` -1 before it; None at the end."""
        at = self._ranks.get(entry_id) if entry_id is not None else None
        if step > 0:
            following = self.ids[0 if at is None else at + 1 :]
        else:
            following = self.ids[: at or 0][::-1]
        found = next((it for it in following if self._unread[it]), None)
        return None if found is None else self._room.row(self._room.number_of(found))
