"""Keeping house: what is put off, thrown away, cleaned out by a rule; and how much room everything takes.

Nothing starred and nothing with a passage is ever cleaned away, and only emptying the trash is for good.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from reader.errors import LibraryError
from reader.library import rows
from reader.library.body import micros
from reader.library.connections import Connections
from reader.library.intake import Intake
from reader.library.journal import Journal
from reader.library.rows import counted
from reader.library.schema import SNOOZED, TRASHED
from reader.library.sources import throw_away
from reader.model import Act, Entry

# Entries that are erased in one transaction, so that nobody waits long for another's mark.
_PART = 200
_DAY = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Sizes:
    """What takes how much room, in bytes; `copies` are the backups."""

    entries: int
    versions: int
    trashed: int
    file: int
    texts: int
    index: int
    free: int
    copies: int


class Keeping:
    """What a person puts off, throws away and lets be cleaned out."""

    def __init__(self, db: Connections, clock: Callable[[], datetime], journal: Journal, intake: Intake) -> None:
        self._db = db
        self._clock = clock
        self._journal = journal
        self._intake = intake

    # Put off

    def snooze(self, ids: Iterable[int], until: datetime) -> Act:
        """Do not show entries until then."""
        picked = list(ids)
        label = f"Put off {counted(len(picked))} until {until:%Y-%m-%d %H:%M}"
        with self._journal.acting("snooze", label) as scribe:
            scribe.update("entries", "until", picked, micros(until))
            scribe.update_by("entries", "hidden", picked, "hidden | :bit", {"bit": SNOOZED})
        return self._journal.act(scribe.act_id, picked)

    def snoozed(self) -> tuple[Entry, ...]:
        """What is put off, the next to come first."""
        return self._hidden(SNOOZED, "e.until, e.id")

    def wake(self) -> int:
        """Show again what was put off or muted until now; how many entries. No act: time does it."""
        if not self.due():
            return 0
        now = micros(self._clock())
        with self._db.writing():
            before = self._db.value("SELECT count(*) FROM entries WHERE hidden > 0")
            self._db.run(f"UPDATE entries SET hidden = hidden & ~{SNOOZED}, until = NULL WHERE until <= ?", (now,))
            self._db.run("UPDATE sources SET muted = NULL WHERE muted <= ?", (now,))
            return int(before - self._db.value("SELECT count(*) FROM entries WHERE hidden > 0"))

    def due(self) -> bool:
        """Whether anything was put off or muted until now."""
        now = micros(self._clock())
        asked = ("entries WHERE until", "sources WHERE muted")
        return any(self._db.value(f"SELECT EXISTS (SELECT 1 FROM {it} <= ?)", (now,)) for it in asked)

    # Thrown away

    def trash(self) -> tuple[Entry, ...]:
        """What is in the trash, what was thrown away last first."""
        return self._hidden(TRASHED, "e.trashed DESC, e.id DESC")

    def restore(self, ids: Iterable[int]) -> Act:
        """Take entries out of the trash."""
        picked = list(ids)
        with self._journal.acting("restore", f"Took {counted(len(picked))} out of the trash") as scribe:
            scribe.update("entries", "trashed", picked, None)
            scribe.update_by("entries", "hidden", picked, "hidden & ~:bit", {"bit": TRASHED})
        return self._journal.act(scribe.act_id, picked)

    def empty_trash(self, before: datetime | None = None) -> int:
        """Erase what is in the trash, or what was thrown away before a time; how many entries. Undo cannot bring them
        back, and acts that were about nothing else go with them. Their feeds do not bring them back either."""
        latest = micros(before) if before else 2**62
        count = 0
        while ids := [
            row[0]
            for row in self._db.rows(
                f"SELECT id FROM entries WHERE hidden & {TRASHED} AND coalesce(trashed, 0) < ? LIMIT {_PART}", (latest,)
            )
        ]:
            with self._db.writing():
                self._intake.erase(ids, for_good=True)
                self._forget(ids)
            count += len(ids)
        return count

    def _forget(self, ids: list[int]) -> None:
        """Take erased entries out of the journal."""
        gone = (json.dumps(ids),)
        self._db.run(
            "DELETE FROM changes WHERE tbl = 'entries' AND col <> '+' AND row IN (SELECT value FROM json_each(?))", gone
        )
        self._db.run(
            "DELETE FROM acts WHERE undone IS NULL AND kind <> 'import' "
            "AND NOT EXISTS (SELECT 1 FROM changes WHERE act_id = acts.id)"
        )

    # Cleaned out

    def clean(self) -> Act | None:
        """Put into the trash what the rules of the sources keep no longer, as one act; None where that is nothing.

        Starred, marked, tagged and put off entries stay, and do not count.
        """
        found: list[int] = []
        for source_id, days, count in self._db.rows(
            "SELECT id, keep_days, keep_count FROM sources WHERE keep_days IS NOT NULL OR keep_count IS NOT NULL"
        ):
            found += self._over(source_id, days, count)
        if not found:
            return None
        with self._journal.acting("clean", f"Cleaned out {counted(len(found))}") as scribe:
            throw_away(scribe, found, self._clock())
        return self._journal.act(scribe.act_id, found)

    def _over(self, source_id: int, days: int | None, count: int | None) -> set[int]:
        """What a source has beyond its rule."""
        loose = f"source_id = ? AND NOT hidden & {TRASHED | SNOOZED} AND starred IS NULL AND passages = 0 AND tags = ''"
        over: set[int] = set()
        if days is not None:
            oldest = max(micros(self._clock()) - days * _DAY, -(2**62))  # an import may bring any number of days
            rows_ = self._db.rows(
                f"SELECT id FROM entries WHERE {loose} AND max(added, moment * 1000000) < ?", (source_id, oldest)
            )
            over |= {row[0] for row in rows_}
        if count is not None:
            sql = f"SELECT id FROM entries WHERE {loose} ORDER BY moment DESC, id DESC LIMIT -1 OFFSET ?"
            over |= {row[0] for row in self._db.rows(sql, (source_id, count))}
        return over

    # How much there is

    def sizes(self) -> Sizes:
        """What takes how much room. Looks at every page of the file: a second for 100,000 articles."""
        page, pages, free = (self._db.value(f"PRAGMA {name}") for name in ("page_size", "page_count", "freelist_count"))
        texts, index = (self._taken(sql) for sql in ("name = 'versions'", "name LIKE 'terms%'"))
        folder = self._db.path.parent / "backups"
        return Sizes(
            entries=self._db.value("SELECT count(*) FROM entries"),
            versions=self._db.value("SELECT count(*) FROM versions"),
            trashed=self._db.value(f"SELECT count(*) FROM entries WHERE hidden > 0 AND hidden & {TRASHED}"),
            file=page * pages,
            texts=texts,
            index=index,
            free=page * free,
            copies=sum(it.stat().st_size for it in folder.glob(f"{self._db.path.stem}-*.db")),
        )

    def _taken(self, which: str) -> int:
        try:
            return int(self._db.value(f"SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE {which}"))
        except LibraryError:  # SQLite was built without dbstat
            return 0

    def _hidden(self, bit: int, order: str) -> tuple[Entry, ...]:
        found = self._db.rows(
            f"SELECT {rows.ENTRY} {rows.FROM} WHERE e.hidden > 0 AND e.hidden & {bit} ORDER BY {order}"
        )
        return tuple(rows.entry(row) for row in found)
