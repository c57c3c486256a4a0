"""The list: windows into a view, counts, groups, ranks. Nothing here reads a text or sorts what an index has sorted.

A window is reached from the nearer end of its index: skipping half of 100,000 index entries was measured at 2 ms.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from reader.library import rows
from reader.library.by_source import BySource
from reader.library.connections import Connections
from reader.library.rows import Group
from reader.model import Counts, Entry, View

_STATES = {
    "all": "1",
    "unread": "(e.read IS NULL) = 1",
    "starred": "e.starred IS NOT NULL",
    "marked": "e.passages > 0",
    "failed": "e.failure IS NOT NULL",
    "edited": "(e.read IS NULL) = 0 AND e.edited = 1",
}
# Each order as columns, most significant first, and whether the column descends. The id makes it total.
_ORDERS: dict[str, tuple[tuple[str, bool], ...]] = {
    "newest": (("e.moment", True), ("e.id", True)),
    "oldest": (("e.moment", False), ("e.id", False)),
    "title": (("e.title COLLATE NOCASE", False), ("e.moment", False), ("e.id", False)),
    "longest": (("e.words", True), ("e.moment", True), ("e.id", True)),
    "unread": (("(e.read IS NULL)", True), ("e.moment", True), ("e.id", True)),
    "source": (("s.title COLLATE NOCASE", False), ("s.id", False), ("e.moment", True), ("e.id", True)),
}
_DAYS_ALONE = 14
_NEVER = 2**62


@dataclass(frozen=True, slots=True)
class _Asked:
    """A view as SQL: what stands after FROM and WHERE, and its values."""

    tables: str
    where: str
    values: tuple[Any, ...]


class Views:
    """What the list shows, for any view."""

    # What the query of a view matches, as an SQL condition; the library puts the index in.
    matching: Callable[[str], tuple[str, tuple[Any, ...]]] | None = None

    def __init__(self, db: Connections, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock
        self._by_source_order = BySource(db)
        # The person's time zone, in which days begin; None is the system's.
        self.zone: tzinfo | None = None

    def window(self, view: View, start: int, count: int) -> tuple[Entry, ...]:
        """Rows `start` to `start + count` of a view."""
        ids = self._ids(view, start, count)
        if not ids:
            return ()
        marks = ", ".join("?" * len(ids))
        found = self._db.rows(f"SELECT {rows.ENTRY} {rows.FROM} WHERE e.id IN ({marks})", ids)
        by_id = {row[0]: rows.entry(row) for row in found}
        return tuple(by_id[it] for it in ids if it in by_id)

    def counts(self, view: View) -> Counts:
        """How many entries a view holds, and how many of them are unread."""
        if view.state in ("all", "unread") and view.tag is None and not view.query:
            where, values = self._sources_asked(view)
            row = self._db.one(f"SELECT sum(total), sum(unread) FROM source_counts WHERE {where}", values)
            total, unread = row[0] or 0, row[1] or 0
            return Counts(unread if view.state == "unread" else total, unread)
        asked = self._asked(view)
        row = self._db.one(
            f"SELECT count(*), sum(e.read IS NULL) FROM {asked.tables} WHERE {asked.where}", asked.values
        )
        return Counts(row[0], row[1] or 0)

    def ids(self, view: View, *, unread: bool = False) -> list[int]:
        """The numbers of all entries in a view, in its order."""
        asked = self._asked(view)
        only = " AND (e.read IS NULL) = 1" if unread else ""
        found = self._db.rows(
            f"SELECT e.id FROM {asked.tables} WHERE {asked.where}{only} ORDER BY {_order(view)}", asked.values
        )
        return [row[0] for row in found]

    def rank(self, view: View, entry_id: int) -> int | None:
        """Where an entry stands in a view, from 0; None if it is not there."""
        if self._by_source_order.knows(view):
            return self._by_source_order.rank(view, entry_id)
        asked = self._asked(view)
        keys = _ORDERS[view.order]
        columns = ", ".join(name for name, _ in keys)
        own = self._db.one(
            f"SELECT {columns} FROM {asked.tables} WHERE {asked.where} AND e.id = ?", (*asked.values, entry_id)
        )
        return None if own is None else self._before(asked, keys, own)

    def newer(self, view: View, entry_id: int) -> int:
        """How many entries of a view are newer than one, which need not be in it; than one that there is not, none."""
        own = self._db.one("SELECT moment, id FROM entries WHERE id = ?", (entry_id,))
        asked = self._asked(replace(view, order="newest"))
        return 0 if own is None else self._before(asked, _ORDERS["newest"], own)

    def _before(self, asked: _Asked, keys: tuple[tuple[str, bool], ...], own: tuple[Any, ...]) -> int:
        before, values = _beyond(keys, own, 1)
        sql = f"SELECT count(*) FROM {asked.tables} WHERE {asked.where} AND {before}"
        return int(self._db.value(sql, (*asked.values, *values)))

    def next_unread(self, view: View, entry_id: int | None, step: int = 1) -> Entry | None:
        """The next unread entry of a view after one (`step` 1) or before it (-1); None at the end."""
        if self._by_source_order.knows(view):
            found = self._by_source_order.next_unread(view, entry_id, step)
            return None if found is None else self._row(found)
        if (
            view.order == "unread"
        ):  # among the unread that is their order; one that was read since would stand behind all
            view = replace(view, order="newest")
        unread = replace(view, state="unread") if view.state == "all" else view
        asked = self._asked(unread)
        keys = _ORDERS[view.order]
        where, values = "(e.read IS NULL) = 1", ()
        if entry_id is not None:
            columns = ", ".join(name for name, _ in keys)
            own = self._db.one(f"SELECT {columns} {rows.FROM} WHERE e.id = ?", (entry_id,))
            if own is not None:
                beyond, values = _beyond(keys, own, -step)
                where += f" AND {beyond}"
        row = self._db.one(
            f"SELECT e.id FROM {asked.tables} WHERE {asked.where} AND {where} "
            f"ORDER BY {_order(view, backwards=step < 0)} LIMIT 1",
            (*asked.values, *values),
        )
        return None if row is None else self._row(row[0])

    def groups(self, view: View) -> tuple[Group, ...]:
        """The headings of a view: days (months further back), sources or folders, in the order of the list."""
        if view.group == "none":
            total = self.counts(view)
            return (Group("all", "", 0, total.total, total.unread),) if total.total else ()
        if view.group == "day":
            return self._days(view) if view.order in ("newest", "oldest") else ()
        return self._by_source(view)

    def _row(self, entry_id: int) -> Entry:
        return rows.entry(self._db.one(f"SELECT {rows.ENTRY} {rows.FROM} WHERE e.id = ?", (entry_id,)))

    def _ids(self, view: View, start: int, count: int) -> list[int]:
        total = self.counts(view).total
        start, count = max(0, start), min(count, total - start)
        if count <= 0:
            return []
        if self._by_source_order.knows(view):
            return self._by_source_order.ids(view, start, count)
        asked = self._asked(view)
        from_end = start > total // 2
        skip = total - start - count if from_end else start
        found = self._db.rows(
            f"SELECT e.id FROM {asked.tables} WHERE {asked.where} "
            f"ORDER BY {_order(view, backwards=from_end)} LIMIT ? OFFSET ?",
            (*asked.values, count, skip),
        )
        ids = [row[0] for row in found]
        return ids[::-1] if from_end else ids

    def _asked(self, view: View) -> _Asked:
        tables, where, values = "entries e", ["e.hidden = 0", _STATES[view.state]], list[Any]()
        if view.order == "source":
            tables = "entries e JOIN sources s ON s.id = e.source_id"
        if view.source_id is not None:
            where.append("e.source_id = ?")
            values.append(view.source_id)
        if view.folder is not None:
            where.append("e.source_id IN (SELECT id FROM sources WHERE folder = ?)")
            values.append(view.folder)
        if view.tag is not None:
            where.append("e.id IN (SELECT entry_id FROM entry_tags WHERE tag = ?)")
            values.append(view.tag)
        if view.query and self.matching is not None:
            matches, its = self.matching(view.query)
            where.append(matches)
            values += its
        return _Asked(tables, " AND ".join(where), tuple(values))

    def _sources_asked(self, view: View) -> tuple[str, tuple[Any, ...]]:
        if view.source_id is not None:
            return "source_id = ?", (view.source_id,)
        if view.folder is not None:
            return "source_id IN (SELECT id FROM sources WHERE folder = ?)", (view.folder,)
        return "1", ()

    def _by_source(self, view: View) -> tuple[Group, ...]:
        name = "coalesce(s.folder, '')" if view.group == "folder" else "s.title"
        key = name if view.group == "folder" else "s.id"
        if view.state in ("all", "unread") and view.tag is None and not view.query:
            where, values = self._sources_asked(view)
            total = "c.unread" if view.state == "unread" else "c.total"
            tables = "source_counts c JOIN sources s ON s.id = c.source_id"
            sums, where = f"sum({total}), sum(c.unread)", f"c.total > 0 AND {total} > 0 AND {where}"
        else:
            asked = self._asked(replace(view, order="newest"))
            tables, where, values = f"{asked.tables} JOIN sources s ON s.id = e.source_id", asked.where, asked.values
            sums = "count(*), sum(e.read IS NULL)"
        found = self._db.rows(
            f"SELECT {key}, {name}, {sums} FROM {tables} WHERE {where} GROUP BY 1 ORDER BY 2 COLLATE NOCASE, 1", values
        )
        return _placed([(str(row[0]), row[1], row[2], row[3]) for row in found])

    def _days(self, view: View) -> tuple[Group, ...]:
        today = _midnight(self._clock().astimezone(self.zone))
        found: list[tuple[str, str, int, int]] = []
        until = _NEVER
        while (top := self._newest_before(view, until)) is not None:
            begin = _begin(_local(top, self.zone), today)
            low = min(_seconds(begin, self.zone), top)
            found.append((*_heading(begin, today), *self._between(view, low, min(until, top + 1))))
            until = low
        return _placed(found if view.order == "newest" else found[::-1])

    def _newest_before(self, view: View, until: int) -> int | None:
        asked = self._asked(replace(view, order="newest"))
        found: int | None = self._db.value(
            f"SELECT e.moment FROM {asked.tables} WHERE {asked.where} AND e.moment < ? ORDER BY e.moment DESC LIMIT 1",
            (*asked.values, until),
        )
        return found

    def _between(self, view: View, low: int, high: int) -> tuple[int, int]:
        """Total and unread from one moment up to another: whole UTC days from the counts, the rest counted."""
        plain = replace(view, state="all", order="newest", group="day") == View() and view.state in ("all", "unread")
        first, last = -(-low // 86400), high // 86400
        if not plain or first >= last:
            return self._count(view, low, high)
        row = self._db.one("SELECT sum(total), sum(unread) FROM day_counts WHERE day >= ? AND day < ?", (first, last))
        edges = [self._count(view, low, first * 86400), self._count(view, last * 86400, high)]
        unread = (row[1] or 0) + sum(it[1] for it in edges)
        total = unread if view.state == "unread" else (row[0] or 0) + sum(it[0] for it in edges)
        return total, unread

    def _count(self, view: View, low: int, high: int) -> tuple[int, int]:
        if low >= high:
            return 0, 0
        asked = self._asked(replace(view, order="newest"))
        row = self._db.one(
            f"SELECT count(*), sum(e.read IS NULL) FROM {asked.tables} "
            f"WHERE {asked.where} AND e.moment >= ? AND e.moment < ?",
            (*asked.values, low, high),
        )
        return row[0], row[1] or 0


def _order(view: View, *, backwards: bool = False) -> str:
    return ", ".join(f"{name} {'DESC' if down != backwards else 'ASC'}" for name, down in _ORDERS[view.order])


def _beyond(keys: tuple[tuple[str, bool], ...], own: tuple[Any, ...], side: int) -> tuple[str, tuple[Any, ...]]:
    """SQL for "stands before `own`" (side 1) or after it (-1), one clause a column."""
    clauses: list[str] = []
    values: list[Any] = []
    for place, (name, down) in enumerate(keys):
        sign = ">" if down == (side > 0) else "<"
        equal = "".join(f"{keys[it][0]} = ? AND " for it in range(place))
        clauses.append(f"({equal}{name} {sign} ?)")
        values += [*own[:place], own[place]]
    first, down = keys[0]
    # The first column alone once more, so that SQLite enters the index at the right place.
    bound = f"{first} {'>=' if down == (side > 0) else '<='} ?"
    return f"{bound} AND ({' OR '.join(clauses)})", (own[0], *values)


def _placed(found: list[tuple[str, str, int, int]]) -> tuple[Group, ...]:
    groups, start = [], 0
    for key, label, total, unread in found:
        groups.append(Group(key, label, start, total, unread))
        start += total
    return tuple(groups)


def _begin(local: datetime, today: datetime) -> datetime:
    """Where the heading begins under which a time stands: its day, its month if that is longer ago, or tomorrow."""
    tomorrow = today + timedelta(days=1)
    if local >= tomorrow:
        return tomorrow
    if local >= today - timedelta(days=_DAYS_ALONE - 1):
        return _midnight(local)
    return _midnight(local).replace(day=1)


def _heading(begin: datetime, today: datetime) -> tuple[str, str]:
    back = (today.date() - begin.date()).days
    if back < 0:
        return "later", "Later"
    if back >= _DAYS_ALONE:
        return f"{begin:%Y-%m}", f"{begin:%B %Y}"
    near = {0: "Today", 1: "Yesterday"}.get(back) or f"{begin:%A}"
    return f"{begin:%Y-%m-%d}", near if back < 7 else f"{begin:%A}, {begin.day} {begin:%B}"


def _midnight(time: datetime) -> datetime:
    return time.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)


def _local(seconds: int, zone: tzinfo | None) -> datetime:
    plain = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    try:
        return plain.astimezone(zone).replace(tzinfo=None)
    except (OverflowError, ValueError):  # the calendar's first and last day reach over its ends in other zones
        return plain.replace(tzinfo=None)


def _seconds(local: datetime, zone: tzinfo | None) -> int:
    try:
        aware = local.replace(tzinfo=zone) if zone is not None else local.astimezone()
        return int(aware.timestamp())
    except (OverflowError, ValueError):
        return int((local - datetime(1970, 1, 1)).total_seconds())
