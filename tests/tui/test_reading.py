"""Reading: what the keys of the article pane do, as a person sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import newsroom
from reader.model import Article, Block, Place, View
from reader.newsroom import Newsroom
from tests.builders import NOON, Clock, an_article, paragraph
from tests.tui.conftest import fill, reading, settings

LONG = [
    f"Paragraph {number} of the long report. It tells about pier {number} and the men who mend it."
    for number in range(60)
]


async def test_enter_opens_the_article_and_q_goes_back_to_the_list(room: Newsroom) -> None:
    fill(room, an_article(title="Ferry line to reopen"))
    async with reading(room) as reader:
        assert "1 unread of 1" in reader.seen()
        await reader.press("enter")
        assert "The ferry across the harbor will sail again in May." in reader.seen()
        assert reader.screen.pane.id == "article"
        await reader.press("q")
        assert reader.screen.pane.id == "list"


async def test_j_moves_the_cursor_and_the_page_follows_at_the_edge(room: Newsroom) -> None:
    fill(room, an_article(*LONG))
    async with reading(room) as reader:
        await reader.press("enter")
        pane = reader.screen.article
        first = pane.cursor
        await reader.press("j")
        assert pane.cursor > first and pane.first == 0
        await reader.press("6", "0", "j")
        assert pane.first > 0
        assert pane.first <= pane.cursor < pane.first + pane.room


@pytest.mark.parametrize("size", [(140, 40), (100, 30), (60, 20), (40, 12)])
async def test_the_article_fits_every_width(room: Newsroom, size: tuple[int, int]) -> None:
    fill(room, an_article(*LONG))
    async with reading(room, size) as reader:
        await reader.press("enter")
        shown = reader.seen()
        assert "Paragraph 0 of the" in " ".join(shown.split())
        assert all(len(line) <= size[0] for line in shown.split("\n"))


async def test_a_resize_keeps_the_line_under_the_eye(room: Newsroom) -> None:
    fill(room, an_article(*LONG))
    async with reading(room) as reader:
        await reader.press("enter", "5", "0", "j")
        before = reader.screen.article.place
        assert before is not None
        await reader.pilot.resize_terminal(90, 30)
        await reader.settle()
        after = reader.screen.article.place
        assert after is not None
        assert after.index == before.index
        assert reader.screen.article.at(before) == reader.screen.article.cursor


async def test_the_place_comes_back_after_a_restart_at_another_width(room: Newsroom) -> None:
    fill(room, an_article(*LONG))
    async with reading(room) as reader:
        await reader.press("enter", "5", "0", "j")
        left = reader.screen.article.place
        await reader.press("q")
    async with reading(room, (70, 24)) as reader:
        await reader.press("enter")
        assert left is not None
        assert reader.screen.article.at(left) == reader.screen.article.cursor


async def test_opening_marks_read_after_a_moment_and_u_passes_that_over(room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room, read_after=0.0) as reader:
        await reader.press("enter", "m")
        await reader.pilot.pause(0.1)
        await reader.settle()
        assert room.counts(View()).unread == 0 and len(room.passages()) == 1
        await reader.press("u")
        assert room.passages() == () and room.counts(View()).unread == 0
        assert reader.said.startswith("Taken back: bookmarked “Ferry line")
        await reader.press("u")
        assert reader.said == "There is nothing to take back." and room.counts(View()).unread == 0


async def test_reading_a_sample_makes_it_no_entry(tmp_path: Path) -> None:
    with newsroom.start(settings(tmp_path, samples=True), Clock(), samples=True) as room:
        async with reading(room, read_after=0.0) as reader:
            unread = room.counts(View()).unread
            await reader.press("enter")
            await reader.pilot.pause(0.1)
            await reader.settle()
            assert room.counts(View()).unread == unread - 1
            assert room.library.shelf.counts(View()).total == 0


async def test_space_at_the_end_says_what_comes_and_again_opens_it(room: Newsroom) -> None:
    fill(room, an_article(title="The first"), an_article("Another text entirely.", title="The second"))
    async with reading(room) as reader:
        await reader.press("enter")
        opened = reader.screen.reading
        assert opened is not None
        await reader.press("space")
        assert "Space again opens" in reader.said
        await reader.press("space")
        assert reader.screen.reading is not None
        assert reader.screen.reading.entry.id != opened.entry.id


async def test_paragraph_and_heading_keys_go_where_they_say(room: Newsroom) -> None:
    article = an_article("One.", "Two.")
    blocks = (*article.blocks, Block("heading", "A heading", level=2), paragraph("Three."))
    fill(room, Article("Ferries", blocks, published=NOON))
    async with reading(room) as reader:
        await reader.press("enter", ")")
        assert reader.screen.article.place == Place("block", 2, 0, 1)
        await reader.press("}")
        assert reader.screen.article.place == Place("block", 3, 0, 1)
        await reader.press("{", "{")
        assert reader.screen.article.place == Place("block", 1, 0, 1)
        await reader.press("g", "g")
        assert reader.screen.article.place == Place("title", 0, 0, 1)


async def test_jumps_go_back_and_forward(room: Newsroom) -> None:
    fill(room, an_article(*LONG, title="Piers"))
    async with reading(room) as reader:
        await reader.press("enter")
        start = reader.screen.article.place
        await reader.press("/")
        await reader.type("pier 50")
        await reader.press("enter")
        found = reader.screen.article.place
        assert found is not None and found.index == 50
        await reader.press("ctrl+o")
        assert reader.screen.article.place == start
        await reader.press("alt+right")
        assert reader.screen.article.place == found


async def test_an_unknown_key_says_what_is_near(room: Newsroom) -> None:
    async with reading(room) as reader:
        await reader.press("Q")
        assert "q" in reader.said and "quit" in reader.said


async def test_zen_shows_the_article_alone(room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room) as reader:
        await reader.press("enter", "z")
        assert not reader.screen.list.display and not reader.screen.sidebar.display
        await reader.press("z")
        assert reader.screen.list.display
