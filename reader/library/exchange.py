"""JSON lines in and out: the whole library as one object a line, in the form that the manual documents.

What goes out comes in again as the same library. An import is one act: it goes in parts of a few hundred lines, each
kept before the next begins, so it can be stopped or killed at any moment and goes on where it was. This module is
imported by whoever imports or exports, not when a library is opened.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, cast, get_args

from reader.errors import LibraryError, ReaderError, UnreadableError
from reader.formats import article_from_json, article_json
from reader.formats.values import listed, mapping, place_from, place_json, text_of, time_from, time_json, whole
from reader.library import Library
from reader.library.intake import Incoming
from reader.library.journal import Scribe
from reader.library.rows import Origin
from reader.model import Article, Passage, PassageKind, SourceKind, State
from reader.text.clean import one_line

# Lines a transaction. FTS5 writes its pending words out at each commit: 100 lines cost a fifth more, 2,000 keep
# another instance's mark waiting for most of a second.
PART = 400
_LONGEST = 64 * 2**20
_KINDS = set(get_args(SourceKind))


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that could not be taken in, by its number from 1, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is. `bytes` of `size` are done; `wrong` are the lines of this part that did not come in."""

    lines: int
    bytes: int
    size: int
    new: int
    changed: int
    same: int
    wrong: tuple[Wrong, ...] = ()


@dataclass(slots=True)
class _Line:
    """One line understood: the article with its states, and what hangs on it."""

    incoming: Incoming
    tags: tuple[str, ...] = ()
    passages: tuple[dict[str, object], ...] = ()


@dataclass(slots=True)
class _Tally:
    """What an import came to so far."""

    act_id: int
    lines: int = 0
    bytes: int = 0
    came: dict[str, int] = field(default_factory=lambda: {"new": 0, "changed": 0, "same": 0})


class Exchange:
    """Brings JSON lines in and takes them out."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._db = library.db

    def read(self, file: Path) -> Iterator[Progress]:
        """Import a file; a step after each part. Stopping between two steps loses nothing; reading it again goes on.

        Raises:
            UnreadableError: there is no such file.
        """
        try:
            with file.open("rb") as stream:
                size = file.stat().st_size
                key = f"{file.resolve()}|{size}|{file.stat().st_mtime_ns}"
                with self._db.hurried():
                    yield from self._parts(stream, size, key, file.name)
        except OSError as error:
            raise UnreadableError(
                f"{one_line(str(file))} cannot be read: {error.strerror}.", "Check the name."
            ) from error

    def _parts(self, stream: BinaryIO, size: int, key: str, name: str) -> Iterator[Progress]:
        tally = self._begin(key, name)
        stream.seek(tally.bytes)
        while part := list(islice(_lines(stream), PART)):
            understood, wrong = self._understood(part, tally.lines)
            with self._db.writing():
                for came in self._keep(tally.act_id, understood):
                    tally.came[came] += 1
                tally.lines += len(part)
                tally.bytes = stream.tell()
                self._db.run("INSERT OR REPLACE INTO imports VALUES (?, ?, ?, ?)", (key, *_place(tally)))
                self._library.journal.relabel(tally.act_id, _label(tally, name))
            new, changed, same = (tally.came[it] for it in ("new", "changed", "same"))
            yield Progress(tally.lines, tally.bytes, size, new, changed, same, tuple(wrong))
        with self._db.writing():
            self._db.run("DELETE FROM imports WHERE file = ?", (key,))
            if not tally.came["new"] + tally.came["changed"]:
                self._db.run("DELETE FROM acts WHERE id = ?", (tally.act_id,))

    def _begin(self, key: str, name: str) -> _Tally:
        found = self._db.one("SELECT act_id, line, offset FROM imports WHERE file = ?", (key,))
        if found is not None and self._db.value("SELECT 1 FROM acts WHERE id = ? AND undone IS NULL", found[:1]):
            return _Tally(*found)
        with self._db.writing():
            return _Tally(self._library.journal.begin("import", f"Imported {name}"))

    def _understood(self, part: list[bytes], before: int) -> tuple[list[_Line], list[Wrong]]:
        understood, wrong = [], []
        now = self._library.clock()
        for number, line in enumerate(part, before + 1):
            if not line.strip():
                continue
            try:
                understood.append(_line(line, now))
            except ReaderError as error:
                wrong.append(Wrong(number, error.happened))
        return understood, wrong

    def _keep(self, act_id: int, lines: list[_Line]) -> Iterator[str]:
        scribe = Scribe(self._db, act_id)
        added = self._library.shelf.add_many([it.incoming for it in lines], scribe)
        for line, came in zip(lines, added, strict=True):
            yield came.came
            noted = None if came.came == "new" else scribe
            if noted is None:
                self._tags(came.entry_id, line.tags)
            self._passages(came.entry_id, line.passages, noted)

    def _tags(self, entry_id: int, tags: tuple[str, ...]) -> None:
        for tag in tags:
            self._row("entry_tags", {"entry_id": entry_id, "tag": tag}, None)

    def _passages(self, entry_id: int, passages: tuple[dict[str, object], ...], scribe: Scribe | None) -> None:
        for told in passages:
            row = self._library.margins.row(_passage(told, entry_id, self._library.clock()))
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
        """The whole library but its trash, a line an entry, the longest known first. Memory does not grow with it."""
        last = -1
        sources = {it.id: it for it in self._library.shelf.sources(removed=True)}
        while ids := [
            row[0]
            for row in self._db.rows(
                "SELECT id FROM entries WHERE id > ? AND NOT hidden & 4 ORDER BY id LIMIT 200", (last,)
            )
        ]:
            last = ids[-1]
            for entry_id in ids:
                yield json.dumps(self._told(entry_id, sources), ensure_ascii=False) + "\n"

    def write(self, file: Path) -> int:
        """Export into a file, which appears whole or not at all; the number of entries."""
        part, count = file.with_name(file.name + ".part"), 0
        try:
            with part.open("w", encoding="utf-8", errors="replace") as stream:
                for line in self.lines():
                    stream.write(line)
                    count += 1
            part.replace(file)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise LibraryError(
                f"{one_line(str(file))} cannot be written: {error.strerror}.", "Name a file in a folder of yours."
            ) from error
        return count

    def _told(self, entry_id: int, sources: dict[int, Any]) -> dict[str, object]:
        shelf = self._library.shelf
        entry, source = shelf.entry(entry_id), sources[shelf.entry(entry_id).source_id]
        versions = shelf.versions(entry_id)
        names = self._db.rows("SELECT name FROM identities WHERE entry_id = ? AND name IS NOT NULL", (entry_id,))
        return {
            "article": article_json(shelf.article(entry_id)),
            "source": {
                "kind": source.kind,
                "address": source.address,
                "title": source.title,
                "folder": source.folder,
            },
            "id": entry.id,
            "added": time_json(entry.added),
            "fetched": time_json(versions[-1].fetched),
            "read": entry.read is not None,
            "starred": entry.starred is not None,
            "edited": entry.edited,
            "tags": list(entry.tags),
            "position": None if entry.position is None else place_json(entry.position),
            "versions": [
                {"article": article_json(shelf.article(entry_id, it.number)), "fetched": time_json(it.fetched)}
                for it in versions[:-1]
            ],
            "acts": {"read": time_json(entry.read), "starred": time_json(entry.starred)},
            "identities": [row[0] for row in names],
            "passages": [_passage_json(it) for it in self._library.margins.of(entry_id)] if entry.passages else [],
        }


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(_LONGEST):
        yield line


def _line(raw: bytes, now: datetime) -> _Line:
    """A line understood.

    Raises:
        UnreadableError: it is no JSON, or lacks the article or the source.
    """
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("It is not JSON.", "Export the file anew.") from error
    if not isinstance(value, dict):
        raise UnreadableError("It is no JSON object.", "Export the file anew.")
    source = mapping(value.get("source"))
    address = one_line(text_of(source.get("address")) or "")
    if not address:
        raise UnreadableError("It has no “source” with an address.", "Export the file anew.")
    kind = str(source.get("kind"))
    origin = Origin(
        kind if kind in _KINDS else "import",
        address,
        one_line(text_of(source.get("title")) or address),
        text_of(source.get("folder")),
    )
    return _Line(
        _incoming(value, article_from_json(value.get("article")), origin, now),
        tuple(dict.fromkeys(one_line(tag) for tag in listed(value.get("tags"), text_of) if one_line(tag))),
        listed(value.get("passages"), lambda it: mapping(it) or None),
    )


def _incoming(value: dict[str, object], article: Article, origin: Origin, now: datetime) -> Incoming:
    acts = mapping(value.get("acts"))
    added = time_from(value.get("added")) or now
    return Incoming(
        article,
        origin,
        time_from(value.get("fetched")) or added,
        listed(value.get("identities"), text_of),
        whole(value.get("id")) or None,
        added,
        (time_from(acts.get("read")) or now) if value.get("read") is True else None,
        (time_from(acts.get("starred")) or now) if value.get("starred") is True else None,
        place_from(value.get("position")),
        value.get("edited") is True,
        older=tuple(it for it in listed(value.get("versions"), _version) if it[0] != article),
    )


def _version(value: object) -> tuple[Article, datetime] | None:
    told = mapping(value)
    fetched = time_from(told.get("fetched"))
    return None if fetched is None else (article_from_json(told.get("article")), fetched)


def _passage(told: dict[str, object], entry_id: int, now: datetime) -> Passage:
    kind, state = text_of(told.get("kind")), text_of(told.get("state"))
    quote = text_of(told.get("quote")) or ""
    return Passage(
        id=one_line(text_of(told.get("id")) or ""),
        entry_id=entry_id,
        quote=quote,
        places=listed(told.get("places"), place_from),
        anchor=text_of(told.get("anchor")) or "",
        note=text_of(told.get("note")) or "",
        tags=listed(told.get("tags"), text_of),
        kind=cast(PassageKind, kind) if kind in get_args(PassageKind) else "yellow",
        created=time_from(told.get("created")) or now,
        state=cast(State, state) if state in get_args(State) else "same",
        version=whole(told.get("version")) or 1,
    )


def _passage_json(passage: Passage) -> dict[str, object]:
    return {
        "id": passage.id,
        "quote": passage.quote,
        "places": [place_json(it) for it in passage.places],
        "anchor": passage.anchor,
        "note": passage.note,
        "tags": list(passage.tags),
        "kind": passage.kind,
        "created": time_json(passage.created),
        "state": passage.state,
        "version": passage.version,
    }


def _place(tally: _Tally) -> tuple[int, int, int]:
    return tally.lines, tally.bytes, tally.act_id


def _label(tally: _Tally, name: str) -> str:
    new = tally.came["new"]
    return f"Imported {new:,} article{'' if new == 1 else 's'} from {one_line(name)}"
