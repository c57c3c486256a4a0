"""The shelf: sources, entries, article versions, summaries; what is read, starred and tagged, and where one stopped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from reader.errors import LibraryError
from reader.library import digests, rows
from reader.library.body import micros, unpack, when
from reader.library.connections import Connections
from reader.library.identities import key_of
from reader.library.intake import Intake, numbers
from reader.library.journal import SEEN, Journal, Scribe
from reader.library.rows import Added, Incoming, Origin, counted, place_text
from reader.library.schema import TRASHED, VERSION_BITS
from reader.library.sources import throw_away
from reader.library.views import Views
from reader.model import Act, Article, Entry, Glance, Place, Source, Summary, Version, View


class Shelf(Views):
    """Everything that can be read."""

    def __init__(self, db: Connections, clock: Callable[[], datetime], intake: Intake, journal: Journal) -> None:
        super().__init__(db, clock)
        self._intake = intake
        self._journal = journal

    # What comes in

    def add(
        self, article: Article, source: Origin | Source, *, identity: str | None = None, fetched: datetime
    ) -> Added:
        """Put an article on the shelf: a new entry, a new version of a known one, or nothing new."""
        names = (identity,) if identity else ()
        return self.add_many([Incoming(article, source, fetched, names)])[0]

    def incoming(self, article: Article, source: Origin | Source, fetched: datetime, *identities: str) -> Incoming:
        """An article for `add_many`."""
        return Incoming(article, source, fetched, identities)

    def add_many(self, incoming: Sequence[Incoming], scribe: Scribe | None = None) -> tuple[Added, ...]:
        """Several at once, in one transaction; with a scribe as part of its act, so that undo takes them away."""
        return self._intake.add_many(incoming, scribe)

    def erase(self, ids: Sequence[int]) -> None:
        """Take entries away at once, as if they had never come. What a person deletes goes to the trash instead."""
        self._intake.erase(ids)

    # Sources

    def source_id(self, origin: Origin | Source) -> int:
        """The source with that address, made if there is none."""
        return self._intake.source_id(origin)

    def sources(self, *, removed: bool = False) -> tuple[Source, ...]:
        """All sources by title; on request with those that were removed and whose entries are still there."""
        which = "1" if removed else "removed IS NULL"
        found = self._db.rows(f"SELECT {rows.SOURCE} FROM sources WHERE {which} ORDER BY title COLLATE NOCASE, id")
        return tuple(rows.source(row) for row in found)

    def only_from(self, address: str) -> bool:
        """Whether every entry outside the trash comes from that source; those count, too, that are not shown just now."""
        other = (
            "SELECT 1 FROM entries WHERE NOT hidden & ? AND source_id IS NOT (SELECT id FROM sources WHERE address = ?)"
        )
        return self._db.one(f"{other} LIMIT 1", (TRASHED, address)) is None

    # One entry

    def entry(self, entry_id: int) -> Entry:
        """The row of an entry.

        Raises:
            LibraryError: there is none with that number.
        """
        row = self._db.one(f"SELECT {rows.ENTRY} {rows.FROM} WHERE e.id = ?", (entry_id,))
        if row is None:
            raise LibraryError(f"There is no entry {entry_id} in the library.", "`newsreader list` shows the numbers.")
        return rows.entry(row)

    def entries(self, ids: Sequence[int]) -> dict[int, Entry]:
        """The rows of several entries by their numbers, in one question; without those in the trash."""
        picked = "e.id IN (SELECT value FROM json_each(?)) AND NOT e.hidden & ?"
        found = self._db.rows(f"SELECT {rows.ENTRY} {rows.FROM} WHERE {picked}", (json.dumps(list(ids)), TRASHED))
        return {row[0]: rows.entry(row) for row in found}

    def standing(self, ids: Iterable[int]) -> dict[int, bool]:
        """Which of these entries are not in the trash, and whether they are unread."""
        picked = "e.id IN (SELECT value FROM json_each(?)) AND NOT e.hidden & ?"
        asked = f"SELECT e.id, e.read IS NULL FROM entries e WHERE {picked}"
        return {row[0]: bool(row[1]) for row in self._db.rows(asked, (json.dumps(list(ids)), TRASHED))}

    def number(self, identity: str) -> int | None:
        """The number of the entry that is known by a name, in the trash too; 0 for one that was erased; else None."""
        found = self._db.value("SELECT entry_id FROM identities WHERE key = ?", (key_of(identity),))
        return None if found is None else int(found)

    def article(self, entry_id: int, version: int | None = None) -> Article:
        """The article, or an older version of it by its number."""
        return unpack(self._intake.body(entry_id, version or self.entry(entry_id).versions))

    def versions(self, entry_id: int) -> tuple[Version, ...]:
        """All versions of an article, the oldest first."""
        found = self._db.rows(
            "SELECT id, fetched, words FROM versions WHERE id BETWEEN ? AND ? ORDER BY id", numbers(entry_id)
        )
        mask = 2**VERSION_BITS - 1
        return tuple(Version(row[0] & mask, fetched, row[2]) for row in found if (fetched := when(row[1])))

    def keep_position(self, entry_id: int, place: Place | None) -> None:
        """Remember where one stopped reading."""
        text = None if place is None else place_text(place)
        with self._db.writing():
            self._db.run("UPDATE entries SET position = ? WHERE id = ?", (text, entry_id))

    def keep_failure(self, entry_id: int, why: str | None) -> None:
        """Remember why an entry's full text could not be had; None once it could."""
        with self._db.writing():
            self._db.run("UPDATE entries SET failure = ? WHERE id = ?", (why, entry_id))

    def summary(self, entry_id: int, key: str = "3") -> tuple[Summary, ...] | None:
        """The summaries kept under that key (how they were made), None if there are none."""
        text = self._digest(entry_id, key)
        return None if text is None else digests.summaries_from(text)

    def keep_summary(self, entry_id: int, summaries: Sequence[Summary], key: str = "3") -> None:
        """Keep summaries until the article changes; the list shows the first chosen sentence from now on."""
        with self._db.writing():
            self._keep_digest(entry_id, key, digests.summaries_text(summaries))
            if (preview := digests.preview_of(summaries)) is not None:
                self._db.run("UPDATE entries SET preview = ? WHERE id = ?", (preview, entry_id))

    def glance(self, entry_id: int) -> Glance | None:
        """What is kept of an article for a glance, None if nothing is."""
        text = self._digest(entry_id, digests.GLANCE)
        return None if text is None else digests.glance_from(text)

    def keep_glance(self, entry_id: int, glance: Glance) -> None:
        """Keep it until the article changes."""
        with self._db.writing():
            self._keep_digest(entry_id, digests.GLANCE, digests.glance_text(glance))

    def _digest(self, entry_id: int, key: str) -> str | None:
        text = self._db.value("SELECT body FROM summaries WHERE entry_id = ? AND key = ?", (entry_id, key))
        return None if text is None else str(text)

    def _keep_digest(self, entry_id: int, key: str, text: str) -> None:
        self._db.run("INSERT OR REPLACE INTO summaries VALUES (?, ?, ?)", (entry_id, key, text))

    # What a person does

    def mark(self, ids: Iterable[int], *, read: bool | None = None, starred: bool | None = None) -> Act:
        """Mark entries read or unread, starred or not. Marks keep the time of the first one."""
        picked = list(ids)
        done = [
            word
            for value, yes, no in ((read, "read", "unread"), (starred, "starred", "not starred"))
            if value is not None
            for word in (yes if value else no,)
        ]
        label = f"Marked {counted(len(picked))} {' and '.join(done)}"
        with self._journal.acting("mark", label) as scribe:
            self._turn(scribe, "read", picked, read)
            self._turn(scribe, "starred", picked, starred)
        return self._journal.act(scribe.act_id, picked)

    def see(self, ids: Iterable[int]) -> None:
        """Mark entries read because they were open for a while: undo passes that over."""
        picked = list(ids)
        with self._journal.acting(SEEN, f"Read {counted(len(picked))}") as scribe:
            self._turn(scribe, "read", picked, True)

    def _turn(self, scribe: Scribe, column: str, ids: list[int], value: bool | None) -> None:
        if value is None:
            return
        if value:
            scribe.update("entries", column, ids, micros(self._clock()), only=f"{column} IS NULL")
        else:
            scribe.update("entries", column, ids, None)
        if column == "read" and value:
            scribe.update("entries", "edited", ids, 0)

    def mark_all(self, view: View) -> Act:
        """Mark everything in a view read, as one act."""
        ids = self.ids(view, unread=True)
        with self._journal.acting("mark all", f"Marked {counted(len(ids))} read") as scribe:
            self._turn(scribe, "read", ids, True)
        return self._journal.act(scribe.act_id, ids)

    def tag(self, ids: Iterable[int], add: Iterable[str] = (), remove: Iterable[str] = ()) -> Act:
        """Put tags on entries and take tags off."""
        picked, come, go = list(ids), sorted(set(add)), sorted(set(remove))
        said = " ".join([*(f"+{it}" for it in come), *(f"-{it}" for it in go)])
        with self._journal.acting("tag", f"Tagged {counted(len(picked))} {said}") as scribe:
            for entry_id in self._there(picked):
                has = dict(self._db.rows("SELECT tag, id FROM entry_tags WHERE entry_id = ?", (entry_id,)))
                scribe.delete("entry_tags", [has[tag] for tag in go if tag in has])
                for tag in come:
                    if tag not in has:
                        scribe.insert("entry_tags", {"entry_id": entry_id, "tag": tag})
        return self._journal.act(scribe.act_id, picked)

    def _there(self, ids: list[int]) -> list[int]:
        """Those of the entries that the library has: what would hang on another one hangs on nothing."""
        found = self._db.rows("SELECT id FROM entries WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),))
        return [row[0] for row in found]

    def delete(self, ids: Iterable[int]) -> Act:
        """Put entries into the trash, from where undo or `Keeping.restore` brings them back."""
        picked = list(ids)
        with self._journal.acting("delete", f"Deleted {counted(len(picked))}") as scribe:
            throw_away(scribe, picked, self._clock())
        return self._journal.act(scribe.act_id, picked)
