"""The nouns of the program: frozen values that travel between rooms.

Nothing here reads, writes or decides; only the standard library is imported. Offsets are Python string
indexes (code points), ends exclusive. Times are aware datetimes in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

BlockKind = Literal["paragraph", "heading", "quote", "list_item", "image", "table", "code", "rule"]
SpanStyle = Literal["emphasis", "strong", "code", "link"]
Part = Literal["title", "standfirst", "block", "caption", "summary", "note", "byline", "author", "credit", "endnote"]
Reason = Literal[
    "advert", "newsletter", "duplicate caption", "duplicate", "related", "navigation", "share", "comments", "paywall",
    "consent", "author box", "legal", "markup", "furniture",
]  # fmt: skip
State = Literal["same", "moved", "reworded", "gone"]
PassageKind = Literal["yellow", "green", "blue", "red"]
SourceKind = Literal["file", "folder", "feed", "site", "page", "import"]
Came = Literal["new", "changed", "same", "failed", "skipped"]
FigureKind = Literal["date", "time", "money", "percent", "number"]
NameKind = Literal["person", "place", "other"]
Doubt = Literal["nowhere", "numbers", "names", "who", "contrary", "where", "when", "pieces"]


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as they came, before anybody has looked at them."""

    data: bytes
    address: str | None = None
    final_address: str | None = None
    content_type: str | None = None
    fetched: datetime | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block's text that is emphasized or links somewhere."""

    start: int
    end: int
    style: SpanStyle
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of an article's body.

    `text` is what is read and searched. A table's text is its rows as lines of cells parted by tabs, its `caption`
    stands above them; an image's text is empty, its words stand in `caption` and `credit`. `level` is 1 to 6 for a heading and
    the depth (from 1) for a list item.
    """

    kind: BlockKind
    text: str = ""
    level: int | None = None
    author: str | None = None
    caption: str | None = None
    credit: str | None = None
    address: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    spans: tuple[Span, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of the page that the parser left out, and why."""

    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Related:
    """Another story that the page points to, under the page's own label."""

    label: str | None
    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A correction, or who helped to report: said by the publisher, no part of the story."""

    kind: Literal["correction", "credit"]
    text: str


@dataclass(frozen=True, slots=True)
class PublisherSummary:
    """The page's own summary; `text` is None where the page promises one and does not carry it."""

    label: str
    text: str | None = None
    ai: bool | None = None
    reviewed: bool | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, and nothing else that stood on it. Unknown is None or empty, never a guess."""

    title: str
    blocks: tuple[Block, ...] = ()
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    publisher: str | None = None
    section: str | None = None
    url: str | None = None
    language: str | None = None
    publisher_summary: PublisherSummary | None = None
    related: tuple[Related, ...] = ()
    notes: tuple[Note, ...] = ()
    truncated: str | None = None
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in an article.

    `index` is the block's index for the parts "block" and "caption" (the caption of that image or table), the
    point's for "summary", the passage's for "note", the quote's or image's for "author" and "credit", that of
    `Article.notes` for "endnote"; 0 for "title", "standfirst" and "byline" (the names joined by ", ").
    """

    part: Part
    index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a query matches; `variant` is the word found where it is spelled otherwise than asked."""

    place: Place
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence of a summary; `place` is where it stands, or what supports it, in the article; `unknown` are offsets of
    figures and names that the article does not have. Not `checked`, it may stand there even without a place.

    Without a place, `doubt` says why none was found, and `nearest` is the passage that comes nearest, if one does.
    """

    text: str
    place: Place | None = None
    unknown: tuple[tuple[int, int], ...] = ()
    checked: bool = True
    nearest: Place | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What the article says in a few sentences, under a label that tells who says so.

    `remark` is a sentence for the reader: why there are fewer points, or none, or who disclosed what.
    """

    label: str
    origin: Literal["publisher", "chosen", "written"]
    points: tuple[Point, ...] = ()
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a date with all its places; `sentence` is where the first of them stands."""

    text: str
    kind: FigureKind
    places: tuple[Place, ...]
    sentence: Place


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation, marks included, and who speaks as far as the article tells; not `sure` where a pronoun stands for a name."""

    place: Place
    speaker: str | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something that the article names, as it is named most fully, with every place where it stands."""

    text: str
    kind: NameKind
    count: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """What an article holds for a glance: who says what, its figures, its names; each list as long as a sidebar may get."""

    said: tuple[Said, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked piece of an article, and where it stands now.

    `anchor` is what `passages.find` needs to find it again (JSON text); `places` is empty when `state` is "gone".
    """

    id: str
    entry_id: int
    quote: str
    places: tuple[Place, ...]
    anchor: str
    note: str = ""
    tags: tuple[str, ...] = ()
    kind: PassageKind = "yellow"
    created: datetime | None = None
    state: State = "same"
    version: int = 0


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that comes with an entry; `size` in bytes."""

    address: str
    media_type: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where entries come from: a file, a folder, a feed, a site."""

    id: int
    kind: SourceKind
    address: str
    title: str
    folder: str | None = None
    outcome: str | None = None
    checked: datetime | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed says of an article before the article itself is fetched."""

    id: str
    title: str = ""
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    summary: str | None = None
    content: str | None = None
    tags: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the library as a row of the list: light, without its text.

    `read` and `starred` are the times when they were marked so, None while they are not. `words` counts the body's
    words. A `sample` is the name of a page that ships with the program; its id is negative until it is kept.
    """

    id: int
    title: str
    source_id: int = 0
    source: str = ""
    publisher: str | None = None
    byline: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    published: datetime | None = None
    added: datetime | None = None
    read: datetime | None = None
    starred: datetime | None = None
    tags: tuple[str, ...] = ()
    passages: int = 0
    versions: int = 1
    position: Place | None = None
    words: int = 0
    preview: str | None = None
    edited: bool = False
    sample: str | None = None
    by_feed: bool = False

    @property
    def origin(self) -> str:
        """Where it is said to come from: of a feed what the person calls it, else the publisher, else the source."""
        return (self.source if self.by_feed else "") or self.publisher or self.source


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an article as it was fetched; `number` counts from 1."""

    number: int
    fetched: datetime
    words: int


@dataclass(frozen=True, slots=True)
class View:
    """What the list shows and in which order."""

    state: Literal["all", "unread", "starred", "marked", "failed", "edited"] = "all"
    source_id: int | None = None
    folder: str | None = None
    tag: str | None = None
    query: str = ""
    order: Literal["newest", "oldest", "source", "title", "longest", "unread"] = "newest"
    group: Literal["day", "source", "folder", "none"] = "day"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries a view holds."""

    total: int
    unread: int


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a search of the library found, with a snippet and the hits' offsets in it."""

    entry: Entry
    snippet: str
    spans: tuple[tuple[int, int], ...] = ()
    passage: Passage | None = None  # where nothing but that one, its note or its tags match


@dataclass(frozen=True, slots=True)
class Act:
    """Something the person did, as the journal tells it: one line, and the entries it touched."""

    id: int
    kind: str
    label: str
    when: datetime
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one source: of its `entries` the last `changed` were known, of the others rules hide `hidden`. A failure is
    two lines, what happened and what to try; `trouble` is its kind on the way ("network", "gone" …), None for any other."""

    source: str
    came: Came
    entries: tuple[int, ...] = ()
    title: str | None = None
    happened: str | None = None
    advice: str | None = None
    trouble: str | None = None
    changed: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a set line that belong together: `start` and `end` in the line's text.

    Where `place` is given, its characters are exactly these, one to one; without it they were put in by the
    typesetter (a bullet, a hyphen, a label).
    """

    start: int
    end: int
    styles: tuple[str, ...] = ()
    place: Place | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: its text as drawn, what it is, and the place of each piece of it."""

    text: str
    role: str = "paragraph"
    pieces: tuple[Piece, ...] = ()
