"""What comes from the web while the screen is open: feeds added and updated, whole articles, and keeping house."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from threading import Event

import pytest

from reader.library import Origin
from reader.model import Outcome, View
from reader.newsroom import Newsroom
from reader.newsroom.beside import Step
from tests.builders import Clock, an_article
from tests.fakes import Server, a_feed
from tests.tui.conftest import fill, reading

PAGE = (
    "<html><head><title>Lamps out</title></head><body><article><h1>Lamps out</h1>"
    + "".join(
        f"<p>Paragraph {number} of the page tells what the feed left out, at some length.</p>" for number in range(9)
    )
    + "</article></body></html>"
).encode()


async def test_a_feed_is_added_by_its_address_and_updated(room: Newsroom) -> None:
    with Server() as server:
        address = server.page("/feed.xml", a_feed("First", "Second", address=server.url()), "application/rss+xml")
        async with reading(room) as reader:
            await reader.press("+")
            await reader.type(address)
            await reader.press("enter")
            assert reader.screen.list.total == 2
            server.page("/feed.xml", a_feed("First", "Second", "Third", address=server.url()), "application/rss+xml")
            before = reader.screen.list.entry
            await reader.press("R")
            assert reader.screen.list.total == 3
            assert reader.screen.list.entry == before
            assert "1 new, 1 feed" in reader.said


async def test_what_a_feed_tells_otherwise_is_not_called_new(room: Newsroom) -> None:
    with Server() as server:
        address = server.page("/feed.xml", a_feed("First", "Second", address=server.url()), "application/rss+xml")
        async with reading(room) as reader:
            await reader.press("+")
            await reader.type(address)
            await reader.press("enter")
            server.page("/feed.xml", a_feed("1st", "2nd", "Third", address=server.url()), "application/rss+xml")
            await reader.press("R")
            assert reader.said == "1 new, 2 changed, 1 feed."


async def test_without_feeds_update_says_how_to_get_one(room: Newsroom) -> None:
    async with reading(room) as reader:
        await reader.press("R")
        assert "+ adds one" in reader.said


async def test_nothing_ticks_on_behind_updates_that_have_ended(room: Newsroom) -> None:
    async with reading(room) as reader:
        for _ in range(3):
            await reader.press("R")
        timers = [it for it in reader.screen._timers if it._callback == reader.screen.updating._tell]
        assert sum(it._task is not None and not it._task.done() for it in timers) <= 1


async def test_without_feeds_what_waits_for_a_network_is_asked_for(room: Newsroom) -> None:
    with Server() as server:
        address = server.page("/lamps", PAGE)
        room.library.visits.put_off(address, address)
        async with reading(room) as reader:
            await reader.press("R")
            assert reader.said == "1 that waited for a network was asked for."
            assert reader.screen.list.total == 1


async def test_an_update_says_at_once_that_it_goes_on_and_how_far_with_the_first_answer(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = Event()

    def steps(*_: object) -> Iterator[Step]:
        yield Step(0, 2)
        came.wait(10)
        yield Step(1, 2, Outcome("a", "new", title="First"))
        came.clear()
        came.wait(10)
        yield Step(2, 2, Outcome("b", "same", title="Second"))

    async with reading(room) as reader:
        monkeypatch.setattr(reader.screen.room.web, "update_beside", steps, raising=False)
        reader.screen.updating.do_update(None)
        assert reader.said == "Asking the feeds… R stops."
        came.set()
        for _ in range(500):
            if "1/2" in reader.said:
                break
            await reader.pilot.pause(0.01)
        assert "1/2" in reader.said
        came.set()
        await reader.settle()
        assert reader.said == "0 new, 2 feeds."


async def test_the_whole_article_is_fetched_by_key_and_takes_the_place_of_the_teaser(room: Newsroom) -> None:
    with Server() as server:
        server.page("/1", PAGE)
        feed = server.page("/feed.xml", a_feed("Lamps out", address=server.url().rstrip("/")), "application/rss+xml")
        list(room.add([feed]))
        async with reading(room) as reader:
            await reader.press("enter", "f")
            assert reader.screen.reading is not None
            assert len(reader.screen.reading.article.blocks) == 9, reader.said
            assert "Paragraph 5 of the page" in reader.seen()


async def test_a_page_that_cannot_be_had_leaves_the_teaser_and_says_why(room: Newsroom) -> None:
    with Server() as server:
        address = server.answer("/gone", "410 Gone")
        fill(room, an_article("Some lamps are out.", title="Lamps out", url=address))
        async with reading(room) as reader:
            await reader.press("enter", "f")
            assert "Some lamps are out." in reader.seen()
            assert reader.said not in ("", "Fetching the whole article…")


async def test_an_entry_without_an_address_cannot_be_fetched(room: Newsroom) -> None:
    fill(room, an_article(title="No address"))
    async with reading(room) as reader:
        await reader.press("f")
        assert "names no page" in reader.said


async def test_the_house_is_kept_while_the_screen_is_open(room: Newsroom) -> None:
    fill(room, an_article(title="Kept"))
    async with reading(room) as reader:
        reader.screen.updating.keep_house()
        await reader.settle()
        assert len(room.library.backup.copies()) == 1


async def test_the_feeds_of_a_site_are_offered_one_after_another(room: Newsroom) -> None:
    with Server() as server:
        server.page("/all.xml", a_feed("A story", "Another", address=server.url()), "text/xml")
        server.page("/local.xml", a_feed("The pier", "The light", "The boat", address=server.url()), "text/xml")
        links = "".join(
            f'<link rel=alternate type="application/rss+xml" title="{name}" href="/{name}.xml">'
            for name in ("all", "local")
        )
        site = server.page("/", f"<html><head><title>Courier</title>{links}</head><body><p>Front.".encode())
        async with reading(room) as reader:
            await reader.press("+")
            await reader.type(site)
            await reader.press("enter")
            assert "Feed 1 of 2" in reader.seen()
            first = reader.screen.prompt.line.value
            await reader.press("down")
            assert "Feed 2 of 2" in reader.seen() and reader.screen.prompt.line.value != first
            await reader.press("up", "enter")
            assert [it.source.address for it in room.web.sources()] == [first]
            assert "a feed with" in reader.said


async def test_asked_again_while_it_runs_an_update_stops_and_what_came_stays(room: Newsroom) -> None:
    with Server() as server:
        address = server.page("/feed.xml", a_feed("First", address=server.url()), "application/rss+xml")
        room.library.sources.add(Origin("feed", address, "Courier"))
        silent = room.library.sources.add(Origin("feed", server.url("/silent"), "Silent"))
        async with reading(room) as reader:
            reader.screen.run_command("update")
            for _ in range(400):
                if room.counts(View()).total:
                    break
                await asyncio.sleep(0.02)
            reader.screen.updating.ask((silent.id,))
            assert reader.said == "Stopping: what has come in stays."
            await reader.settle()
            assert reader.screen.list.total == 1 and "1 new, 2 feeds, 1 not asked." in reader.said


async def test_feeds_that_are_due_are_asked_where_the_settings_wish_it_and_nothing_new_is_not_told(
    room: Newsroom,
) -> None:
    with Server() as server:
        address = server.page("/feed.xml", a_feed("First", address=server.url()), "application/rss+xml")
        room.library.sources.add(Origin("feed", address, "Courier"))
        async with reading(room, updates=False) as reader:
            reader.screen.updating.each_minute()
            await reader.settle()
            assert not server.asked
        async with reading(room, updates=True) as reader:
            reader.screen.updating.each_minute()
            await reader.settle()
            assert reader.screen.list.total == 1 and "1 new, 1 feed." in reader.said
            reader.screen.status.settle()
            source = room.library.shelf.sources()[0]
            room.web.visit_every(source.id, 5)
            assert isinstance(room.clock, Clock)
            room.clock.now += timedelta(minutes=6)
            reader.screen.updating.each_minute()
            await reader.settle()
            assert len(server.asked) > 1 and reader.said == ""
