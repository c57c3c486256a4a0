"""What is remembered of feeds between two visits, and what was asked for while there was no network."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from reader.library.body import micros, when
from reader.library.connections import Connections
from reader.library.rows import Waiting

Visit = tuple[int, str, str | None]
"""A source's number, what fetching wants to remember of it (JSON), and why the visit failed, None where it did not."""


class Visits:
    """The feeds as whoever fetches knows them. Nothing here is an act: no person did it."""

    def __init__(self, db: Connections, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock

    def states(self) -> dict[int, str]:
        """What is remembered of every feed that was not removed, by its source's number."""
        return dict(self._db.rows("SELECT id, state FROM sources WHERE kind = 'feed' AND removed IS NULL"))

    def addresses(self) -> dict[int, str]:
        """The secret addresses of the feeds that need one."""
        return dict(self._db.rows("SELECT id, secret FROM sources WHERE secret IS NOT NULL"))

    def wishes(self) -> dict[int, int]:
        """The minutes between two visits, for the sources for which a person set them."""
        return dict(self._db.rows("SELECT id, every FROM sources WHERE every IS NOT NULL"))

    def keep(self, visits: Iterable[Visit]) -> None:
        """Remember visits that were just made."""
        now = micros(self._clock())
        with self._db.writing():
            self._db.many(
                "UPDATE sources SET state = ?, outcome = ?, checked = ? WHERE id = ?",
                [(state, failure, now, source_id) for source_id, state, failure in visits],
            )

    def entitle(self, source_id: int, title: str) -> None:
        """Call a source as its feed does, where nobody has given it a name: it has its address for one."""
        with self._db.writing():
            self._db.run("UPDATE sources SET title = ? WHERE id = ? AND title = address", (title, source_id))

    # While there is no network

    def ask(self, kind: str, target: str) -> None:
        """Remember a wish until there is a network; asking twice is asking once."""
        with self._db.writing():
            row = (kind, target, micros(self._clock()))
            self._db.run("INSERT OR IGNORE INTO waiting (kind, target, asked) VALUES (?, ?, ?)", row)

    def waiting(self, kind: str | None = None) -> tuple[Waiting, ...]:
        """What waits, or what of one kind does, in the order in which it was asked for."""
        found = self._db.rows(
            "SELECT kind, target, asked FROM waiting WHERE kind = ? OR ? IS NULL ORDER BY id", [kind] * 2
        )
        return tuple(Waiting(kind, target, when(asked)) for kind, target, asked in found)

    def answered(self, kind: str, target: str) -> None:
        """A wish waits no longer."""
        if self._db.value("SELECT 1 FROM waiting WHERE kind = ? AND target = ?", (kind, target)):
            with self._db.writing():
                self._db.run("DELETE FROM waiting WHERE kind = ? AND target = ?", (kind, target))
