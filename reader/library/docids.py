"""Rows of the index of words: near moments get near numbers, since the index stores differences."""

from __future__ import annotations

from datetime import timedelta

from reader.library.connections import Connections

# Docids count tens of seconds.
_SECONDS = 10
# A page may say that it was published a little later than our clock; further in the future it would stay on top.
_AHEAD = timedelta(days=1) // timedelta(microseconds=1)


def moment_of(published: int | None, added: int) -> int:
    """What "newest" goes by, in seconds: when it was published, else when it was added (both in microseconds)."""
    return (added if published is None or published > added + _AHEAD else published) // 1_000_000


class Docids:
    """Rows of the index for moments: each one's own, counted up from the moment where that is taken."""

    def __init__(self, db: Connections) -> None:
        self._db = db
        self._free: dict[int, int] = {}
        self._given: set[int] = set()
        self._top: int | None = None

    def of(self, moment: int) -> int:
        """A docid that nobody has and that was not given out since `written`."""
        wanted = moment // _SECONDS
        docid = self._free.get(wanted, wanted)
        if self._top is None:
            self._top = self._db.value("SELECT coalesce(max(docid), -1) FROM entries")
        while docid in self._given or self._is_taken(docid, self._top):
            docid += 1
        if len(self._free) > 10_000:
            self._free.clear()
        self._free[wanted] = docid + 1
        self._given.add(docid)
        return docid

    def _is_taken(self, docid: int, top: int) -> bool:
        """Whether an entry has it; of those behind the last none is, which need not be asked."""
        return docid <= top and self._db.value("SELECT 1 FROM entries WHERE docid = ?", (docid,)) is not None

    def written(self) -> None:
        """All that were given out stand in the table now, or never will."""
        self._given.clear()
        self._top = None

    def forget(self) -> None:
        """Entries went: docids that were taken may be free."""
        self._free.clear()
        self._given.clear()
        self._top = None
