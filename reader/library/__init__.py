"""The library: everything that is kept, in one SQLite file. The only room that knows SQL.

Opening does no work that grows with the library: no scan, no parsing, no migration unless the form is old. Every
thread has a connection of its own, so any thread may call anything; writes queue. A call that changes something
returns when the change is on the disk. Every failure is a `LibraryError`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from reader.errors import LibraryError
from reader.library.connections import Connections, Watch
from reader.library.instances import Instance
from reader.library.intake import Intake
from reader.library.journal import Journal
from reader.library.opening import index_fits, opened
from reader.library.rows import Added, Group, Incoming, Origin, Saved, Standing
from reader.library.searches import Searches
from reader.library.shelf import Shelf
from reader.library.sources import Sources

if TYPE_CHECKING:
    from reader.library.backup import Backup
    from reader.library.fed import Fed
    from reader.library.index import Index
    from reader.library.keeping import Keeping
    from reader.library.margins import Margins
    from reader.library.rough import Rough
    from reader.library.rules import Rules
    from reader.library.visits import Visits
    from reader.search.query import Query

__all__ = ["Added", "Group", "Incoming", "Library", "Origin", "Saved", "Standing"]


class Library:
    """An open library and its shelves."""

    def __init__(self, db: Connections, clock: Callable[[], datetime]) -> None:
        self.db = db
        self.clock = clock
        self.path = db.path
        self.instance = Instance(db, clock, str(db.value("SELECT value FROM facts WHERE name = 'machine'")))
        intake = Intake(db, clock, lambda: self.index)
        self.journal = Journal(db, clock, self.instance, intake)
        self.shelf = Shelf(db, clock, intake, self.journal)
        self.shelf.matching = self._matching
        self.sources = Sources(db, clock, self.journal)
        self.searches = Searches(db, self.journal)
        self._intake = intake
        self._watch = Watch(db)
        self._matched: tuple[tuple[Query, object], tuple[str, tuple[Any, ...]]] | None = None

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], datetime]) -> Self:
        """Open the library at a path, or make it.

        Raises:
            LibraryError: it cannot be opened or written, is damaged, or is of a newer version.
        """
        db = opened(path, clock)
        library = cls(db, clock)
        if not index_fits(db):  # words are folded otherwise since: as rare as a migration, and as long
            library.backup.copy()
            with library.db.writing():
                library.index.renew()
        return library

    @cached_property
    def index(self) -> Index:
        """The index of words. Its grammar is loaded when somebody searches or something comes in: not for a list."""
        from reader.library.index import Index

        return Index(self.db, self.clock)

    @cached_property
    def margins(self) -> Margins:
        """Passages and notes."""
        from reader.library.margins import Margins

        return Margins(self.db, self.clock, self.journal)

    @cached_property
    def backup(self) -> Backup:
        """Copies of this library."""
        from reader.library.backup import Backup

        return Backup(self.db, self.clock)

    @cached_property
    def keeping(self) -> Keeping:
        """Keeping house: what is put off, thrown away, cleaned up."""
        from reader.library.keeping import Keeping

        return Keeping(self.db, self.clock, self.journal, self._intake)

    @cached_property
    def fed(self) -> Fed:
        """What feeds said of entries, and the files that came with them."""
        from reader.library.fed import Fed

        return Fed(self.db)

    @cached_property
    def rough(self) -> Rough:
        """Entries whose texts were not read yet."""
        from reader.library.rough import Rough

        return Rough(self.db, self.index)

    @cached_property
    def visits(self) -> Visits:
        """When feeds were asked and are to be asked again, and what waits for a network."""
        from reader.library.visits import Visits

        return Visits(self.db, self.clock, self.journal)

    @cached_property
    def rules(self) -> Rules:
        """Rules on entries."""
        from reader.library.rules import Rules

        return Rules(self.db, self.journal)

    def _matching(self, query: str) -> tuple[str, tuple[Any, ...]]:
        """What a query matches. A list that is narrowed by it asks for each of its headings and rows anew, and a phrase is
        looked for in the texts: the answer of one about words alone holds until a text changes, else until anything does."""
        if self.db.here().in_transaction:
            return self.index.condition(query)
        asked, stamp = self.index.lasting(query)
        key = (asked, stamp or self.stamp())
        if self._matched is None or self._matched[0] != key:
            self._matched = (key, self.index.condition(query))
        return self._matched[1]

    def close(self) -> None:
        """Leave the library; threads still at work get a LibraryError."""
        try:
            self.instance.leave()
        except LibraryError:
            pass  # the disk may be full or gone: nothing that was kept depends on leaving
        finally:
            self.db.close()

    def stamp(self) -> int:
        """A number that changes when anybody, also another program, has changed the library; costs 10 µs."""
        return self._watch.changes()

    def remember(self, name: str, value: str) -> None:
        """Keep a small fact under a name, for whoever opens this library next."""
        with self.db.writing():
            self.db.run("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def recall(self, name: str) -> str | None:
        """The fact that was kept under a name, None if none was."""
        value = self.db.value("SELECT value FROM facts WHERE name = ?", (name,))
        return None if value is None else str(value)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
