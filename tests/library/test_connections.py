"""Connections keep little: each kind of work on the screen has one of its own, for as long as the screen is open."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

import pytest

from reader.errors import LibraryError
from reader.library import Library

Work = Callable[[Library, Event], None]

SMALL = -2000
"""KB of pages, as SQLite says it."""


def test_every_thread_keeps_few_pages(library: Library) -> None:
    kept: list[int] = []
    for _ in range(3):
        thread = Thread(target=lambda: kept.append(library.db.value("PRAGMA cache_size")))
        thread.start()
        thread.join()
    assert kept == [SMALL] * 3


def test_bulk_work_may_keep_more_while_it_lasts(library: Library) -> None:
    with library.db.hurried(cache=8000):
        assert library.db.value("PRAGMA cache_size") == -8000
        assert library.db.value("PRAGMA synchronous") == 1
    assert library.db.value("PRAGMA cache_size") == SMALL
    assert library.db.value("PRAGMA synchronous") == 2


def test_nor_does_it_keep_more_when_it_fails(library: Library) -> None:
    with pytest.raises(KeyError), library.db.hurried(cache=8000):
        raise KeyError
    assert library.db.value("PRAGMA cache_size") == SMALL
    assert library.db.value("PRAGMA synchronous") == 2


FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


def looked_up(library: Library, begun: Event) -> None:
    begun.set()
    library.db.rows(FOREVER)


def streamed(library: Library, begun: Event) -> None:
    for _ in library.db.stream(LONG):
        begun.set()


def written(library: Library, begun: Event) -> None:
    with library.db.writing():
        begun.set()
        library.db.run(f"INSERT INTO facts {FOREVER.replace('SELECT count(*)', 'SELECT i, i')}")


@pytest.mark.parametrize("work", [looked_up, streamed, written])
def test_what_a_thread_is_at_is_broken_off_when_the_library_is_closed(work: Work, library: Library) -> None:
    """Closed beneath a statement, Python's connection ends the process."""
    begun, met = Event(), list[LibraryError]()

    def be_at_it() -> None:
        try:
            work(library, begun)
        except LibraryError as error:
            met.append(error)

    threads = [Thread(target=be_at_it) for _ in range(1 if work is written else 4)]
    for thread in threads:
        thread.start()
    assert begun.wait(10)
    library.close()
    for thread in threads:
        thread.join(20)
    assert len(met) == len(threads)
