"""The shelf: sources, entries, article versions, summaries; what is read, starred and tagged, and where one stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.errors import LibraryError
from reader.library import rows
from reader.library.body import micros, pack, unpack, when
from reader.library.connections import Connections
from reader.library.index import Index
from reader.library.journal import Journal, Scribe
from reader.library.rows import Added, Origin
from reader.library.schema import TRASHED
from reader.library.views import Views
from reader.model import Act, Article, Entry, Place, Point, Source, Summary, Version, View

VERSION_BITS = 20
# Docids count tens of seconds: near docids make small differences, and the index stores differences.
DOCID_SECONDS = 10
# A page may say that it was published a little later than our clock; further in the future it would stay on top.
_AHEAD = timedelta(days=1)
_PREVIEW = 140


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that is to be put on the shelf, and what is known about it.

    What stands below `identities` is for articles that come from another library; a new entry takes it over, a
    known one keeps its own. `number` is the entry's number if that is free; `older` are versions before this one.
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
    older: tuple[tuple[Article, datetime], ...] = ()


class Shelf(Views):
    """Everything that can be read."""

    def __init__(
        self, db: Connections, clock: Callable[[], datetime], index: Index, acting: Callable[[], Journal]
    ) -> None:
        super().__init__(db, clock)
        self._index = index
        self._journal = acting
        self._free: dict[int, int] = {}

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
        with self._db.writing():
            fresh: list[tuple[int, Article]] = []
            added = tuple(self._add(it, fresh) for it in incoming)
            self._index.put(fresh)
            if scribe is not None:
                for first, last in _runs([it.entry_id for it in added if it.came == "new"]):
                    scribe.came("entries", first, last)
        return added

    def _add(self, it: Incoming, fresh: list[tuple[int, Article]]) -> Added:
        keys = [_key(name) for name in names_of(it)]
        known = self._db.value(
            f"SELECT entry_id FROM identities WHERE key IN ({', '.join('?' * len(keys))}) LIMIT 1", keys
        )
        if known is None:
            entry_id = self._new(it, fresh)
            came = Added(entry_id, "new")
        else:
            came = self._again(int(known), it, fresh)
        self._db.many(
            "INSERT OR IGNORE INTO identities VALUES (?, ?, ?)",
            [
                (key, came.entry_id, None if name == it.article.url else name)
                for key, name in zip(keys, names_of(it), strict=True)
            ],
        )
        return came

    def _new(self, it: Incoming, fresh: list[tuple[int, Article]]) -> int:
        added = it.added or it.fetched
        moment = _moment(it.article, added)
        docid = self._docid(moment)
        source_id = self.source_id(it.origin)
        taken = it.number and self._db.value("SELECT 1 FROM entries WHERE id = ?", (it.number,))
        entry_id = self._db.run(
            "INSERT INTO entries (id, source_id, hidden, moment, docid, version, read, starred, position, edited, "
            "words, published, added, title, publisher, byline, url, language, preview) "
            "VALUES (?, ?, (SELECT iif(muted > ?, 2, 0) FROM sources WHERE id = ?), "
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                None if taken else it.number,
                source_id,
                micros(self._clock()),
                source_id,
                moment,
                docid,
                len(it.older) + 1,
                it.read and micros(it.read),
                it.starred and micros(it.starred),
                it.position and json.dumps(_place(it.position)),
                it.edited,
                *_light(it.article, added),
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

    def _again(self, entry_id: int, it: Incoming, fresh: list[tuple[int, Article]]) -> Added:
        number, docid = self._db.one("SELECT version, docid FROM entries WHERE id = ?", (entry_id,))
        old = self._body(entry_id, number)
        if pack(it.article) == old:
            return Added(entry_id, "same")
        waiting = [pair for pair in fresh if pair[0] == docid]
        if waiting:
            fresh.remove(waiting[0])
        else:
            self._index.drop(docid, unpack(old))
        self._replace(entry_id, number + 1, it)
        fresh.append((self._db.value("SELECT docid FROM entries WHERE id = ?", (entry_id,)), it.article))
        return Added(entry_id, "changed")

    def _replace(self, entry_id: int, number: int, it: Incoming) -> None:
        added, docid, before = self._db.one("SELECT added, docid, moment FROM entries WHERE id = ?", (entry_id,))
        first = when(added)
        assert first is not None
        moment = _moment(it.article, first)
        docid = docid if moment == before else self._docid(moment)
        light = _light(it.article, first)
        self._db.run(
            "UPDATE entries SET moment = ?, docid = ?, version = ?, edited = (read IS NOT NULL), words = ?, "
            "published = ?, title = ?, publisher = ?, byline = ?, url = ?, language = ?, preview = ?, failure = NULL "
            "WHERE id = ?",
            (moment, docid, number, light[0], light[1], *light[3:], entry_id),
        )
        self._keep_version(entry_id, number, it.article, it.fetched)
        self._db.run("DELETE FROM summaries WHERE entry_id = ?", (entry_id,))

    def _docid(self, moment: int) -> int:
        wanted = moment // DOCID_SECONDS
        docid = self._free.get(wanted, wanted)
        while self._db.value("SELECT 1 FROM entries WHERE docid = ?", (docid,)):
            docid += 1
        if len(self._free) > 10_000:
            self._free.clear()
        self._free[wanted] = docid + 1
        return docid

    def erase(self, ids: Sequence[int]) -> None:
        """Take entries away for good, with all that hangs on them. What a person deletes goes to the trash instead."""
        with self._db.writing():
            for entry_id in ids:
                row = self._db.one("SELECT version, docid FROM entries WHERE id = ?", (entry_id,))
                if row is None:
                    continue
                self._index.drop(row[1], unpack(self._body(entry_id, row[0])))
                first = entry_id << VERSION_BITS
                self._db.run("DELETE FROM versions WHERE id BETWEEN ? AND ?", (first, first | 2**VERSION_BITS - 1))
                for table in ("entry_tags", "passages", "summaries", "identities"):
                    self._db.run(f"DELETE FROM {table} WHERE entry_id = ?", (entry_id,))
                self._db.run("DELETE FROM entries WHERE id = ?", (entry_id,))
        self._free.clear()

    # Sources

    def source_id(self, origin: Origin | Source) -> int:
        """The source with that address, made if there is none."""
        found = self._db.value("SELECT id FROM sources WHERE address = ?", (origin.address,))
        if found is not None:
            return int(found)
        with self._db.writing():
            return self._db.run(
                "INSERT INTO sources (kind, address, title, folder) VALUES (?, ?, ?, ?)",
                (origin.kind, origin.address, origin.title, origin.folder),
            )

    def sources(self, *, removed: bool = False) -> tuple[Source, ...]:
        """All sources by title; on request with those that were removed and whose entries are still there."""
        which = "1" if removed else "removed IS NULL"
        found = self._db.rows(f"SELECT {rows.SOURCE} FROM sources WHERE {which} ORDER BY title COLLATE NOCASE, id")
        return tuple(rows.source(row) for row in found)

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

    def article(self, entry_id: int, version: int | None = None) -> Article:
        """The article, or an older version of it by its number."""
        return unpack(self._body(entry_id, version or self.entry(entry_id).versions))

    def versions(self, entry_id: int) -> tuple[Version, ...]:
        """All versions of an article, the oldest first."""
        first = entry_id << VERSION_BITS
        found = self._db.rows(
            "SELECT id, fetched, words FROM versions WHERE id BETWEEN ? AND ? ORDER BY id",
            (first, first | 2**VERSION_BITS - 1),
        )
        mask = 2**VERSION_BITS - 1
        return tuple(Version(row[0] & mask, fetched, row[2]) for row in found if (fetched := when(row[1])))

    def _body(self, entry_id: int, number: int) -> bytes:
        body = self._db.value("SELECT body FROM versions WHERE id = ?", (entry_id << VERSION_BITS | number,))
        if body is None:
            raise LibraryError(
                f"The library has no version {number} of entry {entry_id}.",
                "Run `newsreader doctor` if it should be there.",
            )
        return bytes(body)

    def keep_position(self, entry_id: int, place: Place | None) -> None:
        """Remember where one stopped reading."""
        text = None if place is None else json.dumps(_place(place))
        with self._db.writing():
            self._db.run("UPDATE entries SET position = ? WHERE id = ?", (text, entry_id))

    def keep_failure(self, entry_id: int, why: str | None) -> None:
        """Remember why an entry's full text could not be had; None once it could."""
        with self._db.writing():
            self._db.run("UPDATE entries SET failure = ? WHERE id = ?", (why, entry_id))

    def summary(self, entry_id: int, key: str = "3") -> tuple[Summary, ...] | None:
        """The summaries kept under that key (how they were made), None if there are none."""
        text = self._db.value("SELECT body FROM summaries WHERE entry_id = ? AND key = ?", (entry_id, key))
        if text is None:
            return None
        return tuple(
            Summary(label, origin, tuple(Point(it, Place(*at) if at else None) for it, at in points), remark)
            for label, origin, points, remark in json.loads(text)
        )

    def keep_summary(self, entry_id: int, summaries: Iterable[Summary], key: str = "3") -> None:
        """Keep summaries until the article changes."""
        kept = [
            [it.label, it.origin, [[point.text, _place(point.place)] for point in it.points], it.remark]
            for it in summaries
        ]
        with self._db.writing():
            self._db.run(
                "INSERT OR REPLACE INTO summaries VALUES (?, ?, ?)",
                (entry_id, key, json.dumps(kept, ensure_ascii=False)),
            )

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
        label = f"Marked {_entries(len(picked))} {' and '.join(done)}"
        with self._journal().acting("mark", label) as scribe:
            self._turn(scribe, "read", picked, read)
            self._turn(scribe, "starred", picked, starred)
        return self._journal().act(scribe.act_id, picked)

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
        with self._journal().acting("mark all", f"Marked {_entries(len(ids))} read") as scribe:
            self._turn(scribe, "read", ids, True)
        return self._journal().act(scribe.act_id, ids)

    def tag(self, ids: Iterable[int], add: Iterable[str] = (), remove: Iterable[str] = ()) -> Act:
        """Put tags on entries and take tags off."""
        picked, come, go = list(ids), sorted(set(add)), sorted(set(remove))
        said = " ".join([*(f"+{it}" for it in come), *(f"-{it}" for it in go)])
        with self._journal().acting("tag", f"Tagged {_entries(len(picked))} {said}") as scribe:
            for entry_id in picked:
                has = dict(self._db.rows("SELECT tag, id FROM entry_tags WHERE entry_id = ?", (entry_id,)))
                scribe.delete("entry_tags", [has[tag] for tag in go if tag in has])
                for tag in come:
                    if tag not in has:
                        scribe.insert("entry_tags", {"entry_id": entry_id, "tag": tag})
        return self._journal().act(scribe.act_id, picked)

    def delete(self, ids: Iterable[int]) -> Act:
        """Put entries into the trash, from where undo or `restore` brings them back."""
        picked = list(ids)
        with self._journal().acting("delete", f"Deleted {_entries(len(picked))}") as scribe:
            scribe.update("entries", "trashed", picked, micros(self._clock()), only="trashed IS NULL")
            scribe.update_by("entries", "hidden", picked, "hidden | :bit", {"bit": TRASHED})
        return self._journal().act(scribe.act_id, picked)


def names_of(it: Incoming) -> tuple[str, ...]:
    """Every name by which the article may be known: the given ones, its address, else publisher and title."""
    names = [name for name in (*it.identities, it.article.url) if name]
    if not names:
        names = [f"title:{it.article.publisher or it.origin.address}\n{it.article.title}"]
    return tuple(dict.fromkeys(names))


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Numbers as first and last of unbroken runs."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _key(name: str) -> int:
    digest = hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _moment(article: Article, added: datetime) -> int:
    published = article.published
    shown = added if published is None or published > added + _AHEAD else published
    return micros(shown) // 1_000_000


def _words(article: Article) -> int:
    return sum(block.text.count(" ") + 1 for block in article.blocks if block.text)


def _light(article: Article, added: datetime) -> tuple[object, ...]:
    published = None if article.published is None else micros(article.published)
    first = next((it.text for it in article.blocks if it.kind == "paragraph" and it.text), article.standfirst or "")
    return (
        _words(article),
        published,
        micros(added),
        article.title,
        article.publisher,
        "\n".join(article.byline),
        article.url,
        article.language,
        first[:_PREVIEW] or None,
    )


def _entries(count: int) -> str:
    return "1 article" if count == 1 else f"{count:,} articles"


def _place(place: Place | None) -> list[object] | None:
    return None if place is None else [place.part, place.index, place.start, place.end]
