"""Copies of the library, and bringing one back. Nothing is ever overwritten: what was there is put aside."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from reader.errors import LibraryError
from reader.library.body import micros
from reader.library.connections import Connections
from reader.library.failures import told
from reader.text.clean import one_line

EVERY = timedelta(days=1)
# Daily copies that are kept; those from before an upgrade stay until the person deletes them.
KEPT = 3
_STAMP = re.compile(r"(\d{8}-\d{6})\.db\Z")


@dataclass(frozen=True, slots=True)
class Restored:
    """Which copy was brought back, and where what was there before stands now (None if nothing was)."""

    copy: Path
    aside: Path | None


class Backup:
    """Copies in a folder beside the library."""

    def __init__(self, db: Connections, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Where copies go."""
        return folder_of(self._db.path)

    def copies(self) -> tuple[Path, ...]:
        """The copies there are, the newest first."""
        return copies_of(self._db.path)

    def due(self) -> bool:
        """Whether the newest copy is older than a day (or from the future: a clock was wrong)."""
        last = self._db.value("SELECT value FROM facts WHERE name = 'copied'")
        now = micros(self._clock())
        return last is None or not 0 <= now - int(last) < EVERY / timedelta(microseconds=1)

    def copy(self, to: Path | None = None) -> Path:
        """Copy the library while it is in use; the copy appears whole or not at all. Old copies are thinned out."""
        if to is not None and _is_there(to):
            raise LibraryError(f"There is a file {to} already.", "Name one that is not there yet.")
        target = to or self.folder / f"{self._db.path.stem}-{self._clock():%Y%m%d-%H%M%S}.db"
        with self._db.held() as connection:
            copied(connection, target)
        if to is None:
            with self._db.writing():
                self._db.run("INSERT OR REPLACE INTO facts VALUES ('copied', ?)", (micros(self._clock()),))
            daily = [it for it in self.copies() if "-form" not in it.name]
            for old in daily[KEPT:]:
                old.unlink(missing_ok=True)
        return target


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that no file can have
        return False


def folder_of(path: Path) -> Path:
    """Where the copies of a library go."""
    return path.parent / "backups"


def copies_of(path: Path) -> tuple[Path, ...]:
    """The copies of a library, the newest first."""
    found = [(stamp[1], it) for it in folder_of(path).glob(f"{path.stem}-*.db") if (stamp := _STAMP.search(it.name))]
    return tuple(it for _, it in sorted(found, reverse=True))


def restore(path: Path, copy: Path, clock: Callable[[], datetime]) -> Restored:
    """Put a copy in a library's place; what was there is put aside under another name.

    Raises:
        LibraryError: the copy is not whole, another program has the library open, or there is no room; then all is as it
            was.
    """
    from_copy = _opened(copy)
    try:
        aside = _put_aside(path, clock) if path.exists() else None
        try:
            copied(from_copy, path)
        except LibraryError:
            if aside is not None:
                _rename(aside, path)
            raise
    finally:
        from_copy.close()
    return Restored(copy, aside)


def _opened(copy: Path) -> sqlite3.Connection:
    if not _is_there(copy) or not copy.is_file():
        raise LibraryError(f"There is no file {copy}.", "`newsreader backup --list` shows the copies there are.")
    from reader.library.doctor import is_whole

    if not is_whole(copy):
        raise LibraryError(f"{copy} is not a whole library.", "`newsreader backup --list` shows the copies there are.")
    try:
        return sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as error:
        raise told(error, copy) from error


def _put_aside(path: Path, clock: Callable[[], datetime]) -> Path:
    """Rename a library with all its files, once nobody has it open."""
    try:
        connection = sqlite3.connect(path, timeout=2)
        try:  # only who is alone can leave WAL, and it brings the log into the file
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LibraryError("Another newsreader has the library open.", "Close it, then do this again.") from error
    except sqlite3.DatabaseError:
        pass  # too damaged to be asked: it is put aside as it is
    aside = free_name(path.with_name(f"{path.stem}-replaced-{clock():%Y%m%d-%H%M%S}.db"))
    _rename(path, aside)
    return aside


def _rename(path: Path, to: Path) -> None:
    """Give a library another name, with all its files."""
    for end in ("", "-wal", "-shm"):
        file = path.with_name(path.name + end)
        if file.exists():
            file.rename(to.with_name(to.name + end))


def free_name(wished: Path) -> Path:
    """That name, or one like it under which there is no file yet."""
    names = (wished.with_name(f"{wished.stem}-{number}{wished.suffix}") for number in range(2, 10_000))
    return wished if not wished.exists() else next(it for it in names if not it.exists())


def copied(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open database into a file."""
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        part.touch(0o600)  # as the library: it holds addresses with passwords
        into = sqlite3.connect(part)
        try:
            connection.backup(into)
            into.execute("PRAGMA journal_mode = DELETE")
        finally:
            into.close()
        part.replace(target)
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise told(error, target) from error
    except OSError as error:
        blocked = isinstance(error, FileExistsError | NotADirectoryError)  # what should be its folder is a file
        reason = f"{target.parent} is not a folder" if blocked else error.strerror
        raise LibraryError(
            f"{one_line(str(target))} cannot be written: {one_line(str(reason))}.", "Name a file in a folder of yours."
        ) from error
