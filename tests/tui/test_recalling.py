"""Coming back to passages by keys: from one to the next, over articles, filtered, one each day; copied with their source."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from reader.newsroom import Newsroom
from reader.tui.views.passages import Passages
from tests.builders import NOON, an_article, place
from tests.tui.conftest import COURIER, fill, reading

FERRY = an_article("The ferry sails in May.", "The city pays half.", published=NOON + timedelta(days=1))
PIER = an_article("The pier was shut.", "Work begins in spring.", title="Pier", published=NOON)


def two(room: Newsroom) -> tuple[int, int]:
    """Two articles, the ferry first in the list, with two passages and one."""
    ids = [
        room.library.shelf.add(it, COURIER, identity=it.title, fetched=NOON + timedelta(days=1)).entry_id
        for it in (FERRY, PIER)
    ]
    room.mark_passage(ids[0], [place(1, 0, 19)])
    room.mark_passage(ids[0], [place(0, 0, 23)], "when?")
    room.mark_passage(ids[1], [place(1, 0, 22)], kind="red")
    return ids[0], ids[1]


async def test_past_the_last_passage_the_same_key_again_goes_to_the_next_article(room: Newsroom) -> None:
    ferry, pier = two(room)
    async with reading(room) as reader:
        await reader.press("enter", "g", "g", "]", "]")
        assert reader.screen.article.place is not None and reader.screen.article.place.index == 1
        await reader.press("]")
        assert "] again goes on in: Pier" in reader.said
        await reader.press("]")
        assert reader.screen.reading is not None and reader.screen.reading.entry.id == pier
        await reader.press("]", "]")
        assert reader.said == "No passage further down."
        await reader.press("[", "[")
        assert reader.screen.reading.entry.id == ferry
        assert reader.screen.article.place.index == 1, "the last of the article before"


async def test_the_list_of_passages_is_filtered_by_fields_while_typing(room: Newsroom) -> None:
    two(room)
    async with reading(room) as reader:
        await reader.press("apostrophe", "slash")
        await reader.type("kind:r")
        assert "Work begins" in reader.seen() and "city pays" not in reader.seen()
        await reader.type("x")
        assert "no color" in reader.seen() and "Work begins" in reader.seen(), "the list stays"
        await reader.press("enter")
        assert "Known: yellow" in reader.seen()
        await reader.press("slash", *["backspace"] * 9)
        await reader.type("note:when")
        await reader.press("enter")
        assert "The ferry sails" in reader.seen() and "Work begins" not in reader.seen()


async def test_the_passage_of_today_opens_at_its_place(room: Newsroom) -> None:
    two(room)
    async with reading(room) as reader:
        await reader.press("g", "apostrophe")
        found = room.margins.of_the_day(reader.screen.clock().astimezone().date())
        assert found is not None and reader.screen.reading is not None
        assert reader.screen.reading.entry.id == found.entry_id
        assert [it.id for it in reader.screen.article.passages_here()] == [found.id]


async def test_without_a_passage_the_day_has_none(room: Newsroom) -> None:
    fill(room, PIER)
    async with reading(room) as reader:
        await reader.press("g", "apostrophe")
        assert "No passage is bookmarked yet" in reader.said


async def test_a_passage_is_copied_with_its_source(room: Newsroom) -> None:
    two(room)
    async with reading(room) as reader:
        await reader.press("apostrophe", "y")
        assert reader.app.clipboard.startswith("“Work begins in spring.”\n— “Pier”")


async def test_where_the_screen_cannot_be_left_to_an_editor_that_is_said(room: Newsroom) -> None:
    two(room)
    async with reading(room) as reader:
        await reader.press("apostrophe", "E")
        assert "cannot be left to an editor" in reader.said


async def test_a_long_note_is_shown_cut_and_never_flattened_by_the_prompt(room: Newsroom) -> None:
    ferry, _ = two(room)
    note = "first line\nsecond line\n" + "word " * 50_000
    room.change_passage(room.passages(ferry)[0].id, note=note)
    async with reading(room) as reader:
        await reader.press("enter")
        assert "first line second line" in reader.seen()
        await reader.press("g", "g", "]", "]", "a")
        assert reader.screen.prompt.kind is None and "cannot be left to an editor" in reader.said
        await reader.press("apostrophe")
        assert "first line second line" in reader.seen()
    assert room.passages(ferry)[0].note == note


async def test_notes_are_written_in_the_background_and_a_folder_that_cannot_be_is_told(
    room: Newsroom, tmp_path: Path
) -> None:
    two(room)
    (tmp_path / "file").write_text("in the way")
    async with reading(room) as reader:
        for folder, said in (("notes", "2 notes in"), ("notes", "2 as they were"), ("file", "cannot be written")):
            await reader.press("apostrophe", "w")
            shown = reader.app.screen
            assert isinstance(shown, Passages)
            shown.prompt.line.value = str(tmp_path / folder)
            await reader.press("enter")
            assert said in reader.said
            await reader.press("q")
