"""Articles and entries for tests, so that a test says only what it is about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from reader.model import Article, Block, Entry, Place

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def paragraph(text: str) -> Block:
    """A paragraph of that text."""
    return Block("paragraph", text)


def an_article(*paragraphs: str, title: str = "Ferry line to reopen", **fields: Any) -> Article:
    """An article of these paragraphs."""
    body = paragraphs or (
        "The ferry across the harbor will sail again in May. Its crew has waited two years.",
        "“We kept the engine warm,” said Ines Moreau, who has steered it since 1998.",
        "The city pays half of the repair. The other half comes from a fund for old ships.",
    )
    filled: dict[str, Any] = {"published": NOON, "language": "en"} | fields
    return Article(title, tuple(map(paragraph, body)), **filled)


def an_entry(id: int = 1, title: str = "Ferry line to reopen", **fields: Any) -> Entry:
    """A row of the list."""
    filled: dict[str, Any] = {"source": "Harbor Courier", "published": NOON, "added": NOON} | fields
    return Entry(id, title, **filled)


def place(index: int, start: int, end: int) -> Place:
    """A place in a block of the body."""
    return Place("block", index, start, end)


class Clock:
    """A clock that moves only when told to."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now
