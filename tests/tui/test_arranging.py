"""Passages given other colors, tags and borders on the screen; all of it undone by one key."""

from __future__ import annotations

from reader.model import Passage
from reader.newsroom import Newsroom
from tests.builders import NOON, an_article, place
from tests.tui.conftest import COURIER, Reader, fill, reading

FERRY = an_article(
    "The ferry sails again in May. Its crew has waited two years for the day. The city pays half of the repair.",
    "“We kept the engine warm,” said Ines Moreau. She has steered it since 1998.",
)
FIRST, SECOND, THIRD = place(0, 0, 29), place(0, 30, 72), place(0, 73, 106)


def only(room: Newsroom) -> Passage:
    (passage,) = room.passages()
    return passage


async def at_text(reader: Reader, down: int = 1) -> None:
    """Open the first entry, with the cursor on the first paragraph of the body, or further down."""
    await reader.press("enter", *["}"] * max(1, down))


async def test_c_gives_the_next_color_and_with_a_number_that_one(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await at_text(reader)
        await reader.press("2", "m")
        assert only(room).kind == "green"
        await reader.press("c")
        assert only(room).kind == "blue" and "The passage is blue" in reader.said
        await reader.press("c")
        await reader.press("c")
        assert only(room).kind == "yellow"
        await reader.press("4", "c")
        assert only(room).kind == "red"
        await reader.press("u")
        assert only(room).kind == "yellow"
        await reader.press("apostrophe", "2", "c")
        assert only(room).kind == "green"


async def test_each_color_has_its_own_sign_in_the_margin(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await at_text(reader)
        await reader.press("m")
        for count, sign in enumerate("▌║┊┃", 1):
            await reader.press(str(count), "c")
            line = next(it for it in reader.seen().splitlines() if "The ferry sails" in it[36:100])
            assert f"{sign}▎  The ferry" in line
    async with reading(room, ascii=True) as reader:
        await reader.press("enter")
        assert "!|  The ferry" in reader.seen()


async def test_tags_are_written_and_taken_off(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await at_text(reader)
        await reader.press("m", "T")
        await reader.type("#harbor ships")
        await reader.press("enter")
        assert only(room).tags == ("harbor", "ships")
        await reader.press("u")
        assert only(room).tags == ()
        await reader.press("apostrophe", "t")
        await reader.type("crew")
        await reader.press("enter")
        assert only(room).tags == ("crew",) and "#crew" in reader.seen()


async def test_e_extends_and_shrinks_what_is_marked_already(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await at_text(reader)
        await reader.press("m")
        await reader.press("e", "j", "m")
        assert only(room).places == (place(0, 0, 72),)
        assert only(room).quote.endswith("for the day.")
        await reader.press("e", "b", "b", "enter")
        assert only(room).quote.endswith("two years for"[:9]) or only(room).quote.endswith("for")
        await reader.press("u", "u")
        assert only(room).places == (FIRST,)
        await reader.press("g", "g", "}", "e", "}", "escape", "g", "g", "}")
        assert only(room).places == (FIRST,), "Esc changes nothing"
        await reader.press("v", "j", "m")
        assert len(room.passages()) == 2, f"{reader.said}: what is selected afterwards is a passage of its own"


async def test_an_extended_passage_keeps_note_color_and_id(room: Newsroom) -> None:
    fill(room, FERRY)
    made = room.mark_passage(1, [FIRST], "ask", kind="red")
    async with reading(room) as reader:
        await at_text(reader)
        await reader.press("e", "j", "m")
    now = only(room)
    assert (now.id, now.note, now.kind, now.places) == (made.id, "ask", "red", (place(0, 0, 72),))


async def test_gj_joins_with_what_overlaps_else_with_the_next(room: Newsroom) -> None:
    fill(room, FERRY)
    room.mark_passage(1, [FIRST], "one", kind="blue")
    room.mark_passage(1, [place(0, 20, 50)], "two")
    room.mark_passage(1, [place(1, 0, 44)], "three")
    async with reading(room) as reader:
        await at_text(reader)
        await reader.press("g", "j")
        assert "2 passages joined" in reader.said
        first = min(room.passages(), key=lambda it: it.places)
        assert (first.places, first.note, first.kind) == ((place(0, 0, 50),), "one\n\ntwo", "blue")
        await reader.press("g", "j")
        assert only(room).places == (place(0, 0, 106), place(1, 0, 44))
        assert only(room).note == "one\n\ntwo\n\nthree"
        await reader.press("g", "j")
        assert "no passage after this one" in reader.said
        await reader.press("u", "u")
        assert len(room.passages()) == 3


async def test_gs_splits_before_the_sentence_at_the_cursor(room: Newsroom) -> None:
    fill(room, FERRY)
    room.mark_passage(1, [place(0, 0, 106), place(1, 0, 76)], "note", kind="green")
    async with reading(room) as reader:
        await at_text(reader)
        await reader.press("g", "s")
        if len(room.passages()) == 1:  # the sentence at the cursor is the first one
            assert "cannot be split there" in reader.said
        else:
            await reader.press("u")
        await reader.press("}", "g", "s")
        first, second = sorted(room.passages(), key=lambda it: it.places)
        assert first.places == (place(0, 0, 106),) and second.places[0].index == 1
        assert (first.note, second.note, second.kind) == ("note", "", "green")
        await reader.press("u")
        assert only(room).places == (place(0, 0, 106), place(1, 0, 76))


async def test_of_passages_that_overlap_the_shortest_is_meant(room: Newsroom) -> None:
    fill(room, FERRY)
    room.mark_passage(1, [place(0, 0, 106)])
    room.mark_passage(1, [FIRST], kind="red")
    async with reading(room) as reader:
        await at_text(reader)
        await reader.press("M")
        assert only(room).places == (place(0, 0, 106),)


async def test_without_a_word_nothing_is_bookmarked(room: Newsroom) -> None:
    fill(room, an_article("* * *", "And then it rained."))
    async with reading(room) as reader:
        await at_text(reader)
        await reader.press("V", "m")
        assert not room.passages() and "There is no word" in reader.said


async def test_a_drag_selects_whole_words_and_m_marks_them(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await at_text(reader)
        rows = reader.seen().splitlines()
        y = next(number for number, row in enumerate(rows) if "ferry sails" in row[36:100])
        x = rows[y].index("ferry sails", 36)
        await reader.pilot.mouse_down(offset=(x + 2, y))
        await reader.pilot.hover(offset=(x + 8, y))
        await reader.pilot.mouse_up(offset=(x + 8, y))
        await reader.settle()
        assert reader.screen.article.selection is not None
        await reader.press("3", "m")
        assert (only(room).quote, only(room).kind) == ("ferry sails", "blue")
        await reader.pilot.mouse_down(offset=(x + 2, y))
        await reader.pilot.hover(offset=(x + 8, y))
        await reader.pilot.mouse_up(offset=(x + 8, y))
        await reader.pilot.click(offset=(x, y + 2))
        await reader.settle()
        assert reader.screen.article.selection is None, "a click ends selecting"


async def test_a_passage_with_the_extent_it_had_is_no_change_to_undo(room: Newsroom) -> None:
    fill(room, FERRY)
    room.mark_passage(1, [FIRST])
    async with reading(room) as reader:
        await at_text(reader)
        await reader.press("e", "enter")
        assert only(room).places == (FIRST,) and reader.screen.article.selection is None
        await reader.press("u")
        assert room.passages() == (), "what is undone is the bookmark itself"


async def test_passages_of_an_older_version_are_changed_in_the_newest(room: Newsroom) -> None:
    texts = [block.text for block in FERRY.blocks]
    for more in ((), ("A last paragraph came in.",)):
        room.library.shelf.add(an_article(*texts, *more), COURIER, identity="ferry", fetched=NOON)
    room.mark_passage(1, [FIRST])
    async with reading(room) as reader:
        await reader.press("enter")
        reader.screen.run_command("older-version")
        await reader.settle()
        await reader.press("g", "g", "}")
        for keys in ("e", "gj", "gs"):
            await reader.press(*keys)
            assert "This is an older version" in reader.said, keys
    assert only(room).places == (FIRST,)
