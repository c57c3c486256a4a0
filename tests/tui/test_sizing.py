"""How wide panes are: by keys, by dragging a border, as they were left, and bounded in every window."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.newsroom import Newsroom
from reader.tui.sizing import read, told
from tests.builders import an_article
from tests.tui.conftest import Reader, fill, reading

LONG = [
    f"Paragraph {number} of the report is long enough to be set otherwise at every width, and tells about pier {number}."
    for number in range(60)
]


def widths(reader: Reader) -> tuple[int, int, int]:
    screen = reader.screen
    return screen.list.size.width, screen.article.size.width, screen.sidebar.size.width


async def test_keys_make_the_list_wider_and_the_next_start_has_it(room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room, (160, 45)) as reader:
        await reader.press(">")
        assert widths(reader)[0] == 38
        await reader.press("1", "0", ">", "<")
        assert widths(reader)[0] == 46
    async with reading(room, (160, 45)) as reader:
        assert widths(reader)[0] == 46
        await reader.press("g", "=")
        assert widths(reader)[0] == 36
    async with reading(room, (160, 45)) as reader:
        assert widths(reader)[0] == 36


async def test_the_article_takes_from_both_sides_and_the_sidebar_from_the_article(room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room, (160, 45)) as reader:
        await reader.press("enter", ">")
        assert widths(reader) == (34, 92, 34)
        await reader.press("tab", ">", ">", ">")
        assert widths(reader) == (34, 86, 40)


async def test_a_pane_keeps_a_least_width_and_leaves_a_third_to_the_article(room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room, (160, 45)) as reader:
        await reader.press("enter", "h", "9", "9", "<")
        assert widths(reader)[0] == 20
        await reader.press("<")
        assert "cannot be narrower" in reader.said
        await reader.press("9", "9", ">")
        await reader.press("tab", "tab", *">>>>>>>>>>")
        one, article, other = widths(reader)
        assert one == other == 54 and article == 52
        await reader.pilot.resize_terminal(100, 30)
        await reader.settle()
        assert widths(reader)[0] <= 50
        await reader.pilot.resize_terminal(60, 20)
        await reader.settle()
        assert reader.screen.pane.size.width == 60, "one pane has the whole width"
        await reader.press(">")
        assert "one pane" in reader.said
        await reader.pilot.resize_terminal(160, 45)
        await reader.settle()
        assert widths(reader) == (54, 52, 54)


async def test_a_border_is_dragged_and_let_go(room: Newsroom) -> None:
    fill(room, an_article(*LONG))
    async with reading(room, (160, 45)) as reader:
        await reader.press("enter", "j", "j")
        before = reader.screen.article.place
        await reader.pilot.mouse_down(offset=(36, 10))
        for column in (38, 41, 44):
            await reader.pilot.hover(offset=(column, 10))
        await reader.pilot.mouse_up(offset=(44, 10))
        await reader.settle()
        assert widths(reader)[0] == 44
        assert reader.screen.article.selection is None, "no text was selected by it"
        assert before is not None and reader.screen.article.at(before) == reader.screen.article.cursor
        await reader.pilot.mouse_down(offset=(124, 10))
        await reader.pilot.hover(offset=(158, 10))
        await reader.pilot.mouse_up(offset=(158, 10))
        await reader.settle()
        assert widths(reader)[2] == 20
        assert reader.screen.pane.id == "sidebar" or reader.screen.article.place == before, "no row was opened by it"
    async with reading(room, (160, 45)) as reader:
        await reader.press("enter")
        assert widths(reader) == (44, 96, 20)


async def test_the_text_stays_where_one_reads_however_often_a_border_is_moved(room: Newsroom) -> None:
    fill(room, an_article(*LONG))
    async with reading(room, (100, 30)) as reader:
        await reader.press("enter", "3", "0", "j")
        pane = reader.screen.article
        place, away = pane.place, pane.cursor - pane.first
        assert place is not None
        for _ in range(7):
            await reader.press("<")
        for _ in range(7):
            await reader.press(">")
        assert pane.place == place
        assert pane.cursor - pane.first == away


async def test_what_the_library_remembers_wrongly_is_left_alone(room: Newsroom) -> None:
    room.library.remember("pane widths", "list=wide sidebar=0 article=9 list=99999999999999999999 =")
    async with reading(room, (160, 45)) as reader:
        assert widths(reader)[0] == 36


@given(st.text() | st.dictionaries(st.sampled_from(["list", "sidebar"]), st.integers(1, 999)).map(told))
def test_any_fact_can_be_read(fact: str) -> None:
    found = read(fact)
    assert found.keys() <= {"list", "sidebar"} and all(0 < columns <= 999 for columns in found.values())
    assert read(told(found)) == found
