"""Copies of the library, bringing one back, and checking that everything is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from reader.library.body import micros
from reader.library.connections import Connections
from reader.library.failures import told

EVERY = timedelta(days=1)
KEPT = 3


class Backup:
    """Copies in a folder beside the library."""

    def __init__(self, db: Connections, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Where copies go."""
        return self._db.path.parent / "backups"

    def copies(self) -> tuple[Path, ...]:
        """The copies there are, the newest first."""
        return tuple(sorted(self.folder.glob(f"{self._db.path.stem}-*.db"), reverse=True))

    def due(self) -> bool:
        """Whether the newest copy is older than a day (or from the future: a clock was wrong)."""
        last = self._db.value("SELECT value FROM facts WHERE name = 'copied'")
        now = micros(self._clock())
        return last is None or not 0 <= now - int(last) < EVERY / timedelta(microseconds=1)

    def copy(self, to: Path | None = None) -> Path:
        """Copy the library while it is in use; the copy appears whole or not at all. Old copies are thinned out."""
        target = to or self.folder / f"{self._db.path.stem}-{self._clock():%Y%m%d-%H%M%S}.db"
        copied(self._db.here(), target)
        if to is None:
            with self._db.writing():
                self._db.run("INSERT OR REPLACE INTO facts VALUES ('copied', ?)", (micros(self._clock()),))
            for old in self.copies()[KEPT:]:
                old.unlink(missing_ok=True)
        return target


def copied(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open database into a file."""
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        into = sqlite3.connect(part)
        try:
            connection.backup(into)
            into.execute("PRAGMA journal_mode = DELETE")
        finally:
            into.close()
        part.replace(target)
    except sqlite3.Error as error:
        raise told(error, target) from error
    except OSError as error:
        raise told(sqlite3.OperationalError(str(error)), target) from error
