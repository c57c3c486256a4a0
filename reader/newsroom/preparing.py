"""Feeds read and what is wanted of them made ready for the shelf: by a `Desk`, which needs no library, so that it can
stand in another process.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from reader import filters
from reader.errors import ReaderError
from reader.filters import Rule, Subject, Verdict
from reader.library.body import unpack
from reader.library.identities import key_of
from reader.library.packing import Packed, Packer
from reader.model import Article, Enclosure, Item, Page, Source
from reader.text.addresses import canonical

if TYPE_CHECKING:
    from reader.apart import Channel
    from reader.feeds import Feed

_LONGEST_NAME = 80


class Named(NamedTuple):
    """An item by what tells it from others: all its names, as the library keys them; what the feed says of it, as a
    digest, and how long its text is. `apart` says that its address is no name of it."""

    identities: tuple[str, ...]
    keys: tuple[int, ...]
    digest: int
    apart: bool
    size: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a feed says but for its texts; its items from the oldest on."""

    title: str
    every: int | None
    remarks: tuple[str, ...]
    named: tuple[Named, ...]


class Made(NamedTuple):
    """An item ready for the shelf, with the files that come with it and what the rules say."""

    packed: Packed
    enclosures: tuple[Enclosure, ...]
    verdict: Verdict | None


class Desk:
    """Reads a feed, then makes of its items what somebody wants of them."""

    def __init__(self) -> None:
        self._feed: Feed | None = None
        self._items: tuple[Item, ...] = ()

    def read(self, page: Page, address: str) -> Told:
        """What a page says as the feed of a source at an address. Raises UnreadableError."""
        from reader import feeds

        return self.take(feeds.read(page), address)

    def take(self, feed: Feed, address: str) -> Told:
        """What a feed says that was read already."""
        self._feed, self._items = feed, tuple(reversed(feed.entries))
        return Told(feed.title, feed.every, feed.remarks, tuple(_named(self._items, address)))

    def make(
        self, wanted: Sequence[int], source: Source, rules: Sequence[Rule], rough: bool = False
    ) -> tuple[Made, ...]:
        """The items with these positions, ready for the shelf; `rough` leaves their texts to be read later."""
        assert self._feed is not None
        if rough and not rules:
            return tuple(_rough(self._items[position], self._feed) for position in wanted)
        return tuple(_made(self._items[position], self._feed, source, rules) for position in wanted)

    def finish(self, texts: Sequence[bytes]) -> tuple[Packed, ...]:
        """Texts that were left to be read later."""
        return tuple(Packer().pack(unpack(text)) for text in texts)

    def end(self) -> None:
        """Nothing more is wanted."""
        self._feed, self._items = None, ()


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be read, as it is told between processes: a page that is no feed, a text that is damaged."""

    happened: str
    advice: str


def main(channel: Channel) -> None:
    """Be a desk for another process."""
    gc.disable()  # nothing here goes in circles
    desk = Desk()
    work: dict[str, Callable[..., object]] = {"read": desk.read, "make": desk.make, "finish": desk.finish}
    for name, *values in channel.heard():
        try:
            channel.tell(work[name](*values))
        except ReaderError as error:
            channel.tell(Refused(error.happened, error.advice))


def _made(item: Item, feed: Feed, source: Source, rules: Sequence[Rule]) -> Made:
    found = article(item, feed)
    verdict = filters.decide(rules, subject(found, source, item.tags)) if rules else None
    # A packer for each: one that remembers would not say a name again that came with an item which is then not taken.
    return Made(Packer().pack(found), item.enclosures, verdict if verdict and verdict.because else None)


def _rough(item: Item, feed: Feed) -> Made:
    return Made(Packer.rough(_head(item, feed), _text(item)), item.enclosures, None)


def _named(items: Sequence[Item], address: str) -> list[Named]:
    """The items with their names: an id or an address that several of them have names none."""
    ids = Counter(item.id for item in items)
    plain = [canonical(item.url) if item.url else "" for item in items]
    addresses = Counter(plain)
    found = []
    for item, bare in zip(items, plain, strict=True):
        own = bool(item.id) and ids[item.id] == 1
        shared = bool(item.url) and addresses[bare] > 1
        identity = item.id if own else "" if item.url and not shared else f"{item.title} {item.published}"
        identities = (f"{address} {identity}",) if identity else ()
        names = identities if shared or not item.url else (*identities, item.url, bare)
        said = repr((item.title, item.url, item.authors, item.published, item.summary, item.content))
        found.append(Named(identities, tuple(map(key_of, names)), key_of(said), shared, len(_text(item))))
    return found


def article(item: Item, feed: Feed) -> Article:
    """What a feed says of an article, as one: its text is the content, else the summary; nothing else is invented."""
    from reader.parser.fragment import read_text

    blocks, removed = read_text(_text(item), item.url)
    return replace(_head(item, feed), blocks=blocks, removed=removed)


def _text(item: Item) -> str:
    return item.content or item.summary or ""


def _head(item: Item, feed: Feed) -> Article:
    """What a feed says of an article but for its text."""
    from reader import feeds

    return Article(
        title=item.title or _beginning(_text(item)) or item.url or feed.title,
        byline=feeds.names(item.authors),
        published=item.published or item.updated,
        updated=item.updated,
        publisher=feed.title or None,
        url=item.url,
        language=item.language or feed.language,
    )


def _beginning(text: str) -> str:
    """What an article without a title is called."""
    from reader.parser.fragment import plain_words

    return plain_words(text)[:_LONGEST_NAME]


def subject(article: Article, source: Source, tags: tuple[str, ...]) -> Subject:
    """An article as a rule looks at it."""
    text = "\n".join(filter(None, (article.standfirst, *(block.text or block.caption for block in article.blocks))))
    return Subject(
        article.title,
        text,
        source.title,
        source.address,
        source.folder or "",
        article.byline,
        article.language or "",
        tags,
    )
