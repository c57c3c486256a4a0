"""What a feed says, onto the shelf: each entry once, whatever feed it comes by and however its address is decorated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import TYPE_CHECKING

from reader import filters
from reader.filters import Subject
from reader.library import Added, Incoming, Library
from reader.model import Article, Block, Came, Item, Source
from reader.newsroom import marking
from reader.text.addresses import canonical
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.feeds import Feed
    from reader.library.fed import Known
    from reader.library.journal import Scribe

_PART = 200
"""Items in one transaction: of a feed with 10,000 nobody's mark waits for more than a part."""

_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Shelved:
    """What came of a feed: the numbers of the entries that are new or changed, all of that in a word, and those whose own
    page is shown and that the feed tells otherwise now, so that the page is to be looked at again."""

    entries: tuple[int, ...]
    came: Came
    behind: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """An item with the names by which it is known. `apart` says that its address is none of them."""

    item: Item
    identities: tuple[str, ...]
    apart: bool

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, as the library will know it."""
        url = None if self.apart else self.item.url
        return (*self.identities, url, canonical(url)) if url else self.identities

    @property
    def digest(self) -> int:
        """A number that changes with whatever the feed says of it."""
        from reader.library.intake import key_of

        item = self.item
        return key_of(repr((item.title, item.url, item.authors, item.published, item.summary, item.content)))


def shelve(library: Library, source: Source, feed: Feed, now: datetime, scribe: Scribe | None = None) -> Shelved:
    """Put what a feed has onto the shelf, in parts of which each is kept; with a scribe as part of its act. What is known
    and was not changed is not even read."""
    named = _named(source, tuple(reversed(feed.entries)))
    pairs = list(zip(named, library.fed.known([each.names for each in named]), strict=True))
    own = [(each, it) for each, it in pairs if it and it.entry_id and it.source_id == source.id]
    behind = [(it.entry_id, each.digest) for each, it in own if it.shown == "page" and it.digest != each.digest]
    # What came from another reader or from a library came with the text that the feed had then.
    first = [(it.entry_id, each.digest) for each, it in own if it.digest is None]
    wanted = [each for each, it in pairs if _is_wanted(each, it, source)]
    new, changed = list[int](), list[int]()
    for start in range(0, len(wanted), _PART):
        for added in _put(library, source, feed, wanted[start : start + _PART], now, scribe):
            if added.came in ("new", "changed"):
                (new if added.came == "new" else changed).append(added.entry_id)
    if behind or first:
        library.fed.keep([*behind, *first])
    came: Came = "new" if new else "changed" if changed else "same"
    return Shelved((*new, *changed), came, tuple(entry_id for entry_id, _ in behind))


def _put(
    library: Library, source: Source, feed: Feed, wanted: Sequence[_Named], now: datetime, scribe: Scribe | None
) -> Sequence[Added]:
    """Read items and put them on the shelf, with their files and what the rules say of them, in one transaction."""
    articles = [article(each.item, feed) for each in wanted]
    incoming = [
        Incoming(made, source, now, each.identities, apart=each.apart)
        for each, made in zip(wanted, articles, strict=True)
    ]
    with library.db.writing():
        added = library.shelf.add_many(incoming, scribe)
        for it in added:
            if it.came == "changed":  # a new version and where its passages stand: both or neither
                marking.follow(library, it.entry_id)
        kept = [(it.entry_id, each) for it, each in zip(added, wanted, strict=True) if it.entry_id]
        library.fed.keep([(entry_id, each.digest) for entry_id, each in kept])
        library.fed.enclose((entry_id, each.item.enclosures) for entry_id, each in kept if each.item.enclosures)
        new = [
            (it.entry_id, made, each.item.tags)
            for it, made, each in zip(added, articles, wanted, strict=True)
            if it.came == "new"
        ]
        _obey_rules(library, source, new, now)
    return added


def _is_wanted(each: _Named, known: Known | None, source: Source) -> bool:
    """Whether an item is to be read: it is new, or its own feed says something else of it than the last time."""
    if known is None:
        return True
    own = known.entry_id != 0 and known.source_id == source.id
    return own and known.shown != "page" and known.digest not in (None, each.digest)


def _named(source: Source, items: Sequence[Item]) -> list[_Named]:
    """The items with their names: an id or an address that several of them have names none."""
    ids = Counter(item.id for item in items)
    addresses = Counter(canonical(item.url) for item in items if item.url)
    found = []
    for item in items:
        own = bool(item.id) and ids[item.id] == 1
        shared = bool(item.url) and addresses[canonical(item.url or "")] > 1
        identity = item.id if own else "" if item.url and not shared else f"{item.title} {item.published}"
        found.append(_Named(item, (f"{source.address} {identity}",) if identity else (), shared))
    return found


def _obey_rules(
    library: Library, source: Source, new: Sequence[tuple[int, Article, tuple[str, ...]]], now: datetime
) -> None:
    """Do what the person's rules say to entries that have just come."""
    rules = library.rules.all().values() if new else ()
    if not rules:
        return
    verdicts = {number: filters.decide(rules, subject(made, source, tags)) for number, made, tags in new}
    library.rules.apply({number: verdict for number, verdict in verdicts.items() if verdict.because}, now)


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


def article(item: Item, feed: Feed) -> Article:
    """What a feed says of an article, as one: its text is the content, else the summary; nothing else is invented."""
    from reader import feeds
    from reader.parser.fragment import read_fragment

    body = item.content or item.summary or ""
    blocks, removed = read_fragment(body, item.url)
    words = "" if blocks else _words(body)
    return Article(
        title=item.title or _words(body)[:80] or item.url or feed.title,
        blocks=blocks or ((Block("paragraph", words),) if words else ()),
        byline=feeds.names(item.authors),
        published=item.published or item.updated,
        updated=item.updated,
        publisher=feed.title or None,
        url=item.url,
        language=item.language or feed.language,
        removed=removed,
    )


def _words(markup: str) -> str:
    """A short text's words without its tags."""
    return one_line(unescape(_TAG.sub(" ", markup[:100_000])))
