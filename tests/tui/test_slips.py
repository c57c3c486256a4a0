"""What goes wrong by haste or mistake: keys too quick, queries that cannot be read, clicks where there is nothing."""

from __future__ import annotations

from pathlib import Path

from textual.events import Paste
from textual.widgets import Input

from reader import newsroom
from reader.model import View
from reader.newsroom import Newsroom
from reader.tui.screen import ReadingScreen
from tests.builders import Clock, an_article
from tests.tui.conftest import fill, reading, settings

ONE = an_article("A baggy bean is an old bean. The trade calls it so. Nobody roasts it.", title="Old beans")
TWO = an_article("The second text.", title="Two")


async def test_a_page_left_twice_in_haste_is_left_once(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        for opener in ("question_mark", "apostrophe"):
            await reader.press("enter", opener)
            reader.app.simulate_key("q")
            reader.app.simulate_key("q")
            await reader.settle()
            assert reader.app.is_running and isinstance(reader.app.screen, ReadingScreen)
            reader.screen.at("list")
            await reader.settle()


async def test_a_filter_that_cannot_be_read_is_explained_and_changes_nothing(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        for typed in ("is:foo", '"abc', "after:xx"):
            await reader.press("&")
            await reader.type(typed)
            await reader.press("enter")
            assert len(reader.said.splitlines()) == 2
            assert reader.screen.list.total == 2


async def test_a_click_into_the_empty_article_leaves_the_keys_with_the_list(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.pilot.click("#article", offset=(20, 10))
        await reader.press("shift+tab")
        assert reader.screen.pane.id == "list"
        await reader.press("enter")
        assert reader.screen.pane.id == "article"


async def test_all_read_in_a_search_marks_what_the_search_shows(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("baggy")
        await reader.press("enter", "A")
        assert room.counts(View()).unread == 1


async def test_q_in_a_search_leads_back_to_all(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("baggy")
        await reader.press("enter")
        assert reader.screen.list.total == 1
        await reader.press("q")
        assert reader.screen.list.total == 2 and reader.app.is_running


async def test_m_after_a_find_bookmarks_the_sentence_of_the_hit(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "/")
        await reader.type("baggy")
        await reader.press("enter", "m")
        (passage,) = room.passages()
        assert passage.quote == "A baggy bean is an old bean."


async def test_the_line_of_the_prompt_has_its_own_keys(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "/")
        await reader.type("bean")
        await reader.press("ctrl+u")
        assert reader.screen.prompt.line.value == ""


async def test_samples_are_searched_and_filtered(tmp_path: Path) -> None:
    with newsroom.start(settings(tmp_path, samples=True), Clock(), samples=True) as room:
        async with reading(room) as reader:
            await reader.press("/")
            await reader.type("swallows")
            await reader.press("enter")
            assert reader.screen.list.total == 1
            await reader.press("enter")
            assert reader.screen.reading is not None and "Swallows" in reader.screen.reading.article.title
            assert reader.screen.article.hits is not None
            await reader.press("escape", "q", "q", "&")
            await reader.type("coffee")
            await reader.press("enter")
            assert reader.screen.list.total == 1


async def test_keys_right_behind_enter_are_not_lost_in_the_line(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "/", *"bean")
        for key in ("enter", "n", "n"):
            reader.app.simulate_key(key)
        await reader.settle()
        hits = reader.screen.article.hits
        assert hits is not None and hits.current == 2
        assert reader.screen.prompt.line.value == "bean"


async def test_a_note_that_was_left_with_escape_is_there_again(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "}", "}", "a")
        await reader.type("remember this")
        await reader.press("escape")
        assert room.passages()[0].note == ""
        await reader.press("a", "enter")
        assert room.passages()[0].note == "remember this"


async def test_a_folder_comes_in_without_opening_anything(room: Newsroom, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("one", "two"):
        (pages / f"{name}.txt").write_text(
            "Title of " + name + "\n\n" + "A sentence that is long enough. " * 9, "utf-8"
        )
    async with reading(room) as reader:
        await reader.press("+")
        await reader.type(str(pages))
        await reader.press("enter")
        assert reader.screen.reading is None and reader.screen.list.total == 2


async def test_several_pasted_lines_are_added_each(room: Newsroom, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(
            "Title of " + name + "\n\n" + "A sentence that is long enough. " * 9, "utf-8"
        )
    async with reading(room) as reader:
        reader.screen.post_message(Paste(f"{tmp_path / 'one.txt'}\r{tmp_path / 'two.txt'}"))
        await reader.settle()
        assert reader.screen.list.total == 2


async def test_the_palette_does_what_was_named_and_nothing_else(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("enter", ":")
        await reader.pilot.press(*"sort")
        await reader.pilot.pause(0.5)
        await reader.press("enter")
        await reader.pilot.pause(0.2)
        await reader.settle()
        assert not any(row.starred for row in room.entries(View(), 0, 5))
        assert reader.screen.view.order == "oldest"


async def test_a_key_of_another_place_says_where_it_works(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("m")
        assert "in the article" in reader.said


async def test_passages_are_written_as_notes_and_copied(room: Newsroom, tmp_path: Path) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "}", "}", "m", "apostrophe", "y")
        assert "Old beans" in reader.app.clipboard
        await reader.press("w")
        reader.app.screen.query_one(Input).value = str(tmp_path / "notes")
        await reader.press("enter")
        assert len(list((tmp_path / "notes").iterdir())) == 1
