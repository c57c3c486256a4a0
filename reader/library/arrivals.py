"""New entries on their way into the tables: they wait until they are written together, one statement for each table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from reader.errors import LibraryError
from reader.library.body import micros
from reader.library.connections import Connections
from reader.library.docids import Docids, moment_of
from reader.library.identities import KNOW
from reader.library.packing import Packed, Packer, Terms
from reader.library.rows import LIGHT, Incoming, place_text
from reader.library.schema import FILTERED, SNOOZED, VERSION_BITS
from reader.model import Article

_ENTRY = (
    "INSERT INTO entries (id, source_id, hidden, until, moment, docid, version, read, starred, position, edited, "
    f"failure, added, {', '.join(LIGHT)}) VALUES "
    "(?1, ?2, ?3 | (SELECT (muted IS NOT NULL) * 2 FROM sources WHERE id = ?2), "
    f"{', '.join(f'?{number}' for number in range(4, 14 + len(LIGHT)))})"
)


class Arrivals:
    """What came in one transaction. Nothing of it is in the tables before `write`."""

    def __init__(
        self,
        db: Connections,
        now: datetime,
        docids: Docids,
        packer: Packer,
        put: Callable[[Iterable[tuple[int, Terms]]], None],
    ) -> None:
        self._db = db
        self._now = now
        self._packer = packer
        self._put = put
        self._docids = docids
        self._last = self._db.value(
            "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'entries'), 0), "
            "coalesce((SELECT max(id) FROM entries), 0))"
        )
        self._ids: set[int] = set()
        self._entries: list[tuple[object, ...]] = []
        self._versions: list[tuple[object, ...]] = []
        self._names: list[tuple[int, int, str | None]] = []
        self._terms: list[tuple[int, Terms]] = []
        self._rough: list[tuple[int]] = []

    def __contains__(self, entry_id: int) -> bool:
        return entry_id in self._ids

    def add(self, it: Incoming, packed: Packed, source_id: int, names: Sequence[tuple[int, str | None]]) -> int:
        """A new entry, known by keys, each with its name where that is not the own address; its number."""
        added = micros(it.added or it.fetched)
        moment = moment_of(packed.published, added)
        docid = self._docids.of(moment)
        entry_id = self._number(it.number)
        snoozed = micros(it.snoozed) if it.snoozed is not None and it.snoozed > self._now else None
        self._entries.append(
            (
                entry_id,
                source_id,
                SNOOZED * (snoozed is not None) | FILTERED * it.filtered,
                snoozed,
                moment,
                docid,
                len(it.older) + 1,
                it.read and micros(it.read),
                it.starred and micros(it.starred),
                it.position and place_text(it.position),
                it.edited,
                it.failure,
                added,
                *packed.light,
            )
        )
        for number, (version, fetched) in enumerate((*it.older, (packed, it.fetched)), 1):
            self.keep_version(entry_id, number, self.packed(version), fetched)
        self._names += ((key, entry_id, name) for key, name in names)
        self.index(entry_id, docid, packed)
        return entry_id

    def keep_version(self, entry_id: int, number: int, packed: Packed, fetched: datetime) -> None:
        """Write a version of an entry down."""
        self._versions.append((entry_id << VERSION_BITS | number, micros(fetched), packed.words, packed.body))

    def index(self, entry_id: int, docid: int, packed: Packed) -> None:
        """Let an entry be found by its words, now or once its text is read."""
        self._ids.add(entry_id)
        if packed.terms is None:
            self._rough.append((docid,))
        else:
            self._terms.append((docid, packed.terms))

    def packed(self, article: Article | Packed) -> Packed:
        """The article made ready, if it is not."""
        return article if isinstance(article, Packed) else self._packer.pack(article)

    def write(self) -> None:
        """All that waits, into the tables."""
        self._db.many(_ENTRY, self._entries)
        self._db.many("INSERT INTO versions VALUES (?, ?, ?, ?)", self._versions)
        self._db.many(KNOW, self._names)
        self._put(self._terms)
        self._db.many("INSERT INTO rough VALUES (?)", self._rough)
        for waiting in (self._ids, self._entries, self._versions, self._names, self._terms, self._rough):
            waiting.clear()
        self._docids.written()

    def _number(self, wished: int | None) -> int:
        """The number wished for if it is free, else the next one."""
        if wished and wished not in self._ids:
            if wished > self._last:
                self._last = wished
                return wished
            if self._db.value("SELECT 1 FROM entries WHERE id = ?", (wished,)) is None:
                return wished
        self._last += 1
        if self._last >= 2**63:
            raise LibraryError("The library has no number left for an entry.", "Export it and import that anew.")
        return int(self._last)
