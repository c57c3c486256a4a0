"""The margins: passages and notes, where they stand in each article, and finding them over the whole library."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from itertools import islice
from typing import TYPE_CHECKING, Any

from reader.errors import LibraryError
from reader.library import rows
from reader.library.body import micros, pack_places
from reader.library.connections import Connections
from reader.library.journal import Journal, Scribe
from reader.library.wording import folded
from reader.model import Act, Passage, PassageKind, Place, State

if TYPE_CHECKING:
    from reader.search.passage_query import Wish

_SHOWN = 40
_CHANGED = {"note": "note on", "kind": "color of", "tags": "tags of", "quote": "extent of"}
"""What of a passage a change is said to have changed."""


class Margins:
    """Every marked passage."""

    def __init__(self, db: Connections, clock: Callable[[], datetime], journal: Journal) -> None:
        self._db = db
        self._clock = clock
        self._journal = journal
        # The person's time zone, in which days begin; None is the system's.
        self.zone: tzinfo | None = None

    def add(
        self,
        entry_id: int,
        quote: str,
        places: tuple[Place, ...],
        anchor: str,
        note: str = "",
        *,
        kind: PassageKind = "yellow",
        tags: Iterable[str] = (),
    ) -> Passage:
        """Mark a passage."""
        name = os.urandom(16).hex()
        version = self._db.value("SELECT version FROM entries WHERE id = ?", (entry_id,))
        if version is None:
            raise LibraryError(f"There is no entry {entry_id} in the library.", "`newsreader list` shows the numbers.")
        made = Passage(name, entry_id, quote, places, anchor, note, tuple(tags), kind, self._clock(), version=version)
        with self._journal.acting("bookmark", f"Bookmarked “{_short(quote)}”") as scribe:
            scribe.insert("passages", self.row(made))
        return self.passage(name)

    def row(self, passage: Passage) -> dict[str, Any]:
        """A passage as a row of its table; one without an id or a time gets them."""
        return {
            "name": passage.id or os.urandom(16).hex(),
            "entry_id": passage.entry_id,
            "quote": passage.quote,
            "places": pack_places(passage.places),
            "anchor": passage.anchor,
            "note": passage.note,
            "tags": "\n".join(sorted(set(passage.tags))),
            "kind": passage.kind,
            "created": micros(passage.created or self._clock()),
            "state": passage.state,
            "version": passage.version,
            "folded": folded(f"{passage.quote}\n{passage.note}"),
        }

    def change(self, passage_id: str, **fields: Any) -> Passage:
        """Change a passage's note, kind, tags, quote, places or anchor, as one act."""
        before = self.passage(passage_id)
        row = _columns(fields)
        if {"note", "quote"} & fields.keys():
            row["folded"] = folded(f"{fields.get('quote', before.quote)}\n{fields.get('note', before.note)}")
        said = next((told for field, told in _CHANGED.items() if field in fields), "passage")
        with self._journal.acting("change passage", f"Changed the {said} “{_short(before.quote)}”") as scribe:
            self._write(scribe, passage_id, row)
        return self.passage(passage_id)

    def rearrange(
        self,
        label: str,
        passage_id: str,
        fields: dict[str, Any],
        made: Iterable[Passage] = (),
        gone: Iterable[str] = (),
    ) -> None:
        """Change one passage, make some and take some out, as one act."""
        kept = self.passage(passage_id)
        row = _columns(fields)
        row["folded"] = folded(f"{fields.get('quote', kept.quote)}\n{fields.get('note', kept.note)}")
        with self._journal.acting("rearrange passages", f"{label} “{_short(kept.quote)}”") as scribe:
            scribe.delete("passages", [self._row_id(it) for it in gone])
            self._write(scribe, passage_id, row)
            for passage in made:
                scribe.insert("passages", self.row(passage))

    def move(
        self, passage_id: str, places: tuple[Place, ...], state: State, version: int, scribe: Scribe | None = None
    ) -> None:
        """Write down where a passage stands in a newer version. That is nobody's act, and undo does not see it, unless
        the version came with one: then its scribe is given."""
        row = {"places": pack_places(places), "state": state, "version": version}
        with self._db.writing():
            if scribe is not None:
                self._write(scribe, passage_id, row)
            else:
                columns = ", ".join(f"{name} = :{name}" for name in row)
                self._db.run(f"UPDATE passages SET {columns} WHERE name = :name", row | {"name": passage_id})

    def delete(self, passage_id: str) -> Act:
        """Take a passage out; undo brings it back."""
        gone = self.passage(passage_id)
        with self._journal.acting("delete passage", f"Deleted the passage “{_short(gone.quote)}”") as scribe:
            scribe.delete("passages", [self._row_id(passage_id)])
        return self._journal.act(scribe.act_id, (gone.entry_id,))

    def passage(self, passage_id: str) -> Passage:
        """The passage with that id.

        Raises:
            LibraryError: there is none.
        """
        row = self._db.one(f"SELECT {rows.PASSAGE} FROM passages WHERE name = ?", (passage_id,))
        if row is None:
            raise LibraryError(
                f"There is no passage {passage_id} in the library.", "`newsreader passages --json` shows the ids."
            )
        return rows.passage(row)

    def of(self, entry_id: int) -> tuple[Passage, ...]:
        """An entry's passages in the order they were made."""
        found = self._db.rows(f"SELECT {rows.PASSAGE} FROM passages WHERE entry_id = ? ORDER BY id", (entry_id,))
        return tuple(rows.passage(row) for row in found)

    def all(self, query: str = "", limit: int | None = None) -> tuple[Passage, ...]:
        """All passages, newest first, or so many; with a query (`search.passage_query`) those that fit it.

        Raises:
            UsageError: the query names a color, a state or a day that is none.
        """
        from reader.library import margin_query

        asked = margin_query.asked(query, self._clock().astimezone(self.zone).date())
        where, values = margin_query.condition(asked, self.zone)
        test = margin_query.test(asked)
        found = self._rows(f"NOT e.hidden & 4 AND {where}", values, limit if test is None else None)
        fitting = (it for it, about in found if test is None or test(it, about))
        return tuple(islice(fitting, limit))

    def holding(self, wishes: Sequence[Wish]) -> Iterator[Passage]:
        """Passages of entries in the list that fit all of these wishes, newest first."""
        from reader.library import margin_query

        where, values = margin_query.condition(wishes, self.zone)
        test = margin_query.test(wishes)
        found = self._rows(f"e.hidden = 0 AND {where}", values)
        return (it for it, about in found if test is None or test(it, about))

    def _rows(
        self, where: str, values: list[Any], limit: int | None = None
    ) -> Iterator[tuple[Passage, tuple[str, ...]]]:
        columns = ", ".join(f"p.{name}" for name in rows.PASSAGE.split(", "))
        found = self._db.rows(
            f"SELECT e.publisher, s.title, e.url, e.title, {columns} FROM passages p JOIN entries e ON e.id = p.entry_id "
            f"LEFT JOIN sources s ON s.id = e.source_id WHERE {where} ORDER BY p.created DESC, p.id DESC "
            "LIMIT ?",
            [*values, -1 if limit is None else limit],
        )
        return ((rows.passage(row[4:]), tuple(it or "" for it in row[:4])) for row in found)

    def _write(self, scribe: Scribe, passage_id: str, row: dict[str, Any]) -> None:
        ids = [self._row_id(passage_id)]
        for column, value in row.items():
            scribe.update("passages", column, ids, value)

    def _row_id(self, passage_id: str) -> int:
        return int(self._db.value("SELECT id FROM passages WHERE name = ?", (passage_id,)))


def _columns(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of a passage as columns."""
    unknown = fields.keys() - {"note", "kind", "tags", "quote", "places", "anchor", "state", "version"}
    if unknown:
        raise TypeError(f"a passage has no field {', '.join(sorted(unknown))}")
    row = dict(fields)
    if "places" in row:
        row["places"] = pack_places(row["places"])
    if "tags" in row:
        row["tags"] = "\n".join(sorted(set(row["tags"])))
    return row


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
