"""A search of the library that finds much: counted to the end, gone through to the end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from time import sleep
from typing import Any

import pytest

from reader.model import Found
from reader.newsroom import Newsroom
from reader.newsroom.results import SearchResults
from tests.builders import NOON, an_article
from tests.tui.conftest import COURIER, Reader, reading


def shelve(room: Newsroom, count: int) -> None:
    """So many articles about a pier, and as many between them about none."""
    for number in range(count):
        for what in ("pier", "crane"):
            article = an_article(
                f"The {what} was painted.", title=f"A {what}, {number}", published=NOON - timedelta(hours=number)
            )
            room.library.shelf.add(article, COURIER, identity=article.title, fetched=NOON)


async def search(reader: Reader, words: str) -> None:
    await reader.press("/")
    await reader.type(words)


def title(reader: Reader) -> str:
    """What stands above the list."""
    return reader.seen().split("\n", maxsplit=1)[0][: reader.screen.list.size.width].rstrip()


async def until(reader: Reader, holds: Callable[[], bool]) -> None:
    """Wait for what comes by itself a moment after the last key."""
    for _ in range(400):
        if holds():
            break
        await asyncio.sleep(0.01)
    await reader.settle()
    assert holds()


async def test_all_that_was_found_is_counted_shown_and_marked(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.searching.FIRST", 5)
    shelve(room, 90)
    async with reading(room) as reader:
        await search(reader, "pier")
        pane = reader.screen.list
        assert pane.total == 5 and "5 unread of 5+" in reader.seen() and reader.screen.prompt.told == "5+"
        await until(reader, lambda: pane.total == 90)
        assert title(reader) == " “pier”  90 unread of 90" and reader.screen.prompt.told == "90"
        await reader.press("enter", "G")
        assert pane.entry is not None and pane.entry.title == "A pier, 89"
        found = pane.found(89)
        assert found is not None and found.snippet.startswith("The pier was painted") and found.spans == ((4, 8),)
        await reader.press("r")
        assert pane.entry.read and "89 unread of 90" in reader.seen()
        await reader.press("A")
        assert room.counts(reader.screen.view).unread == 90, "what does not fit the search is left alone"
        assert pane.cursor == 89 and title(reader) == " “pier”  90"
        await reader.press("u", "u")
        assert title(reader) == " “pier”  90 unread of 90"


async def test_all_is_marked_also_before_it_is_counted(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.searching.FIRST", 5)
    monkeypatch.setattr("reader.tui.searching._COUNTED_AFTER", 3600.0)
    shelve(room, 90)
    async with reading(room) as reader:
        await search(reader, "pier")
        await reader.press("enter")
        assert title(reader) == " “pier”  5 unread of 5+"
        await reader.press("A")
        assert reader.said.startswith("Marked 90 articles read.")
        assert room.counts(reader.screen.view).unread == 90, "what does not fit the search is left alone"


async def test_what_was_counted_too_late_is_not_shown(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.searching.FIRST", 5)
    shelve(room, 12)
    async with reading(room) as reader:
        await search(reader, "pier")
        await reader.press("escape")
        await asyncio.sleep(0.3)
        await reader.settle()
        assert reader.screen.list.total == 24 and not reader.screen.searching.narrowed


async def test_what_is_marked_while_the_rest_is_counted_stays_marked(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.searching.FIRST", 5)
    shelve(room, 12)
    every, counted = SearchResults.all, list[int]()
    async with reading(room) as reader:

        def slow(found: SearchResults) -> SearchResults:
            made = every(found)
            counted.append(made.counts.unread)
            if len(counted) == 1:
                room.mark(found.ids[:1], read=True)
                reader.app.call_from_thread(reader.screen.reload)
            return made

        monkeypatch.setattr(SearchResults, "all", slow)
        await search(reader, "pier")
        await until(reader, lambda: reader.screen.list.total == 12)
        assert title(reader) == " “pier”  11 unread of 12" and counted == [12, 11]


async def test_a_phrase_is_found_while_it_is_typed_and_has_to_end(room: Newsroom) -> None:
    shelve(room, 2)
    async with reading(room) as reader:
        await search(reader, '"pier was pa')
        assert reader.screen.list.total == 2 and reader.screen.prompt.told == "2"
        await reader.press("enter")
        assert reader.screen.prompt.kind == "search" and "not closed" in reader.seen()


async def test_the_next_unread_is_one_of_those_that_were_found(room: Newsroom) -> None:
    shelve(room, 4)
    async with reading(room) as reader:
        await search(reader, "pier")
        await reader.press("enter", "r", "n")
        assert reader.screen.reading is not None and reader.screen.reading.entry.title == "A pier, 1"
        assert reader.screen.list.cursor == 1
        await reader.press("space", "space")
        assert reader.screen.reading.entry.title == "A pier, 2", "reading on stays among what was found"


async def test_the_arrows_bring_back_what_the_library_was_searched_or_filtered_for(room: Newsroom) -> None:
    shelve(room, 2)
    async with reading(room) as reader:
        await search(reader, "pier")
        await reader.press("enter", "escape", "&")
        await reader.type("crane")
        await reader.press("enter", "escape")
        await search(reader, "pai")
        await reader.press("up", "up")
        line, pane = reader.screen.prompt.line, reader.screen.list
        assert line.value == "pier" and pane.total == 2 and reader.screen.searching.searched == "pier"
        await reader.press("up")
        assert line.value == "pier", "nothing is older"
        await reader.press("down")
        assert line.value == "crane"
        await reader.press("down", "down")
        assert line.value == "pai" and pane.total == 4, "what was being typed is there again"
        await reader.press("up", "up", "enter")
        assert reader.screen.searching.searched == "pier"
        await reader.press("/", "up")
        assert line.value == "pier", "each stands there once, the newest last"


async def test_enter_typed_right_behind_the_words_opens_what_they_find(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelve(room, 1)
    begun = room.search

    def slow(*given: Any, **how: Any) -> tuple[Found, ...]:
        sleep(0.02)
        return begun(*given, **how)

    async with reading(room) as reader:
        monkeypatch.setattr(room, "search", slow)
        monkeypatch.setattr("reader.tui.stage._HELD", 60.0)
        shown = reader.screen.list.entry
        assert shown is not None
        other = "pier" if "crane" in shown.title else "crane"
        await reader.press("/")
        await reader.press_at_once(*other, "enter", "enter")
        assert reader.screen.reading is not None and other in reader.screen.reading.entry.title
