"""Who has the library open: for undo (one's own acts first) and for what only one may do at a time."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from reader.errors import LibraryError
from reader.library.body import micros
from reader.library.connections import Connections

IMPORTING = "import"
"""The work of which an import is one: only one at a time, as the index is stored in another way meanwhile."""


class BusyError(LibraryError):
    """Another instance is at a work that only one may do at a time."""


class Instance:
    """This opening of the library. Its row goes when it closes; one that was killed is known by its process."""

    def __init__(self, db: Connections, clock: Callable[[], datetime], machine: str) -> None:
        self._db = db
        self._clock = clock
        self._host = platform.node()
        self.machine = machine
        self._id: int | None = None

    @property
    def id(self) -> int:
        """Given out at the first act: who only reads writes nothing."""
        if self._id is None:
            with self._db.writing():
                self._id = self._db.run(
                    "INSERT INTO instances (host, pid, born, opened) VALUES (?, ?, ?, ?)",
                    (self._host, os.getpid(), _born(os.getpid()), micros(self._clock())),
                )
        return self._id

    @property
    def acted(self) -> int | None:
        """The number, None as long as this instance has done nothing."""
        return self._id

    def ended(self) -> tuple[int, ...]:
        """All instances that ever acted, less those that run."""
        running = {row[0] for row in self._db.rows("SELECT id, host, pid, born FROM instances") if self._runs(*row)}
        acted = self._db.rows("SELECT DISTINCT instance FROM acts WHERE undone IS NULL")
        return tuple(row[0] for row in acted if row[0] not in running)

    @contextmanager
    def alone(self, work: str, lasting: timedelta = timedelta(minutes=10)) -> Iterator[None]:
        """Do a work that only one instance may do at a time. `lasting` bounds it for other machines, which cannot see
        whether this process still runs.

        Raises:
            BusyError: another instance is at it.
        """
        self._take(work, lasting)
        try:
            yield
        finally:
            with self._db.writing():
                self._db.run("DELETE FROM leases WHERE name = ? AND instance = ?", (work, self.id))

    def leave(self) -> None:
        """Strike this instance off; its acts can be taken back by others from now on."""
        if self._id is not None:
            with self._db.writing():
                self._db.run("DELETE FROM leases WHERE instance = ?", (self._id,))
                self._db.run("DELETE FROM instances WHERE id = ?", (self._id,))

    def _take(self, work: str, lasting: timedelta) -> None:
        now = self._clock()
        with self._db.writing():
            held = self._db.one(
                "SELECT i.id, i.host, i.pid, i.born, l.until FROM leases l "
                "LEFT JOIN instances i ON i.id = l.instance WHERE l.name = ?",
                (work,),
            )
            # On this machine a process that runs holds on to it. Of another machine nothing is known but the time; a
            # lease that ends later than any may was written by a clock that has been set back since.
            in_time = held is not None and micros(now) < held[4] <= micros(now + 2 * lasting)
            here = held is not None and held[1] == self._host and os.name != "nt"
            if held and held[0] and (here or in_time) and self._runs(*held[:4]):
                raise BusyError(f"Another newsreader is busy with that: {work}.", "Wait until it is done.")
            self._db.run("INSERT OR REPLACE INTO leases VALUES (?, ?, ?)", (work, self.id, micros(now + lasting)))

    def _runs(self, id: int, host: str, pid: int, born: str) -> bool:
        """Whether that instance still runs. Where nothing can be known (another machine) it counts as running."""
        if id == self._id or host != self._host or os.name == "nt":  # on Windows, os.kill would end the process
            return True
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return _born(pid) == born


def _born(pid: int) -> str:
    """When a process began, where the system tells (Linux): a number that was given again is another process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""
