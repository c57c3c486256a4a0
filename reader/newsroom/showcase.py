"""The samples in the list: shown while nothing else is in the library, each its own entry once something is done to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, Any

from reader.library import Group, Library
from reader.library.journal import SEEN
from reader.model import Act, Counts, Entry, Found, Glance, Summary, View
from reader.newsroom.opening import Reading
from reader.newsroom.samples import ORIGIN, Samples

if TYPE_CHECKING:
    from reader.newsroom.sample_shelf import SampleShelf

_FACT = "samples"
"""The fact in the library that says whether samples are shown."""
_ACTS = 1_000
"""Acts that are looked through for one that touched a sample: more than anybody does while there is nothing but samples."""
_SEEN = "samples read"
"""The fact that names those which were read: reading one makes it no entry."""

_ORDERS: Mapping[str, Callable[[Entry], Any]] = {
    "unread": lambda row: row.read is not None,
    "title": lambda row: row.title.casefold(),
    "longest": lambda row: -row.words,
}
"""What comes first in an order other than by time; all samples are of one source."""


class Showcase:
    """Samples and the entries that samples became, as one list."""

    def __init__(self, library: Library, wanted: bool, clock: Callable[[], datetime]) -> None:
        self.samples = Samples()
        self._library = library
        self._wanted = wanted
        self._clock = clock
        # A sample is no entry, so the library does not keep what was made of it.
        self._summaries: dict[tuple[int, int], tuple[Summary, ...]] = {}
        self._glances: dict[int, Glance] = {}
        # Numbers that samples had as entries before that was undone; the library gives none twice.
        self._let_go: dict[int, int] = {}
        self._shelf: SampleShelf | None = None
        self._shelving = Lock()

    @property
    def open(self) -> bool:
        """Whether samples are shown: somebody wants them, and the library holds nothing but kept ones."""
        if not self._wanted or not self._library.shelf.only_from(ORIGIN.address):
            return False
        return self._library.recall(_FACT) != "hidden"

    def hide(self) -> None:
        """Show no sample any more that was not kept."""
        self._library.remember(_FACT, "hidden")

    def close(self) -> None:
        """Take away what was made to search them."""
        if self._shelf is not None:
            self._shelf.close()

    def search(self, text: str, **how: Any) -> list[Found]:
        """Samples that a query matches, found as the library finds, with the same wishes. Raises UsageError."""
        known, numbers = self._known(), {it.name: -number for number, it in enumerate(self.samples.all, 1)}
        found = self._on_shelf().search(text, **how)
        return [replace(it, entry=self.row(numbers[name])) for name, it in found if name not in known]

    def _on_shelf(self) -> SampleShelf:
        with self._shelving:
            if self._shelf is None:
                from reader.newsroom.sample_shelf import SampleShelf

                self._shelf = SampleShelf(self.samples.all, self._seen(), self._clock)
            return self._shelf

    def see(self, entry_id: int) -> None:
        """Remember that a sample was read; that keeps nothing of it."""
        name = self.samples[entry_id].name
        self._library.remember(_SEEN, " ".join(sorted({*self._seen(), name})))
        if self._shelf is not None:
            self._shelf.see([name])

    def _seen(self) -> list[str]:
        return (self._library.recall(_SEEN) or "").split()

    def row(self, entry_id: int) -> Entry:
        """A sample as a row of the list, read or not."""
        return self._marked(self.samples.row(entry_id), self._seen())

    def _marked(self, row: Entry, seen: list[str]) -> Entry:
        return replace(row, read=row.added or self._clock()) if row.sample is not None and row.sample in seen else row

    def _known(self) -> set[str]:
        """Samples that are entries by now, or were and have been thrown away."""
        return {it.name for it in self.samples.all if self._library.shelf.number(it.identity) is not None}

    def rows(self, view: View) -> list[Entry]:
        """What a view shows of them, in its order."""
        rows = [*self._kept(view), *self._shown(view)]
        rows.sort(key=lambda row: row.published or row.added or self._clock(), reverse=view.order != "oldest")
        return sorted(rows, key=_ORDERS.get(view.order, lambda _: 0))

    def _shown(self, view: View) -> list[Entry]:
        """The rows of the samples that a view shows and that are not kept yet."""
        if view.state not in ("all", "unread") or view.tag or view.folder or view.source_id:
            return []
        seen, fitting = self._seen(), self._on_shelf().fitting(view.query) if view.query else None
        rows = [self._marked(row, seen) for row in self.samples.rows(self._known())]
        return [
            row
            for row in rows
            if (fitting is None or row.sample in fitting) and (view.state == "all" or row.read is None)
        ]

    def counts(self, view: View) -> Counts:
        """How many a view shows, and how many of them are unread."""
        rows = self.rows(view)
        return Counts(len(rows), sum(row.read is None for row in rows))

    def groups(self, view: View) -> tuple[Group, ...]:
        """One heading for all of them."""
        counts = self.counts(view)
        return (Group(ORIGIN.address, "Samples", 0, counts.total, counts.unread),) if counts.total else ()

    def rank(self, view: View, entry_id: int) -> int | None:
        """Where one stands, also by the number that it had before it was kept; None if it is not there."""
        number = self.number_of(entry_id)
        return next((rank for rank, row in enumerate(self.rows(view)) if row.id == number), None)

    def next_unread(self, view: View, entry_id: int | None, step: int) -> Entry | None:
        """The next unread one after an entry, or before it; None at the end."""
        # One that was read since is in a list of the unread no more, or behind all of them: where it stood is looked on.
        everything = replace(view, state="all") if view.state == "unread" else view
        rows = self.rows(replace(everything, order="newest") if view.order == "unread" else everything)
        number = None if entry_id is None else self.number_of(entry_id)
        here = next((rank for rank, row in enumerate(rows) if row.id == number), -1)
        rest = rows[here + 1 :] if step > 0 else rows[: max(0, here)][::-1]
        return next((row for row in rest if row.read is None), None)

    def reading(self, entry_id: int, points: int) -> Reading:
        """A sample as it is opened, with what was made of it before."""
        sample, kept = self.samples[entry_id], self._summaries.get((entry_id, points))
        return Reading(self.row(entry_id), sample.article, (), kept, glance=self._glances.get(entry_id))

    def summarize(self, entry_id: int, points: int) -> tuple[Summary, ...]:
        """What a sample says in so many sentences, made once."""
        from reader.newsroom import summing

        key = entry_id, points
        if key not in self._summaries:
            self._summaries[key] = summing.of_article(self.samples[entry_id].article, points)
        return self._summaries[key]

    def glance(self, entry_id: int) -> Glance:
        """Who says what in a sample, its figures and its names, found once."""
        from reader.newsroom import summing

        if entry_id not in self._glances:
            self._glances[entry_id] = summing.glance(self.samples[entry_id].article)
        return self._glances[entry_id]

    def number_of(self, entry_id: int) -> int:
        """The number under which one is known now: a sample that was kept meanwhile has another."""
        entry_id = self._let_go.get(entry_id, entry_id)
        if entry_id >= 0:
            return entry_id
        return self._library.shelf.number(self.samples[entry_id].identity) or entry_id

    def now(self, entry_id: int) -> int:
        """The number of what is asked for as an entry, which may be a sample again."""
        return self.number_of(entry_id) if entry_id > 0 else entry_id

    def keep(self, ids: Iterable[int]) -> list[int]:
        """The numbers of entries, samples put into the library on the way."""
        return [self._keep(it) for it in ids]

    def _keep(self, entry_id: int) -> int:
        number = self.number_of(entry_id)
        if number > 0:
            return number
        sample = self.samples[number]
        when = sample.article.published or self._clock()
        number = self._library.shelf.add(sample.article, ORIGIN, identity=sample.identity, fetched=when).entry_id
        if sample.name in self._seen():
            self._library.shelf.see([number])
        return number

    def let_go(self, act: Act | None) -> Act | None:
        """Make samples of those entries again that were nothing else before an act that was undone: nothing is left of
        what was done to them. The act itself."""
        if act is None or not self.open:
            return act
        names = {self._library.shelf.number(it.identity): -place for place, it in enumerate(self.samples.all, 1)}
        for number, row in self._library.shelf.entries([it for it in act.entries if it in names]).items():
            if row.starred or row.passages or row.tags or self._is_acted_on(number):
                continue
            if row.read:
                self.see(names[number])
            self._library.shelf.erase([number])
            self._let_go[number] = names[number]
        self._library.sources.drop_empty(ORIGIN.address)
        return act

    def _is_acted_on(self, number: int) -> bool:
        """Whether undo may yet take back something that was done to an entry."""
        return any(number in it.entries and it.kind != SEEN for it in self._library.journal.acts(_ACTS))

    def _kept(self, view: View) -> list[Entry]:
        numbers = {self._library.shelf.number(it.identity) for it in self.samples.all}
        rows = self._library.shelf.window(view, 0, len(self.samples.all))
        return [row for row in rows if row.id in numbers]
