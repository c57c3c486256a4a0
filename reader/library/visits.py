"""What is remembered of feeds between two visits, and what was asked for while there was no network."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from reader.library.body import micros, when
from reader.library.connections import Connections
from reader.library.journal import Journal
from reader.library.rows import Waiting
from reader.model import Act

Visit = tuple[int, str, str | None]
"""A source's number, what fetching wants to remember of it (JSON), and why the visit failed, None where it did not."""


class Visits:
    """The feeds as whoever fetches knows them. Nothing here is an act, for no person did it, but for an address that
    is to be added: that can be taken back as long as it waits."""

    def __init__(self, db: Connections, clock: Callable[[], datetime], journal: Journal) -> None:
        self._db = db
        self._clock = clock
        self._journal = journal

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

    def put_off(self, address: str, shown: str) -> Act:
        """Remember an address that is to be added once there is a network; it is told as it is `shown`."""
        with self._journal.acting("put off adding", f"Kept {shown} for the next update") as scribe:
            if self._waits("add", address) is None:
                scribe.insert("waiting", {"kind": "add", "target": address, "asked": micros(self._clock())})
        return self._journal.act(scribe.act_id, ())

    def give_up(self, address: str, shown: str) -> Act:
        """An address is not to be added any more."""
        number = self._waits("add", address)
        with self._journal.acting("give up adding", f"Gave up adding {shown}") as scribe:
            scribe.delete("waiting", [] if number is None else [number])
        return self._journal.act(scribe.act_id, ())

    def _waits(self, kind: str, target: str) -> int | None:
        found = self._db.value("SELECT id FROM waiting WHERE kind = ? AND target = ?", (kind, target))
        return None if found is None else int(found)

    def waiting(self, kind: str | None = None) -> tuple[Waiting, ...]:
        """What waits, or what of one kind does, in the order in which it was asked for."""
        found = self._db.rows(
            "SELECT kind, target, asked FROM waiting WHERE kind = ? OR ? IS NULL ORDER BY id", [kind] * 2
        )
        return tuple(Waiting(kind, target, when(asked)) for kind, target, asked in found)

    def answered(self, kind: str, target: str) -> None:
        """A wish waits no longer."""
        if self._waits(kind, target) is not None:
            with self._db.writing():
                self._db.run("DELETE FROM waiting WHERE kind = ? AND target = ?", (kind, target))
