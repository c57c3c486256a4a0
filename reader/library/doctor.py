"""Looking whether a library is whole, without changing it: the file, the index against the texts, rows that hang on
nothing, room on the disk. Works on a library that does not open, too.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import LibraryError
from reader.library.body import inflated, wording
from reader.library.failures import told
from reader.library.schema import APPLICATION_ID, FOLDING, NEWEST, expected
from reader.library.wording import columns

_REPAIR = "Run `newsreader doctor --repair`: it saves what can be read into a new file."
# Articles whose every word is asked of the index, spread over the library: 0.3 ms each.
_SAMPLE = 500
# Twice the size of the file is what a copy and a migration together can need.
_ROOM = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is well, what was found, and what to do where it is not."""

    well: bool
    said: str
    advice: str = ""


def examine(path: Path) -> Iterator[Finding]:
    """Everything that can be looked at in a library, one finding after the other."""
    if not path.exists():
        yield Finding(True, f"no library yet ({path})")
        return
    try:
        db = _Looking(path)
    except LibraryError as error:
        yield Finding(False, error.happened, error.advice)
        return
    try:
        yield from _looked(db)
    finally:
        db.close()


class _Looking:
    """The file, read only."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
            self.version = int(self.value("PRAGMA user_version"))
        except sqlite3.Error as error:
            raise told(error, path) from error

    def rows(self, sql: str, *values: Any) -> list[Any]:
        try:
            return self.connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise told(error, self.path) from error

    def each(self, sql: str) -> Iterator[Any]:
        try:
            yield from self.connection.execute(sql)
        except sqlite3.Error as error:
            raise told(error, self.path) from error

    def value(self, sql: str, *values: Any) -> Any:
        return self.rows(sql, *values)[0][0]

    def close(self) -> None:
        self.connection.close()


def _looked(db: _Looking) -> Iterator[Finding]:
    form = _form(db)
    yield form
    if not form.well:
        return
    for look in (_file, _parts, _texts, _index, _hanging, _counts):
        try:
            yield from look(db)
        except LibraryError as error:
            yield Finding(False, f"{_ABOUT[look.__name__]}: {error.happened}", _REPAIR)
    yield _room(db)


_ABOUT = {
    "_file": "file",
    "_parts": "tables",
    "_texts": "texts",
    "_index": "index",
    "_hanging": "rows",
    "_counts": "counts",
}


def _form(db: _Looking) -> Finding:
    if db.value("PRAGMA application_id") != APPLICATION_ID:
        return Finding(False, f"{db.path} is not a library of newsreader", "Move it away, or restore a backup.")
    if db.version > NEWEST:
        return Finding(False, f"the library is of form {db.version}, newer than {NEWEST}", "Update newsreader.")
    return Finding(True, f"library {db.path}, form {db.version}")


def _file(db: _Looking) -> Iterator[Finding]:
    """Every page of the file and every index against its table."""
    wrong = [row[0] for row in db.rows("PRAGMA integrity_check(20)") if row[0] != "ok"]
    if wrong:
        yield Finding(False, f"file: damaged ({'; '.join(wrong[0].splitlines()[:2])})", _REPAIR)
    else:
        yield Finding(True, f"file: every page of {_mb(db.path.stat().st_size)} is whole")


def _parts(db: _Looking) -> Iterator[Finding]:
    there = {row[0] for row in db.rows("SELECT name FROM sqlite_master")}
    missing = sorted(expected(db.version) - there)
    if missing:
        yield Finding(False, f"tables: {', '.join(missing)} missing", _REPAIR)


def _texts(db: _Looking) -> Iterator[Finding]:
    """Every version of every article can be unpacked."""
    count, wrong, missing = 0, 0, 0
    for (body,) in db.each("SELECT body FROM versions"):
        count += 1
        wrong += not _reads(body)
    missing = db.value(
        "SELECT count(*) FROM entries e LEFT JOIN versions v ON v.id = (e.id << 20) | e.version WHERE v.id IS NULL"
    )
    if wrong or missing:
        yield Finding(False, f"texts: {wrong} of {count:,} cannot be read, {missing} are missing", _REPAIR)
    else:
        yield Finding(True, f"texts: {count:,} versions of {db.value('SELECT count(*) FROM entries'):,} articles")


def _index(db: _Looking) -> Iterator[Finding]:
    """The index holds every article and no other; of some it is asked for every word."""
    waiting = "SELECT docid FROM rough" if "rough" in expected(db.version) else "SELECT 0 WHERE 0"
    absent = db.value(
        f"SELECT count(*) FROM entries WHERE docid NOT IN (SELECT id FROM terms_docsize) AND docid NOT IN ({waiting})"
    )
    strange = db.value("SELECT count(*) FROM terms_docsize WHERE id NOT IN (SELECT docid FROM entries)")
    if absent or strange:
        said = f"index: {absent:,} articles are missing, {strange:,} are not in the library"
        yield Finding(False, said, _REPAIR)
        return
    folding = db.rows("SELECT value FROM facts WHERE name = 'folding'")
    if folding and folding[0][0] != FOLDING:
        yield Finding(True, "index: made by another version; it is made anew when the library is opened")
        return
    count, wrong = 0, 0
    for docid, body in db.rows(
        "SELECT e.docid, v.body FROM entries e JOIN versions v ON v.id = (e.id << 20) | e.version "
        f"WHERE e.id % max(1, (SELECT max(id) FROM entries) / {_SAMPLE}) = 0 AND e.docid NOT IN ({waiting})"
    ):
        if not _reads(body):
            continue
        count += 1
        words = sorted({it for column in columns(wording(inflated(body))) for it in _words(column)})
        match = " AND ".join(f'"{it}"' for it in words)
        wrong += bool(words) and not db.rows("SELECT 1 FROM terms WHERE terms MATCH ? AND rowid = ?", match, docid)
    if wrong:
        yield Finding(
            False, f"index: {wrong} of {count} articles that were looked at are not found by their words", _REPAIR
        )
    else:
        yield Finding(True, f"index: every article is in it; {count} were found by each of their words")


def _reads(body: bytes) -> bool:
    try:
        return bool(inflated(body))
    except LibraryError:
        return False


def _words(column: str) -> list[str]:
    return "".join(c if c.isalnum() or ord(c) > 127 else " " for c in column).split()


def _hanging(db: _Looking) -> Iterator[Finding]:
    """Rows that belong to an entry, a source or an act that is not there."""
    nowhere = {
        "entries": "source_id NOT IN (SELECT id FROM sources)",
        "versions": "(id >> 20) NOT IN (SELECT id FROM entries)",
        "passages": "entry_id NOT IN (SELECT id FROM entries)",
        "entry_tags": "entry_id NOT IN (SELECT id FROM entries)",
        "identities": "entry_id <> 0 AND entry_id NOT IN (SELECT id FROM entries)",
        "changes": "act_id NOT IN (SELECT id FROM acts)",
    }
    found = {table: db.value(f"SELECT count(*) FROM {table} WHERE {where}") for table, where in nowhere.items()}
    wrong = [f"{count} of {table}" for table, count in found.items() if count]
    if wrong:
        yield Finding(False, f"rows that hang on nothing: {', '.join(wrong)}", _REPAIR)
    else:
        yield Finding(True, "rows: every one hangs where it should")


def _counts(db: _Looking) -> Iterator[Finding]:
    """The counts that are kept are what counting gives."""
    wrong = 0
    for table, key in (("source_counts", "source_id"), ("day_counts", "moment / 86400")):
        kept = {row[0]: row[1:] for row in db.rows(f"SELECT * FROM {table} WHERE total > 0")}
        sql = f"SELECT {key}, count(*), sum(read IS NULL) FROM entries WHERE hidden = 0 GROUP BY 1"
        counted = {row[0]: row[1:] for row in db.rows(sql)}
        wrong += sum(kept.get(it) != counted.get(it) for it in kept.keys() | counted.keys())
    yield Finding(
        not wrong, "counts: right" if not wrong else f"counts: {wrong} are not right", _REPAIR if wrong else ""
    )


def _room(db: _Looking) -> Finding:
    size, free = db.path.stat().st_size, shutil.disk_usage(db.path.parent).free
    said = f"room: {_mb(free)} free beside a library of {_mb(size)}"
    if free < _ROOM * size:
        return Finding(False, said, f"Make room on the disk that holds {db.path}: a backup needs as much again.")
    return Finding(True, said)


def _mb(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


def is_whole(path: Path) -> bool:
    """Whether a file is a library that this program can open and every page of it is whole."""
    try:
        db = _Looking(path)
    except LibraryError:
        return False
    try:
        known = db.value("PRAGMA application_id") == APPLICATION_ID and 0 < db.version <= NEWEST
        return known and db.value("PRAGMA quick_check(1)") == "ok"
    except LibraryError:
        return False
    finally:
        db.close()
