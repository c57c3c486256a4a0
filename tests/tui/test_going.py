"""Going about: jumps and the way back, the next unread, the end of an article, what counts as read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reader.model import Block, View
from reader.newsroom import Newsroom
from reader.tui.messages import Summarized
from tests.builders import NOON, an_article
from tests.tui.conftest import fill, reading

FERRY = an_article(title="Ferry")
PIER = an_article("The pier was shut. Nobody knows why.", title="Pier")
LONG = an_article(*(f"Paragraph {number} tells about pier {number}." for number in range(60)), title="Sixty piers")


async def test_where_no_jump_was_made_there_is_no_way_back(room: Newsroom) -> None:
    fill(room, LONG)
    async with reading(room) as reader:
        await reader.press("ctrl+o")
        assert reader.said == "There is nothing further."
        await reader.press("enter", "alt+right")
        assert reader.said == "There is nothing further."


async def test_several_jumps_are_taken_back_at_once_and_gone_forward_again(room: Newsroom) -> None:
    fill(room, FERRY, PIER)
    async with reading(room) as reader:
        opened = []
        for key in ("enter", "J"):
            await reader.press(key)
            assert reader.screen.reading is not None
            opened.append(reader.screen.reading.entry.id)
        await reader.press("K")
        await reader.press("2", "ctrl+o")
        assert reader.screen.reading is not None and reader.screen.reading.entry.id == opened[0]
        await reader.press("alt+right")
        assert reader.screen.reading.entry.id == opened[1]


async def test_past_the_last_entry_and_before_the_first_the_open_one_stays(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter")
        for key, said in (("J", "This is the last entry."), ("K", "This is the first entry.")):
            await reader.press(key)
            assert reader.said == said
            assert reader.screen.reading is not None and reader.screen.reading.article.title == "Ferry"


async def test_an_article_that_was_read_to_its_end_opens_at_the_top_and_no_other(room: Newsroom) -> None:
    fill(room, LONG, FERRY)
    async with reading(room) as reader:
        row = next(n for n in (0, 1) if (it := reader.screen.list.at(n)) and it.title == "Sixty piers")
        away, back = ("J", "K") if row == 0 else ("K", "J")
        await reader.press("j" if row else "k", "enter")
        top = reader.screen.article.cursor
        await reader.press("3", "0", "j", away, back)
        assert reader.screen.article.cursor > top, "where one stopped in the middle"
        await reader.press("G")
        assert reader.screen.article.finished
        await reader.press(away, back)
        assert (reader.screen.article.cursor, reader.screen.article.first) == (top, 0)


async def test_at_the_end_of_the_last_unread_one_it_is_said(room: Newsroom) -> None:
    fill(room, PIER)
    async with reading(room) as reader:
        await reader.press("enter", "space")
        assert reader.said == "This is the end, and there is no unread entry further down."
        await reader.press("r", "n")
        assert reader.said == "No unread entry further down."
        await reader.press("p")
        assert reader.said == "No unread entry further up."


async def test_a_point_that_the_summary_does_not_have_is_named(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("enter")
        await reader.press("tab", "9")
        assert reader.said == "The summary has no point 9."


async def test_summaries_of_an_entry_that_is_open_no_longer_are_not_shown(room: Newsroom) -> None:
    fill(room, FERRY, PIER)
    async with reading(room) as reader:
        await reader.press("enter")
        first = reader.screen.reading
        assert first is not None and first.summaries and first.glance is not None
        await reader.press("J")
        second = reader.screen.reading
        assert second is not None
        reader.screen.on_summarized(Summarized(first.entry.id, first.summaries, first.glance))
        await reader.settle()
        assert reader.screen.reading == second


async def test_what_is_read_already_is_not_read_anew_and_what_is_left_at_once_stays_unread(room: Newsroom) -> None:
    fill(room, FERRY, PIER)
    async with reading(room, read_after=0.15) as reader:
        await reader.press_at_once("enter", "q")
        await reader.press("j", "r", "enter")
        await reader.pilot.pause(0.3)
        await reader.settle()
        assert room.counts(View()).unread == 1
        await reader.press("u", "u")
        assert reader.said == "There is nothing to take back."


async def test_a_count_of_paragraphs_past_the_end_goes_to_the_end_and_past_the_top_to_the_title(room: Newsroom) -> None:
    fill(room, LONG)
    async with reading(room) as reader:
        await reader.press("enter", "9", "9", "}")
        assert reader.screen.article.place is None or reader.screen.article.place.index == 59
        await reader.press("9", "9", "{")
        assert reader.screen.article.place is not None and reader.screen.article.place.part == "title"


async def test_headings_are_gone_through_to_the_end_of_the_article(room: Newsroom) -> None:
    fill(room, replace(PIER, blocks=(*PIER.blocks, Block("heading", "The city", level=2), *LONG.blocks)))
    async with reading(room) as reader:
        await reader.press("enter", ")")
        assert reader.screen.article.place is not None and reader.screen.article.place.index == 1
        await reader.press(")")
        assert reader.screen.article.place.index == 61, "no heading follows: the end"
        await reader.press("(")
        assert reader.screen.article.place.index == 1
        await reader.press("(")
        assert reader.screen.article.place is not None and reader.screen.article.place.part == "title"


@pytest.mark.parametrize("wish", ["gu", "&is:unread", "gu by state"])
async def test_entries_that_leave_the_list_as_they_are_read_are_gone_through_one_by_one(
    room: Newsroom, wish: str
) -> None:
    fill(room, *(an_article(title=f"Story {number}", published=NOON - timedelta(hours=number)) for number in range(6)))
    async with reading(room) as reader:

        def opened() -> str:
            return "" if reader.screen.reading is None else reader.screen.reading.entry.title

        if wish == "gu by state":
            reader.screen.searching._change(View(state="unread", order="unread"))
        else:
            await reader.press(*wish, *(["enter"] if wish[0] == "&" else []))
        await reader.press("enter", "r")
        assert reader.screen.list.total == 5
        for number in (1, 2):
            await reader.press("J", "r")
            assert opened() == f"Story {number}"
        await reader.press("J", "2", "J")
        assert opened() == "Story 5", "what is still there is counted on from"
        await reader.press("r")
        entry = reader.screen.list.entry
        assert entry is not None and entry.title == "Story 4", "the last one is gone: the cursor is on what is last now"
        await reader.press("K")
        assert opened() == "Story 4"
        await reader.press("r")
        await reader.press("J")
        assert reader.said == "This is the last entry." and opened() == "Story 4"
        await reader.press("K", "r")
        await reader.press("K")
        assert reader.said == "This is the first entry." and reader.screen.list.total == 0


async def test_an_entry_that_is_unread_again_among_those_that_were_read_is_gone_on_from_where_it_stood(
    room: Newsroom,
) -> None:
    fill(room, *(an_article(title=f"Story {number}", published=NOON - timedelta(hours=number)) for number in range(4)))
    room.mark(room.library.shelf.ids(View()), read=True)
    async with reading(room) as reader:
        await reader.press(*"&-is:unread", "enter", "j", "enter", "r")
        await reader.press("J")
        assert reader.screen.reading is not None and reader.screen.reading.entry.title == "Story 2"
        await reader.press("r")
        await reader.press("K")
        assert reader.screen.reading.entry.title == "Story 0"


async def test_the_next_unread_is_the_one_that_stood_below_where_the_unread_stand_first(room: Newsroom) -> None:
    fill(room, *(an_article(title=f"Story {number}", published=NOON - timedelta(hours=number)) for number in range(4)))
    async with reading(room) as reader:
        reader.screen.searching._change(View(order="unread"))
        await reader.press("enter", "r", "n")
        assert reader.screen.reading is not None and reader.screen.reading.entry.title == "Story 1"
        await reader.press("r", "p")
        assert reader.said == "No unread entry further up."


async def test_an_entry_that_is_unstarred_among_the_starred_is_gone_on_from_where_it_stood(room: Newsroom) -> None:
    fill(room, *(an_article(title=f"Story {number}", published=NOON - timedelta(hours=number)) for number in range(4)))
    room.mark(room.library.shelf.ids(View()), starred=True)
    async with reading(room) as reader:
        await reader.press("g", "s", "j", "enter", "s", "J")
        assert reader.screen.reading is not None and reader.screen.reading.entry.title == "Story 2"
        await reader.press("s", "K")
        assert reader.screen.reading.entry.title == "Story 0"
        await reader.press("J", "s", "J")
        assert reader.said == "This is the last entry."


async def test_a_number_goes_on_to_so_many_unread_entries(room: Newsroom) -> None:
    fill(room, *(an_article(title=f"No. {number}", published=NOON - timedelta(hours=number)) for number in range(5)))
    async with reading(room) as reader:

        def title() -> str:
            assert reader.screen.reading is not None
            return reader.screen.reading.entry.title

        await reader.press("2", "n")
        assert title() == "No. 1", "the one at the cursor is the first"
        await reader.press("2", "n")
        assert title() == "No. 3"
        await reader.press("9", "n")
        assert title() == "No. 4", "as far as there are any"
        await reader.press("3", "p")
        assert title() == "No. 1"
