"""Several rows for one command, one paragraph alone, and what is shown while nothing is open."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from reader.model import View
from reader.newsroom import Newsroom
from reader.tui.choosing import Choosing
from tests.builders import NOON, an_article
from tests.tui.conftest import COURIER, fill, reading

FIVE = tuple(an_article(f"Text number {number}.", title=f"Title {number}") for number in range(5))


async def test_chosen_rows_are_marked_together_and_undone_together(room: Newsroom) -> None:
    fill(room, *FIVE)
    async with reading(room) as reader:
        await reader.press("v", "j")
        assert "2 chosen of 5" in reader.seen()
        await reader.press("r")
        counts = room.counts(reader.screen.view)
        assert counts.unread == 3
        assert not reader.screen.list.chosen
        await reader.press("u")
        assert room.counts(reader.screen.view).unread == 5


async def test_rows_of_which_some_are_read_or_starred_become_so_all_before_they_are_it_no_more(room: Newsroom) -> None:
    fill(room, *FIVE)
    async with reading(room) as reader:
        pane = reader.screen.list
        await reader.press("r", "s", "g", "g", "v", "G", "r", "v", "g", "g", "s")
        assert all((it := pane.at(row)) is not None and it.read and it.starred for row in range(5))
        await reader.press("v", "G", "r", "v", "g", "g", "s")
        assert all((it := pane.at(row)) is not None and not it.read and not it.starred for row in range(5))


async def test_what_is_chosen_follows_the_cursor_until_the_same_key_again(room: Newsroom) -> None:
    fill(room, *FIVE)
    async with reading(room) as reader:
        pane = reader.screen.list

        def rows() -> list[int]:
            return [row for row in range(5) if (it := pane.at(row)) is not None and it.id in pane.chosen]

        await reader.press("j", "v", "G")
        assert rows() == [1, 2, 3, 4]
        await reader.press("g", "g")
        assert rows() == [0, 1], "back over where it began"
        await reader.press("v", "3", "j", "v")
        assert rows() == [0, 1, 3], "ended, it stays; another is begun"
        await reader.press("j", "v", "g", "g", "v")
        assert rows() == [1, 3, 4], "a row that is chosen is so no longer"
        await reader.press("escape", "j")
        assert not pane.chosen


async def test_a_stretch_that_reaches_no_further_says_so(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.choosing._MOST", 3)
    fill(room, *FIVE)
    async with reading(room) as reader:
        await reader.press("v", "j", "j")
        assert "3 chosen of 5" in reader.seen()
        await reader.press("G")
        assert "3 chosen, the most at once" in reader.seen()
        await reader.press("k", "k")
        assert "3 chosen of 5" in reader.seen()
        await reader.press("G", "v", "k")
        assert "3 chosen, the most at once" in reader.seen()
        await reader.press("escape", "v")
        assert "1 chosen of 5" in reader.seen()


async def test_entries_that_come_meanwhile_are_not_chosen_with_the_rest(room: Newsroom) -> None:
    fill(room, *FIVE)
    async with reading(room) as reader:
        pane = reader.screen.list
        await reader.press("v", "j")
        chosen = set(pane.chosen)
        newest = an_article("New.", title="Newest", published=NOON + timedelta(days=1))
        room.library.shelf.add(newest, COURIER, identity="newest", fetched=NOON)
        reader.screen.reload()
        await reader.press("j")
        first = pane.at(0)
        assert first is not None and first.title == "Newest" and first.id not in pane.chosen
        assert chosen < pane.chosen and len(pane.chosen) == 3


def test_of_a_stretch_that_is_too_long_the_part_at_its_beginning_is_chosen() -> None:
    down, up = Choosing(), Choosing()
    down.begin(0, 100)
    assert down.reach(5000, lambda row: row + 100) and down.ids == set(range(100, 1100))
    up.begin(5000, 5100)
    assert up.reach(0, lambda row: row + 100) and up.ids == set(range(4101, 5101))
    assert not down.reach(1000, lambda row: row + 100) and not down.reach(999, lambda row: row + 100)


async def test_another_list_and_an_opened_row_end_a_stretch(room: Newsroom) -> None:
    fill(room, *FIVE)
    async with reading(room) as reader:
        pane = reader.screen.list
        for leave in (("g", "u"), ("enter", "h")):
            await reader.press("g", "g", "v", "j", *leave)
            assert len(pane.chosen) == 2 and not pane.choosing.going_on
            await reader.press("G")
            assert len(pane.chosen) == 2, "the cursor goes alone"
            await reader.press("escape")
        await reader.press("g", "g", "v")
        await reader.pilot.click("#list", offset=(5, 9))
        await reader.settle()
        assert len(pane.chosen) == 1 and not pane.choosing.going_on


async def test_a_number_chooses_so_many_and_the_same_key_chooses_them_no_longer(room: Newsroom) -> None:
    fill(room, *FIVE)
    async with reading(room) as reader:
        await reader.press("3", "v")
        assert len(reader.screen.list.chosen) == 3
        await reader.press("g", "g", "2", "v")
        assert len(reader.screen.list.chosen) == 1
        await reader.press("escape")
        assert not reader.screen.list.chosen and "5 unread" in reader.seen()


async def test_rows_stay_chosen_while_one_is_read(room: Newsroom) -> None:
    fill(room, *FIVE)
    async with reading(room, read_after=0.0) as reader:
        await reader.press("2", "v", "enter")
        await reader.pilot.pause(0.1)
        await reader.settle()
        assert room.counts(View()).unread == 4 and len(reader.screen.list.chosen) == 2


async def test_tags_and_export_take_all_that_is_chosen(room: Newsroom, tmp_path: Path) -> None:
    fill(room, *FIVE)
    async with reading(room) as reader:
        await reader.press("2", "v")
        hints = reader.seen().splitlines()[-1]
        await reader.press("t")
        assert "Esc choose none   w export   r read   s star   t tags   D delete" in hints
        assert "Tags of all 2" in reader.seen()
        await reader.type("harbor")
        await reader.press("enter")
        tagged = [it for it in room.every(reader.screen.view) if "harbor" in it.tags]
        assert len(tagged) == 2
        await reader.press("g", "g", "4", "v", "w", "ctrl+u")
        await reader.type(str(tmp_path / "out"))
        await reader.press("enter")
        assert "4 articles written" in reader.said
        assert len(list((tmp_path / "out").glob("*.md"))) == 4


async def test_tags_of_several_begin_with_what_all_have_and_enter_changes_nothing(room: Newsroom) -> None:
    fill(room, *FIVE)
    first, second, *_ = (it.id for it in room.every(View()))
    room.tag([first], ["harbor", "tide"])
    room.tag([second], ["tide"])
    async with reading(room) as reader:
        await reader.press("2", "v", "t")
        assert reader.screen.prompt.line.value == "tide"
        await reader.press("enter")
        assert (room.row(first).tags, room.row(second).tags) == (("harbor", "tide"), ("tide",))
        await reader.press("escape", "g", "g", "2", "v", "t", "ctrl+u", "enter")
        assert (room.row(first).tags, room.row(second).tags) == (("harbor",), ())


async def test_one_paragraph_is_in_focus_and_follows_the_cursor(room: Newsroom) -> None:
    fill(room, an_article("The first paragraph.", "The second paragraph.", title="Two"))
    async with reading(room) as reader:
        await reader.press("enter", "}")
        reader.screen.run_command("focus")
        await reader.settle()

        def toned() -> list[str]:
            pane = reader.screen.article
            lines = [[it for it in pane.line(number) if it.text.strip()] for number in range(pane.count())]
            return [it.text.strip() for line in lines for it in line if "toned-down" in it.names]

        assert "The second paragraph." in toned() and "The first paragraph." not in toned()
        await reader.press("G")
        assert "The first paragraph." in toned() and "The second paragraph." not in toned()
        reader.screen.run_command("focus")
        assert not toned()


async def test_while_nothing_is_open_the_five_keys_are_told(room: Newsroom) -> None:
    fill(room, *FIVE)
    async with reading(room, size=(160, 45)) as reader:
        assert "bookmarks the sentence" in reader.seen()
        await reader.press("enter")
        assert "bookmarks the sentence" not in reader.seen()
    async with reading(room, size=(160, 45), keys={"mark": "X"}) as reader:
        assert "X  bookmarks the sentence" in reader.seen()
