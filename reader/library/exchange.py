"""JSON lines in and out: the whole library as one object a line, in the form that the manual documents.

What goes out comes in again as the same library. An import is one act: it goes in parts of a few hundred lines, each
kept before the next begins, so it can be stopped or killed at any moment and goes on where it was. This module is
imported by whoever imports or exports, not when a library is opened.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import LibraryError, UnreadableError
from reader.formats import article_json
from reader.formats.rows import file_json
from reader.formats.values import place_json, time_json
from reader.library import Library
from reader.library.ahead import Ahead, Part, Wrong
from reader.library.body import when
from reader.library.instances import IMPORTING
from reader.library.journal import Scribe
from reader.library.lines import Line, Shape, origin_json, passage_from, passage_json, shape_json
from reader.library.rows import Origin
from reader.library.rules import rule_row
from reader.library.schema import FILTERED, TRASHED
from reader.library.sources import source_row
from reader.text.clean import one_line
from reader.whole import whole

# Lines a transaction: 400 cost a tenth more, 2,000 keep another instance's mark waiting for most of a second.
PART = 800


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: `bytes` of `size` are done.

    `new`, `changed`, `same` and `failed` count since the beginning of the file, also where an import was taken up
    again; `wrong` are the lines of this part that did not come in.
    """

    lines: int
    bytes: int
    size: int
    new: int
    changed: int
    same: int
    failed: int = 0
    wrong: tuple[Wrong, ...] = ()


@dataclass(slots=True)
class _Tally:
    """What an import came to so far."""

    act_id: int
    lines: int = 0
    bytes: int = 0
    came: dict[str, int] = field(default_factory=lambda: {"new": 0, "changed": 0, "same": 0, "failed": 0})


Follow = Callable[[int, Scribe], object]
"""Moves the passages of an entry along to the version that has just come, as a part of an act."""


class Exchange:
    """Brings JSON lines in and takes them out."""

    def __init__(self, library: Library, follow: Follow = lambda *_: None) -> None:
        self._library = library
        self._db = library.db
        self._follow = follow

    def read(self, file: Path) -> Generator[Progress, None, None]:
        """Import a file; a step after each part. Stopping between two steps loses nothing; reading it again goes on.

        Raises:
            UnreadableError: there is no such file.
        """
        try:
            with file.open("rb") as stream:
                size = file.stat().st_size
                key = f"{file.resolve()}|{size}|{file.stat().st_mtime_ns}"
                with self._library.instance.alone(IMPORTING), self._db.hurried(cache=8000):
                    yield from self._parts(stream, size, key, file.name)
        except OSError as error:
            raise UnreadableError(
                f"{one_line(str(file))} cannot be read: {error.strerror}.", "Check the name."
            ) from error

    def _parts(self, stream: BinaryIO, size: int, key: str, name: str) -> Iterator[Progress]:
        tally = self._begin(key, name)
        ahead = Ahead(stream, tally.lines, tally.bytes, PART, self._library.clock())
        segments = self._library.index.segments
        step = None
        with segments.piling():
            for part in ahead.parts(size):
                with self._db.writing():
                    self._take(part, tally, key, name)
                step = _progress(tally, size, part.wrong)
                yield step
        if step is not None and segments.many:
            for _ in segments.merged():
                yield replace(step, wrong=())
        with self._db.writing():
            self._db.run("DELETE FROM imports WHERE file = ?", (key,))
            if self._db.value("SELECT 1 FROM changes WHERE act_id = ? LIMIT 1", (tally.act_id,)) is None:
                self._db.run("DELETE FROM acts WHERE id = ?", (tally.act_id,))

    def _take(self, part: Part, tally: _Tally, key: str, name: str) -> None:
        """A part into the library, with how far that is, in one transaction."""
        for came in self._keep(tally.act_id, part.told):
            tally.came[came] += 1
        tally.came["failed"] += len(part.wrong)
        tally.lines += part.lines
        tally.bytes += part.bytes
        reached = (key, tally.lines, tally.bytes, tally.act_id, json.dumps(tally.came))
        self._db.run("INSERT OR REPLACE INTO imports VALUES (?, ?, ?, ?, ?)", reached)
        self._library.journal.relabel(tally.act_id, _label(tally, name))

    def _begin(self, key: str, name: str) -> _Tally:
        found = self._db.one("SELECT act_id, line, offset, came FROM imports WHERE file = ?", (key,))
        if found is not None and self._db.value("SELECT 1 FROM acts WHERE id = ? AND undone IS NULL", found[:1]):
            return _Tally(found[0], found[1], found[2], json.loads(found[3]))
        with self._db.writing():
            return _Tally(self._library.journal.begin("import", f"Imported {name}"))

    def _keep(self, act_id: int, told: Sequence[tuple[Line | None, Shape | None]]) -> Iterator[str]:
        scribe = Scribe(self._db, act_id)
        for _, shape in told:
            if shape is not None:
                self._take_shape(shape, scribe)
        lines = [line for line, _ in told if line is not None]
        added = self._library.shelf.add_many([it.incoming for it in lines], scribe)
        for line, came in zip(lines, added, strict=True):
            yield came.came
            if came.came == "new":
                self._tags(came.entry_id, line.tags)
                self._passages(came.entry_id, line.passages)
                self._library.fed.take(came.entry_id, line.fed, line.files)
                continue
            if came.came == "changed":
                self._follow(came.entry_id, scribe)
            self._passages(came.entry_id, line.passages, scribe, newest=came.came == "changed")

    def _take_shape(self, shape: Shape, scribe: Scribe) -> None:
        """Sources, saved searches and rules that are not here yet; what is here keeps what was set for it. What a rule does
        to an entry comes with that."""
        for origin, standing in shape.sources:
            if self._db.value("SELECT 1 FROM sources WHERE address = ?", (origin.address,)) is None:
                scribe.insert("sources", source_row(origin, standing))
        for saved in shape.searches:
            if self._db.value("SELECT 1 FROM searches WHERE name = ?", (saved.name,)) is None:
                scribe.insert("searches", {"name": saved.name, "query": saved.query})
        known = {replace(it, off=False) for it in self._library.rules.all().values()} if shape.rules else set()
        for rule in shape.rules:
            if replace(rule, off=False) not in known:
                scribe.insert("rules", rule_row(rule))
        for key in shape.forgotten:
            if self._db.run("INSERT OR IGNORE INTO identities VALUES (?, 0, NULL)", (key,), count=True):
                scribe.came("identities", key, key)

    def _tags(self, entry_id: int, tags: tuple[str, ...]) -> None:
        for tag in tags:
            self._row("entry_tags", {"entry_id": entry_id, "tag": tag}, None)

    def _passages(
        self,
        entry_id: int,
        passages: tuple[dict[str, object], ...],
        scribe: Scribe | None = None,
        *,
        newest: bool = False,
    ) -> None:
        """Passages that came with an article; `newest` if that is the entry's newest version now, whatever its number
        was where they come from."""
        for told in passages:
            row = self._library.margins.row(passage_from(told, entry_id, self._library.clock()))
            if newest and row["state"] != "gone":
                row["version"] = self._db.value("SELECT version FROM entries WHERE id = ?", (entry_id,))
            if self._db.value("SELECT 1 FROM passages WHERE name = ?", (row["name"],)) is None:
                self._row("passages", row, scribe)

    def _row(self, table: str, row: dict[str, Any], scribe: Scribe | None) -> None:
        """A row that hangs on an entry: with a new entry it goes when that goes, on a known one it is noted."""
        if scribe is not None:
            scribe.insert(table, row)
            return
        marks = ", ".join(f":{name}" for name in row)
        self._db.run(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)

    # Out

    def lines(self) -> Iterator[str]:
        """The whole library but its trash, a line an entry, the longest known first. Memory does not grow with it.

        The first line tells of the library as a whole too; one without entries is that line alone.
        """
        last, first = -1, {"library": shape_json(self._shape())}
        sources = {it.id: it for it in self._library.shelf.sources(removed=True)}
        while ids := [
            row[0]
            for row in self._db.rows(
                "SELECT id FROM entries WHERE id > ? AND NOT hidden & 4 ORDER BY id LIMIT 200", (last,)
            )
        ]:
            last = ids[-1]
            for entry_id in ids:
                yield json.dumps(self._told(entry_id, sources) | first, ensure_ascii=False) + "\n"
                first = {}
        if first:
            yield json.dumps(first, ensure_ascii=False) + "\n"

    def _shape(self) -> Shape:
        found = sorted(self._library.shelf.sources(removed=True), key=lambda it: it.id)
        sources = (
            (Origin(it.kind, it.address, it.title, it.folder), self._library.sources.standing(it.id)) for it in found
        )
        gone = self._db.rows(
            "SELECT key FROM identities WHERE entry_id = 0 "
            f"UNION SELECT i.key FROM identities i JOIN entries e ON e.id = i.entry_id WHERE e.hidden & {TRASHED}"
        )
        rules = tuple(self._library.rules.all().values())
        return Shape(tuple(sources), self._library.searches.all(), rules, tuple(row[0] for row in gone))

    def write(self, file: Path) -> int:
        """Export into a file, which appears whole or not at all; the number of entries. Raises LibraryError."""
        count = 0
        try:
            with whole(file, synced=False) as stream:
                for line in self.lines():
                    stream.write(line.encode("utf-8", "replace"))
                    count += 1
        except OSError as error:
            raise LibraryError(
                f"{one_line(str(file))} cannot be written: {error.strerror}.", "Name a file in a folder of yours."
            ) from error
        return count

    def _told(self, entry_id: int, sources: dict[int, Any]) -> dict[str, object]:
        shelf = self._library.shelf
        entry = shelf.entry(entry_id)
        source = sources.get(entry.source_id) or self._library.sources.one(
            entry.source_id
        )  # it may have come meanwhile
        versions = shelf.versions(entry_id)
        until, failure, hidden = self._db.one("SELECT until, failure, hidden FROM entries WHERE id = ?", (entry_id,))
        digest, shown = self._library.fed.told(entry_id)
        names = self._db.rows("SELECT name FROM identities WHERE entry_id = ? AND name IS NOT NULL", (entry_id,))
        return {
            "article": article_json(shelf.article(entry_id)),
            "source": origin_json(Origin(source.kind, source.address, source.title, source.folder)),
            "id": entry.id,
            "added": time_json(entry.added),
            "fetched": time_json(versions[-1].fetched),
            "read": entry.read is not None,
            "starred": entry.starred is not None,
            "edited": entry.edited,
            "snoozed": time_json(when(until)),
            "failure": failure,
            "filtered": bool(hidden & FILTERED),
            "tags": list(entry.tags),
            "position": None if entry.position is None else place_json(entry.position),
            "versions": [
                {"article": article_json(shelf.article(entry_id, it.number)), "fetched": time_json(it.fetched)}
                for it in versions[:-1]
            ],
            "acts": {"read": time_json(entry.read), "starred": time_json(entry.starred)},
            "identities": [row[0] for row in names],
            "apart": bool(entry.url) and shelf.number(entry.url or "") != entry_id,
            "passages": [passage_json(it) for it in self._library.margins.of(entry_id)] if entry.passages else [],
            "files": [file_json(it) for it in self._library.fed.enclosures(entry_id)],
            "fed": None if digest is None else {"digest": digest, "shown": shown},
        }


def _progress(tally: _Tally, size: int, wrong: tuple[Wrong, ...]) -> Progress:
    new, changed, same, failed = (tally.came[it] for it in ("new", "changed", "same", "failed"))
    return Progress(tally.lines, tally.bytes, size, new, changed, same, failed, wrong)


def _label(tally: _Tally, name: str) -> str:
    new = tally.came["new"]
    return f"Imported {new:,} article{'' if new == 1 else 's'} from {one_line(name)}"
