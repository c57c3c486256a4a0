"""The index of words: a query to entries with snippets, newest first or ranked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, tzinfo
from itertools import islice
from typing import Any

from reader.library.arrivals import Arrivals
from reader.library.asking import Question, about_words_alone
from reader.library.body import unpack
from reader.library.connections import Connections
from reader.library.docids import Docids
from reader.library.packing import Packer, Terms
from reader.library.parts import Leaf, Origins
from reader.library.retrieval import Retrieval
from reader.library.rows import split
from reader.library.schema import FOLDING, VERSION_BITS
from reader.library.segments import Segments
from reader.library.snippets import snippet
from reader.library.wording import columns, folded, parted, worded
from reader.model import Article, Found
from reader.search.query import Phrase, Query, Word, parse_query
from reader.search.variants import SHORTEST, is_variant, skeletons


class Index:
    """Every word of every article."""

    def __init__(self, db: Connections, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock
        self._retrieval = Retrieval(db)
        self.packer = Packer()
        self.segments = Segments(db)
        # The person's time zone, in which days begin; None is the system's.
        self.zone: tzinfo | None = None

    # In and out

    def arrivals(self, now: datetime, docids: Docids) -> Arrivals:
        """What is to come in within a transaction, with its words."""
        return Arrivals(self._db, now, docids, self.packer, self.put)

    def put(self, articles: Iterable[tuple[int, Terms]]) -> None:
        """Take articles in under their docids, within a transaction.

        Ascending docids cost a quarter of mixed ones: FTS5 writes its pending words out whenever one is smaller than
        the one before.
        """
        ascending = sorted(articles, key=lambda it: it[0])
        self._db.many(
            "INSERT INTO terms (rowid, title, byline, publisher, body) VALUES (?, ?, ?, ?, ?)",
            [(docid, *terms.columns) for docid, terms in ascending],
        )
        names = {name for _, terms in ascending for name in terms.names}
        self._db.many("INSERT OR IGNORE INTO spellings VALUES (?, ?)", sorted(names))

    def renew(self) -> None:
        """Make the index anew from the texts, within a transaction: where it is missing, damaged, or older than the
        folding. Half a minute for 100,000 articles."""
        self._db.run("INSERT INTO terms (terms) VALUES ('delete-all')")
        self._db.run("DELETE FROM spellings")
        self._db.run("DELETE FROM rough WHERE docid NOT IN (SELECT docid FROM entries)")
        self.packer.forget()
        self.segments.pile()
        last = -1
        while part := self._db.rows(
            f"SELECT e.docid, v.body FROM entries e JOIN versions v ON v.id = (e.id << {VERSION_BITS}) | e.version "
            "WHERE e.docid > ? AND e.docid NOT IN (SELECT docid FROM rough) ORDER BY e.docid LIMIT 400",
            (last,),
        ):
            self.put([(docid, self.packer.terms(unpack(body))) for docid, body in part])
            last = part[-1][0]
        self.segments.unpile()
        self._db.run("INSERT OR REPLACE INTO facts VALUES ('folding', ?)", (FOLDING,))

    def drop(self, articles: Iterable[tuple[int, Article]]) -> None:
        """Take articles out: the very text that was put in has to be said again. One that waits to be read is not in."""
        self._db.many(
            "INSERT INTO terms (terms, rowid, title, byline, publisher, body) VALUES ('delete', ?, ?, ?, ?, ?)",
            ((docid, *columns(worded(article))) for docid, article in articles if not self._waits(docid)),
        )

    def _waits(self, docid: int) -> bool:
        """Whether the text of an entry waits to be read; now it does no more."""
        return self._db.run("DELETE FROM rough WHERE docid = ?", (docid,), count=True) > 0

    # Asking

    def search(
        self,
        query: Query | str,
        *,
        ranked: bool = False,
        limit: int = 100,
        before: int | None = None,
        typing: bool = False,
        substring: bool = False,
    ) -> tuple[Found, ...]:
        """Entries that a query matches, with snippets; newest first, or the best first.

        `before` is the entry after which a next page begins (newest first only). With `typing` the last word may go
        on. With `substring` words match within words too, which takes longer.
        """
        question = self._question(query, typing=typing, substring=substring)
        part = question.part()
        if not question.query.root.terms:
            return ()
        if ranked and part.match is not None:
            found = self._retrieval.ranked(question, limit)
        else:
            found = self._retrieval.newest(question, limit, before)
        wanted = question.wanted()
        return tuple(Found(entry, *snippet(words.texts, wanted)) for entry, words in found)

    def numbers(self, query: Query | str, *, typing: bool = False) -> tuple[tuple[int, ...], bool]:
        """The numbers of the entries that `search` finds, newest first, and whether these are all: as far as may be looked
        through in a moment."""
        question = self._question(query, typing=typing)
        question.thorough = True
        return self._retrieval.numbers(question)

    def excerpts(self, query: Query | str, ids: Iterable[int], *, typing: bool = False) -> dict[int, Found]:
        """Entries that a search found, with their snippets, by number."""
        question = self._question(query, typing=typing)
        wanted = question.wanted()
        found = self._retrieval.among(ids)
        return {entry.id: Found(entry, *snippet(words.texts, wanted)) for entry, words in found}

    def ids(self, query: Query | str) -> tuple[int, ...]:
        """The numbers of all entries that a query matches, newest first."""
        said, values = self.condition(query)
        found = self._db.rows(f"SELECT e.id FROM entries e WHERE e.hidden = 0 AND {said} ORDER BY e.docid DESC", values)
        return tuple(row[0] for row in found)

    def condition(self, query: Query | str) -> tuple[str, tuple[Any, ...]]:
        """What a query matches as an SQL condition on `entries e`, with its values."""
        question = self._question(query)
        question.thorough = True
        part = question.part()
        if part.exact:
            return part.sql()
        checked = [entry.id for entry, _ in self._retrieval.all(question)]
        return "e.id IN (SELECT value FROM json_each(?))", (json.dumps(checked),)

    def lasting(self, query: str) -> tuple[Query, object | None]:
        """A query as it is read today, and a stamp: as long as both are the same, so is what it matches. None where more than
        texts decides."""
        asked = self._parsed(query)
        return asked, self._stamp() if about_words_alone(asked.root) else None

    def _stamp(self) -> object:
        """What is another value once a text came, went or changed, or an entry is hidden or shown again: what FTS5 keeps of
        its segments (https://sqlite.org/fts5.html, the %_data table), and which entries are hidden."""
        return self._db.one(
            "SELECT (SELECT block FROM terms_data WHERE id = 10), (SELECT block FROM terms_data WHERE id = 1), "
            "count(*), total(id) FROM entries WHERE hidden > 0"
        )

    def others(self, word: str) -> tuple[str, ...]:
        """Other spellings of a folded word that stand in the library as names."""
        if len(word) < SHORTEST:
            return ()
        wanted = json.dumps(sorted(skeletons(word)))
        near = self._db.rows(
            "SELECT word FROM spellings WHERE skeleton IN (SELECT value FROM json_each(?)) ORDER BY skeleton, word",
            (wanted,),
        )
        return tuple(row[0] for row in near if is_variant(word, row[0]))

    def _question(self, query: Query | str, *, typing: bool = False, substring: bool = False) -> Question:
        if isinstance(query, str):
            still_open = typing and query.count('"') % 2 and query[-1].isalnum()
            asked = self._parsed(f'{query}"*' if still_open else query)
        else:
            asked = query
        others = self.within if substring else self.others
        return Question(asked, others, self._starts, self._origins, self._tags, typing)

    def _parsed(self, query: str) -> Query:
        return parse_query(query, self._clock().astimezone(self.zone).date())

    def within(self, word: str) -> tuple[str, ...]:
        """All words of the library that hold a folded word within them, at most 500."""
        self._db.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, terms, row)")
        found = self._db.stream("SELECT term FROM temp.vocabulary WHERE instr(term, ?)", (word,))
        return tuple(row[0] for row in islice(found, 500) if row[0] != word)

    def _starts(self, day: date) -> int:
        try:
            return int(datetime(day.year, day.month, day.day, tzinfo=self.zone).timestamp())
        except (OverflowError, ValueError):
            return (day - date(1970, 1, 1)).days * 86400

    def _origins(self, leaf: Leaf) -> Origins:
        """The sources whose title or folder or one of whose tags, and the publishers whose name holds these words."""
        rows = self._db.rows("SELECT id, title, coalesce(folder, ''), tags FROM sources")
        sources = ((id, title, folder, *split(tags)) for id, title, folder, tags in rows)
        publishers = self._db.rows("SELECT name FROM publishers")
        return Origins(
            tuple(id for id, *names in sources if any(leaf.names(parted(name)) for name in names)),
            tuple(name for (name,) in publishers if leaf.names(parted(name))),
        )

    def _tags(self, term: Word | Phrase) -> tuple[str, ...]:
        """The tags that are written so, whatever their case and accents."""
        said = folded(term.text)
        tags = [row[0] for row in self._db.rows("SELECT DISTINCT tag FROM entry_tags")]
        return tuple(it for it in tags if folded(it) == said or (term.prefix and folded(it).startswith(said)))
