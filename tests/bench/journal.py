"""What ten years of reading leave in the journal of acts, which is never pruned: how large it is, how long undo takes.

    python -m tests.bench.journal

A day has 80 acts on one entry and one that marks 250, on 2,000 entries; the acts are written as `library.journal` does.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.library import Library, Origin
from tests.builders import NOON, Clock, an_article

_DAYS = 3650
_SINGLE, _TOGETHER = 80, 250
_ENTRIES = 2000


def main() -> None:
    """Fill a journal and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path, clock = Path(folder) / "library.db", Clock()
        with Library.open(path, clock=clock) as library:
            origin = Origin("feed", "https://courier.example/feed", "Courier")
            ids = [
                library.shelf.add(
                    an_article(title=f"Story {number}"), origin, identity=f"{number}", fetched=NOON
                ).entry_id
                for number in range(_ENTRIES)
            ]
            before = _size(library, path)
            _fill(library, ids)
            grown, acts = _size(library, path) - before, library.db.value("SELECT count(*) FROM acts")
            sys.stdout.write(
                f"{acts:,} acts, {library.db.value('SELECT count(*) FROM changes'):,} changes: {grown / 1e6:.0f} MB\n"
            )
            library.shelf.mark(ids[:1], read=True)
            sys.stdout.write(f"undo of this run: {_best(lambda: _undone(library, ids[:1])):.1f} ms\n")
        sys.stdout.write(f"opening: {_best(lambda: Library.open(path, clock=clock).close()):.1f} ms\n")
        with Library.open(path, clock=clock) as library:
            sys.stdout.write(f"the first undo of a later run: {_once(library.journal.undo):.1f} ms\n")


def _fill(library: Library, ids: list[int]) -> None:
    act = "INSERT INTO acts (kind, label, made, instance, machine) VALUES ('mark', 'Marked read', ?, 1, 'here')"
    change = "INSERT INTO changes (act_id, tbl, row, col, old, new) VALUES (?, 'entries', ?, 'read', NULL, ?)"
    with library.db.writing():
        for day in range(_DAYS):
            for nth in range(_SINGLE + 1):
                act_id = library.db.run(act, (day * 10**9 + nth,))
                rows = range(_TOGETHER if nth == _SINGLE else 1)
                library.db.many(change, [(act_id, ids[(day * 7 + nth + row) % _ENTRIES], 1) for row in rows])


def _undone(library: Library, ids: list[int]) -> None:
    library.journal.undo()
    library.shelf.mark(ids, read=True)


def _size(library: Library, path: Path) -> int:
    library.db.run("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.stat().st_size


def _best(work: Callable[[], object]) -> float:
    return min(_once(work) for _ in range(9))


def _once(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
