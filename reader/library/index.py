"""The index of words: a query to entries with snippets, newest first or ranked."""

from __future__ import annotations

import re

from reader.library import rows
from reader.library.body import unpack
from reader.library.connections import Connections
from reader.library.wording import columns, folded, parted
from reader.model import Article, Found


class Index:
    """Every word of every article."""

    def __init__(self, db: Connections) -> None:
        self._db = db

    def put(self, articles: list[tuple[int, Article]]) -> None:
        """Take articles in under their docids. Ascending docids cost a quarter of mixed ones: FTS5 writes its
        pending words out whenever a docid is smaller than the one before."""
        self._db.many(
            "INSERT INTO terms (rowid, title, byline, publisher, body) VALUES (?, ?, ?, ?, ?)",
            [(docid, *columns(article)) for docid, article in sorted(articles, key=lambda it: it[0])],
        )

    def drop(self, docid: int, article: Article) -> None:
        """Take an article out: the very text that was put in has to be said again."""
        self._db.run(
            "INSERT INTO terms (terms, rowid, title, byline, publisher, body) VALUES ('delete', ?, ?, ?, ?, ?)",
            (docid, *columns(article)),
        )

    def search(self, query: str, *, ranked: bool = False, limit: int = 100) -> tuple[Found, ...]:
        """Entries that hold all words of the query."""
        wanted = re.findall(r"\w+", parted(query))
        if not wanted:
            return ()
        match = " AND ".join(f'"{word}"' for word in wanted) + " *"
        order = "bm25(terms, 8, 2, 1, 1)" if ranked else "w.rowid DESC"
        found = self._db.rows(
            f"SELECT {rows.ENTRY}, v.body FROM terms w JOIN entries e ON e.docid = w.rowid "
            "LEFT JOIN sources s ON s.id = e.source_id JOIN versions v ON v.id = (e.id << 20) | e.version "
            f"WHERE terms MATCH ? AND e.hidden = 0 ORDER BY {order} LIMIT ?",
            (match, limit),
        )
        return tuple(_found(row, wanted) for row in found)


def _found(row: tuple[object, ...], wanted: list[str]) -> Found:
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\w*" for word in wanted))
    for block in unpack(row[-1]).blocks:  # type: ignore[arg-type]
        text = folded(block.text)
        if len(text) == len(block.text) and (first := pattern.search(text)):
            start = max(0, first.start() - 60)
            piece = block.text[start : start + 200]
            return Found(
                rows.entry(row[:-1]), piece, tuple(it.span() for it in pattern.finditer(text[start : start + 200]))
            )
    return Found(rows.entry(row[:-1]), "")
