"""What comes in: articles become entries, versions of known ones, or nothing new; and how all of that goes out again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from reader.errors import LibraryError
from reader.library.body import micros, pack, unpack, when
from reader.library.connections import Connections
from reader.library.journal import Scribe
from reader.library.rows import Added, Origin, place_text
from reader.model import Article, Place, Source
from reader.text.addresses import canonical

if TYPE_CHECKING:
    from reader.library.index import Index

VERSION_BITS = 20
# Docids count tens of seconds: near docids make small differences, and the index stores differences.
DOCID_SECONDS = 10
# A page may say that it was published a little later than our clock; further in the future it would stay on top.
_AHEAD = timedelta(days=1)
_PREVIEW = 140
# What a new version changes in the row of its entry.
_LIGHT = ("words", "published", "title", "publisher", "byline", "url", "language", "preview")
_CONTENT = ("moment", "docid", "version", "edited", "failure", *_LIGHT)
# Sources that are asked again and again; what was thrown away for good does not come back through them.
_REPEATING = ("feed", "site")


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that is to be put on the shelf, and what is known about it.

    What stands below `identities` is for articles that come from another library; a new entry takes it over, a
    known one keeps its own. `number` is the entry's number if that is free; `older` are versions before this one.
    `apart` says that its address is no name of it: several articles of its feed have the same.
    """

    article: Article
    origin: Origin | Source
    fetched: datetime
    identities: tuple[str, ...] = ()
    number: int | None = None
    added: datetime | None = None
    read: datetime | None = None
    starred: datetime | None = None
    position: Place | None = None
    edited: bool = False
    snoozed: datetime | None = None
    failure: str | None = None
    older: tuple[tuple[Article, datetime], ...] = ()
    apart: bool = False


class Intake:
    """The door through which every article comes and goes."""

    def __init__(self, db: Connections, clock: Callable[[], datetime], index: Callable[[], Index]) -> None:
        self._db = db
        self._clock = clock
        self._index = index
        self._free: dict[int, int] = {}

    def add_many(self, incoming: Sequence[Incoming], scribe: Scribe | None = None) -> tuple[Added, ...]:
        """Put articles on the shelf, in one transaction; with a scribe as part of its act, so that undo takes them
        away again."""
        with self._db.writing():
            fresh: list[tuple[int, Article]] = []
            added = tuple(self._add(it, fresh, scribe) for it in incoming)
            self._index().put(fresh)
            if scribe is not None:
                for first, last in _runs([it.entry_id for it in added if it.came == "new"]):
                    scribe.came("entries", first, last)
        return added

    def erase(self, ids: Sequence[int], *, for_good: bool = False) -> None:
        """Take entries away with all that hangs on them. With `for_good` their names stay, so that no feed brings
        them back. What a person deletes goes to the trash instead."""
        with self._db.writing():
            found = self._db.rows(
                "SELECT docid, id, version FROM entries WHERE id IN (SELECT value FROM json_each(?)) ORDER BY docid",
                (json.dumps(list(ids)),),
            )
            for docid, entry_id, number in found:
                self._index().drop(docid, unpack(self.body(entry_id, number)))
                self._db.run("DELETE FROM versions WHERE id BETWEEN ? AND ?", numbers(entry_id))
                for table in ("entry_tags", "passages", "summaries", "fed", "enclosures"):
                    self._db.run(f"DELETE FROM {table} WHERE entry_id = ?", (entry_id,))
                if for_good:
                    self._db.run("UPDATE identities SET entry_id = 0, name = NULL WHERE entry_id = ?", (entry_id,))
                else:
                    self._db.run("DELETE FROM identities WHERE entry_id = ?", (entry_id,))
                self._db.run("DELETE FROM entries WHERE id = ?", (entry_id,))
        self._free.clear()

    def revert(self, entry_id: int, number: int, before: dict[str, Any]) -> None:
        """Take a version away if it is still the newest one; `before` is the entry's row without it."""
        row = self._db.one("SELECT docid FROM entries WHERE id = ? AND version = ?", (entry_id, number))
        if row is None:
            return
        with self._db.writing():
            self._index().drop(row[0], unpack(self.body(entry_id, number)))
            self._db.run("DELETE FROM versions WHERE id = ?", (entry_id << VERSION_BITS | number,))
            taken = "SELECT 1 FROM entries WHERE docid = ? AND id <> ?"
            if self._db.one(taken, (before["docid"], entry_id)):
                before = before | {"docid": self._docid(before["moment"])}
            columns = ", ".join(f"{name} = :{name}" for name in before)
            self._db.run(f"UPDATE entries SET {columns} WHERE id = :entry_id", before | {"entry_id": entry_id})
            self._db.run("DELETE FROM summaries WHERE entry_id = ?", (entry_id,))
            self._index().put([(before["docid"], unpack(self.body(entry_id, before["version"])))])

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

    def _add(self, it: Incoming, fresh: list[tuple[int, Article]], scribe: Scribe | None) -> Added:
        names = names_of(it)
        keys = [key_of(name) for name in names]
        known = self._db.value(
            f"SELECT max(entry_id) FROM identities WHERE key IN ({', '.join('?' * len(keys))})", keys
        )
        if known == 0 and scribe is None and it.origin.kind in _REPEATING:
            return Added(0, "skipped")
        came = self._again(known, it, fresh, scribe) if known else Added(self._new(it, fresh, scribe), "new")
        own = addresses_of(it)
        for key, name in zip(keys, names, strict=True):
            self._name(key, came.entry_id, None if name in own else name, scribe if known else None)
        return came

    def _name(self, key: int, entry_id: int, name: str | None, scribe: Scribe | None) -> None:
        """Know the entry by a name. Names of new entries go with them; those of known ones are noted."""
        made = self._db.run(
            "INSERT INTO identities VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET entry_id = excluded.entry_id, name = excluded.name WHERE entry_id = 0",
            (key, entry_id, name),
            count=True,
        )
        if made and scribe is not None:
            scribe.came("identities", key, key)

    def _new(self, it: Incoming, fresh: list[tuple[int, Article]], scribe: Scribe | None) -> int:
        added = it.added or it.fetched
        moment = _moment(it.article, added)
        docid = self._docid(moment)
        source_id = self.source_id(it.origin, scribe)
        taken = it.number and self._db.value("SELECT 1 FROM entries WHERE id = ?", (it.number,))
        asleep = it.snoozed is not None and it.snoozed > self._clock()
        entry_id = self._db.run(
            "INSERT INTO entries (id, source_id, hidden, until, moment, docid, version, read, starred, position, "
            f"edited, failure, added, {', '.join(_LIGHT)}) "
            "VALUES (?, ?, ? | (SELECT (muted IS NOT NULL) * 2 FROM sources WHERE id = ?), "
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                None if taken else it.number,
                source_id,
                int(asleep),
                source_id,
                micros(it.snoozed) if asleep and it.snoozed else None,
                moment,
                docid,
                len(it.older) + 1,
                it.read and micros(it.read),
                it.starred and micros(it.starred),
                it.position and place_text(it.position),
                it.edited,
                it.failure,
                micros(added),
                *_light(it.article),
            ),
        )
        for number, (article, fetched) in enumerate((*it.older, (it.article, it.fetched)), 1):
            self._keep_version(entry_id, number, article, fetched)
        fresh.append((docid, it.article))
        return entry_id

    def _keep_version(self, entry_id: int, number: int, article: Article, fetched: datetime) -> None:
        self._db.run(
            "INSERT INTO versions VALUES (?, ?, ?, ?)",
            (entry_id << VERSION_BITS | number, micros(fetched), _words(article), pack(article)),
        )

    def _again(self, entry_id: int, it: Incoming, fresh: list[tuple[int, Article]], scribe: Scribe | None) -> Added:
        values = self._db.one(f"SELECT {', '.join(_CONTENT)} FROM entries WHERE id = ?", (entry_id,))
        row = dict(zip(_CONTENT, values, strict=True))
        number, docid = row["version"], row["docid"]
        old = self.body(entry_id, number)
        if pack(it.article) == old or self._had(entry_id, it, scribe):
            return Added(entry_id, "same")
        waiting = [pair for pair in fresh if pair[0] == docid]
        if waiting:
            fresh.remove(waiting[0])
        else:
            self._index().drop(docid, unpack(old))
        if scribe is not None:
            scribe.note("entries", entry_id, "=", json.dumps(row), number + 1)
        fresh.append((self._replace(entry_id, row, it), it.article))
        return Added(entry_id, "changed")

    def _had(self, entry_id: int, it: Incoming, scribe: Scribe | None) -> bool:
        """Whether an imported article is an older version of what is here: an old file changes nothing."""
        if scribe is None:
            return False
        packed = pack(it.article)
        bodies = self._db.rows("SELECT body FROM versions WHERE id BETWEEN ? AND ?", numbers(entry_id))
        return any(bytes(body) == packed for (body,) in bodies)

    def _replace(self, entry_id: int, row: dict[str, Any], it: Incoming) -> int:
        """Write the new version down; the docid under which it is to be found."""
        first = when(self._db.value("SELECT added FROM entries WHERE id = ?", (entry_id,)))
        assert first is not None
        moment = _moment(it.article, first)
        docid = int(row["docid"]) if moment == row["moment"] else self._docid(moment)
        columns = ", ".join(f"{name} = ?" for name in _LIGHT)
        self._db.run(
            "UPDATE entries SET moment = ?, docid = ?, version = version + 1, edited = (read IS NOT NULL), "
            f"failure = NULL, {columns} WHERE id = ?",
            (moment, docid, *_light(it.article), entry_id),
        )
        self._keep_version(entry_id, row["version"] + 1, it.article, it.fetched)
        self._db.run("DELETE FROM summaries WHERE entry_id = ?", (entry_id,))
        return docid

    def _docid(self, moment: int) -> int:
        wanted = moment // DOCID_SECONDS
        docid = self._free.get(wanted, wanted)
        while self._db.value("SELECT 1 FROM entries WHERE docid = ?", (docid,)):
            docid += 1
        if len(self._free) > 10_000:
            self._free.clear()
        self._free[wanted] = docid + 1
        return docid


def numbers(entry_id: int) -> tuple[int, int]:
    """The first and the last id that versions of an entry can have."""
    first = entry_id << VERSION_BITS
    return first, first | 2**VERSION_BITS - 1


def names_of(it: Incoming) -> tuple[str, ...]:
    """Every name by which the article may be known: the given ones, its address, else publisher and title."""
    names = [name for name in (*it.identities, *addresses_of(it)) if name]
    if not names:
        names = [f"title:{it.article.publisher or it.origin.address}\n{it.article.title}"]
    return tuple(dict.fromkeys(names))


def addresses_of(it: Incoming) -> tuple[str, ...]:
    """The names that an article has by its address: as it stands, and without what tells nothing apart."""
    url = None if it.apart else it.article.url
    return (url, canonical(url)) if url else ()


def _runs(found: list[int]) -> list[tuple[int, int]]:
    """Numbers as first and last of unbroken runs."""
    runs: list[tuple[int, int]] = []
    for number in sorted(found):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def key_of(name: str) -> int:
    """The number under which a name is looked up: a hash, as names are long and many."""
    digest = hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _moment(article: Article, added: datetime) -> int:
    published = article.published
    shown = added if published is None or published > added + _AHEAD else published
    return micros(shown) // 1_000_000


def _words(article: Article) -> int:
    return sum(block.text.count(" ") + 1 for block in article.blocks if block.text)


def _light(article: Article) -> tuple[object, ...]:
    """The columns `_LIGHT` of an article."""
    published = None if article.published is None else micros(article.published)
    first = next((it.text for it in article.blocks if it.kind == "paragraph" and it.text), article.standfirst or "")
    return (
        _words(article),
        published,
        article.title,
        article.publisher,
        "\n".join(article.byline),
        article.url,
        article.language,
        first[:_PREVIEW] or None,
    )
