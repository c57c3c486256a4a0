"""Whole articles: the page of an entry fetched, its further pages joined, and the better of page and feed kept.

Fetched when somebody opens an entry, or ahead for sources whose feeds carry only teasers. What could not be had is
said at the entry, which keeps the feed's text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from reader.errors import LibraryError, ReaderError
from reader.library import Library
from reader.library.instances import BusyError
from reader.model import Article, Block, Entry, Outcome, Page, Source
from reader.newsroom.fuller import TEASER, choose, show, words
from reader.newsroom.updating import OFFLINE

if TYPE_CHECKING:
    from reader.fetch import Fetcher, NoPageError, Request

MOST_PAGES = 10
"""Pages of one article that are joined."""

AHEAD_WORK = "whole articles"
"""The name of the work that only one instance may do at a time."""

AHEAD = 20
"""Entries of a source whose pages are fetched ahead in one update, the newest unread ones."""

TRIED = 3
"""So many pages show whether a source's pages have more than its feed."""

_PASSING = (*OFFLINE, "server", "busy", "stopped")
"""Troubles that pass, of a page or of its site's robots.txt: what they hit is asked for again with the next update."""

_TRIED_FOR = timedelta(days=1)
"""So long after it came an entry's page is tried again: with an update an hour 24 times at a site that is away for good."""


@dataclass(frozen=True, slots=True)
class Full:
    """What came of a whole article. `shown` tells whose text is shown now, `said` why in a sentence for the reader;
    `pages` were joined. `waits` says that there was no network and that it is fetched with the next update."""

    entry_id: int
    shown: Literal["page", "feed"]
    said: str
    pages: int = 1
    changed: bool = False
    waits: bool = False


def full(library: Library, fetcher: Fetcher, entry_id: int, clock: Callable[[], datetime]) -> Full:
    """The whole article of an entry that somebody has opened; a failure is an answer too. Raises LibraryError."""
    from reader.fetch import NoPageError

    entry = library.shelf.entry(entry_id)
    request = request_of(library, entry, opened=True)
    if request is None:
        return Full(entry_id, "feed", "It came without the address of a page of its own.")
    try:
        return settle(library, entry, _pages(fetcher, request, fetcher.get(request).page), clock())
    except NoPageError as failure:
        return missed(library, entry_id, failure)


def is_wanted(library: Library, entry_id: int) -> bool:
    """Whether opening an entry is to fetch its page: it came by a feed with a short text, and its page was neither
    fetched nor failed to come. What a person set for the source decides first."""
    entry = library.shelf.entry(entry_id)
    if not entry.source_id or not entry.url or library.sources.one(entry.source_id).kind != "feed":
        return False
    if library.fed.shown(entry_id) or library.fed.failure(entry_id):
        return False
    wish = library.sources.standing(entry.source_id).full
    return wish == "always" or (wish is None and entry.words <= TEASER)


def request_of(library: Library, entry: Entry, *, opened: bool) -> Request | None:
    """What to ask for an entry's page; None where it has none on the web."""
    from reader.fetch import Request

    if not entry.url or not entry.url.startswith(("http://", "https://")):
        return None
    host = urlsplit(library.sources.one(entry.source_id).address).hostname if entry.source_id else None
    return Request(entry.url, by_hand=False, opened=opened, trusted=host or "")


def missed(library: Library, entry_id: int, failure: NoPageError) -> Full:
    """The entry keeps the feed's text with the reason; without a network the wish waits."""
    if failure.trouble == "stopped":
        return Full(entry_id, library.fed.shown(entry_id) or "feed", failure.happened)
    waits = failure.trouble in OFFLINE
    library.shelf.keep_failure(entry_id, failure.happened)
    if waits:
        library.visits.ask("full", str(entry_id))
    else:
        library.visits.answered("full", str(entry_id))
    said = f"The whole article did not come: {failure.happened}"
    return Full(entry_id, library.fed.shown(entry_id) or "feed", said, waits=waits)


def settle(library: Library, entry: Entry, pages: Sequence[Page], now: datetime) -> Full:
    """Choose between what the pages say and what is there, and keep the better."""
    found = joined(pages)
    library.visits.answered("full", str(entry.id))
    if found is None:
        why = "There is no article on its page."
        library.shelf.keep_failure(entry.id, why)
        return Full(entry.id, library.fed.shown(entry.id) or "feed", why)
    shown_before = library.fed.shown(entry.id)
    old = library.shelf.article(entry.id, 1 if shown_before == "page" else None)
    shown, said = choose(old, found)
    if shown == "feed" and shown_before == "page":  # what was fetched once is kept
        return Full(
            entry.id, "page", f"What its page had before is shown: now it has {words(found):,} words.", len(pages)
        )
    if shown == "feed":
        library.fed.show(entry.id, "feed", edited=entry.edited)
        return Full(entry.id, "feed", said, len(pages))
    changed = show(library, entry, old, found, now)
    return Full(entry.id, "page", said, len(pages), changed)


def joined(pages: Sequence[Page]) -> Article | None:
    """The article on several pages, what each repeats of the first left out; None where there is none."""
    from reader import parser

    first: Article | None = None
    blocks: list[Block] = []
    seen: set[Block] = set()
    for page in pages:
        try:
            parser.readable(page)
        except ReaderError:
            break
        found = parser.parse(page)
        first = first or found
        blocks += [it for it in found.blocks if it.kind == "rule" or it not in seen]
        seen.update(found.blocks)
    return replace(first, blocks=tuple(blocks)) if first is not None and blocks else None


def _pages(fetcher: Fetcher, request: Request, first: Page | None) -> list[Page]:
    """The page and those on which its article goes on; one that does not come ends it."""
    from reader.fetch import NoPageError
    from reader.parser.paging import next_page

    found = [first] if first else []
    while found and len(found) < MOST_PAGES:
        there = next_page(found[-1], found[0].final_address or request.address, len(found) + 1)
        if there is None:
            break
        try:
            more = fetcher.get(replace(request, address=there)).page
        except NoPageError:
            break
        if more is None or more.data == found[-1].data:
            break
        found.append(more)
    return found


def ahead(library: Library, fetcher: Fetcher, clock: Callable[[], datetime]) -> Iterator[Outcome]:
    """Fetch what waits, and the newest unread articles of sources whose feeds carry only teasers; an outcome for each.
    Nothing where another instance is at it."""
    with suppress(BusyError), library.instance.alone(AHEAD_WORK):
        reached, unreached = False, dict[int, str]()
        for outcome in _ahead(library, fetcher, clock):
            unreached |= dict.fromkeys(outcome.entries if outcome.trouble in OFFLINE else (), outcome.happened or "")
            reached = reached or outcome.trouble not in (*OFFLINE, "stopped")
            yield outcome
        for entry_id, why in unreached.items() if reached else ():  # there is a network: these are away
            library.visits.answered("full", str(entry_id))
            with suppress(LibraryError):  # it was erased since
                if not _is_young(library.shelf.entry(entry_id), clock()):
                    library.shelf.keep_failure(entry_id, why)


def _ahead(library: Library, fetcher: Fetcher, clock: Callable[[], datetime]) -> Iterator[Outcome]:
    from reader.fetch import fetch_all

    entries = {entry.id: entry for entry in _asked_for(library)}
    asked = set(entries)
    for source in library.shelf.sources():
        if source.kind == "feed":
            entries |= {number: library.shelf.entry(number) for number in _wanted(library, source)}
    requests = {
        id(request): (entry, request)
        for entry in entries.values()
        if (request := request_of(library, entry, opened=entry.id in asked))
    }
    for result in fetch_all(fetcher, [request for _, request in requests.values()]):
        entry, request = requests[id(result.request)]
        if result.failure is not None:
            trouble = result.failure.trouble
            if entry.id in asked:
                missed(library, entry.id, result.failure)
            elif trouble not in _PASSING or (trouble not in OFFLINE and not _is_young(entry, clock())):
                library.shelf.keep_failure(entry.id, result.failure.happened)
            yield Outcome(
                entry.title,
                "skipped" if trouble == "stopped" else "failed",
                (entry.id,),
                entry.title,
                result.failure.happened,
                result.failure.advice,
                trouble,
            )
        elif result.answer is not None:
            came = settle(library, entry, _pages(fetcher, request, result.answer.page), clock())
            yield Outcome(entry.title, "changed" if came.changed else "same", (entry.id,), entry.title, came.said)


def _is_young(entry: Entry, now: datetime) -> bool:
    """Whether the page of an entry that nobody has asked for is worth another try."""
    return entry.added is not None and now - entry.added < _TRIED_FOR


def _asked_for(library: Library) -> Iterator[Entry]:
    """The entries whose pages somebody asked for while there was no network."""
    for wish in library.visits.waiting("full"):
        try:
            yield library.shelf.entry(int(wish.target))
        except (LibraryError, ValueError):  # it was erased since
            library.visits.answered("full", wish.target)


def _wanted(library: Library, source: Source) -> list[int]:
    """The entries of a source whose pages are to be fetched ahead."""
    wish = library.sources.standing(source.id).full
    if wish == "never":
        return []
    if wish == "always":
        return library.fed.teasers(source.id, AHEAD)
    lengths = sorted(library.fed.lengths(source.id, 10))
    if not lengths or lengths[len(lengths) // 2] > TEASER:
        return []
    chosen = library.fed.chosen(source.id, 10)
    if len(chosen) < TRIED:
        return library.fed.teasers(source.id, TRIED)
    return library.fed.teasers(source.id, AHEAD) if chosen.count("page") * 2 > len(chosen) else []
