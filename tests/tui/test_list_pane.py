"""The list under the mouse: a click opens a row, one elsewhere opens nothing."""

from __future__ import annotations

import pytest

from reader.newsroom import Newsroom
from reader.tui.line_pane import HEAD
from tests.builders import an_article
from tests.tui.conftest import Reader, fill, reading

PAGES = [an_article(f"The text of page {number}.", title=f"Page {number}") for number in range(3)]


def row_of(reader: Reader, text: str) -> int:
    """The row of the screen on which the list shows a text."""
    return next(y for y, line in enumerate(reader.seen().splitlines()) if text in line[:34])


async def test_a_click_on_a_row_opens_its_entry(room: Newsroom) -> None:
    fill(room, *PAGES)
    async with reading(room) as reader:
        for title in ("Page 2", "Page 0"):
            await reader.pilot.click(offset=(5, row_of(reader, title)))
            await reader.settle()
            assert reader.screen.reading is not None and reader.screen.reading.article.title == title


@pytest.mark.parametrize("where", ["title", "heading", "below", "bar"])
async def test_a_click_elsewhere_in_the_list_opens_nothing(where: str, room: Newsroom) -> None:
    fill(room, *PAGES)
    async with reading(room) as reader:
        pane = reader.screen.list
        await reader.press("j")
        spots = {
            "title": (5, 0), "heading": (5, HEAD), "below": (5, pane.size.height - 1), "bar": (pane.size.width - 1, HEAD + 2)
        }  # fmt: skip
        await reader.pilot.click(pane, offset=spots[where])
        await reader.settle()
        assert reader.screen.reading is None and pane.cursor == 1
