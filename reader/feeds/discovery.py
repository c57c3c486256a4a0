"""Where a site keeps its feeds: what its pages say, where feeds usually stand, and a table of well-known sites.

Pure: it names addresses, and whoever fetches tries them. What a page says comes first, guesses last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from reader.feeds.sites import feeds_of
from reader.feeds.wording import address, line
from reader.model import Page
from reader.text.addresses import subscribable
from reader.text.charset import decode
from reader.text.clean import clean
from reader.text.xml import Element, elements, joined

__all__ = ["Candidate", "candidates", "feeds_of", "guesses", "is_of_comments"]

READ = 1_000_000
"""Characters of a page that are looked through."""

MOST = 20
"""Feeds of a page that are offered."""

_TYPES = re.compile(r"(?:application|text)/(?:(?:rss|atom|rdf)\+xml|feed\+json|(?:x-)?(?:rss|atom))(?:\s*;.*)?", re.I)
_MAYBE = re.compile(r"(?:application|text)/(?:xml|json)(?:\s*;.*)?", re.I)
_LOOKS = re.compile(
    r"(?:[/._-](?:rss|atom|rdf|feeds?|feed\d?)(?:[/._?-]|$)|[?&](?:feed|format|type)=(?:rss|atom|feed)|"
    r"\.(?:rss|atom|rdf)$)",
    re.I,
)
_SAYS = re.compile(r"\b(?:rss|atom|feeds?|xml feed)\b", re.I)
_COMMENTS = re.compile(r"comment|kommentar|commentaire|comentario|replies", re.I)
_NOT_A_FEED = re.compile(r"oembed|wp-json|\.(?:png|jpe?g|svg|gif|css|js)(?:\?|$)", re.I)
_PATHS = (
    "/feed", "/rss", "/feed.xml", "/atom.xml", "/rss.xml", "/index.xml", "/feed.json", "/feeds/posts/default",
    "/blog/feed", "/blog/feed.xml", "/blog/index.xml", "/news/feed", "/feed/rss", "/rss/index.rss",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that is perhaps a feed, the name that the page gives it, and where it was found."""

    address: str
    title: str = ""
    found: Literal["table", "link", "page", "guess"] = "link"


def candidates(page: Page) -> tuple[Candidate, ...]:
    """The feeds that a page names: by its link elements, then by links in its text; those of comments last."""
    base = page.final_address or page.address or ""
    found = [Candidate(each, found="table") for each in feeds_of(base)]
    text = clean(decode(page.data[: 4 * READ], page.content_type))[:READ]
    there = list(elements(text, _WANTED))[:-1]
    bases = (each.attributes["href"] for each in there if each.name == "base" and "href" in each.attributes)
    base = joined(base, next(bases, ""))
    said = [_candidate(each, base, "link") for each in there if each.name == "link" and _announces(each)]
    linked = [_candidate(each, base, "page") for each in there if each.name == "a" and _leads(each)]
    ranked = sorted([*said, *linked], key=lambda each: (each.found != "link", is_of_comments(each.address, each.title)))
    kept = {each.address: each for each in reversed([*found, *ranked]) if each.address}
    return tuple(reversed(kept.values()))[:MOST]


def is_of_comments(address: str, title: str) -> bool:
    """Whether a feed has what readers wrote below the articles, and not the articles."""
    return bool(_COMMENTS.search(address + title))


_WANTED = frozenset({"link", "a", "base"})


def _announces(link: Element) -> bool:
    """Whether a link element names a feed (HTML Standard, 4.6.7.1: alternate or feed, of a feed's type)."""
    found = link.attributes
    relations = found.get("rel", "").lower().split()
    kind = found.get("type", "").strip()
    where = found.get("href", "")
    if "stylesheet" in relations or _NOT_A_FEED.search(where) or not where.strip():
        return False
    if "feed" in relations:
        return True
    return "alternate" in relations and bool(
        _TYPES.fullmatch(kind) or (_MAYBE.fullmatch(kind) and _LOOKS.search(where))
    )


def _leads(link: Element) -> bool:
    """Whether a link in the page looks like one to a feed."""
    where = link.attributes.get("href", "")
    if not where.strip() or _NOT_A_FEED.search(where):
        return False
    if _TYPES.fullmatch(link.attributes.get("type", "")) or _LOOKS.search(where.partition("#")[0]):
        return True
    return "xml" in where and bool(_SAYS.search(_words(link)))


def _words(link: Element) -> str:
    return line(link.attributes.get("title") or link.text)


def _candidate(element: Element, base: str, found: Literal["link", "page"]) -> Candidate:
    where = element.attributes.get("href", "").strip()
    where = (subscribable(where) if where.lower().startswith("feed:") else address(where, base)) or ""
    title = line(element.attributes.get("title", "")) if found == "link" else _words(element)
    return Candidate(where if where.startswith(("http://", "https://")) else "", title, found)


def guesses(site: str) -> tuple[Candidate, ...]:
    """Where a site's feed usually stands, below the page's own folder first and then below its host."""
    try:
        parts = urlsplit(site)
    except ValueError:
        return ()
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ()
    root = f"{parts.scheme}://{parts.netloc}"
    folder = parts.path.rstrip("/")
    near = [f"{root}{folder}{path}" for path in _PATHS[:3]] if folder and folder.count("/") < 4 else []
    return tuple(Candidate(each, found="guess") for each in dict.fromkeys([*near, *(root + path for path in _PATHS)]))
