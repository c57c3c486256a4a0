"""Entries whose texts were not read yet: of many that come at once the titles are there first.

They are listed, and opened like all others: what opens one reads it. Until `finish` they are not found by their words and
have no preview. Whoever brought them has them read right behind; what a killed program left is read at the next occasion.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.library.connections import Connections
from reader.library.index import Index
from reader.library.packing import Packed
from reader.library.schema import VERSION_BITS

PART = 100
"""Entries of a part."""


class Waiting(NamedTuple):
    """An entry whose text is to be read: its row of the index, the text as it is kept."""

    docid: int
    body: bytes


class Rough:
    """What waits to be read."""

    def __init__(self, db: Connections, index: Index) -> None:
        self._db = db
        self._index = index

    @property
    def count(self) -> int:
        """How many entries wait."""
        return int(self._db.value("SELECT count(*) FROM rough"))

    def parts(self) -> Iterator[list[Waiting]]:
        """All that waits, in the order of the index; whoever asks may `finish` a part before the next."""
        last = -1
        while found := self._db.rows(
            "SELECT r.docid, v.body FROM rough r JOIN entries e ON e.docid = r.docid "
            f"JOIN versions v ON v.id = (e.id << {VERSION_BITS}) | e.version WHERE r.docid > ? ORDER BY r.docid LIMIT ?",
            (last, PART),
        ):
            last = found[-1][0]
            yield [Waiting(*row) for row in found]

    def finish(self, read: Sequence[tuple[Waiting, Packed]]) -> None:
        """Keep texts as they were read, in one transaction; what was changed or erased meanwhile waits no more."""
        with self._db.writing():
            docids = json.dumps([waiting.docid for waiting, _ in read])
            there = dict(
                self._db.rows(
                    f"SELECT e.docid, (e.id << {VERSION_BITS}) | e.version FROM rough r JOIN entries e USING (docid) "
                    "WHERE docid IN (SELECT value FROM json_each(?))",
                    (docids,),
                )
            )
            made = [(waiting.docid, there[waiting.docid], it) for waiting, it in read if waiting.docid in there]
            self._db.many(
                "UPDATE versions SET words = ?, body = ? WHERE id = ?",
                [(it.words, it.body, version) for _, version, it in made],
            )
            self._db.many(
                "UPDATE entries SET words = ?, preview = coalesce(preview, ?) WHERE docid = ?",
                [(it.words, it.preview, docid) for docid, _, it in made],
            )
            self._index.put([(docid, it.terms) for docid, _, it in made if it.terms is not None])
            self._db.run("DELETE FROM rough WHERE docid IN (SELECT value FROM json_each(?))", (docids,))
