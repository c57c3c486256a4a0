"""An entry opened for reading, and a source read once without the library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from reader.errors import UnreadableError
from reader.model import Article, Entry, Glance, Passage, Summary
from reader.text.addresses import public
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.feeds import Feed
    from reader.newsroom.offering import Wish


@dataclass(frozen=True, slots=True)
class Reading:
    """What the screen needs to show an article. `summaries` and `glance` are None until somebody has made them.

    `version` is the number of an older version, None where the newest is shown.
    """

    entry: Entry
    article: Article
    passages: tuple[Passage, ...] = ()
    summaries: tuple[Summary, ...] | None = None
    version: int | None = None
    glance: Glance | None = None

    @property
    def shown(self) -> int:
        """The number of the version that is shown."""
        return self.version or self.entry.versions

    def with_summaries(self, summaries: tuple[Summary, ...] | None, glance: Glance | None) -> Reading:
        """The same with these summaries and what stands beside them."""
        return replace(self, summaries=summaries, glance=glance)


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of a list that was looked at instead of an article: of a feed, of subscriptions, of a site's feeds."""

    title: str
    address: str | None = None
    published: datetime | None = None


def read_source(source: str) -> Article:
    """The article of one file, of standard input ("-"), or at an address. Raises UnreadableError, FetchError."""
    found = look_at(source, wish="article")
    if not isinstance(found, Article):
        raise UnreadableError(f"{one_line(source)[:100]} is a list, no article.", "`newsreader read` shows it.")
    return found


def look_at(source: str, wish: Wish | None = None) -> Article | tuple[Heading, ...]:
    """What a source has, without the library: an article, or the headings of a feed, of an OPML file or of a site.

    Raises UnreadableError, FetchError, UsageError.
    """
    from reader import feeds, files, opml
    from reader.newsroom.adding import read
    from reader.newsroom.offering import address_of, arrive

    address = None if source == "-" or files.is_there(files.path_of(source)) else address_of(source)
    if address is None:
        page = next(files.pages(source))
        if feeds.looks_like(page):
            return _headings(feeds.read(page))
        if opml.looks_like(page.data):
            return tuple(
                Heading(it.title or public(it.address), public(it.address)) for it in opml.read(page.data).feeds
            )
        return read(page)
    from reader.fetch import Fetcher

    with Fetcher() as fetcher:
        found = arrive(fetcher, address, wish)
    if found.article is not None:
        return found.article
    if len(found.offers) == 1:
        return _headings(found.offers[0].feed)
    return tuple(Heading(it.title, it.address, it.latest) for it in found.offers)


def _headings(feed: Feed) -> tuple[Heading, ...]:
    return tuple(Heading(it.title or it.url or "", it.url, it.published or it.updated) for it in feed.entries)
