"""A library in a folder of its own, with a clock that stands still until it is told otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reader.library import Library, Origin
from tests.builders import NOON, Clock, an_article

HARBOR = Origin("feed", "https://harbor.example/feed", "Harbor Courier")
VALLEY = Origin("feed", "https://valley.example/feed", "Valley Post", "Hills")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", clock=clock) as opened:
        yield opened


@pytest.fixture
def filled(library: Library) -> Library:
    """Twelve articles, two hours apart, the newest first in number; every third from the valley."""
    for number in range(12):
        add(library, number, VALLEY if number % 3 == 2 else HARBOR)
    return library


def add(library: Library, number: int, origin: Origin = HARBOR, *paragraphs: str) -> int:
    """One article, two hours older than the one with the number before."""
    article = an_article(
        *paragraphs,
        title=f"Story {number:02d}",
        url=f"{origin.address}/{number}",
        published=NOON - timedelta(hours=2 * number),
    )
    return library.shelf.add(article, origin, fetched=NOON).entry_id
