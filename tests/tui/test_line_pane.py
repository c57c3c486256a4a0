"""What all panes share: scrolling by wheel and bar, and drawing no more than has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from textual.events import MouseScrollDown
from textual.geometry import Region
from textual.strip import Strip

from reader.newsroom import Newsroom
from reader.tui.line_pane import HEAD, LinePane
from reader.tui.painting import Stretch
from tests.builders import an_article
from tests.tui.conftest import fill, reading

LONG = an_article(*(f"Paragraph {number} has a few words." for number in range(200)), title="Two hundred paragraphs")


async def test_the_wheel_moves_the_page_and_the_cursor_stays_in_sight(room: Newsroom) -> None:
    fill(room, LONG)
    async with reading(room) as reader:
        await reader.press("enter")
        pane = reader.screen.article
        for _ in range(5):
            pane.on_mouse_scroll_down(_wheel(pane))
        assert pane.first == 15
        assert pane.first <= pane.cursor < pane.first + pane.room


def _wheel(pane: LinePane) -> MouseScrollDown:
    return MouseScrollDown(pane, 10, 10, 0, 0, 0, False, False, False)


async def test_the_bar_is_dragged_to_the_end_and_back(room: Newsroom) -> None:
    fill(room, LONG)
    async with reading(room) as reader:
        await reader.press("enter")
        pane = reader.screen.article
        edge, last = pane.size.width - 1, pane.size.height - 1
        await reader.pilot.mouse_down(pane, offset=(edge, last))
        assert pane.first == pane.count() - pane.room
        await reader.pilot.hover(pane, offset=(edge, HEAD))
        assert pane.first == 0
        await reader.pilot.mouse_up(pane, offset=(edge, HEAD))
        await reader.pilot.hover(pane, offset=(edge, last))
        assert pane.first == 0 and pane.selection is None


async def test_a_pane_that_did_not_change_is_not_drawn_anew(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(room, LONG, an_article("Another.", title="Another"))
    async with reading(room) as reader:
        await reader.press("enter")
        drawn: list[str] = []
        for pane in (reader.screen.list, reader.screen.article, reader.screen.sidebar):
            monkeypatch.setattr(pane, "_rendered", noting(pane, drawn))
        for _ in range(60):
            await reader.press("j")
        assert "article" in drawn
        assert drawn.count("list") <= 2  # where one stopped is written down now and then


def noting(pane: LinePane, drawn: list[str]) -> Callable[[Region], list[Strip]]:
    """Its drawing, which writes down the pane's name each time."""
    real = pane._rendered

    def rendered(crop: Region) -> list[Strip]:
        drawn.append(pane.id or "")
        return real(crop)

    return rendered


async def test_a_mark_draws_only_its_row_of_the_list(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(room, *(an_article(f"Text {number}.", title=f"Title {number}") for number in range(12)))
    async with reading(room) as reader:
        made: list[int] = []
        real = reader.screen.list.line

        def line(number: int) -> Iterable[Stretch]:
            made.append(number)
            return real(number)

        monkeypatch.setattr(reader.screen.list, "line", line)
        await reader.press("j", "j")
        made.clear()
        await reader.press("s")
        assert 0 < len(set(made)) <= 6
        assert "★" in reader.seen() or "*" in reader.seen()


async def test_what_looks_alike_is_sent_as_one(room: Newsroom) -> None:
    fill(room, LONG)
    async with reading(room) as reader:
        await reader.press("enter")
        pane = reader.screen.article
        strip = pane._rendered(Region(0, pane.room // 2, pane.size.width, 1))[0]
        assert "has a few words" in strip.text
        assert len([it for it in strip if it.text]) <= 2  # text and space, then the bar's cell


@pytest.mark.parametrize("ascii", [False, True])
async def test_the_page_of_keys_draws_its_bar_as_the_panes_do(room: Newsroom, ascii: bool) -> None:
    async with reading(room, ascii=ascii) as reader:
        await reader.press("question_mark")
        edge = {line[-1] for line in reader.seen().splitlines() if len(line) == reader.app.size.width}
        assert edge and all(sign.isascii() == ascii for sign in edge)


async def test_another_size_is_painted_once(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(room, LONG)
    async with reading(room) as reader:
        await reader.press("enter", *"jjjj")
        pane = reader.screen.article
        drawn: list[str] = []
        monkeypatch.setattr(pane, "_rendered", noting(pane, drawn))
        await reader.pilot.resize_terminal(150, 30)
        await reader.settle()
        assert len(drawn) == 1
        assert max(len(line) for line in reader.seen().splitlines()) <= 150
