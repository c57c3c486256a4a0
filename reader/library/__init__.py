"""The library: everything that is kept, in one SQLite file. The only room that knows SQL.

Opening does no work that grows with the library: no scan, no parsing, no migration unless the form is old. Every
thread has a connection of its own, so any thread may call anything; writes queue. A call that changes something
returns when the change is on the disk. Every failure is a `LibraryError`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.errors import LibraryError
from reader.library.backup import Backup
from reader.library.connections import Connections
from reader.library.index import Index
from reader.library.instances import Instance
from reader.library.intake import Incoming, Intake
from reader.library.journal import Journal
from reader.library.keeping import Keeping, Sizes
from reader.library.margins import Margins
from reader.library.opening import opened
from reader.library.rows import Added, Group, Origin, Saved, Standing
from reader.library.searches import Searches
from reader.library.shelf import Shelf
from reader.library.sources import Sources

__all__ = ["Added", "Group", "Incoming", "Library", "Origin", "Saved", "Sizes", "Standing"]


class Library:
    """An open library and its shelves."""

    def __init__(self, db: Connections, clock: Callable[[], datetime]) -> None:
        self.db = db
        self.clock = clock
        self.path = db.path
        self.instance = Instance(db, clock, str(db.value("SELECT value FROM facts WHERE name = 'machine'")))
        self.index = Index(db, clock)
        intake = Intake(db, clock, self.index)
        self.journal = Journal(db, clock, self.instance, intake)
        self.shelf = Shelf(db, clock, intake, self.journal)
        self.shelf.matching = self.index.condition
        self.margins = Margins(db, clock, self.journal)
        self.sources = Sources(db, clock, self.journal)
        self.searches = Searches(db, self.journal)
        self.keeping = Keeping(db, clock, self.journal, intake)
        self.backup = Backup(db, clock)
        self._watch = db.connect()

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], datetime]) -> Self:
        """Open the library at a path, or make it.

        Raises:
            LibraryError: it cannot be opened or written, is damaged, or is of a newer version.
        """
        library = cls(opened(path, clock), clock)
        if not library.index.fits():  # words are folded otherwise since: as rare as a migration, and as long
            library.backup.copy()
            with library.db.writing():
                library.index.renew()
        return library

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
        return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

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
