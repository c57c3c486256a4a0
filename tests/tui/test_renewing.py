"""What another process puts into the library: shown without the list jumping, nothing newer undone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from reader import newsroom
from reader.library import Library, Origin
from reader.model import View
from reader.newsroom import Newsroom
from reader.tui.row_sources import ViewRows
from tests.builders import NOON, Clock, an_article
from tests.tui.conftest import COURIER, reading, settings


def came(library: Library, *titles: str, later: int = 0) -> None:
    """Some articles, each a minute older than the one before."""
    for number, title in enumerate(titles):
        when = NOON + timedelta(days=later, minutes=-number)
        library.shelf.add(an_article(title=title, published=when), COURIER, identity=title, fetched=when)


async def test_what_another_process_brings_is_shown_and_the_cursor_stays_on_its_entry(room: Newsroom) -> None:
    came(room.library, "Pier", "Light", "Boat")
    async with reading(room) as reader:
        await reader.press("j")
        with Library.open(room.library.path, clock=room.clock) as other:
            came(other, "Storm", "Rain", later=1)
        reader.screen._look_again()
        await reader.settle()
        assert reader.screen.list.total == 5 and "Storm" in reader.seen()
        entry = reader.screen.list.entry
        assert entry is not None and entry.title == "Light" and reader.screen.list.cursor == 3


@pytest.mark.parametrize(("samples", "looks"), [(False, False), (True, False), (False, True), (True, True)])
async def test_a_list_that_began_empty_stays_at_its_top_until_somebody_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, samples: bool, looks: bool
) -> None:
    monkeypatch.setattr("reader.tui.renewing._EVERY", 0.0)
    with newsroom.start(settings(tmp_path, samples=samples), Clock(), samples=samples) as room:
        async with reading(room, (100, 12)) as reader:
            pane = reader.screen.list
            for title, day in (("Oldest", 0), ("Older", 400), ("Newest", 800)):
                came(room.library, title, *(f"{title} {number}" for number in range(9)), later=day)
                if looks:
                    reader.screen.renewing.look()
                else:
                    reader.screen.reload()
                await reader.settle()
                assert pane.entry is not None and (pane.entry.title, pane.first) == (title, 0)
            await reader.press("j", "k")
            came(room.library, "Still newer", later=1200)
            reader.screen.reload()
            assert pane.entry is not None and pane.entry.title == "Newest"


async def test_the_cursor_may_go_on_while_it_is_looked_up(room: Newsroom) -> None:
    came(room.library, "Pier", "Light", "Boat")
    async with reading(room) as reader:
        came(room.library, "Storm", later=1)
        reader.screen.renewing.look()
        reader.screen.list.go(2)
        await reader.settle()
        entry = reader.screen.list.entry
        assert entry is not None and entry.title == "Boat" and reader.screen.list.total == 4


async def test_what_was_looked_up_before_a_newer_list_was_shown_is_not_shown(room: Newsroom) -> None:
    came(room.library, "Pier", "Light")
    async with reading(room) as reader:
        older = ViewRows(room, reader.screen.view)
        shown = reader.screen.list.rows
        room.library.shelf.mark([it.id for it in room.entries(View(), 0, 9)], read=True)
        reader.screen.reload()
        reader.screen.renewing._show(older, shown, None, 0)
        await reader.settle()
        assert reader.screen.list.entry is not None and reader.screen.list.entry.read


async def test_of_many_changes_in_a_row_the_last_is_shown(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.renewing._EVERY", 0.1)
    came(room.library, "Pier")
    async with reading(room) as reader:
        for number in range(20):
            came(room.library, f"Storm {number}", later=1)
            reader.screen.renewing.look()
        for _ in range(100):
            await reader.pilot.pause(0.05)
            await reader.settle()
            if reader.screen.list.total == 21:
                break
        assert reader.screen.list.total == 21


async def test_many_changes_in_a_row_are_one_look_until_its_time_is_over(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.renewing._EVERY", 600.0)
    came(room.library, "Pier")
    async with reading(room) as reader:
        came(room.library, "Storm", later=1)
        reader.screen.renewing.look()
        await reader.settle()
        for number in range(20):
            came(room.library, f"Storm {number}", later=1)
            reader.screen.renewing.look()
            await reader.settle()
        assert reader.screen.list.total == 2


async def test_what_was_found_stays_while_the_library_grows(room: Newsroom) -> None:
    came(room.library, "Pier", "Light")
    async with reading(room) as reader:
        await reader.press("/", *"pier")
        await reader.press("enter")
        came(room.library, "Pier again", later=1)
        reader.screen.renewing.look()
        await reader.settle()
        assert reader.screen.list.total == 1
        await reader.press("escape")
        reader.screen.renewing.look()
        await reader.settle()
        assert reader.screen.list.total == 3


def test_rows_that_were_fetched_ahead_are_those_of_the_library(room: Newsroom) -> None:
    origin = Origin("folder", "/p", "Papers")
    for number in range(300):
        room.library.shelf.add(an_article(title=f"{number}"), origin, identity=f"{number}", fetched=NOON)
    for around in (0, 40, 150, 299):
        rows = ViewRows(room, View())
        rows.fetch(around)
        for start, count in ((0, 64), (around, 10), (max(0, around - 32), 64), (250, 64), (299, 5), (300, 5)):
            assert list(rows.window(start, count)) == list(room.entries(View(), start, count)), (around, start)


async def test_rows_say_how_old_they_are_by_now_and_at_midnight_there_is_another_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.renewing._EVERY", 0.0)
    clock = Clock()
    with newsroom.start(settings(tmp_path), clock) as room:
        came(room.library, "Pier", "Light")
        async with reading(room) as reader:
            reader.screen.list._clock = clock  # the same as the library's
            assert "Harbor Courier · now" in reader.seen()
            clock.now = NOON + timedelta(minutes=25)
            reader.screen.each_minute()
            assert "Harbor Courier · 25 min ago" in reader.seen() and "Today 2" in reader.seen()
            clock.now = NOON + timedelta(hours=20)
            reader.screen.each_minute()
            await reader.settle()
            assert "Harbor Courier · 20 h ago" in reader.seen() and "Yesterday 2" in reader.seen()


async def test_what_came_while_the_list_was_open_is_no_news_from_the_future(tmp_path: Path) -> None:
    clock = Clock()
    with newsroom.start(settings(tmp_path), clock) as room:
        came(room.library, "Pier")
        async with reading(room) as reader:
            reader.screen.list._clock = clock
            clock.now = NOON + timedelta(days=2, minutes=5)
            came(room.library, "Storm", later=2)
            reader.screen.reload()
            await reader.settle()
            assert "Harbor Courier · 5 min ago" in reader.seen()
