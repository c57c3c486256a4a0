"""What stands at an address: an article, a feed, or a site with feeds to choose from. Nothing is kept here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from reader.errors import ReaderError, UnreadableError, UsageError
from reader.model import Article, Page
from reader.text.addresses import public, subscribable
from reader.text.clean import one_line
from reader.text.words import word_count

if TYPE_CHECKING:
    from reader.feeds import Candidate, Feed
    from reader.fetch import Fetcher

Wish = Literal["feed", "article"]

_STORY = 150
"""Words of a page's text from which it is an article rather than a front page."""

_NAMELESS = frozenset(
    ("atom", "bak", "cfg", "conf", "csv", "db", "doc", "docx", "eml", "epub", "gz", "htm", "html", "ini", "jpg",
     "json", "jsonl", "log", "md", "mht", "mhtml", "odt", "opml", "pdf", "png", "py", "rss", "rst", "text", "toml",
     "txt", "urls", "webarchive", "xhtml", "xml", "zip")
)  # fmt: skip
"""Endings of file names that are no top-level domains."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed that stands at an address or belongs to the site there: its name, how much it has, and since when.

    `address` holds no secret, whatever was given; `private` is what is asked for, None where it is the same.
    """

    address: str
    title: str
    entries: int
    latest: datetime | None
    link: str | None
    feed: Feed
    private: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """What was found at an address: one article, or feeds with the likeliest first."""

    address: str
    article: Article | None = None
    page: Page | None = None
    offers: tuple[Offer, ...] = ()


def address_of(source: str) -> str | None:
    """The web address that a person wrote, also without its scheme; None for what is a file's name."""
    found = subscribable(source)
    if found or "://" in source:
        return found or source
    host, slash, _ = source.partition("/")
    name, dot, top = host.rpartition(".")
    plain = host.replace(".", "").replace("-", "").isalnum()
    if (
        not dot
        or not name
        or not plain
        or not top.isalpha()
        or len(top) < 2
        or (top.lower() in _NAMELESS and not slash)
    ):
        return None
    return f"https://{source}"


def arrive(fetcher: Fetcher, address: str, wish: Wish | None = None) -> Arrival:
    """What stands at an address; with a wish that is asked for and nothing else.

    Raises:
        FetchError: it cannot be had.
        UnreadableError: it is no page.
        UsageError: there is neither an article nor a feed.
    """
    from reader import feeds

    known = feeds.feeds_of(address) if wish != "article" else ()
    page = None if known else page_at(fetcher, address)
    if page is not None and feeds.looks_like(page):
        feed = feeds.read(page)
        return Arrival(address, offers=(_offer(address, feed),))
    article = _article_on(page) if page is not None else None
    article = None if wish == "feed" else article
    if article is not None and page is not None and (wish == "article" or _is_story(page, article)):
        return Arrival(address, article, page)
    named = feeds.candidates(page) if page else ()
    offers = list(_offers(fetcher, address, known, named, guess=article is None)) if wish != "article" else []
    stories = [it for it in offers if not feeds.is_of_comments(it.address, it.title)]
    if not offers and article is not None:
        return Arrival(address, article, page)
    if not offers:
        raise UsageError(f"There is {_missing(wish)} at {one_line(public(address))[:100]}.", _ADVICE)
    return Arrival(address, offers=tuple(stories or offers))


_ADVICE = "Look on the site for a link called RSS, Atom or feed."


def _missing(wish: Wish | None) -> str:
    return {"feed": "no feed", "article": "no article"}.get(wish or "", "neither an article nor a feed")


def page_at(fetcher: Fetcher, address: str) -> Page:
    """The page at an address that a person gave. Raises FetchError."""
    from reader.fetch import NoPageError, Request

    page = fetcher.get(Request(address, accept="feed")).page
    if page is None:
        raise NoPageError("broken", "The page did not come.", "Ask for it again later.")
    return page


def _article_on(page: Page) -> Article | None:
    """The article on a page, None where there is none. Raises UnreadableError for what is no page at all."""
    from reader import parser

    try:
        parser.readable(page)
    except UnreadableError as error:
        name = one_line(page.address or "")[:100]
        raise UnreadableError(f"{name}: {error.happened}", error.advice) from error
    found = parser.parse(page)
    return found if found.blocks else None


def _is_story(page: Page, article: Article) -> bool:
    """Whether a page is an article and not the front page of a site or a section."""
    path = urlsplit(page.final_address or page.address or "").path.strip("/")
    if not path or path.lower() in ("index.html", "index.htm", "index.php", "blog", "news"):
        return False
    text = sum(word_count(block.text) for block in article.blocks if block.kind in ("paragraph", "quote", "list_item"))
    return text >= _STORY or bool(text and (article.published or article.byline))


def _offers(
    fetcher: Fetcher, address: str, known: Sequence[str], named: Sequence[Candidate], *, guess: bool
) -> Iterator[Offer]:
    """The feeds of a site: those of the table, those that its page names, else those at the usual places."""
    from reader import feeds

    usual = feeds.guesses(address) if guess or not urlsplit(address).path.strip("/") else ()
    tries = [*known, *(each.address for each in named)], [each.address for each in usual]
    names = {each.address: each.title for each in named}
    for addresses in tries:
        seen: set[object] = set()
        found = list(_tried(fetcher, addresses, urlsplit(address).hostname or ""))
        for where, feed in found:
            same = tuple(item.url or item.title for item in feed.entries[:5]) or where
            if same not in seen:  # the same entries, as RSS and once more as Atom
                seen.add(same)
                yield _offer(where, feed, names.get(where, ""))
        if found:
            return


def _tried(fetcher: Fetcher, addresses: Sequence[str], host: str) -> Iterator[tuple[str, Feed]]:
    """Which of these addresses are feeds, in their order. What a page names may not lead into the person's network."""
    from reader import feeds
    from reader.fetch import Request, fetch_all

    order = {where: index for index, where in enumerate(dict.fromkeys(addresses))}
    requests = [Request(where, by_hand=False, opened=True, trusted=host, accept="feed") for where in order]
    pages = {
        result.request.address: result.answer.page
        for result in fetch_all(fetcher, requests)
        if result.answer and result.answer.page
    }
    for where in sorted(pages, key=order.__getitem__):
        try:
            yield where, feeds.read(pages[where])
        except ReaderError:
            continue


def _offer(where: str, feed: Feed, name: str = "") -> Offer:
    shown = public(where)
    title = feed.title or name or shown
    return Offer(shown, title, len(feed.entries), feed.latest, feed.link, feed, where if shown != where else None)
