"""What the person did, in order: each act with what it changed, so that it can be taken back, also after a restart.

What came of reading alone (`SEEN`) is no act of the person's: it is written down, and undo passes it over.
An act and its changes are written in the transaction that does it. Undo takes back the newest act of this instance,
or of instances that have ended; never what another open instance did. A value that somebody has changed since is
left as it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Protocol

from reader.library.body import micros, when
from reader.library.connections import Connections
from reader.model import Act

SEEN = "seen"
"""The kind of what came of reading: an entry counts as read. Whoever bookmarks a sentence and takes that back means the
bookmark, though the entry was marked read a moment later."""


class Who(Protocol):
    """The instance that acts."""

    machine: str

    @property
    def id(self) -> int:
        """Its number in this library."""

    @property
    def acted(self) -> int | None:
        """The number, None as long as it has done nothing."""

    def ended(self) -> tuple[int, ...]:
        """Instances that no longer run."""


class Contents(Protocol):
    """Whoever takes articles in, and so can take them out."""

    def erase(self, ids: Sequence[int]) -> None:
        """Take entries away with all that hangs on them."""

    def revert(self, entry_id: int, number: int, before: dict[str, Any]) -> None:
        """Take a version away if it is still the newest one."""


class Scribe:
    """Writes one act: every change that goes through here can be taken back."""

    def __init__(self, db: Connections, act_id: int) -> None:
        self._db = db
        self.act_id = act_id

    def update(self, table: str, column: str, ids: Iterable[int], value: Any, only: str = "1") -> int:
        """Give a column a value in these rows, those where the SQL condition `only` holds; how many changed."""
        return self.update_by(table, column, ids, ":value", {"value": value}, only=only)

    def update_by(
        self, table: str, column: str, ids: Iterable[int], sql: str, values: dict[str, Any], *, only: str = "1"
    ) -> int:
        """The same with an SQL expression over the row instead of a value."""
        picked = f"rowid IN (SELECT value FROM json_each(:ids)) AND {column} IS NOT ({sql}) AND ({only})"
        bound = values | {"ids": json.dumps(list(ids)), "act": self.act_id, "tbl": table, "col": column}
        self._db.run(
            f"INSERT INTO changes (act_id, tbl, row, col, old, new) SELECT :act, :tbl, rowid, :col, {column}, {sql} "
            f"FROM {table} WHERE {picked}",
            bound,
        )
        return self._db.run(f"UPDATE {table} SET {column} = {sql} WHERE {picked}", bound)

    def insert(self, table: str, row: dict[str, Any]) -> int:
        """A new row; its id."""
        marks = ", ".join(f":{name}" for name in row)
        made = self._db.run(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)
        self.came(table, made, made)
        return made

    def came(self, table: str, first: int, last: int) -> None:
        """Remember rows that were made elsewhere under this act."""
        self.note(table, first, "+", None, last)

    def note(self, table: str, row: int, column: str, old: Any, new: Any) -> None:
        """Remember a change that is made elsewhere under this act."""
        self._db.run(
            "INSERT INTO changes (act_id, tbl, row, col, old, new) VALUES (?, ?, ?, ?, ?, ?)",
            (self.act_id, table, row, column, old, new),
        )

    def delete(self, table: str, ids: Sequence[int]) -> int:
        """Take rows away, keeping them in the journal."""
        names = columns(self._db, table)
        pairs = ", ".join(f"'{name}', {name}" for name in names)
        bound = {"ids": json.dumps(list(ids)), "act": self.act_id, "tbl": table}
        picked = "rowid IN (SELECT value FROM json_each(:ids))"
        self._db.run(
            "INSERT INTO changes (act_id, tbl, row, col, old) "
            f"SELECT :act, :tbl, rowid, '-', json_object({pairs}) FROM {table} WHERE {picked}",
            bound,
        )
        return self._db.run(f"DELETE FROM {table} WHERE {picked}", bound)


_EMPTY = "NOT EXISTS (SELECT 1 FROM entries WHERE source_id = sources.id)"


class Journal:
    """Acts, and taking them back."""

    def __init__(self, db: Connections, clock: Callable[[], datetime], who: Who, contents: Contents) -> None:
        self._db = db
        self._clock = clock
        self._who = who
        self._contents = contents

    @contextmanager
    def acting(self, kind: str, label: str) -> Iterator[Scribe]:
        """One act, all or nothing. An act that changed nothing is not written down."""
        with self._db.writing():
            scribe = Scribe(self._db, self.begin(kind, label))
            yield scribe
            if self._db.value("SELECT 1 FROM changes WHERE act_id = ? LIMIT 1", (scribe.act_id,)) is None:
                self._db.run("DELETE FROM acts WHERE id = ?", (scribe.act_id,))

    def begin(self, kind: str, label: str) -> int:
        """Open an act that goes over several transactions (an import); `relabel` says at the end what it was."""
        return self._db.run(
            "INSERT INTO acts (kind, label, made, instance, machine) VALUES (?, ?, ?, ?, ?)",
            (kind, label, micros(self._clock()), self._who.id, self._who.machine),
        )

    def relabel(self, act_id: int, label: str) -> None:
        """Say what an act came to, once that is known."""
        with self._db.writing():
            self._db.run("UPDATE acts SET label = ? WHERE id = ?", (label, act_id))

    def close(self, act_id: int) -> None:
        """End an act that went over several transactions; one that changed nothing is not kept."""
        if self._db.value("SELECT 1 FROM changes WHERE act_id = ? LIMIT 1", (act_id,)) is None:
            with self._db.writing():
                self._db.run("DELETE FROM acts WHERE id = ?", (act_id,))

    def act(self, act_id: int, entries: Sequence[int] | None = None) -> Act:
        """An act as a value; one that changed nothing has the id 0."""
        row = self._db.one("SELECT id, kind, label, made FROM acts WHERE id = ?", (act_id,))
        if row is None:
            return Act(0, "nothing", "Nothing changed", self._clock())
        touched = self._touched(act_id) if entries is None else tuple(entries)
        made = when(row[3])
        assert made is not None
        return Act(row[0], row[1], row[2], made, touched)

    def last(self) -> Act | None:
        """What `undo` would take back now."""
        found = self._newest()
        return None if found is None else self.act(found)

    def acts(self, count: int = 50) -> tuple[Act, ...]:
        """The newest acts that stand, newest first."""
        rows = self._db.rows("SELECT id FROM acts WHERE undone IS NULL ORDER BY id DESC LIMIT ?", (count,))
        return tuple(self.act(row[0]) for row in rows)

    def undo(self) -> Act | None:
        """Take back what this instance did last; None if there is nothing. The act says what was undone."""
        with self._db.writing():
            act_id = self._newest()
            if act_id is None:
                return None
            act = self.act(act_id)
            steps = self._db.rows(
                "SELECT tbl, col, min(id) FROM changes WHERE act_id = ? GROUP BY tbl, col ORDER BY 3 DESC", (act_id,)
            )
            for table, column, _ in steps:
                self._back(act_id, table, column)
            self._db.run("UPDATE acts SET undone = ? WHERE id = ?", (micros(self._clock()), act_id))
            return act

    def _back(self, act_id: int, table: str, column: str) -> None:
        if column == "+":
            self._take_away(act_id, table)
        elif column == "-":
            self._put_back(act_id, table)
        elif column == "=":
            self._revert(act_id)
        elif column == "hidden":
            self._show_again(act_id)
        else:
            self._db.run(
                f"UPDATE {table} SET {column} = c.old FROM changes c WHERE c.act_id = ? AND c.tbl = ? "
                f"AND c.col = ? AND c.row = {table}.rowid AND {table}.{column} IS c.new",
                (act_id, table, column),
            )

    def _show_again(self, act_id: int) -> None:
        """Take back the reasons for not showing that came with this act; others have come and gone since."""
        self._db.run(
            "UPDATE entries SET hidden = (hidden & ~c.turned) | (c.old & c.turned) FROM "
            "(SELECT row, old, new, (old | new) - (old & new) AS turned FROM changes "
            "WHERE act_id = ? AND tbl = 'entries' AND col = 'hidden') c "
            "WHERE c.row = entries.id AND entries.hidden & c.turned = c.new & c.turned",
            (act_id,),
        )

    def _revert(self, act_id: int) -> None:
        for entry_id, old, number in self._db.rows(
            "SELECT row, old, new FROM changes WHERE act_id = ? AND col = '=' ORDER BY id DESC", (act_id,)
        ):
            self._contents.revert(entry_id, number, json.loads(old))

    def _take_away(self, act_id: int, table: str) -> None:
        came = "FROM changes c WHERE c.act_id = ? AND c.tbl = ? AND c.col = '+'"
        if table == "entries":
            there = self._db.rows(
                f"SELECT e.id FROM (SELECT c.row, c.new {came}) c JOIN entries e ON e.id BETWEEN c.row AND c.new",
                (act_id, table),
            )
            self._contents.erase([row[0] for row in there])  # all at once: it may be most of the library
            return
        for first, last in self._db.rows(f"SELECT c.row, c.new {came} ORDER BY c.id DESC", (act_id, table)):
            # A source may have got entries since, by others.
            unless = _EMPTY if table == "sources" else "1"
            self._db.run(f"DELETE FROM {table} WHERE rowid BETWEEN ? AND ? AND {unless}", (first, last))
            if table == "sources":  # what came by others stays, and the source leaves the list
                gone = "UPDATE sources SET removed = ? WHERE id BETWEEN ? AND ? AND removed IS NULL"
                self._db.run(gone, (micros(self._clock()), first, last))

    def _put_back(self, act_id: int, table: str) -> None:
        for (text,) in self._db.rows(
            "SELECT old FROM changes WHERE act_id = ? AND tbl = ? AND col = '-' ORDER BY id", (act_id, table)
        ):
            row = json.loads(text)
            gone = "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM entries WHERE id = ?)"
            if "entry_id" in row and self._db.one(gone, (row["entry_id"],)):
                continue  # what it hung on has been thrown away for good
            marks = ", ".join(f":{name}" for name in row)
            self._db.run(f"INSERT OR IGNORE INTO {table} ({', '.join(row)}) VALUES ({marks})", row)

    def _newest(self) -> int | None:
        standing = f"SELECT id FROM acts WHERE undone IS NULL AND kind <> '{SEEN}' AND instance"
        mine = self._db.value(f"{standing} = ? ORDER BY id DESC LIMIT 1", (self._who.acted,))
        if mine is not None:
            return int(mine)
        others = self._db.value(
            f"{standing} IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT 1", (json.dumps(self._who.ended()),)
        )
        return None if others is None else int(others)

    def _touched(self, act_id: int) -> tuple[int, ...]:
        rows = self._db.rows(
            "SELECT DISTINCT row FROM changes WHERE act_id = ?1 AND tbl = 'entries' AND col <> '+' "
            "UNION SELECT json_extract(old, '$.entry_id') FROM changes WHERE act_id = ?1 AND col = '-' "
            "AND tbl IN ('passages', 'entry_tags') "
            "UNION SELECT p.entry_id FROM changes c JOIN passages p ON p.id = c.row "
            "WHERE c.act_id = ?1 AND c.tbl = 'passages' "
            "UNION SELECT t.entry_id FROM changes c JOIN entry_tags t ON t.id = c.row "
            "WHERE c.act_id = ?1 AND c.tbl = 'entry_tags'",
            (act_id,),
        )
        return tuple(row[0] for row in rows)


def columns(db: Connections, table: str) -> tuple[str, ...]:
    """The names of a table's columns."""
    return tuple(row[1] for row in db.rows(f"PRAGMA table_info({table})"))
