"""Updates over a real library and a real server: what is new comes in once, failures are outcomes, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader import newsroom
from reader.errors import LibraryError, UsageError
from reader.feeds import Feed
from reader.fetch import Fetcher, Limits, NoPageError
from reader.model import Item, Outcome, Source, View
from reader.newsroom import Newsroom
from reader.newsroom.updating import article, found, state_of, subscribe, update
from reader.settings import Settings
from tests.builders import Clock
from tests.fakes import Server, a_feed

ITEM = "<item><title>{0}</title><link>https://c.example/{1}</link><guid>{1}</guid><description>{2}</description></item>"
STORY = "The council of the old port voted on Tuesday to rebuild the pier, which a storm had broken in the autumn."


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(tmp_path: Path, clock: Clock) -> Iterator[Newsroom]:
    with newsroom.start(replace(Settings(), data_dir=tmp_path / "data"), clock) as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def fetcher(clock: Clock) -> Iterator[Fetcher]:
    with Fetcher(Limits(connect=2, silence=2, total=5), clock) as running:
        yield running


def feed_of(*items: tuple[str, str, str]) -> bytes:
    inside = "".join(ITEM.format(*item) for item in items)
    return f"<rss><channel><title>Courier</title>{inside}</channel></rss>".encode()


def updated(room: Newsroom, fetcher: Fetcher, only: list[int] | None = None) -> list[Outcome]:
    return list(update(room.library, fetcher, room.clock, only))


def feed_entries(room: Newsroom, source: Source) -> int:
    return room.library.shelf.counts(View(source_id=source.id)).total


def test_a_feed_comes_in_once(room: Newsroom, server: Server, fetcher: Fetcher, clock: Clock) -> None:
    address = server.page("/feed", feed_of(("Pier", "1", STORY), ("Light", "2", STORY)), "text/xml", ETag='"1"')
    source = subscribe(room.library, fetcher, address, "Local")
    assert (source.title, source.folder) == ("Courier", "Local")
    (first,) = updated(room, fetcher)
    assert (first.came, len(first.entries)) == ("new", 2)
    assert updated(room, fetcher) == []  # it is not due yet
    clock.now += timedelta(hours=2)
    (second,) = updated(room, fetcher)
    assert (second.came, second.entries) == ("same", ())
    assert server.asked[-1].headers["if-none-match"] == '"1"'
    server.page("/feed", feed_of(("Boat", "3", STORY), ("Pier", "1", STORY)), "text/xml", ETag='"2"')
    (third,) = updated(room, fetcher, [source.id])
    assert (third.came, len(third.entries)) == ("new", 1)
    assert feed_entries(room, source) == 3


def test_an_entry_that_was_changed_is_a_version_of_itself(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    source = subscribe(room.library, fetcher, server.page("/feed", feed_of(("Pier", "1", STORY)), "text/xml"))
    (first,) = updated(room, fetcher)
    server.page("/feed", feed_of(("Pier", "1", f"{STORY} Work begins in spring.")), "text/xml")
    (second,) = updated(room, fetcher, [source.id])
    assert (second.came, second.entries) == ("changed", first.entries)
    assert room.library.shelf.entry(first.entries[0]).versions == 2


def test_one_that_fails_harms_no_other_and_is_asked_less(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    addresses = [server.page(f"/{n}", feed_of(("Pier", f"{n}", STORY)), "text/xml") for n in range(3)]
    sources = [subscribe(room.library, fetcher, address) for address in addresses]
    server.answer("/1", "500 Internal Server Error")
    server.page("/2", b"<html><body>moved to our new site</body></html>")
    outcomes = updated(room, fetcher)
    assert sorted(outcome.came for outcome in outcomes) == ["failed", "failed", "new"]
    assert all(outcome.happened and outcome.advice for outcome in outcomes if outcome.came == "failed")
    assert state_of(room.library, sources[1]).failures == 1
    assert feed_entries(room, sources[0]) == 1


def test_a_feed_that_is_gone_is_not_asked_again(room: Newsroom, server: Server, fetcher: Fetcher, clock: Clock) -> None:
    source = subscribe(room.library, fetcher, server.page("/feed", a_feed(), "text/xml"))
    server.answer("/feed", "410 Gone")
    assert [outcome.came for outcome in updated(room, fetcher)] == ["failed"]
    clock.now += timedelta(days=400)
    assert updated(room, fetcher) == []
    server.page("/feed", a_feed(), "text/xml")
    assert [outcome.came for outcome in updated(room, fetcher, [source.id])] == ["new"]


def test_only_one_update_runs_at_a_time(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    for number in range(2):
        subscribe(room.library, fetcher, server.page(f"/{number}", a_feed(), "text/xml"))
    running = update(room.library, fetcher, room.clock)
    next(running)
    with newsroom.start(room.settings, room.clock) as other, pytest.raises(LibraryError):
        updated(other, fetcher)
    assert len(list(running)) == 1


def test_what_was_stopped_is_skipped_and_still_due(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    source = subscribe(room.library, fetcher, server.page("/feed", a_feed(), "text/xml"))
    fetcher.stop.set()
    assert [outcome.came for outcome in updated(room, fetcher)] == ["skipped"]
    assert state_of(room.library, source).is_due(room.clock())


def test_the_feed_of_a_site_is_found(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    server.page("/comments.xml", a_feed("A comment"), "text/xml")
    feed = server.page("/all.xml", a_feed("A story"), "text/xml")
    site = server.page("/", b"""<link rel=alternate type="application/rss+xml" href="/gone.xml">
        <link rel=alternate type="application/rss+xml" title="Comments" href="/comments.xml">
        <link rel=alternate type="application/rss+xml" title="All" href="/all.xml">""")  # fmt: skip
    assert [where for where, _ in found(fetcher, site)] == [feed, server.url("/comments.xml")]
    assert subscribe(room.library, fetcher, site).address == feed


def test_a_feed_where_feeds_usually_stand_is_found(server: Server, fetcher: Fetcher) -> None:
    feed = server.page("/feed.xml", a_feed(), "text/xml")
    assert [where for where, _ in found(fetcher, server.page("/", b"<html><p>No word of it."))] == [feed]


def test_where_there_is_no_feed_that_is_said(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(UsageError, match="no feed"):
        subscribe(room.library, fetcher, server.page("/", b"<html><p>Nothing."))
    with pytest.raises(NoPageError):
        subscribe(room.library, fetcher, server.url("/none"))


def test_an_article_of_a_feed_says_what_the_feed_says() -> None:
    when = datetime(2026, 3, 14, 12, tzinfo=UTC)
    item = Item("1", "Pier <to> rise", "https://c.example/1", ("jo@c.example (Jo Doe)",), when, None, None,
                f"<p>{STORY}</p><p>{STORY.replace('pier', 'light')}</p>")  # fmt: skip
    made = article(item, Feed("rss", "Courier", language="en"))
    assert (made.title, made.byline, made.publisher, made.url) == (
        "Pier <to> rise", ("Jo Doe",), "Courier", "https://c.example/1",
    )  # fmt: skip
    assert (made.published, made.language) == (when, "en")
    assert [block.text for block in made.blocks] == [STORY, STORY.replace("pier", "light")]


def test_an_entry_of_a_few_words_or_none_is_an_article_too() -> None:
    assert article(Item("1", "Short", summary="Two &amp; <b>three</b>"), Feed("rss")).blocks[0].text.startswith("Two &")
    empty = article(Item("1", url="https://c.example/1"), Feed("rss"))
    assert (empty.title, empty.blocks) == ("https://c.example/1", ())
