"""Entries put off, sources muted, searches kept under a name; all of it undone by u."""

from __future__ import annotations

from reader.newsroom import Newsroom
from tests.builders import an_article
from tests.tui.conftest import fill, reading

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
