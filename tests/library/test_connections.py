"""Connections keep little: each kind of work on the screen has one of its own, for as long as the screen is open."""

from __future__ import annotations

from threading import Thread

import pytest

from reader.library import Library

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
