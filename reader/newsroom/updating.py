"""What is new in the feeds: asked for politely, read, parsed, put on the shelf; an outcome for each source.

Only one update runs at a time, whoever began it. What a source said is kept before the next one is looked at, so that
stopping loses nothing that came.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from html import escape, unescape
from typing import TYPE_CHECKING

from reader.errors import ReaderError, UsageError
from reader.library import Incoming, Library, Origin
from reader.model import Article, Block, Came, Item, Outcome, Page, Source
from reader.newsroom import marking
from reader.text.clean import one_line

_TAG = re.compile(r"<[^<>]*>")

if TYPE_CHECKING:
    from reader.feeds import Candidate, Feed
    from reader.fetch import Fetcher, Result, State


def update(
    library: Library, fetcher: Fetcher, clock: Callable[[], datetime], only: Iterable[int] | None = None
) -> Iterator[Outcome]:
    """Ask the feeds that are due, or `only` those by number whether due or not; an outcome for each, as they come.

    Raises LibraryError when another update is running. `fetcher.stop` ends it: what is under way is then skipped.
    """
    from reader.fetch import fetch_all

    wished = None if only is None else set(only)
    sources = [
        source
        for source in library.shelf.sources()
        if source.kind == "feed"
        and (source.id in wished if wished is not None else state_of(library, source).is_due(clock()))
    ]
    states = {source.id: state_of(library, source) for source in sources}
    requests = [states[source.id].request(source.address) for source in sources]
    asked = {id(request): source for request, source in zip(requests, sources, strict=True)}  # two may ask the same
    with library.instance.alone("update"):
        for result in fetch_all(fetcher, requests):
            source = asked[id(result.request)]
            yield _outcome(library, source, states[source.id], result, clock())


def subscribe(library: Library, fetcher: Fetcher, address: str, folder: str | None = None) -> Source:
    """Take a feed into the library by its own address or by that of its site; the best feed of several is taken.

    Raises:
        FetchError: neither the address nor any feed that it names could be had.
        UsageError: there is no feed there.
    """
    best = next(found(fetcher, address), None)
    if best is None:
        raise UsageError(
            f"There is no feed at {one_line(address)[:100]}.", "Look on the site for a link called RSS, Atom or feed."
        )
    where, feed = best
    library.sources.add(Origin("feed", where, feed.title or where, folder))
    return next(source for source in library.shelf.sources() if source.address == where)


def found(fetcher: Fetcher, address: str) -> Iterator[tuple[str, Feed]]:
    """The feeds of an address with where they stand, the best first: its own, those its page names, then guesses.

    Raises FetchError when the address itself cannot be had.
    """
    from reader import feeds

    known = feeds.feeds_of(address)
    page = None if known else _page(fetcher, address)
    if page is not None and feeds.looks_like(page):
        yield page.address or address, feeds.read(page)
        return
    named: tuple[Candidate, ...] = feeds.candidates(page) if page else ()
    for tries in ([*known, *(each.address for each in named)], [each.address for each in feeds.guesses(address)]):
        any_there = False
        for where in dict.fromkeys(tries):
            try:
                feed = feeds.read(_page(fetcher, where))
            except ReaderError:
                continue
            any_there = True
            yield where, feed
        if any_there:
            return


def state_of(library: Library, source: Source) -> State:
    """What is remembered of a source between two visits."""
    from reader.fetch import State

    return State.read(library.recall(_fact(source)) or "")


def _fact(source: Source) -> str:
    return f"visits of source {source.id}"


def _page(fetcher: Fetcher, address: str) -> Page:
    from reader.fetch import NoPageError, Request

    page = fetcher.get(Request(address, accept="feed")).page
    if page is None:
        raise NoPageError("broken", "The page did not come.", "Ask for it again later.")
    return page


def _outcome(library: Library, source: Source, state: State, result: Result, now: datetime) -> Outcome:
    """What came of one source; its state and its entries are kept."""
    from reader import feeds

    title = one_line(source.title)
    if result.failure:
        library.remember(_fact(source), state.after_failure(result.failure, now).text())
        stopped = result.failure.trouble == "stopped"
        return Outcome(
            title, "skipped" if stopped else "failed", happened=result.failure.happened, advice=result.failure.advice
        )
    answer = result.answer
    if answer is None or answer.page is None:
        if answer is not None:
            library.remember(_fact(source), state.after(answer, now).text())
        return Outcome(title, "same")
    try:
        feed = feeds.read(answer.page)
    except ReaderError as error:
        library.remember(_fact(source), replace(state.after(answer, now), etag=None, modified=None).text())
        return Outcome(title, "failed", happened=f"{title}: {error.happened}", advice=error.advice)
    entries, came = _shelve(library, source, feed, now)
    library.remember(_fact(source), state.after(answer, now, feed.every).text())
    return Outcome(title, came, entries, feed.title or None, " ".join(feed.remarks) or None)


def _shelve(library: Library, source: Source, feed: Feed, now: datetime) -> tuple[tuple[int, ...], Came]:
    """Put a feed's entries on the shelf in one go: (those that are new or changed, what came in a word)."""
    incoming = [
        Incoming(article(item, feed), source, now, (f"{source.address} {item.id}",) if item.id else ())
        for item in reversed(feed.entries)
    ]
    added = library.shelf.add_many(incoming)
    for each in added:
        if each.came == "changed":
            marking.follow(library, each.entry_id)
    came = {each.came for each in added}
    word: Came = "new" if "new" in came else "changed" if "changed" in came else "same"
    return tuple(each.entry_id for each in added if each.came in ("new", "changed")), word


def article(item: Item, feed: Feed) -> Article:
    """What a feed says of an article, as one: its text is the content, else the summary; nothing else is invented."""
    from reader import feeds, parser

    body = item.content or item.summary or ""
    title = item.title or _words(body)[:80] or item.url or feed.title
    html = f"<html><body><article><h1>{escape(title)}</h1>{body}</article></body></html>"
    parsed = parser.parse(Page(html.encode(), item.url, content_type="text/html; charset=utf-8"))
    words = _words(body)
    blocks = parsed.blocks or ((Block("paragraph", words),) if words else ())
    return replace(
        parsed,
        title=title,
        blocks=blocks,
        byline=feeds.names(item.authors),
        published=item.published or item.updated,
        updated=item.updated,
        publisher=feed.title or None,
        url=item.url,
        language=item.language or feed.language,
    )


def _words(markup: str) -> str:
    """A short text's words without its tags."""
    return one_line(unescape(_TAG.sub(" ", markup[:100_000])))
