"""What a reader can ask for, in order. The only room that knows which step follows which; both faces ask here.

Any thread may ask. Samples have negative numbers; whatever is done to one makes it an entry first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from reader.library import Group, Library
from reader.model import (
    Act,
    Article,
    Counts,
    Entry,
    Found,
    Glance,
    Outcome,
    Passage,
    PassageKind,
    Place,
    Summary,
    View,
)
from reader.newsroom.opening import Heading, Reading, look_at, read_source
from reader.newsroom.showcase import Showcase
from reader.newsroom.upkeep import Upkeep
from reader.settings import Settings

__all__ = ["Heading", "Newsroom", "Reading", "look_at", "read_source", "start"]

if TYPE_CHECKING:
    from reader.newsroom.editions import Changes
    from reader.newsroom.exporting import Form
    from reader.newsroom.margins import Margins
    from reader.newsroom.notebook import Written
    from reader.newsroom.offering import Wish
    from reader.newsroom.web import Web

_STRETCH = 1000


def _now() -> datetime:
    return datetime.now(UTC)


def start(settings: Settings, clock: Callable[[], datetime] = _now, *, samples: bool = False) -> Newsroom:
    """The newsroom over the library that the settings name; with `samples` they fill an empty list.

    Raises:
        LibraryError: the library cannot be opened.
    """
    return Newsroom(Library.open(settings.library_file, clock=clock), settings, clock, samples=samples)


class Newsroom:
    """A library with all that can be asked of it."""

    def __init__(
        self, library: Library, settings: Settings, clock: Callable[[], datetime] = _now, *, samples: bool = False
    ) -> None:
        self.library = library
        self.settings = settings
        self.clock = clock
        self.upkeep = Upkeep(library)
        self.searches = library.searches
        self.showcase = Showcase(library, samples and settings.samples, clock)

    def close(self) -> None:
        """Hang up, and leave the library."""
        if "web" in self.__dict__:
            self.web.close()
        self.showcase.close()
        self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def margins(self) -> Margins:
        """What is asked of passages beyond marking one."""
        from reader.newsroom.margins import Margins

        return Margins(self.library, self.settings.data_dir / "drafts")

    @cached_property
    def web(self) -> Web:
        """Feeds and the network."""
        from reader.newsroom.web import Web

        return Web(self.library, self.clock)

    def hang_up(self) -> None:
        """End whatever is asked of the network just now."""
        if "web" in self.__dict__:
            self.web.stop()

    # The list

    def entries(self, view: View, start: int, count: int) -> tuple[Entry, ...]:
        """Rows `start` to `start + count` of a view."""
        if self.showcase.open:
            return tuple(self.showcase.rows(view)[start : start + count])
        return self.library.shelf.window(view, start, count)

    def counts(self, view: View) -> Counts:
        """How many entries a view holds, and how many of them are unread."""
        return self.showcase.counts(view) if self.showcase.open else self.library.shelf.counts(view)

    def groups(self, view: View) -> tuple[Group, ...]:
        """The headings of a view; samples stand under one."""
        return self.showcase.groups(view) if self.showcase.open else self.library.shelf.groups(view)

    def rank(self, view: View, entry_id: int) -> int | None:
        """Where an entry stands in a view, from 0; None if it is not there."""
        return self.showcase.rank(view, entry_id) if self.showcase.open else self.library.shelf.rank(view, entry_id)

    def next_unread(self, view: View, entry_id: int | None, step: int = 1) -> Entry | None:
        """The next unread entry after one, or with `step` -1 before it; None at the end."""
        return (self.showcase if self.showcase.open else self.library.shelf).next_unread(view, entry_id, step)

    def every(self, view: View) -> Iterator[Entry]:
        """Every row of a view, fetched in stretches."""
        start = 0
        while rows := self.entries(view, start, _STRETCH):
            yield from rows
            start += len(rows)

    def row(self, entry_id: int) -> Entry:
        """An entry as a row of the list. Raises LibraryError when there is none."""
        return self.showcase.row(it) if (it := self.showcase.now(entry_id)) < 0 else self.library.shelf.entry(it)

    def rows(self, ids: Sequence[int]) -> dict[int, Entry]:
        """Entries as rows of the list, by the numbers that are asked for; without those in the trash."""
        numbers = {it: self.number_of(it) for it in ids}
        found = self.library.shelf.entries([it for it in numbers.values() if it > 0])
        now = found | {it: self.showcase.row(it) for it in numbers.values() if it < 0}
        return {it: now[number] for it, number in numbers.items() if number in now}

    def number_of(self, entry_id: int) -> int:
        """The number under which an entry is known now: a sample that was kept meanwhile has another."""
        return self.showcase.number_of(entry_id)

    def at_address(self, address: str) -> Entry | None:
        """The entry of a web page, however its address is written; None where the library does not have it."""
        return self.row(number) if (number := self.library.shelf.number(address)) else None

    def stamp(self) -> int:
        """A number that changes when another program has changed the library."""
        return self.library.stamp()

    # Reading

    def open(self, entry_id: int, version: int | None = None, points: int | None = None) -> Reading:
        """An entry with its article, its passages and whatever summaries are kept. Raises LibraryError."""
        entry_id = self.showcase.now(entry_id)
        if entry_id < 0:
            return self.showcase.reading(entry_id, points or self.settings.points)
        shelf = self.library.shelf
        return Reading(
            shelf.entry(entry_id),
            shelf.article(entry_id, version),
            self.library.margins.of(entry_id),
            shelf.summary(entry_id, str(points or self.settings.points)),
            glance=shelf.glance(entry_id),
        )

    def open_again(self, reading: Reading, points: int | None = None) -> Reading:
        """What is open, as it is now: its article is read again only where another version came. Raises LibraryError."""
        number, shelf = self.number_of(reading.entry.id), self.library.shelf
        if reading.version is not None:
            return self.open_version(number, reading.version)
        if number != reading.entry.id or number < 0 or self.row(number).versions != reading.entry.versions:
            return self.open(number, points=points)
        summaries = shelf.summary(number, str(points or self.settings.points))
        margins = self.library.margins.of(number)
        return Reading(shelf.entry(number), reading.article, margins, summaries, glance=shelf.glance(number))

    def open_version(self, entry_id: int, number: int) -> Reading:
        """An older version of an entry with the passages that stand in it. Raises LibraryError."""
        from reader.newsroom import editions

        return editions.open_version(self.library, entry_id, number)

    def changes(self, entry_id: int, old: int | None = None, new: int | None = None) -> Changes:
        """What the publisher changed, by word; without numbers since it was read. Raises LibraryError."""
        from reader.newsroom import editions

        return editions.changes(self.library, entry_id, old, new)

    def summarize(self, entry_id: int, points: int | None = None) -> tuple[Summary, ...]:
        """What an entry says in so many sentences, else as the settings say: kept from the last time, or made now."""
        from reader.newsroom import summing

        if entry_id < 0:
            return self.showcase.summarize(entry_id, points or self.settings.points)
        return summing.of_entry(self.library, entry_id, points or self.settings.points)

    def sum_up(self, outcomes: Iterable[Outcome]) -> int:
        """Make the summaries of what feeds have just brought; how many. For a thread in the background."""
        from reader.newsroom import summing

        return summing.ahead(self.library, outcomes, self.settings.points)

    def glance(self, entry_id: int) -> Glance:
        """Who says what in an entry, its figures and its names: kept from the last time, or found now."""
        from reader.newsroom import summing

        if entry_id < 0:
            return self.showcase.glance(entry_id)
        return summing.glance_of(self.library, entry_id)

    def keep_position(self, entry_id: int, place: Place | None) -> None:
        """Remember where one stopped reading. A sample that was only looked at is not kept for it."""
        if entry_id > 0:
            self.library.shelf.keep_position(entry_id, place)

    # What a person does

    def add(self, sources: Iterable[str], wish: Wish | None = None) -> Iterator[Outcome]:
        """Take files, folders and what stands at addresses into the library, an outcome for each page or feed; with a
        wish what stands at an address is taken for that.

        A page's summary is made with it, so that opening it is one paint; what takes longer and stands further down is
        made for the first of them, which are opened soon.
        """
        from reader.newsroom import adding, summing

        came = adding.add(self.library, sources, self.clock, lambda address: self.web.add(address, wish))
        return summing.along(self.library, came, self.settings.points)

    def mark(self, ids: Iterable[int], *, read: bool | None = None, starred: bool | None = None) -> Act:
        """Mark entries read or unread, starred or not."""
        return self.library.shelf.mark(self.showcase.keep(ids), read=read, starred=starred)

    def see(self, entry_id: int) -> None:
        """Count an entry as read because it was open for a while: no act of the person's, so undo passes it over."""
        self.showcase.see(entry_id) if entry_id < 0 else self.library.shelf.see([entry_id])

    def mark_all(self, view: View) -> Act:
        """Mark everything in a view read, as one act."""
        if self.showcase.open:
            self.showcase.keep(row.id for row in self.showcase.rows(view))
        return self.library.shelf.mark_all(view)

    def tag(self, ids: Iterable[int], add: Iterable[str] = (), remove: Iterable[str] = ()) -> Act:
        """Put tags on entries and take tags off."""
        return self.library.shelf.tag(self.showcase.keep(ids), add, remove)

    def delete(self, ids: Iterable[int]) -> Act:
        """Put entries into the trash."""
        return self.library.shelf.delete(self.showcase.keep(ids))

    def undo(self) -> Act | None:
        """Take back what was done last; None if there is nothing."""
        return self.showcase.let_go(self.library.journal.undo())

    def keep(self, entry_id: int) -> Entry:
        """The entry itself; a sample becomes an entry of the library first."""
        return self.library.shelf.entry(self.showcase.keep([entry_id])[0])

    def snooze(self, ids: Iterable[int], until: datetime) -> Act:
        """Put entries off until a moment that is to come."""
        return self.upkeep.snooze(self.showcase.keep(ids), until)

    # Passages

    def mark_passage(
        self,
        entry_id: int,
        places: Iterable[Place],
        note: str = "",
        *,
        kind: PassageKind = "yellow",
        seen: Reading | None = None,
    ) -> Passage:
        """Bookmark what stands at these places of an entry as it was `seen`, else of its newest version; so a sample is kept."""
        seen = seen or self.open(entry_id)
        from reader.newsroom import marking

        number = self.showcase.keep([entry_id])[0]
        return marking.mark(self.library, number, seen.article, tuple(places), note, kind, seen=seen.shown)

    def citation(self, article: Article, quote: str) -> str:
        """A quote with where it comes from."""
        from reader.formats.citation import citation

        return citation(article, quote)

    def change_passage(self, passage_id: str, **fields: Any) -> Passage:
        """Change a passage's note, kind or tags."""
        return self.library.margins.change(passage_id, **fields)

    def remove_passage(self, passage_id: str) -> Act:
        """Take a passage out; undo brings it back."""
        return self.library.margins.delete(passage_id)

    def passages(self, entry_id: int | None = None, filter: str = "", limit: int | None = None) -> tuple[Passage, ...]:
        """The passages of an entry, or those of the whole library that fit a filter, newest first. Raises UsageError."""
        if entry_id is None:
            return self.library.margins.all(filter, limit)
        return self.library.margins.of(entry_id) if entry_id > 0 else ()

    # Finding

    def search(
        self,
        text: str,
        *,
        ranked: bool = False,
        limit: int = 100,
        typing: bool = False,
        substring: bool = False,
        before: int | None = None,
    ) -> tuple[Found, ...]:
        """Entries that match, as `Index.search` finds them, first those of which only a passage or note does.

        Raises UsageError for a query that cannot be read.
        """
        how: dict[str, Any] = {"ranked": ranked, "limit": limit, "typing": typing, "substring": substring}
        found = self.library.index.search(text, before=before, **how)
        if before is None:
            found = (*self.margins.search(text, (it.entry.id for it in found)), *found)
        return (*found, *self.showcase.search(text, **how)) if self.showcase.open and before is None else found

    # Out

    def write_notes(self, found: Sequence[Passage], folder: Path) -> Written:
        """Write passages as notes, a file for each article. Raises ReaderError when the folder cannot be written."""
        from reader.newsroom import notebook

        return notebook.write_notes(self.library, found, folder)

    def browse(self, address: str, program: str = "") -> None:
        """Open an address in the person's browser, or a file on the web in a program. Raises ReaderError."""
        from reader import outside

        outside.play(address, program) if program else outside.browse(address)

    def copy(self, text: str) -> None:
        """Put a text into the system's clipboard, if a program is there that does it."""
        from reader import outside

        outside.copy(text)

    def export(self, ids: Iterable[int], folder: Path, form: Form = "markdown") -> Iterator[Outcome]:
        """Write entries with their passages into a folder. Raises ReaderError when it cannot be written."""
        from reader.newsroom import exporting

        readings = map(self.open, ids)
        rows = ((it.entry.id, it.article, it.passages) for it in readings)
        return exporting.export(rows, folder, form)
