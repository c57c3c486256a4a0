"""The files that came with an entry: listed with their sizes, opened by the program of the settings or the browser."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

from reader.feeds import Feed
from reader.formats.values import size_text
from reader.library import Origin
from reader.model import Enclosure, Item
from reader.newsroom import Newsroom
from reader.newsroom.items import shelve
from reader.tui.views.files import FilesScreen, name_of
from tests.tui.conftest import reading

TALK = Enclosure("https://c.example/talks/pier%20talk.mp3?token=secret", "audio/mpeg", 34_500_000)
NOTES = Enclosure("https://c.example/notes.pdf", "application/pdf", 9_300)


def podcast(room: Newsroom, *files: Enclosure) -> None:
    room.library.sources.add(Origin("feed", "https://c.example/feed", "Courier"))
    text = "The council of the old port voted to rebuild the pier. " * 30
    item = Item("1", "Pier talk", "https://c.example/1", summary=text, enclosures=files)
    shelve(room.library, room.library.shelf.sources()[0], Feed("rss", "Courier", entries=(item,)), room.clock())


async def test_files_are_announced_and_listed_with_size_and_kind(room: Newsroom) -> None:
    podcast(room, TALK, NOTES)
    async with reading(room) as reader:
        await reader.press("enter")
        for _ in range(200):  # behind the paint of the article
            if reader.said:
                break
            await asyncio.sleep(0.05)
            await reader.settle()
        assert "2 files came with this entry: gf shows them." in reader.said
        await reader.press("g", "f")
        assert isinstance(reader.app.screen, FilesScreen)
        seen = reader.seen()
        assert "pier talk.mp3" in seen and "34.5 MB · audio/mpeg" in seen and "9 kB · application/pdf" in seen
        assert "secret" not in seen
        await reader.press("q")
        assert reader.app.screen_stack == [reader.screen]


async def test_without_files_it_says_so(room: Newsroom) -> None:
    podcast(room)
    async with reading(room) as reader:
        await reader.press("g", "f")
        assert "No file came with this entry." in reader.seen()


async def test_a_file_is_opened_by_the_program_of_the_settings(room: Newsroom, tmp_path: Path) -> None:
    written = tmp_path / "played"
    code = f"import sys, pathlib; pathlib.Path({str(written)!r}).write_text(sys.argv[1])"
    podcast(room, TALK, NOTES)
    async with reading(room, player=f'"{sys.executable}" -c "{code}"') as reader:
        await reader.press("g", "f", "j", "enter")
        assert "Opening notes.pdf" in reader.said
        end = time.monotonic() + 20
        while not (written.exists() and written.read_text()) and time.monotonic() < end:
            time.sleep(0.02)
        assert written.read_text() == NOTES.address


async def test_without_a_program_the_browser_has_it(room: Newsroom, browsed: list[str]) -> None:
    podcast(room, NOTES)
    async with reading(room) as reader:
        await reader.press("g", "f", "enter", "o")
        assert browsed == [NOTES.address] * 2


async def test_what_is_no_address_on_the_web_is_refused(room: Newsroom) -> None:
    podcast(room, Enclosure("magnet:?xt=urn:btih:abc"))
    async with reading(room, player="true") as reader:
        await reader.press("g", "f", "enter")
        assert "is not a web address" in reader.seen()


def test_a_file_has_a_name_and_a_size_where_it_can_be_told() -> None:
    assert (name_of(TALK), name_of(Enclosure("https://c.example/"))) == ("pier talk.mp3", "c.example")
    assert [size_text(it) for it in (TALK.size, 12, 0, None)] == ["34.5 MB", "1 kB", "", ""]
