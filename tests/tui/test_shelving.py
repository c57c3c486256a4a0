"""Entries put off, sources muted, searches kept under a name; all of it undone by u."""

from __future__ import annotations

from pathlib import Path

from reader import newsroom
from reader.newsroom import Newsroom
from tests.builders import Clock, an_article
from tests.tui.conftest import fill, reading, settings

THREE = tuple(an_article(f"Text about {what}.", title=f"On {what}") for what in ("piers", "lamps", "gates"))


async def test_an_entry_is_put_off_and_brought_back(room: Newsroom) -> None:
    fill(room, *THREE)
    async with reading(room) as reader:
        reader.screen.run_command("snooze")
        await reader.press("enter")
        assert reader.screen.list.total == 2
        await reader.press("u")
        assert reader.screen.list.total == 3


async def test_what_is_no_day_is_said(room: Newsroom) -> None:
    fill(room, *THREE)
    async with reading(room) as reader:
        reader.screen.run_command("snooze")
        await reader.press("ctrl+u")
        await reader.type("x")
        await reader.press("enter")
        assert "is no day" in reader.said and reader.screen.list.total == 3


async def test_a_source_is_muted_for_some_days(room: Newsroom) -> None:
    fill(room, *THREE)
    async with reading(room) as reader:
        reader.screen.run_command("mute", 3)
        await reader.settle()
        assert reader.screen.list.total == 0
        await reader.press("u")
        assert reader.screen.list.total == 3


async def test_a_search_is_kept_and_shown_again(room: Newsroom) -> None:
    fill(room, *THREE)
    async with reading(room) as reader:
        reader.screen.run_command("save-search")
        assert "first" in reader.said
        await reader.press("&")
        await reader.type("lamps")
        await reader.press("enter")
        reader.screen.run_command("save-search")
        await reader.type("light")
        await reader.press("enter", "escape")
        assert reader.screen.list.total == 3
        reader.screen.run_command("saved-search")
        await reader.press("enter")
        assert reader.screen.list.total == 1


async def test_a_sample_has_no_source_to_be_muted(tmp_path: Path) -> None:
    with newsroom.start(settings(tmp_path, samples=True), Clock(), samples=True) as room:
        async with reading(room, samples=True) as reader:
            assert reader.screen.list.total
            reader.screen.run_command("mute")
            assert "This entry has no source." in reader.said


async def test_a_name_under_which_nothing_is_saved_is_named(room: Newsroom) -> None:
    fill(room, *THREE)
    room.searches.save("light", "lamps")
    async with reading(room) as reader:
        reader.screen.run_command("saved-search")
        assert reader.screen.prompt.line.value == "light" and "light" in reader.screen.prompt.told
        reader.screen.prompt.line.value = "dark"
        await reader.press("enter")
        assert "No saved search begins with “dark”." in reader.said and reader.screen.list.total == 3


async def test_an_empty_answer_puts_nothing_aside(room: Newsroom) -> None:
    fill(room, *THREE)
    async with reading(room) as reader:
        for command in ("snooze", "saved-search"):
            room.searches.save("light", "lamps")
            reader.screen.run_command(command)
            reader.screen.prompt.line.value = ""
            await reader.press("enter")
            assert reader.screen.list.total == 3, command


async def test_the_entry_is_put_off_that_was_asked_about(room: Newsroom) -> None:
    fill(room, an_article(title="One"), an_article(title="Two"))
    async with reading(room) as reader:
        await reader.press("g", "u")
        asked = reader.screen.list.entry
        assert asked is not None
        reader.screen.run_command("snooze")
        room.mark([asked.id], read=True)
        reader.screen.reload()
        await reader.press("enter")
        assert [it.id for it in room.library.keeping.snoozed()] == [asked.id]


async def test_what_is_typed_takes_the_place_of_what_is_only_proposed(room: Newsroom) -> None:
    fill(room, *THREE)
    room.searches.save("gates", "gates")
    room.searches.save("lamps", "lamps")
    async with reading(room) as reader:
        reader.screen.run_command("saved-search")
        await reader.settle()
        await reader.type("la")
        await reader.press("enter")
        assert reader.screen.list.total == 1 and reader.screen.view.query == "lamps"
        reader.screen.run_command("snooze")
        await reader.settle()
        await reader.type("3 d")
        await reader.press("enter")
        assert reader.screen.list.total == 0
        await reader.press("S", "e")
        await reader.type("Papers")
        await reader.press("enter", "/")
        await reader.type("courier")
        await reader.press("enter", "/")
        await reader.type("papers")
        await reader.press("enter")
        assert [it.source.title for it in room.web.sources()] == ["Papers"] and "Papers" in reader.seen()
