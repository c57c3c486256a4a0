"""What comes in: articles become entries, versions of known ones, or nothing new; and how all of that goes out again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reader.errors import LibraryError
from reader.library.body import holds, unpack
from reader.library.connections import Connections
from reader.library.docids import Docids, moment_of
from reader.library.identities import KNOW, addresses_of, key_of, known, names_of
from reader.library.rows import LIGHT, Added, Incoming, Origin
from reader.library.schema import VERSION_BITS
from reader.model import Source

if TYPE_CHECKING:
    from reader.library.arrivals import Arrivals
    from reader.library.index import Index
    from reader.library.journal import Scribe
    from reader.library.packing import Packed

# What a new version changes in the row of its entry.
_CONTENT = ("moment", "docid", "version", "edited", "failure", *LIGHT)
# Sources that are asked again and again; what was thrown away for good does not come back through them.
_REPEATING = ("feed", "site")


class Intake:
    """The door through which every article comes and goes."""

    def __init__(self, db: Connections, clock: Callable[[], datetime], index: Callable[[], Index]) -> None:
        self._db = db
        self._clock = clock
        self._index = index
        self._docids = Docids(db)

    def add_many(self, incoming: Sequence[Incoming], scribe: Scribe | None = None) -> tuple[Added, ...]:
        """Put articles on the shelf, in one transaction; with a scribe as part of its act, so that undo takes them
        away again."""
        index = self._index()
        try:
            with self._db.writing():
                arrivals = index.arrivals(self._clock(), self._docids)
                added = tuple(self._added(incoming, arrivals, scribe))
                arrivals.write()
                if scribe is not None:
                    for first, last in _runs([it.entry_id for it in added if it.came == "new"]):
                        scribe.came("entries", first, last)
        except BaseException:
            index.packer.forget()  # its names were not kept
            self._docids.forget()
            raise
        return added

    def erase(self, ids: Sequence[int], *, for_good: bool = False) -> None:
        """Take entries away with all that hangs on them. With `for_good` their names stay, so that no feed brings
        them back. What a person deletes goes to the trash instead."""
        picked = (json.dumps(list(ids)),)
        these = "IN (SELECT value FROM json_each(?))"
        with self._db.writing():
            found = self._db.value(f"SELECT count(*) FROM entries WHERE id {these}", picked)
            # The index of what is left is made anew where that is less work than taking the words of the others out.
            anew = found > self._db.value("SELECT count(*) FROM entries") - found
            if not anew:
                self._index().drop(
                    (docid, unpack(body))
                    for docid, body in self._db.stream(
                        "SELECT e.docid, v.body FROM entries e "
                        f"JOIN versions v ON v.id = (e.id << {VERSION_BITS}) | e.version "
                        f"WHERE e.id {these} ORDER BY e.docid",
                        picked,
                    )
                )
            for first, last in _runs(list(ids)):
                between = numbers(first)[0], numbers(last)[1]
                self._db.run("DELETE FROM versions WHERE id BETWEEN ? AND ?", between)
            for table in ("entry_tags", "passages", "summaries", "fed", "enclosures"):
                self._db.run(f"DELETE FROM {table} WHERE entry_id {these}", picked)
            if for_good:
                self._db.run(f"UPDATE identities SET entry_id = 0, name = NULL WHERE entry_id {these}", picked)
            else:
                self._db.run(f"DELETE FROM identities WHERE entry_id {these}", picked)
            self._db.run(f"DELETE FROM entries WHERE id {these}", picked)
            if anew:
                self._index().renew()
        self._docids.forget()

    def revert(self, entry_id: int, number: int, before: dict[str, Any]) -> None:
        """Take a version away if it is still the newest one; `before` is the entry's row without it."""
        row = self._db.one("SELECT docid FROM entries WHERE id = ? AND version = ?", (entry_id, number))
        if row is None:
            return
        with self._db.writing():
            index = self._index()
            index.drop([(row[0], unpack(self.body(entry_id, number)))])
            self._db.run("DELETE FROM versions WHERE id = ?", (entry_id << VERSION_BITS | number,))
            taken = "SELECT 1 FROM entries WHERE docid = ? AND id <> ?"
            if self._db.one(taken, (before["docid"], entry_id)):
                before = before | {"docid": self._docids.of(before["moment"])}
            columns = ", ".join(f"{name} = :{name}" for name in before)
            self._db.run(f"UPDATE entries SET {columns} WHERE id = :entry_id", before | {"entry_id": entry_id})
            self._db.run("DELETE FROM summaries WHERE entry_id = ?", (entry_id,))
            article = unpack(self.body(entry_id, before["version"]))
            index.put([(before["docid"], index.packer.terms(article))])
            self._docids.written()

    def source_id(self, origin: Origin | Source, scribe: Scribe | None = None) -> int:
        """The source with that address, made if there is none."""
        found = self._db.value("SELECT id FROM sources WHERE address = ?", (origin.address,))
        if found is not None:
            return int(found)
        row = {"kind": origin.kind, "address": origin.address, "title": origin.title, "folder": origin.folder}
        with self._db.writing():
            if scribe is not None:
                return scribe.insert("sources", row)
            return self._db.run(
                "INSERT INTO sources (kind, address, title, folder) VALUES (:kind, :address, :title, :folder)", row
            )

    def body(self, entry_id: int, number: int) -> bytes:
        """A version's packed article. Raises LibraryError when it is not there."""
        body = self._db.value("SELECT body FROM versions WHERE id = ?", (entry_id << VERSION_BITS | number,))
        if body is None:
            raise LibraryError(
                f"The library has no version {number} of entry {entry_id}.",
                "Run `newsreader doctor` if it should be there.",
            )
        return bytes(body)

    def _added(self, incoming: Sequence[Incoming], arrivals: Arrivals, scribe: Scribe | None) -> Iterator[Added]:
        packed = [arrivals.packed(it.article) for it in incoming]
        names = [[(key_of(name), name) for name in names_of(*pair)] for pair in zip(incoming, packed, strict=True)]
        there = known(self._db, [key for its in names for key, _ in its])
        sources: dict[str, int] = {}
        for it, article, its in zip(incoming, packed, names, strict=True):
            entry_id = max((there[key] for key, _ in its if key in there), default=None)
            if entry_id == 0 and scribe is None and it.origin.kind in _REPEATING:
                yield Added(0, "skipped")
                continue
            if entry_id:
                came = self._again(entry_id, it, article, arrivals, scribe)
                self._name(entry_id, addresses_of(it, article), its, scribe)
            else:
                address = it.origin.address
                if address not in sources:
                    sources[address] = self.source_id(it.origin, scribe)
                own = addresses_of(it, article)
                kept = [(key, None if name in own else name) for key, name in its]
                came = Added(arrivals.add(it, article, sources[address], kept), "new")
            there |= {key: came.entry_id for key, _ in its if not there.get(key)}
            yield came

    def _name(self, entry_id: int, own: Sequence[str], names: Sequence[tuple[int, str]], scribe: Scribe | None) -> None:
        """Know an entry by more names. Names of new entries go with them; those of known ones are noted."""
        for key, name in names:
            made = self._db.run(KNOW, (key, entry_id, None if name in own else name), count=True)
            if made and scribe is not None:
                scribe.came("identities", key, key)

    def _again(self, entry_id: int, it: Incoming, packed: Packed, arrivals: Arrivals, scribe: Scribe | None) -> Added:
        if packed.terms is None:
            packed = arrivals.packed(unpack(packed.body))
        if entry_id in arrivals:
            arrivals.write()
        values = self._db.one(f"SELECT {', '.join(_CONTENT)} FROM entries WHERE id = ?", (entry_id,))
        row = dict(zip(_CONTENT, values, strict=True))
        old = self.body(entry_id, row["version"])
        if holds(old, packed.body) or (scribe is not None and self._had(entry_id, packed)):
            return Added(entry_id, "same")
        self._index().drop([(row["docid"], unpack(old))])
        if scribe is not None:
            scribe.note("entries", entry_id, "=", json.dumps(row), row["version"] + 1)
        arrivals.index(entry_id, self._replace(entry_id, row, packed), packed)
        arrivals.keep_version(entry_id, row["version"] + 1, packed, it.fetched)
        return Added(entry_id, "changed")

    def _had(self, entry_id: int, packed: Packed) -> bool:
        """Whether an imported article is an older version of what is here: an old file changes nothing."""
        bodies = self._db.rows("SELECT body FROM versions WHERE id BETWEEN ? AND ?", numbers(entry_id))
        return any(holds(bytes(body), packed.body) for (body,) in bodies)

    def _replace(self, entry_id: int, row: dict[str, Any], packed: Packed) -> int:
        """Give an entry's row the new version; the docid under which it is to be found."""
        moment = moment_of(packed.published, self._db.value("SELECT added FROM entries WHERE id = ?", (entry_id,)))
        docid = int(row["docid"]) if moment == row["moment"] else self._docids.of(moment)
        columns = ", ".join(f"{name} = ?" for name in LIGHT)
        self._db.run(
            "UPDATE entries SET moment = ?, docid = ?, version = version + 1, edited = (read IS NOT NULL), "
            f"failure = NULL, {columns} WHERE id = ?",
            (moment, docid, *packed.light, entry_id),
        )
        self._db.run("DELETE FROM summaries WHERE entry_id = ?", (entry_id,))
        return docid


def numbers(entry_id: int) -> tuple[int, int]:
    """The first and the last id that versions of an entry can have."""
    first = entry_id << VERSION_BITS
    return first, first | 2**VERSION_BITS - 1


def _runs(found: list[int]) -> list[tuple[int, int]]:
    """Numbers as first and last of unbroken runs."""
    runs: list[tuple[int, int]] = []
    for number in sorted(found):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
