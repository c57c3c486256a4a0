"""Keys that come quicker than they can be done are done one after the other, each where the one before has led."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key, Paste

from reader.model import View
from reader.newsroom import Newsroom
from reader.tui.app import NewsReader
from reader.tui.views.asking import AskingScreen
from reader.tui.views.help import Help
from reader.tui.views.page import ItemsPane
from reader.tui.views.palette import Palette
from reader.tui.views.settings import SettingsScreen
from tests.builders import Clock, an_article
from tests.tui.conftest import Reader, fill, reading, settings

BEANS = an_article(*(f"Bean number {number} is an old bean." for number in range(60)), title="Old beans")
TWO = an_article("The second text.", title="Two")


@pytest.mark.parametrize("opener", ["?", ",", "'", "S", ":"])
async def test_a_key_behind_one_that_opens_a_page_is_the_pages(opener: str, room: Newsroom) -> None:
    fill(room, BEANS)
    async with reading(room) as reader:
        await reader.press_at_once(opener, "escape" if opener == ":" else "q")
        assert reader.app.is_running and reader.app.screen is reader.screen


async def test_pages_over_pages_are_left_one_by_one(room: Newsroom) -> None:
    fill(room, BEANS)
    async with reading(room) as reader:
        await reader.press_at_once("S", "?", "q", "?")
        assert isinstance(reader.app.screen, Help)
        await reader.press_at_once("q", "q", ",")
        assert isinstance(reader.app.screen, SettingsScreen)


async def test_lines_down_behind_enter_are_the_articles(room: Newsroom) -> None:
    fill(room, TWO, BEANS)
    async with reading(room) as reader:
        await reader.press_at_once("enter", "j", "j", "j")
        quick, rows = reader.screen.article.cursor, reader.screen.list.cursor
        await reader.press_at_once("q")
        await reader.press("g", "g", "enter", "g", "g", "j", "j", "j")
        assert (reader.screen.article.cursor, reader.screen.list.cursor) == (quick, rows)


async def test_a_find_is_typed_taken_and_stepped_through_in_one_go(room: Newsroom) -> None:
    fill(room, BEANS)
    async with reading(room) as reader:
        await reader.press_at_once("enter", "/", *"bean", "enter", "n", "n")
        hits = reader.screen.article.hits
        assert hits is not None and hits.current == 2
        assert reader.screen.prompt.line.value == "bean"


async def test_what_is_typed_behind_a_find_that_was_left_is_no_text(room: Newsroom) -> None:
    fill(room, BEANS, TWO)
    async with reading(room) as reader:
        await reader.press_at_once("/", *"se", "escape", "j")
        assert reader.screen.list.cursor == 1 and reader.screen.prompt.kind is None


async def test_a_line_is_edited_in_the_order_of_the_keys(room: Newsroom) -> None:
    async with reading(room) as reader:
        await reader.press_at_once(
            "/", *"bens", "left", "left", "a", "end", "x", "backspace", "home", "o", "ctrl+k", "d"
        )
        assert reader.screen.prompt.line.value == "od"
        await reader.press_at_once("ctrl+u", *"some words", "ctrl+w", "n", "shift+left", "m")
        assert reader.screen.prompt.line.value == "some m"


async def test_a_paste_right_behind_a_question_is_its_answer(room: Newsroom, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Title of it\n\n" + "A sentence that is long enough. " * 9, "utf-8")
    async with reading(room) as reader:
        reader.app.post_message(Key("plus", "+"))
        reader.app.post_message(Paste(f"{page}\nand more"))
        await reader.press_at_once("enter")
        assert reader.screen.list.total == 1


async def test_a_command_is_called_in_one_go(room: Newsroom) -> None:
    fill(room, BEANS, TWO)
    async with reading(room) as reader:
        await reader.press_at_once(":", *"sort", "enter")
        assert reader.screen.view.order == "oldest" and reader.app.screen is reader.screen
        assert not any(row.starred for row in room.entries(View(), 0, 5))


async def test_a_command_that_nothing_is_called_does_nothing(room: Newsroom) -> None:
    fill(room, BEANS)
    async with reading(room) as reader:
        await reader.press_at_once(":", *"xyzzy")
        assert isinstance(reader.app.screen, Palette) and "no command is called so" in reader.app.screen.prompt.told
        await reader.press("enter")
        assert reader.said == "" and reader.app.screen_stack == [reader.screen]


async def test_commands_called_often_are_on_top_also_at_the_next_start(room: Newsroom) -> None:
    fill(room, BEANS)
    for _ in range(2):
        async with reading(room) as reader:
            await reader.press_at_once(":", *"group", "enter", ":", *"group", "enter", ":", *"sort", "enter", ":")
            palette = reader.app.screen
            assert isinstance(palette, Palette)
            assert [it.id for it in palette.found[:2]] == ["group", "sort"]


async def test_arrows_choose_in_the_palette(room: Newsroom) -> None:
    fill(room, BEANS)
    async with reading(room) as reader:
        await reader.press(":", *"sort", "ctrl+u")
        palette = reader.app.screen
        assert isinstance(palette, Palette)
        page = palette.pane
        assert isinstance(page, ItemsPane)
        await reader.press("down", "down")
        assert page.number == 2
        await reader.press("up", "pagedown")
        assert page.number > 20
        await reader.press("pageup", "pageup")
        assert page.number == 0


async def test_what_was_typed_before_the_screen_stands_is_done_when_it_does(room: Newsroom) -> None:
    fill(room, BEANS, TWO)
    app = NewsReader(room, settings(room.settings.data_dir), clock=Clock())
    for key in "j,":
        app.post_message(Key(key, key))
    async with app.run_test(size=(100, 30)) as pilot:
        await Reader(app, pilot).settle()
        assert app.reading_screen.list.cursor == 1 and isinstance(app.screen, SettingsScreen)


async def test_nothing_is_done_behind_the_way_out(room: Newsroom) -> None:
    fill(room, BEANS)
    async with reading(room) as reader:
        await reader.press_at_once("q", "s")
    assert not any(row.starred for row in room.entries(View(), 0, 5))


async def test_keys_that_mean_nothing_to_a_line_have_their_meaning_in_it(room: Newsroom) -> None:
    fill(room, BEANS)
    async with reading(room) as reader:
        await reader.press("/", "f1")
        assert isinstance(reader.app.screen, Help)
        await reader.press("q")
        assert reader.screen.prompt.kind is not None
        await reader.press("ctrl+q")
        assert not reader.app.is_running or reader.app.return_code == 0


async def test_a_page_that_asks_takes_a_text_at_once(room: Newsroom) -> None:
    fill(room, BEANS)
    async with reading(room) as reader:
        await reader.press_at_once("S", "/", *"cour", "enter")
        shown = reader.app.screen
        assert isinstance(shown, AskingScreen) and shown.prompt.kind is None and "Harbor Courier" in reader.seen()


async def test_what_is_typed_behind_a_bookmark_is_about_it(room: Newsroom) -> None:
    fill(room, BEANS)
    async with reading(room) as reader:
        await reader.press("enter", "}")
        await reader.press_at_once("m", "T", *"beans", "enter")
        assert [it.tags for it in room.passages()] == [("beans",)]
        await reader.press_at_once("}", "m", "M", "}", "m", "j", "j")
        assert len(room.passages()) == 2


async def test_a_bookmark_that_cannot_be_written_holds_no_key(room: Newsroom) -> None:
    fill(room, BEANS)
    async with reading(room) as reader:
        await reader.press("enter", "}")
        room.library.close()
        cursor = reader.screen.article.cursor
        await reader.press_at_once("m", "j")
        assert reader.screen.article.cursor > cursor
