"""From pane to pane by key, and which panes are in sight."""

from __future__ import annotations

from reader.newsroom import Newsroom
from tests.builders import an_article
from tests.tui.conftest import Reader, fill, reading


def panes(reader: Reader) -> str:
    """The panes in sight, by their first letters: list, article, sidebar."""
    shown = (reader.screen.list, reader.screen.article, reader.screen.sidebar)
    return "".join(letter for letter, pane in zip("las", shown, strict=True) if pane.display)


async def test_without_an_article_there_is_only_the_list(room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room) as reader:
        await reader.press("tab")
        assert reader.screen.pane.id == "list"
        await reader.press("i")
        assert reader.said == "The sidebar belongs to an article: open one first."
        await reader.press("z")
        assert reader.said == "Open an article first." and panes(reader)[0] == "l"


async def test_tab_goes_round_and_shift_tab_goes_the_other_way(room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room) as reader:
        await reader.press("enter")
        for key, pane in (("tab", "sidebar"), ("tab", "list"), ("tab", "article"), ("shift+tab", "list")):
            await reader.press(key)
            assert reader.screen.pane.id == pane


async def test_a_sidebar_that_is_hidden_is_passed_over_and_leaves_its_keys_to_the_article(room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room) as reader:
        await reader.press("enter", "tab", "i")
        assert panes(reader) == "la" and reader.screen.pane.id == "article"
        await reader.press("tab")
        assert reader.screen.pane.id == "list"
        await reader.press("i")
        assert panes(reader) == "las"


async def test_out_of_zen_by_any_way_all_panes_are_back(room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room) as reader:
        await reader.press("enter")
        for key, pane in (("z", "article"), ("q", "list"), ("tab", "sidebar"), ("i", "article")):
            await reader.press("z")
            assert panes(reader) == "a"
            await reader.press(key)
            assert panes(reader) == "las" and reader.screen.pane.id == pane
            await reader.press("enter")


async def test_where_one_pane_has_room_the_sidebar_is_gone_to_and_left(room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room, (60, 20)) as reader:
        await reader.press("enter", "i")
        assert panes(reader) == "s"
        await reader.press("q")
        assert panes(reader) == "a"
        await reader.press("q")
        assert panes(reader) == "l"
