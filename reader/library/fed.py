"""What feeds said of entries: what is known already and need not be read again, whose text is shown, files with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.library.connections import Connections
from reader.library.schema import VERSION_BITS
from reader.model import Enclosure

Shown = Literal["page", "feed"]


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that an item of a feed is: its number (0 where it was erased), its source, what the feed said of it last
    (a digest), whose text is shown where its page was fetched or another feed had more, and how many words it has."""

    entry_id: int
    source_id: int | None
    digest: int | None
    shown: Shown | None
    words: int


class Fed:
    """What came by feeds, by entry."""

    def __init__(self, db: Connections) -> None:
        self._db = db

    def known(self, keys: Sequence[Sequence[int]]) -> list[Known | None]:
        """For each item, by the keys of all its names (`intake.key_of`), the entry that it is; None where it is none yet."""
        wanted = json.dumps([key for each in keys for key in each])
        entries = dict(
            self._db.rows(
                "SELECT key, entry_id FROM identities WHERE key IN (SELECT value FROM json_each(?))", (wanted,)
            )
        )
        rows = self._db.rows(
            "SELECT e.id, e.source_id, f.digest, f.shown, e.words FROM entries e LEFT JOIN fed f ON f.entry_id = e.id "
            "WHERE e.id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(set(entries.values()))),),
        )
        known = {row[0]: Known(*row) for row in rows}
        found = [max((entries[key] for key in each if key in entries), default=None) for each in keys]
        return [None if it is None else known.get(it, Known(0, None, None, None, 0)) for it in found]

    def keep(self, digests: Iterable[tuple[int, int]]) -> None:
        """Remember what a feed said, as pairs of entry and digest."""
        with self._db.writing():
            self._db.many(
                "INSERT INTO fed (entry_id, digest) VALUES (?, ?) ON CONFLICT DO UPDATE SET digest = excluded.digest",
                digests,
            )

    def show(self, entry_id: int, shown: Shown, *, edited: bool) -> None:
        """Remember whose text is shown, once an entry's own page was looked at; `edited` is what the entry was before:
        to see more of an article is no edit of its publisher's."""
        with self._db.writing():
            self._db.run(
                "INSERT INTO fed VALUES (?, 0, ?) ON CONFLICT DO UPDATE SET shown = excluded.shown", (entry_id, shown)
            )
            self._db.run("UPDATE entries SET edited = ?, failure = NULL WHERE id = ?", (edited, entry_id))

    def told(self, entry_id: int) -> tuple[int | None, Shown | None]:
        """What a feed said of an entry last, as a digest, and whose text is shown; None where it came by none."""
        row = self._db.one("SELECT digest, shown FROM fed WHERE entry_id = ?", (entry_id,))
        return (None, None) if row is None else (row[0], row[1])

    def take(self, entry_id: int, told: tuple[int, Shown | None] | None, files: Sequence[Enclosure]) -> None:
        """What another library knew of an entry that is new in this one, within a transaction."""
        if told is not None:
            self._db.run("INSERT OR REPLACE INTO fed VALUES (?, ?, ?)", (entry_id, *told))
        if files:
            self.enclose([(entry_id, files)])

    def shown(self, entry_id: int) -> Shown | None:
        """Whose text is shown of an entry whose page was fetched; None where it was not."""
        found: Shown | None = self._db.value("SELECT shown FROM fed WHERE entry_id = ?", (entry_id,))
        return found

    def name(self, entry_id: int) -> str | None:
        """A name by which nothing but this entry is known; None where there is no such entry."""
        row = self._db.one(
            "SELECT i.name, e.url FROM identities i JOIN entries e ON e.id = i.entry_id WHERE i.entry_id = ? "
            "ORDER BY i.name IS NULL LIMIT 1",
            (entry_id,),
        )
        return None if row is None else row[0] or row[1]

    def chosen(self, source_id: int, count: int) -> list[Shown]:
        """Whose texts are shown of a source's newest entries whose pages were asked for; the feed's where none came."""
        found = self._db.rows(
            "SELECT coalesce(f.shown, 'feed') FROM entries e LEFT JOIN fed f ON f.entry_id = e.id "
            "WHERE e.source_id = ? AND e.hidden = 0 AND (f.shown IS NOT NULL OR e.failure IS NOT NULL) "
            "ORDER BY e.moment DESC LIMIT ?",
            (source_id, count),
        )
        return [row[0] for row in found]

    def teasers(self, source_id: int, count: int) -> list[int]:
        """The newest unread entries of a source whose pages were neither fetched nor failed to come."""
        found = self._db.rows(
            "SELECT e.id FROM entries e LEFT JOIN fed f ON f.entry_id = e.id WHERE e.source_id = ? AND e.hidden = 0 "
            "AND e.read IS NULL AND e.url IS NOT NULL AND e.failure IS NULL AND f.shown IS NULL "
            "ORDER BY e.moment DESC LIMIT ?",
            (source_id, count),
        )
        return [row[0] for row in found]

    def lengths(self, source_id: int, count: int) -> list[int]:
        """How many words the texts that came first of a source's newest entries have."""
        found = self._db.rows(
            "SELECT v.words FROM entries e JOIN versions v ON v.id = (e.id << ?) + 1 "
            "WHERE e.source_id = ? AND e.hidden = 0 ORDER BY e.moment DESC LIMIT ?",
            (VERSION_BITS, source_id, count),
        )
        return [row[0] for row in found]

    def failure(self, entry_id: int) -> str | None:
        """Why an entry's page could not be had, None where nothing is known to be wrong."""
        found = self._db.value("SELECT failure FROM entries WHERE id = ?", (entry_id,))
        return None if found is None else str(found)

    def enclose(self, files: Iterable[tuple[int, Sequence[Enclosure]]]) -> None:
        """Keep the files that come with entries, instead of those that came before."""
        with self._db.writing():
            for entry_id, enclosures in files:
                self._db.run("DELETE FROM enclosures WHERE entry_id = ?", (entry_id,))
                self._db.many(
                    "INSERT INTO enclosures VALUES (?, ?, ?, ?, ?)",
                    [
                        (entry_id, number, it.address, it.media_type, it.size if it.size and it.size < 2**62 else None)
                        for number, it in enumerate(enclosures)
                    ],
                )

    def enclosures(self, entry_id: int) -> tuple[Enclosure, ...]:
        """The files that come with an entry."""
        found = self._db.rows(
            "SELECT address, media_type, size FROM enclosures WHERE entry_id = ? ORDER BY number", (entry_id,)
        )
        return tuple(Enclosure(*row) for row in found)
