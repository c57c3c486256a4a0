"""A screen over a real library in a temporary folder, driven by keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from reader import newsroom
from reader.library import Origin
from reader.model import Article
from reader.newsroom import Newsroom
from reader.settings import Settings
from reader.tui.app import NewsReader
from reader.tui.screen import ReadingScreen
from tests.builders import NOON, Clock

_CHARACTERS = {"space": " ", "slash": "/", "apostrophe": "'", "question_mark": "?"}
"""What the keys put into a line that tests call by name."""

COURIER = Origin("folder", "/press/courier", "Harbor Courier")


class Reader:
    """A person at the screen: presses keys, and looks."""

    def __init__(self, app: NewsReader, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReadingScreen:
        """The reading screen."""
        return self.app.reading_screen

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all that they set going is done."""
        for key in keys:
            self.app.post_message(_key(key))
            await self.pilot._wait_for_screen()  # `Pilot.press` waits three times for the processor to be idle besides
            worked = False
            while self.screen.jobs.busy:
                worked = True
                await asyncio.sleep(0.002)
            if worked:
                await self.pilot._wait_for_screen()  # what was done is shown before the next key asks for it
        await self.settle()

    async def press_at_once(self, *keys: str) -> None:
        """Press keys so quickly that all have come before the first is done, and wait until all is."""
        for key in keys:
            self.app.post_message(_key(key))
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text into the prompt."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def settle(self) -> None:
        """Wait until nothing is being worked on and everything is painted."""
        for _ in range(2_000):
            await self.pilot.pause()
            if self.still:
                await asyncio.sleep(0)
                if self.still:
                    break
            await asyncio.sleep(0.005)
        await self.pilot.pause()

    @property
    def still(self) -> bool:
        """Whether nothing is being worked on, no message waits and what is shown has the terminal's size: the pilot's pause
        ends early on a busy machine."""
        if self.app.screen.size != self.app.size:
            return False
        pumps = (self.app, *(it for screen in self.app.screen_stack for it in (screen, *screen.walk_children())))
        return not (self.screen.jobs.busy or self.app._typed or any(it.message_queue_size for it in pumps))

    def seen(self) -> str:
        """What stands on the screen that is shown, a line a line."""
        width, height = self.app.size
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips[:height])[: width * height * 4]

    @property
    def said(self) -> str:
        """What the footer says."""
        status = getattr(self.app.screen, "status", self.screen.status)
        return str(status.text)


def _key(name: str) -> Key:
    """The event of a key, by its character or its name in Textual."""
    return Key(_character_to_key(name), name) if len(name) == 1 else Key(name, _CHARACTERS.get(name))


@pytest.fixture(autouse=True)
def _attentive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot looks each 20 ms whether all is done, three times a key; a key takes 5."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.004)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 0.0004)


@pytest.fixture
def browsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser was given, one after the other; it is none of this machine's."""
    found: list[str] = []

    def browser(address: str) -> bool:
        found.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", browser)
    return found


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom over an empty library that shows no samples."""
    with newsroom.start(settings(tmp_path), Clock()) as started:
        yield started


def settings(folder: Path, **wishes: object) -> Settings:
    """Settings whose files all lie in a folder."""
    wished: dict[str, object] = {"samples": False, "read_after": 3600.0} | wishes
    return Settings(
        data_dir=folder,
        state_dir=folder,
        config_file=folder / "config.toml",
        **wished,  # type: ignore[arg-type]
    )


def fill(room: Newsroom, *articles: Article) -> None:
    """Put articles on the shelf."""
    for number, article in enumerate(articles):
        room.library.shelf.add(article, COURIER, identity=f"page {number}", fetched=NOON)


@asynccontextmanager
async def reading(
    room: Newsroom, size: tuple[int, int] = (140, 40), sources: tuple[str, ...] = (), **wishes: object
) -> AsyncIterator[Reader]:
    """The screen over a newsroom."""
    wished = settings(room.settings.data_dir, **wishes)
    app = NewsReader(room, wished, clock=Clock(), sources=sources)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        yield reader
