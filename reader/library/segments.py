"""The pieces of which the index of words is made. FTS5 writes each commit's words as a segment of its own and merges
segments as they pile up; a search looks into all of them.

Measured with 100,000 articles: in ten segments, as merging on the way leaves them, a search while typing takes 36 ms
(95th percentile), in one 23. Merging on the way costs 0.08 ms an article, merging all at the end 0.03.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from reader.errors import LibraryError
from reader.library.connections import Connections

# FTS5's own values (https://www.sqlite.org/fts5.html, "Configuration options"), which hold but in bulk work.
_USUAL = {"automerge": 4, "crisismerge": 16, "hashsize": 1 << 20}
# Bulk work: nothing is merged on the way (FTS5 allows 2,000 segments), and a part's words are written out once.
_PILING = {"automerge": 0, "crisismerge": 1_500, "hashsize": 16 << 20}
# Pages of 4 KB that one step of merging writes: about 0.1 s, so that nobody waits long for another's mark.
_STEP = 500
_MANY = 8


class Segments:
    """How the index is stored."""

    def __init__(self, db: Connections) -> None:
        self._db = db

    def count(self) -> int:
        """How many there are."""
        return int(self._db.value("SELECT count(DISTINCT segid) FROM terms_idx"))

    @property
    def many(self) -> bool:
        """Whether there are so many that merging them makes searches quicker."""
        return self.count() > _MANY

    @contextmanager
    def piling(self) -> Iterator[None]:
        """Bulk work over several transactions: segments are left as they come, and merged by `merged` later."""
        with self._db.writing():
            self.pile()
        try:
            yield
        except BaseException:
            with suppress(LibraryError):  # what went wrong goes on its way; who keeps house says `usual` again
                self.usual()
            raise
        self.usual()

    def pile(self) -> None:
        """Leave segments as they come, within a transaction."""
        self._configure(_PILING)

    def unpile(self) -> None:
        """Make one segment of all and go on as usual, within a transaction."""
        self._db.run("INSERT INTO terms (terms) VALUES ('optimize')")
        self._configure(_USUAL)

    @property
    def left_piling(self) -> bool:
        """Whether segments are left as they come: an import is going on, or was killed."""
        return bool(self._db.value("SELECT v FROM terms_config WHERE k = 'automerge'") == _PILING["automerge"])

    def usual(self) -> None:
        """Merge on the way from now on; writes only where that is not so."""
        if self.left_piling:
            with self._db.writing():
                self._configure(_USUAL)

    def merged(self) -> Iterator[None]:
        """Make one segment of all, a step at a time; each stands for itself, so stopping loses nothing."""
        pages = -_STEP  # the first step puts all segments on one level
        while self._merge(pages):
            pages = _STEP
            yield

    def _merge(self, pages: int) -> bool:
        """One step; whether there may be more to do."""
        with self._db.writing():
            before = self._db.changes()
            self._db.run("INSERT INTO terms (terms, rank) VALUES ('merge', ?)", (pages,))
            return self._db.changes() - before >= 2  # FTS5's own sign: fewer, and nothing was merged

    def _configure(self, values: dict[str, int]) -> None:
        for name, value in values.items():
            self._db.run("INSERT INTO terms (terms, rank) VALUES (?, ?)", (name, value))
