"""From rows to nouns: the one place that knows in which order the columns come."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from reader.library.body import unpack_places, when
from reader.model import Article, Came, Entry, Passage, Place, Source, State

if TYPE_CHECKING:
    from reader.library.packing import Packed

ENTRY = """e.id, e.title, e.source_id, s.title, e.publisher, e.byline, e.url, e.language, e.published, e.added, e.read,
e.starred, e.tags, e.passages, e.version, e.position, e.words, e.preview, e.edited, e.sample, s.kind"""
FROM = "FROM entries e LEFT JOIN sources s ON s.id = e.source_id"
SOURCE = "id, kind, address, title, folder, outcome, checked"
LIGHT = ("words", "published", "title", "publisher", "byline", "url", "language", "preview")
"""The columns of an entry that come from its article."""
PASSAGE = "name, entry_id, quote, places, anchor, note, tags, kind, created, state, version"

# An article's passages are read anew after each act; of 1,000 that are 7 of 10 ms.
_places = lru_cache(maxsize=4096)(unpack_places)


@dataclass(frozen=True, slots=True)
class Added:
    """What came of an article that was put on the shelf."""

    entry_id: int
    came: Came


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of the list that stand under one heading: `start` is the first one's rank in the view."""

    key: str
    label: str
    start: int
    total: int
    unread: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from, said by whoever adds it. A source with that address is made if there is none."""

    kind: str
    address: str
    title: str
    folder: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that is to be put on the shelf, and what is known about it.

    What stands below `identities` is for articles that come from another library; a new entry takes it over, a
    known one keeps its own. `number` is the entry's number if that is free; `older` are versions before this one.
    `apart` says that its address is no name of it: several articles of its feed have the same. `filtered` says that a
    rule hides it.
    """

    article: Article | Packed
    origin: Origin | Source
    fetched: datetime
    identities: tuple[str, ...] = ()
    number: int | None = None
    added: datetime | None = None
    read: datetime | None = None
    starred: datetime | None = None
    position: Place | None = None
    edited: bool = False
    snoozed: datetime | None = None
    failure: str | None = None
    older: tuple[tuple[Article | Packed, datetime], ...] = ()
    apart: bool = False
    filtered: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person set for a source: until when it is muted, how long and how many entries are kept.

    `every` are the minutes between two visits, None as the feed says. `full` is "always" or "never" for its whole
    articles, None where that is found out. `link`, `tags` and `extras` came with the subscription.
    """

    muted: datetime | None
    keep_days: int | None
    keep_count: int | None
    removed: datetime | None
    every: int | None = None
    full: str | None = None
    link: str | None = None
    tags: tuple[str, ...] = ()
    extras: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """A search under a name."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was asked for while there was no network: a whole article, an update, an address to add."""

    kind: str
    target: str
    asked: datetime | None


def counted(entries: int) -> str:
    """A number of articles in words."""
    return "1 article" if entries == 1 else f"{entries:,} articles"


def entry(row: tuple[Any, ...]) -> Entry:
    """A row of the list, from the columns `ENTRY`."""
    return Entry(
        id=row[0],
        title=row[1],
        source_id=row[2],
        source=row[3] or "",
        publisher=row[4],
        byline=split(row[5]),
        url=row[6],
        language=row[7],
        published=when(row[8]),
        added=when(row[9]),
        read=when(row[10]),
        starred=when(row[11]),
        tags=split(row[12]),
        passages=row[13],
        versions=row[14],
        position=None if row[15] is None else Place(*json.loads(row[15])),
        words=row[16],
        preview=row[17],
        edited=bool(row[18]),
        sample=row[19],
        by_feed=row[20] == "feed",
    )


def source(row: tuple[Any, ...]) -> Source:
    """A source, from the columns `SOURCE`."""
    return Source(row[0], row[1], row[2], row[3], row[4], row[5], when(row[6]))


def passage(row: tuple[Any, ...]) -> Passage:
    """A passage, from the columns `PASSAGE`."""
    return Passage(
        id=row[0],
        entry_id=row[1],
        quote=row[2],
        places=_places(row[3]),
        anchor=row[4],
        note=row[5],
        tags=split(row[6]),
        kind=row[7],
        created=when(row[8]),
        state=cast(State, row[9]),
        version=row[10],
    )


def place_text(place: Place) -> str:
    """A place as the column `position` holds it."""
    return json.dumps([place.part, place.index, place.start, place.end])


def split(text: str) -> tuple[str, ...]:
    """The parts of a column that holds several, parted by newlines."""
    return tuple(text.split("\n")) if text else ()
