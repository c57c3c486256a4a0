"""Somebody who has read no manual: five tasks, each in at most eight keys from the start, each key told by the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from reader import newsroom
from reader.newsroom import Newsroom
from tests.builders import Clock
from tests.tui.conftest import Reader, reading, settings

SIZES = [(160, 45), (100, 30), (60, 20), (40, 12)]
MOST = 8


class Newcomer:
    """Presses only what the screen names, and what everybody knows: Enter, Esc, arrows, letters of a word asked for."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.pressed = 0

    async def told(self, key: str, label: str, pilot_key: str = "") -> None:
        """Press a key that stands on the screen with what it does, or on the first two pages of the help."""
        shown = " ".join(self.reader.seen().split())
        if f"{key} {label}" not in shown:
            assert "? help" in shown
            await self.press("question_mark")
            if not self._explained(key):
                await self.press("space")
            assert self._explained(key), f"nothing says “{key} {label}”: {shown[-200:]}"
            await self.press("escape")
        await self.press(pilot_key or key)

    def _explained(self, key: str) -> bool:
        return any(line.split()[:1] == [key] for line in self.reader.seen().splitlines())

    async def press(self, *keys: str) -> None:
        self.pressed += len(keys)
        assert self.pressed <= MOST
        await self.reader.press(*keys)


@pytest.fixture
def samples(tmp_path: Path) -> Newsroom:
    """The program as it is first started."""
    return newsroom.start(settings(tmp_path, samples=True), Clock(), samples=True)


async def settled(reader: Reader) -> Newcomer:
    """The first screen, once its greeting has gone."""
    reader.screen.status.settle()
    await reader.settle()
    return Newcomer(reader)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_five_tasks_by_what_the_screen_says(samples: Newsroom, size: tuple[int, int], tmp_path: Path) -> None:
    async with reading(samples, size) as reader:
        # 1: open a page
        somebody = await settled(reader)
        await somebody.told("Enter", "open", "enter")
        article = reader.screen.reading
        assert article is not None
        # 2: find a word in it
        await reader.press("escape")
        somebody = await settled(reader)
        await somebody.told("Enter", "open", "enter")
        await somebody.told("/", "find")
        await somebody.press(*"door", "enter")
        assert reader.screen.article.hits is not None and len(reader.screen.article.hits.hits)
        # 3: bookmark a sentence with a note
        await reader.press("escape", "escape")
        somebody = await settled(reader)
        await somebody.told("Enter", "open", "enter")
        await somebody.told("a", "note")
        await somebody.press(*"ask", "enter")
        (passage,) = samples.passages()
        assert passage.note == "ask"
        # 4: find it again from the list of passages
        await reader.press("escape")
        somebody = await settled(reader)
        await somebody.told("'", "passages", "apostrophe")
        assert "ask" in reader.seen()
        await somebody.told("Enter", "open", "enter")
        assert reader.screen.pane.id == "article" and reader.screen.article.shows(passage.places[0])
        # 5: export it
        await reader.press("escape")
        somebody = await settled(reader)
        await somebody.told("'", "passages", "apostrophe")
        await somebody.told("w", "export")
        reader.app.screen.query_one(Input).value = str(tmp_path / "notes")
        await somebody.press("enter")
        (note,) = (tmp_path / "notes").iterdir()
        assert "ask" in note.read_text("utf-8")
    samples.close()
