"""Getting what matches a question out of the database: newest first, or the best first.

What is slow in an index of 100,000 articles is not finding but counting and weighing words that nearly all of them
have; so nothing here counts, and only so many are weighed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from reader.library import rows
from reader.library.asking import Question
from reader.library.body import Wording, inflated, wording
from reader.library.connections import Connections
from reader.library.parts import Part
from reader.model import Entry

# Entries looked through for a short prefix at most, and how many before it is seen whether that will do.
_LOOKED_THROUGH, _TRIED = 100, 25
# Up to so many entries that fit the filters of a query are looked up in the matches, instead of the other way round.
_FEW = 2_000
# Matches among which the best are looked for: beyond that the words are so common that they tell little. FTS5 takes
# 2.5 µs for each.
_WEIGHED = 3_000
# Matches that are counted: 10,000 take 35 ms by the index, and 20 once more after each act; where each text has to be looked
# at, 2,000 take 260.
_COUNTED, _COUNTED_BY_TEXT = 10_000, 2_000
# Rows that are fetched at once, best first: more where a filter will refuse most of them.
_AT_ONCE, _AT_ONCE_FILTERED = 64, 512
_ROW = (
    f"SELECT {rows.ENTRY}, e.docid, v.body FROM entries e LEFT JOIN sources s ON s.id = e.source_id "
    "JOIN versions v ON v.id = (e.id << 20) | e.version"
)
_MATCHING = _ROW.replace("FROM entries e", "FROM terms w CROSS JOIN entries e ON e.docid = w.rowid")
# Title, byline, publisher, body: a word of the headline says most about what an article is about.
_RANKED = (
    "SELECT rowid, rank FROM terms WHERE terms MATCH ? AND rank MATCH 'bm25(8.0, 4.0, 2.0, 1.0)' "
    "AND rowid BETWEEN ? AND ?"
)

Match = tuple[Entry, Wording]


class Retrieval:
    """Rows and words of the entries that match."""

    def __init__(self, db: Connections) -> None:
        self._db = db

    def all(self, question: Question) -> Iterator[Match]:
        """Everything that matches, newest first."""
        return self._checked(question, self._stream(question.part()))

    def newest(self, question: Question, limit: int, before: int | None) -> list[Match]:
        """What matches, newest first; `before` is the entry after which a next page begins."""
        part = question.part()
        top = None if before is None else self._db.value("SELECT docid FROM entries WHERE id = ?", (before,))
        if top is not None:
            part = replace(part, high=min(part.high, top - 1))
        if question.left_out:
            found = self._tried(question, self._stream(part), limit)
            if found is not None:
                return found
            question.thorough = True
            part = replace(question.part(), high=part.high)
        return list(islice(self._checked(question, self._stream(part)), limit))

    def numbers(self, question: Question) -> tuple[tuple[int, ...], bool]:
        """The numbers of what matches, newest first, and whether they are all: where texts have to be looked at, and
        where there are very many, the newest only."""
        part = question.part()
        if part.exact:
            said, values = part.sql()
            rows_of = f"SELECT e.id FROM entries e WHERE e.hidden = 0 AND {said} ORDER BY e.docid DESC LIMIT ?"
            found = [row[0] for row in self._db.rows(rows_of, (*values, _COUNTED + 1))]
            return tuple(found[:_COUNTED]), len(found) <= _COUNTED
        stream = self._stream(part)
        matching = tuple(entry.id for entry, _ in self._checked(question, islice(stream, _COUNTED_BY_TEXT)))
        return matching, next(stream, None) is None

    def among(self, ids: Iterable[int]) -> list[Match]:
        """The entries of these numbers with their words, in no order."""
        found = self._db.rows(f"{_ROW} WHERE e.id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
        return [(rows.entry(row), wording(inflated(row[-1]))) for row in found]

    def _tried(self, question: Question, stream: Iterator[Any], limit: int) -> list[Match] | None:
        """What is found by looking at the newest articles alone; None as soon as that promises too little."""
        found: list[Match] = []
        for tried, row in enumerate(stream, 1):
            words = wording(inflated(row[-1]))
            if question.plainly_holds(words) or question.accepts(rows.entry(row), words):
                found.append((rows.entry(row), words))
                if len(found) == limit:
                    return found
            if tried % _TRIED == 0 and len(found) * _LOOKED_THROUGH < tried * limit:
                return None
        return found

    def _stream(self, part: Part) -> Iterator[tuple[Any, ...]]:
        """Rows of entries with their bodies, newest first, as the database sees the question."""
        where, bounds = part.where or "1", (part.low, part.high)
        few = self._few(part)
        if few is not None:
            return self._looked_up(part, few)
        if part.match is None:
            return self._db.stream(
                f"{_ROW} WHERE e.hidden = 0 AND {where} AND e.docid BETWEEN ? AND ? ORDER BY e.docid DESC",
                (*part.values, *bounds),
            )
        return self._db.stream(
            f"{_MATCHING} "
            f"WHERE terms MATCH ? AND w.rowid BETWEEN ? AND ? AND e.hidden = 0 AND {where} ORDER BY w.rowid DESC",
            (part.match, *bounds, *part.values),
        )

    def _few(self, part: Part) -> list[int] | None:
        """The docids of all that can match, descending, if an index finds them and they are few."""
        for lookup in part.lookups:
            found = self._db.rows(f"SELECT docid FROM ({lookup.sql}) LIMIT {_FEW + 1}", lookup.values)
            if len(found) <= _FEW:
                return sorted((row[0] for row in found if part.low <= row[0] <= part.high), reverse=True)
        return None

    def _looked_up(self, part: Part, few: list[int]) -> Iterator[tuple[Any, ...]]:
        """The rows of these docids that match."""
        matching = few if part.match is None or not few else self._matching(part.match, few)
        for docid in matching:
            yield from self._db.rows(
                f"{_ROW} WHERE e.docid = ? AND e.hidden = 0 AND {part.where or '1'}", (docid, *part.values)
            )

    def _matching(self, match: str, few: list[int]) -> Iterator[int]:
        among = set(few)
        found = self._db.stream(
            "SELECT rowid FROM terms WHERE terms MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
            (match, few[-1], few[0]),
        )
        return (row[0] for row in found if row[0] in among)

    def ranked(self, question: Question, limit: int) -> list[Match]:
        """The best first: of all that match, or where these are very many, of the newest and of those with the words
        in the headline; then the newest of the rest."""
        question.thorough = True
        part = question.part()
        best = self._checked(question, self._best(part))
        found = list(islice(best, limit))
        if len(found) == limit:
            return found
        known = {entry.id for entry, _ in found}
        rest = (it for it in self._checked(question, self._stream(part)) if it[0].id not in known)
        return found + list(islice(rest, limit - len(found)))

    def _best(self, part: Part) -> Iterator[tuple[Any, ...]]:
        """Rows by their weight, the heaviest first, fetched as they are asked for."""
        assert part.match is not None
        low, high = part.low, part.high
        beyond = self._db.value(
            "SELECT rowid FROM terms WHERE terms MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
            (part.match, low, high, _WEIGHED),
        )
        weights: dict[int, float] = dict(self._db.rows(_RANKED, (part.match, beyond or low, high)))
        if beyond is not None:
            titled = f"({part.match}) AND ({{title}} : ({part.match}))"
            weights |= dict(self._db.rows(f"{_RANKED} ORDER BY rowid DESC LIMIT ?", (titled, low, high, _WEIGHED)))
        picked = [-docid for _, docid in sorted((weight, -docid) for docid, weight in weights.items())]
        step = _AT_ONCE if part.where is None else _AT_ONCE_FILTERED
        for start in range(0, len(picked), step):
            some = picked[start : start + step]
            found = self._db.rows(
                f"{_ROW} WHERE e.docid IN (SELECT value FROM json_each(?)) AND e.hidden = 0 AND {part.where or '1'}",
                (json.dumps(some), *part.values),
            )
            by_docid = {row[-2]: row for row in found}
            yield from (by_docid[it] for it in some if it in by_docid)

    def _checked(self, question: Question, found: Iterator[tuple[Any, ...]]) -> Iterator[Match]:
        """Those of the rows that are what was asked for."""
        exact = question.exact
        for row in found:
            text = inflated(row[-1])
            if exact or question.may_hold(text):
                match = rows.entry(row), wording(text)
                if exact or question.accepts(*match):
                    yield match
