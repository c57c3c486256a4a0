"""A new size is painted once, with all that follows from it."""

from __future__ import annotations

from typing import Any

import pytest
from textual._compositor import Compositor

from reader.newsroom import Newsroom
from tests.tui.conftest import fill, reading
from tests.tui.test_finding import PIERS

PAINTS = {"render_full_update": "all", "render_partial_update": "a part"}


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is painted of the screen, one after the other."""
    found: list[str] = []

    def noted(name: str) -> None:
        paint = getattr(Compositor, name)

        def note(*given: Any, **named: Any) -> object:
            found.append(PAINTS[name])
            return paint(*given, **named)

        monkeypatch.setattr(Compositor, name, note)

    for name in PAINTS:
        noted(name)
    return found


@pytest.mark.parametrize("size", [(150, 40), (140, 30), (110, 40), (70, 40), (60, 20)])
async def test_a_new_size_is_painted_once(size: tuple[int, int], room: Newsroom, painted: list[str]) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await reader.press("enter", "j", "j")
        painted.clear()
        await reader.pilot.resize_terminal(*size)
        await reader.settle()
        assert painted.count("all") == 1
        lines = reader.seen().splitlines()
        assert len(lines) == size[1] and max(map(len, lines)) <= size[0]
        assert any("The lamp on pier" in line for line in lines) and "bookmark" in lines[-1]


async def test_sizes_that_follow_one_another_quickly_end_in_the_last(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await reader.press("enter")
        for width in (139, 90, 60, 100, 141, 120):
            await reader.pilot.resize_terminal(width, 40)
        await reader.press("j", "?")
        await reader.pilot.resize_terminal(80, 24)
        await reader.press("escape", "j")
        assert reader.screen.size == (80, 24) and reader.screen.article.size.width == 80 - reader.screen.list.size.width
        assert len(reader.seen().splitlines()) == 24


async def test_a_terminal_of_one_cell_grows_again(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await reader.press("enter")
        await reader.pilot.resize_terminal(1, 1)
        await reader.press("j")
        await reader.pilot.resize_terminal(140, 40)
        await reader.settle()
        assert PIERS.title in reader.seen()
