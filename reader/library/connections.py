"""One connection a thread, one writer at a time, and no SQLite error past this point.

A connection is opened when a thread first asks and closed when the thread ends. Reads never wait. Writes of one
process queue at a lock of their own (fair, no polling), writes of two processes at SQLite's busy timeout.
"""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any

from reader.library.failures import told

# How long a write waits for another process's; imports commit every quarter of a second.
BUSY_SECONDS = 10.0
# FULL: a commit is on the disk when the call returns, also if the power fails; NORMAL would only survive a kill.
# Measured here: 0.2 ms a mark against 0.1 ms. Bulk work uses NORMAL and ends with one FULL commit.
_SETTINGS = (
    "PRAGMA page_size = 8192",  # a compressed article is 1.5 KB: 1,720 bytes each in such pages, 1,960 in 4 KB
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = OFF",  # some systems build SQLite with it on: every delete would write zeros
    # KB. The screen has a thread, and so a connection, for each kind of work: eleven caches of 8 MB, filled one after the
    # other, were most of what an hour of reading added to its memory. Search, list and opening are no slower with 2 MB.
    "PRAGMA cache_size = -2000",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA journal_size_limit = 16000000",
)

# The last two come of values: a number beyond 64 bits, a text with half a surrogate pair.
_ERRORS = (sqlite3.Error, OverflowError, UnicodeEncodeError)

Values = Sequence[Any] | dict[str, Any]


_PATIENCE = 5.0
"""Seconds until a connection whose thread does not let go of it is left open when the library is closed."""
_AGAIN = 0.05
"""Seconds until what a thread is at is broken off once more: it may just have begun something else."""


class _Connection(sqlite3.Connection):
    """A connection that can be referred to weakly, so that a thread's end closes its own, and that nobody closes while it
    is at work: Python's would then end the whole process (a null pointer within `sqlite3_last_insert_rowid`)."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.at_work = threading.RLock()

    def leave(self) -> None:
        """Close it, once it is not at work; what it is at is broken off."""
        end = monotonic() + _PATIENCE
        while monotonic() < end:
            with suppress(sqlite3.ProgrammingError):  # it is closed
                self.interrupt()
            if self.at_work.acquire(timeout=_AGAIN):
                try:
                    self.close()
                finally:
                    self.at_work.release()
                return


class Connections:
    """The file, as each thread sees it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.busy_seconds = BUSY_SECONDS
        self._local = threading.local()
        self._all: weakref.WeakSet[_Connection] = weakref.WeakSet()
        self._writer = threading.RLock()
        self._closed = threading.Event()

    def rows(self, sql: str, values: Values = ()) -> list[Any]:
        """All rows of a question."""
        connection = self.here()
        try:
            with connection.at_work:
                return connection.execute(sql, values).fetchall()
        except _ERRORS as error:
            raise told(error, self.path) from error

    def stream(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """Rows one after the other, for questions that end early."""
        connection = self.here()
        try:
            with connection.at_work:
                cursor = connection.execute(sql, values)
            while True:
                with connection.at_work:
                    row = cursor.fetchone()
                if row is None:
                    return
                yield row
        except _ERRORS as error:
            raise told(error, self.path) from error

    def one(self, sql: str, values: Values = ()) -> Any:
        """The first row, or None."""
        connection = self.here()
        try:
            with connection.at_work:
                return connection.execute(sql, values).fetchone()
        except _ERRORS as error:
            raise told(error, self.path) from error

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, values)
        return None if row is None else row[0]

    def run(self, sql: str, values: Values = (), *, count: bool = False) -> int:
        """Do one statement within `writing`; the id of the row it made, or (and with `count`) how many it touched."""
        connection = self.here()
        try:
            with connection.at_work:
                cursor = connection.execute(sql, values)
        except _ERRORS as error:
            raise told(error, self.path) from error
        made = cursor.lastrowid if sql.startswith("INSERT") and not count else cursor.rowcount
        return made or 0

    def many(self, sql: str, values: Iterable[Values]) -> None:
        """Do one statement for each row of values, within `writing`."""
        connection = self.here()
        try:
            with connection.at_work:
                connection.executemany(sql, values)
        except _ERRORS as error:
            raise told(error, self.path) from error

    def changes(self) -> int:
        """How many rows this thread has changed so far."""
        return self.here().total_changes

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All or nothing: one transaction; within another one, a part of it. On disk when it ends."""
        with self._writer:
            if self.here().in_transaction:
                yield
            else:
                yield from self._between()

    @contextmanager
    def hurried(self, cache: int = 2000) -> Iterator[None]:
        """Bulk work: commits are not waited for, until one more at the end puts all of them on the disk.

        `cache` is in KB. Many thousand articles at once are taken in faster with 8,000; what updates bring is not, and
        what they took of the memory the process would keep.
        """
        self.one("PRAGMA synchronous = NORMAL")
        self.one(f"PRAGMA cache_size = -{cache:d}")
        try:
            yield
        finally:
            self.one("PRAGMA cache_size = -2000")
            self.one("PRAGMA synchronous = FULL")
            with self.writing():
                self.run("INSERT OR REPLACE INTO facts VALUES ('settled', 1)")

    def here(self) -> _Connection:
        """This thread's connection."""
        connection: _Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self.connect()
            self._local.connection = connection
        return connection

    @contextmanager
    def held(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection for what only SQLite's own can do; meanwhile nobody closes it."""
        connection = self.here()
        with connection.at_work:
            yield connection

    def connect(self) -> _Connection:
        """A new connection, set up; the caller keeps it."""
        if self._closed.is_set():
            raise told(sqlite3.ProgrammingError("it was closed"), self.path)
        try:
            connection = sqlite3.connect(
                self.path,
                timeout=self.busy_seconds,
                isolation_level=None,
                check_same_thread=False,
                factory=_Connection,
            )
            for setting in _SETTINGS:
                connection.execute(setting)
        except _ERRORS as error:
            raise told(error, self.path) from error
        self._all.add(connection)
        if self._closed.is_set():  # meanwhile, and whoever closes has not seen this one
            connection.leave()
        return connection

    def close(self) -> None:
        """Close every thread's connection; what it is at is broken off, a transaction still open is rolled back."""
        self._closed.set()
        for connection in list(self._all):
            connection.leave()
        self._all.clear()
        self._local = threading.local()

    def _between(self) -> Iterator[None]:
        connection = self.here()
        self._step(connection, "BEGIN IMMEDIATE")
        done = False
        try:
            yield
            self._step(connection, "COMMIT")
            done = True
        finally:
            if not done:
                self._give_up(connection)

    def _give_up(self, connection: _Connection) -> None:
        with suppress(sqlite3.Error), connection.at_work:  # SQLite may have rolled back itself, as on a full disk
            connection.execute("ROLLBACK")

    def _step(self, connection: _Connection, sql: str) -> None:
        try:
            with connection.at_work:
                connection.execute(sql)
        except _ERRORS as error:
            raise told(error, self.path) from error


class Watch:
    """Sees by a connection of its own, which writes nothing, that anybody has changed the library."""

    def __init__(self, db: Connections) -> None:
        self._db = db
        self._connection = db.connect()

    def changes(self) -> int:
        """A number that is another one after each change."""
        try:
            with self._connection.at_work:
                return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        except _ERRORS as error:
            raise told(error, self._db.path) from error
