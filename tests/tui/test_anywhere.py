"""Every command, asked for by its name where it has nothing to do: it says so or does nothing, and never fails."""

from __future__ import annotations

import pytest
from textual.app import App

from reader.commands import COMMANDS
from reader.newsroom import Newsroom
from tests.tui.conftest import Reader, fill, reading
from tests.tui.test_every_command import left
from tests.tui.test_finding import PIERS

LEAVES = {"quit", "quit-now", "suspend", "palette"}


async def do_all(reader: Reader) -> None:
    """Every command with and without a number, each from the screen as it was."""
    for command in COMMANDS:
        for count in (None, 3):
            if command.id in LEAVES:
                continue
            reader.screen.run_command(command.id, count)
            await reader.settle()
            for _ in range(4):
                if reader.app.screen is reader.screen and reader.screen.prompt.kind is None:
                    break
                await reader.press("escape")


@pytest.fixture(autouse=True)
def _nothing_opens(browsed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    monkeypatch.setattr(App, "suspend", left)


async def test_in_an_empty_library(room: Newsroom) -> None:
    async with reading(room) as reader:
        await do_all(reader)


async def test_with_a_list_that_shows_nothing(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await reader.press("f")
        await reader.type("zebra")
        await reader.press("enter")
        await do_all(reader)


async def test_with_an_entry_and_no_article(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await do_all(reader)


async def test_beside_an_article_that_was_deleted(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await reader.press("enter", "delete")
        await do_all(reader)
