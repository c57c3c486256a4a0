"""Saving what can be read of a damaged library into a new file. The old one is never written to.

Tables are read row by row around what cannot be read; holes are filled from the newest copy; entries are made anew
from their texts and the index from all of them. Numbers that were given once are not given again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from reader.errors import LibraryError
from reader.library.backup import copies_of, free_name
from reader.library.body import pack, unpack, when
from reader.library.connections import Connections
from reader.library.index import Index
from reader.library.intake import Intake
from reader.library.opening import opened
from reader.library.rows import Incoming, Origin
from reader.library.schema import VERSION_BITS
from reader.model import Article, Block

# In this order, so that what hangs on something comes after it.
_TABLES = ("sources", "entries", "versions", "entry_tags", "passages", "identities", "searches", "acts", "changes",
           "fed", "enclosures", "rules", "rough", "waiting")  # fmt: skip
# Tables without row numbers, by their key, with what the new file says better itself: how it packs and folds, and that
# its bulk work reached the disk.
_KEYED = {"facts": ("name", "name NOT IN ('folding', 'packing', 'settled')"), "imports": ("file", "1")}
_LAST = 2**63 - 1
_LOST = Origin("import", "recovered:", "Recovered")
_Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Repaired:
    """The new file; how many rows it took over, how many came from a copy, and how many entries were made anew."""

    file: Path
    kept: int
    from_copy: int
    made_anew: int


@dataclass(frozen=True, slots=True)
class _Hole:
    """Rows of a table that cannot be read."""

    table: str
    first: int
    last: int


def repair(path: Path, clock: Callable[[], datetime]) -> Repaired:
    """Save what can be read of a library into a new file beside it.

    Raises:
        LibraryError: the new file cannot be written.
    """
    target = free_name(path.with_name(f"{path.stem}-repaired-{clock():%Y%m%d-%H%M%S}.db"))
    db = opened(target, clock)
    try:
        old = _reading(path)
        with db.writing():
            holes: list[_Hole] = []
            kept = sum(_take(db, table, _columns(old, table), _saved(old, table, holes), holes) for table in _TABLES)
            kept += sum(_take_keyed(db, old, path, table) for table in _KEYED)
            _count_on(db, old)
            old.close()
            from_copy = _fill(db, path, holes)
            made = _make_whole(db, clock)
        return Repaired(target, kept, from_copy, made)
    finally:
        db.one("PRAGMA journal_mode = DELETE")
        db.close()


def _reading(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _columns(old: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [row[1] for row in old.execute(f"PRAGMA table_info({table})")]
    except sqlite3.DatabaseError:
        return []


def _saved(old: sqlite3.Connection, table: str, holes: list[_Hole]) -> Iterator[_Row]:
    """The rows of a table, past those that cannot be read."""
    at = -(2**63)
    while at <= _LAST:
        try:
            for row in old.execute(f"SELECT rowid, * FROM {table} WHERE rowid >= ? ORDER BY rowid", (at,)):
                at = row[0] + 1
                yield row[1:]
            return
        except sqlite3.DatabaseError:
            # The module sqlite3 reads one row ahead: the last good one was not given out.
            row = _row(old, table, at)
            if row is not None:
                at = row[0] + 1
                yield row[1:]
                continue
            after = _readable(old, table, at)
            holes.append(_Hole(table, at, after - 1))
            at = after


def _readable(old: sqlite3.Connection, table: str, at: int) -> int:
    """The first row number from which reading goes on: steps are doubled until it does, then halved."""
    step = 1
    while at + step <= _LAST and not _reads(old, table, at + step):
        step *= 2
    if at + step > _LAST:
        return _LAST + 1
    low, high = at + step // 2, at + step
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _reads(old, table, middle) else (middle + 1, high)
    return high


def _reads(old: sqlite3.Connection, table: str, at: int) -> bool:
    return _row(old, table, at) is not None


def _row(old: sqlite3.Connection, table: str, at: int) -> Any:
    """The first row from a number on, None where it cannot be read or there is none."""
    try:
        sql = f"SELECT rowid, * FROM {table} WHERE rowid >= ? ORDER BY rowid LIMIT 1"
        return old.execute(sql, (at,)).fetchone()
    except sqlite3.DatabaseError:
        return None


def _take(db: Connections, table: str, names: list[str], rows: Iterator[_Row], holes: list[_Hole]) -> int:
    """Write rows into the new library; what its rules refuse was damaged and is left out."""
    known = {row[1] for row in db.rows(f"PRAGMA table_info({table})")}
    count = 0
    connection = db.here()
    for row in rows:
        pairs = {name: value for name, value in zip(names, row, strict=True) if name in known}
        if table == "entries":  # triggers count these anew
            pairs |= {"passages": 0, "tags": ""}
        if table == "versions" and not _unpacks(pairs["body"]):
            holes.append(_Hole(table, pairs["id"], pairs["id"]))
            continue
        marks = ", ".join(f":{name}" for name in pairs)
        try:
            made = connection.execute(f"INSERT OR IGNORE INTO {table} ({', '.join(pairs)}) VALUES ({marks})", pairs)
            count += made.rowcount
        except sqlite3.IntegrityError:
            continue
    return count


def _take_keyed(db: Connections, old: sqlite3.Connection, path: Path, table: str) -> int:
    """Write the rows of a table without row numbers; what cannot be read is taken from the newest copy that can be."""
    found, whole = _keyed(old, table)
    for copy in () if whole else copies_of(path):
        older = _reading(copy)
        before, whole = _keyed(older, table)
        older.close()
        found = before | found
        if whole:
            break
    for row in found.values():
        names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
        db.run(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", row)
    return len(found)


def _keyed(old: sqlite3.Connection, table: str) -> tuple[dict[str, dict[str, Any]], bool]:
    """The rows by their key, read from both ends as far as that goes, and whether these are all."""
    names = _columns(old, table)
    key, only = _KEYED[table]
    found: dict[str, dict[str, Any]] = {}
    for order in ("ASC", "DESC"):
        try:
            for row in old.execute(f"SELECT * FROM {table} WHERE {only} ORDER BY {key} {order}"):
                pairs = dict(zip(names, row, strict=True))
                if isinstance(pairs[key], str) and None not in row:
                    found[pairs[key]] = pairs
            return found, True
        except sqlite3.DatabaseError:
            continue
    return found, False


def _count_on(db: Connections, old: sqlite3.Connection) -> None:
    """Go on where numbers that are never given twice stood: acts, names in exports and undo go by them."""
    try:
        stood = old.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
    except sqlite3.DatabaseError:
        return
    for name, number in stood:
        if isinstance(number, int):
            db.run(
                "INSERT INTO sqlite_sequence SELECT ?1, 0 WHERE ?1 NOT IN (SELECT name FROM sqlite_sequence)", (name,)
            )
            db.run("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name))


def _unpacks(body: object) -> bool:
    try:
        return isinstance(body, bytes) and bool(unpack(body))
    except (LibraryError, ValueError, LookupError, TypeError):
        return False


def _fill(db: Connections, path: Path, holes: list[_Hole]) -> int:
    """Rows that cannot be read any more, from the newest copy that can be."""
    for copy in copies_of(path) if holes else ():
        old = _reading(copy)
        count = 0
        try:
            for hole in sorted(holes, key=lambda it: _TABLES.index(it.table)):
                sql = f"SELECT * FROM {hole.table} WHERE rowid BETWEEN ? AND ?"
                rows = iter(old.execute(sql, (hole.first, min(hole.last, _LAST))).fetchall())
                count += _take(db, hole.table, _columns(old, hole.table), rows, [])
            return count
        except sqlite3.DatabaseError:
            continue
        finally:
            old.close()
    return 0


def _make_whole(db: Connections, clock: Callable[[], datetime]) -> int:
    """Entries for texts that lost theirs, texts for entries; nothing hangs loose; the index made anew."""
    index = Index(db, clock)
    gone = "NOT IN (SELECT id FROM entries)"
    db.run(f"DELETE FROM identities WHERE entry_id <> 0 AND entry_id {gone}")
    made = _entries_for_texts(db, clock, index) + _texts_for_entries(db)
    db.run(f"DELETE FROM entry_tags WHERE entry_id {gone}")
    db.run("DELETE FROM changes WHERE act_id NOT IN (SELECT id FROM acts)")
    db.run(
        "INSERT OR IGNORE INTO sources (id, kind, address, title) "
        "SELECT DISTINCT source_id, 'import', 'recovered:' || source_id, 'Recovered' FROM entries "
        "WHERE source_id NOT IN (SELECT id FROM sources)"
    )
    index.renew()
    return made


def _entries_for_texts(db: Connections, clock: Callable[[], datetime], index: Index) -> int:
    intake = Intake(db, clock, lambda: index)
    found = db.rows(
        f"SELECT id >> {VERSION_BITS}, fetched, body FROM versions "
        f"WHERE (id >> {VERSION_BITS}) NOT IN (SELECT id FROM entries) ORDER BY id"
    )
    versions: dict[int, list[tuple[Article, datetime]]] = {}
    for entry_id, fetched, body in found:
        versions.setdefault(entry_id, []).append((unpack(body), when(fetched) or clock()))
    for entry_id, quotes in _quotes(db).items():
        if entry_id not in versions:
            versions[entry_id] = [(Article("An article that was lost, but for its passages", quotes), clock())]
    for entry_id, (*older, (article, fetched)) in versions.items():
        db.run(f"DELETE FROM versions WHERE id >> {VERSION_BITS} = ?", (entry_id,))
        name = (f"recovered:{entry_id}",)
        intake.add_many([Incoming(article, _LOST, fetched, name, number=entry_id, older=tuple(older))])
        db.run(
            "UPDATE entries SET passages = (SELECT count(*) FROM passages WHERE entry_id = ?1) WHERE id = ?1",
            (entry_id,),
        )
    return len(versions)


def _quotes(db: Connections) -> dict[int, tuple[Block, ...]]:
    """Passages whose entry is gone, as all that is left of it."""
    left: dict[int, tuple[Block, ...]] = {}
    for entry_id, quote in db.rows(
        "SELECT entry_id, quote FROM passages WHERE entry_id NOT IN (SELECT id FROM entries) ORDER BY id"
    ):
        left[entry_id] = (*left.get(entry_id, ()), Block("quote", quote))
    return left


def _texts_for_entries(db: Connections) -> int:
    """Entries whose newest version is gone show the newest that is left, or what their row still says."""
    lost = db.rows(
        "SELECT id, title, preview, url FROM entries e WHERE NOT EXISTS "
        f"(SELECT 1 FROM versions v WHERE v.id = (e.id << {VERSION_BITS}) | e.version)"
    )
    for entry_id, title, preview, url in lost:
        newest = db.value(f"SELECT max(id) FROM versions WHERE id >> {VERSION_BITS} = ?", (entry_id,))
        if newest is None:
            left = Article(
                title, (Block("paragraph", preview),) if preview else (), url=url, truncated="The text was lost."
            )
            newest = entry_id << VERSION_BITS | 1
            db.run("INSERT INTO versions VALUES (?, 0, 0, ?)", (newest, pack(left)))
        db.run("UPDATE entries SET version = ? WHERE id = ?", (newest & 2**VERSION_BITS - 1, entry_id))
    return len(lost)
