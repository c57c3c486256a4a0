"""Newsboat's cache.db (a SQLite file): the articles that it keeps, and which of them were read. Only ever read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.errors import UnreadableError
from reader.model import Enclosure, Item
from reader.text.clean import clean, one_line

_COLUMNS = ("guid", "title", "author", "url", "feedurl", "pubDate", "content", "unread", "enclosure_url",
            "enclosure_type", "flags")  # fmt: skip
_LONGEST = 4_000_000
"""Characters of a text that are taken."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One article of the cache: the feed that it came by and that feed's title, what was said of it, whether it was
    read, and the letters with which it was flagged."""

    feed: str
    feed_title: str
    item: Item
    read: bool
    flags: str


def is_cache(path: Path) -> bool:
    """Whether a file is newsboat's cache."""
    try:
        with path.open("rb") as stream:
            if stream.read(16) != b"SQLite format 3\0":
                return False
        with closing(_opened(path)) as cache:
            return {"rss_item", "rss_feed"} <= {row[0] for row in cache.execute("SELECT name FROM sqlite_master")}
    except (OSError, sqlite3.Error):
        return False


def articles(path: Path) -> Iterator[Kept]:
    """Everything in the cache that newsboat has not deleted, feed by feed. Raises UnreadableError."""
    try:
        with closing(_opened(path)) as cache:
            there = {row[1] for row in cache.execute("PRAGMA table_info(rss_item)")}
            titles = {_text(row[0]): _text(row[1]) for row in cache.execute("SELECT rssurl, title FROM rss_feed")}
            picked = ", ".join(f"i.{name}" if name in there else "NULL" for name in _COLUMNS)
            where = "WHERE coalesce(i.deleted, 0) = 0" if "deleted" in there else ""
            for row in cache.execute(f"SELECT {picked} FROM rss_item i {where} ORDER BY i.feedurl, i.rowid"):
                found = dict(zip(_COLUMNS, row, strict=True))
                feed = one_line(_text(found["feedurl"]))
                if feed:
                    yield _kept(found, feed, one_line(titles.get(feed, "")))
    except sqlite3.Error as error:
        raise UnreadableError(
            f"{one_line(path.name)} cannot be read as newsboat's cache: {one_line(str(error))}.",
            "Close newsboat, and try a copy of its cache.db.",
        ) from error


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _kept(found: dict[str, Any], feed: str, title: str) -> Kept:
    address = one_line(_text(found["enclosure_url"]))
    item = Item(
        id=one_line(_text(found["guid"])),
        title=one_line(_text(found["title"])),
        url=one_line(_text(found["url"])) or None,
        authors=tuple(filter(None, [one_line(_text(found["author"]))])),
        published=_moment(found["pubDate"]),
        content=clean(_text(found["content"])) or None,
        enclosures=(Enclosure(address, one_line(_text(found["enclosure_type"])) or None),) if address else (),
    )
    return Kept(feed, title, item, found["unread"] == 0, _text(found["flags"]))


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return value[:_LONGEST] if isinstance(value, str) else ""


def _moment(value: object) -> datetime | None:
    """A time in seconds since 1970; 0 is newsboat's for none."""
    try:
        return datetime.fromtimestamp(value, UTC) if isinstance(value, int) and value > 0 else None
    except (OverflowError, ValueError, OSError):
        return None
