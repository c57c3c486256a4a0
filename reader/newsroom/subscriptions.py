"""Subscriptions in and out: OPML, newsboat's urls file and its cache, found by looking; each file comes in as one act."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reader import files
from reader.library import Incoming, Library, Origin, Saved, Standing
from reader.library.body import micros
from reader.library.identities import key_of
from reader.library.journal import Scribe
from reader.model import Source
from reader.newsroom.preparing import article
from reader.text.addresses import public
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.library.newsboat import Kept
    from reader.opml import Subscription, Subscriptions

List = Literal["opml", "urls"]

_PART = 400
"""Articles of newsboat's cache in one transaction."""

_HEAD = 64 * 1024
_URLS = re.compile(rb"[\s\"]*(?:https?|feed|query|exec|filter|file):", re.IGNORECASE)
_SLASHES, _NAME = re.compile(r"[\\/]"), re.compile(r"(?:[^\\/]|\\.)+")
_KEPT = "opml"
"""The fact under which what belongs to no single subscription is kept."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in from a file: subscriptions or articles that are new, those that were known, how many searches were saved,
    what was not taken."""

    what: Literal["feeds", "articles"]
    new: int
    known: int
    read: int = 0
    remarks: tuple[str, ...] = ()
    searches: int = 0


def kind_of(file: Path) -> Literal["opml", "urls", "cache"] | None:
    """What a file holds, by looking; None for what is none of these."""
    from reader import opml
    from reader.library.newsboat import is_cache

    if is_cache(file):
        return "cache"
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except (OSError, ValueError):
        return None
    if opml.looks_like(head):
        return "opml"
    lines = [line for line in head.lstrip(b"\xef\xbb\xbf").splitlines() if line.strip() and not line.startswith(b"#")]
    return "urls" if lines and all(map(_URLS.match, lines[:3])) else None


def is_list(file: Path) -> bool:
    """Whether a file holds subscriptions, or newsboat's articles."""
    return kind_of(file) is not None


def take_in(library: Library, file: Path) -> Taken:
    """Subscribe to what an OPML or a urls file names, as one act. Raises UnreadableError."""
    from reader import opml

    found = opml.read(files.page(file).data)
    known = {it.address for it in library.shelf.sources()}
    wished = [_wished(it) for it in found.feeds]
    counted = Counter(origin.address for origin, _, _ in wished)
    new = [it for it in wished if it[0].address not in known]
    saved = [Saved(name, query) for name, said in found.queries if name and (query := opml.searched(said))]
    before = len(library.searches.all())
    library.sources.add_many(wished, f"Subscribed to {len(counted):,} feeds from {one_line(file.name)}", saved)
    _remember(library, found)
    unsaid = [
        f"the query feed {name} asks what no search here can" for name, said in found.queries if not opml.searched(said)
    ]
    twice = len(wished) - len(counted)
    remarks = (*found.remarks, *unsaid, *((f"{twice} stand there more than once",) if twice else ()))
    fresh = len({origin.address for origin, _, _ in new})
    return Taken("feeds", fresh, len(counted) - fresh, remarks=remarks, searches=len(library.searches.all()) - before)


def _wished(found: Subscription) -> tuple[Origin, str | None, Standing]:
    address, title = public(found.address), found.title
    title = address if title in ("", found.address) else title  # a name that is the address holds its secrets
    folder = "/".join(_SLASHES.sub(r"\\\g<0>", name) for name in found.folder) or None
    standing = Standing(None, None, None, None, link=found.link, tags=found.tags, extras=found.extras)
    origin = Origin("feed", address, title, folder)
    return origin, found.address if found.address != address else None, standing


def _remember(library: Library, found: Subscriptions) -> None:
    """Keep what belongs to no single subscription, for the next time they go out."""
    if found.title or found.namespaces or found.queries:
        before = _remembered(library)
        library.remember(
            _KEPT,
            json.dumps(
                {
                    "title": found.title or before.get("title", ""),
                    "namespaces": dict(before.get("namespaces", {})) | dict(found.namespaces),
                    "queries": dict(before.get("queries", {})) | dict(found.queries),
                }
            ),
        )


def _remembered(library: Library) -> dict[str, dict[str, str]]:
    with suppress(ValueError):
        found = json.loads(library.recall(_KEPT) or "{}")
        if isinstance(found, dict):
            return found
    return {}


def written(library: Library, form: List, *, private: bool = False) -> str:
    """The subscriptions as a file of that form; passwords and tokens only with `private`."""
    from reader import opml

    kept = _remembered(library)
    secrets = library.visits.addresses() if private else {}
    sources = sorted((it for it in library.shelf.sources() if it.kind == "feed"), key=lambda it: it.id)
    found = opml.Subscriptions(
        tuple(_subscription(library, it, secrets.get(it.id, it.address)) for it in sources),
        str(kept.get("title", "")),
        tuple(kept.get("namespaces", {}).items()),
        tuple(kept.get("queries", {}).items()),
    )
    return opml.write(found, private=private) if form == "opml" else opml.write_urls(found, private=private)


def _subscription(library: Library, source: Source, address: str) -> Subscription:
    from reader import opml

    standing = library.sources.standing(source.id)
    folder = tuple(re.sub(r"\\(.)", r"\1", name) for name in _NAME.findall(source.folder or ""))
    title = "" if source.title == source.address else source.title
    return opml.Subscription(address, title, standing.link, folder, standing.tags, standing.extras)


def take_cache(library: Library, file: Path, now: datetime) -> Iterator[Taken]:
    """Take newsboat's articles and what was read of them in, as one act; what has come so far after each part.

    Raises UnreadableError.
    """
    from reader.library.newsboat import articles

    with library.db.writing():
        act_id = library.journal.begin("import", f"Imported {one_line(file.name)}")
    new = known = read = 0
    feeds = articles(file)
    try:
        while part := list(islice(feeds, _PART)):
            with library.db.writing():
                came, turned = _put(library, part, Scribe(library.db, act_id), now)
                new, known, read = new + came, known + len(part) - came, read + turned
                library.journal.relabel(act_id, f"Imported {new:,} articles from {one_line(file.name)}")
            yield Taken("articles", new, known, read)
    finally:
        library.journal.close(act_id)


def _put(library: Library, part: Iterable[Kept], scribe: Scribe, now: datetime) -> tuple[int, int]:
    """Put a part of the cache on the shelf: how many are new, and how many of the others are read by it."""
    from reader.feeds import Feed

    incoming: list[Incoming] = []
    for feed, of_feed in groupby(part, key=lambda it: (it.feed, it.feed_title)):
        address, title = public(feed[0]), feed[1]
        origin, made = Origin("feed", address, title or address), Feed("rss", title)
        for it in of_feed:
            names = (f"{address} {it.item.id}",) if it.item.id else ()
            at = now if it.read else None
            starred = now if it.flags else None
            incoming.append(Incoming(article(it.item, made), origin, now, names, read=at, starred=starred))
    known = library.fed.known(
        [[*map(key_of, it.identities), *map(key_of, filter(None, [it.article.url]))] for it in incoming]
    )
    fresh = [it for it, there in zip(incoming, known, strict=True) if there is None]
    read = [there.entry_id for it, there in zip(incoming, known, strict=True) if there and it.read]
    library.shelf.add_many(fresh, scribe)
    return len(fresh), scribe.update("entries", "read", read, micros(now), only="read IS NULL")
