"""The list of all passages: notes, tags and colors by key, what stands below it, and what is said where there is none."""

from __future__ import annotations

from reader.commands import COMMANDS
from reader.library import Origin
from reader.model import View
from reader.newsroom import Newsroom, marking
from reader.tui.views.passages import Passages
from tests.builders import NOON, an_article, place
from tests.tui.conftest import Reader, fill, reading

FERRY = an_article(
    "The ferry sails again in May. Its crew has waited two years for the day.", "The city pays half of the repair."
)
FIRST, SECOND = place(0, 0, 29), place(1, 0, 33)


async def answer(reader: Reader, key: str, text: str) -> None:
    """Ask by a key and type the answer in the place of what stands there."""
    await reader.press(key)
    shown = reader.app.screen
    assert isinstance(shown, Passages) and shown.prompt.kind is not None
    shown.prompt.line.value = text
    await reader.press("enter")


async def test_a_note_is_written_in_the_list_and_kept_where_nothing_was_changed(room: Newsroom) -> None:
    fill(room, FERRY)
    made = room.mark_passage(1, [FIRST])
    async with reading(room) as reader:
        await reader.press("'")
        await answer(reader, "a", "ask her")
        assert room.passages()[0].note == "ask her" and "ask her" in reader.seen()
        assert reader.said == "Note written. u takes it back."
        await reader.press("a", "enter")
        assert reader.said == "The note is as it was."
        await answer(reader, "a", "")
        assert reader.said == "Note taken out. u takes it back."
        await reader.press("u")
        await reader.press("u")
        assert room.passages()[0].note == "" and reader.said.startswith("Taken back: changed the note on")
        await reader.press("u", "u")
        assert reader.said == "There is nothing to take back."
    assert room.passages() == () and made.note == ""


async def test_the_key_that_takes_something_back_is_named_as_the_person_set_it(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room, keys={"undo": "X"}) as reader:
        await reader.press("enter", "}", "m")
        assert reader.said == "Bookmarked. a writes a note, X takes it back."
        await reader.press("apostrophe", "d")
        assert reader.said == "Passage taken out. X takes it back."
        await reader.press("q", "X")
        assert reader.said.startswith("Taken back: deleted the passage") and len(room.passages()) == 1


async def test_a_note_of_several_lines_goes_to_the_editor(room: Newsroom) -> None:
    fill(room, FERRY)
    made = room.mark_passage(1, [FIRST], "one\n\ntwo")
    async with reading(room) as reader:
        await reader.press("'", "a")
        shown = reader.app.screen
        assert isinstance(shown, Passages) and shown.prompt.kind is None, "one line would lose the others"
        assert "cannot be left to an editor" in reader.said
    assert room.library.margins.passage(made.id).note == "one\n\ntwo"


async def test_escape_in_the_filter_shows_all_again_and_in_another_question_keeps_the_filter(room: Newsroom) -> None:
    fill(room, FERRY)
    for where in (FIRST, SECOND):
        room.mark_passage(1, [where])
    async with reading(room) as reader:
        await reader.press("'", "/")
        await reader.type("city")
        assert "1" in reader.seen() and "ferry sails" not in reader.seen()
        await reader.press("enter", "t", "escape")
        assert "ferry sails" not in reader.seen() and room.passages()[0].tags == ()
        await reader.press("/", "escape")
        assert "ferry sails" in reader.seen() and "city pays" in reader.seen()


async def test_the_title_shows_the_filter_and_esc_takes_it_back_before_it_leaves(room: Newsroom) -> None:
    fill(room, FERRY)
    for where in (FIRST, SECOND):
        room.mark_passage(1, [where])
    async with reading(room) as reader:
        await reader.press("'")
        assert reader.seen().splitlines()[0] == "  Passages  2"
        await reader.press("/")
        await reader.type("city")
        await reader.press("enter")
        assert reader.seen().splitlines()[0] == "  Passages: city  1"
        await reader.press("q")
        assert reader.seen().splitlines()[0] == "  Passages  2" and "ferry sails" in reader.seen()
        await reader.press("q")
        assert reader.app.screen is reader.screen


async def test_a_filter_that_cannot_be_read_stays_to_be_mended(room: Newsroom) -> None:
    fill(room, FERRY)
    room.mark_passage(1, [FIRST])
    async with reading(room) as reader:
        await reader.press("'", "/")
        await reader.type("kind:puce")
        await reader.press("enter")
        shown = reader.app.screen
        assert isinstance(shown, Passages) and shown.prompt.kind == "filter"
        assert len(reader.said.splitlines()) == 2 and shown.status.display
        await reader.press("escape")
        assert "ferry sails" in reader.seen() and not reader.said and not shown.prompt.display


async def test_what_no_passage_holds_is_said_below_the_empty_list(room: Newsroom) -> None:
    fill(room, FERRY)
    room.mark_passage(1, [FIRST])
    async with reading(room) as reader:
        await reader.press("'", "/")
        await reader.type("tram")
        assert "No passage holds “tram”." in reader.seen() and "none" in reader.seen()


async def test_no_folder_is_no_place_to_write_to(room: Newsroom) -> None:
    fill(room, FERRY)
    room.mark_passage(1, [FIRST])
    async with reading(room) as reader:
        await reader.press("'")
        await answer(reader, "w", "")
        assert "written" not in reader.said.lower() and not reader.screen.jobs.busy


async def test_of_many_the_newest_are_shown_and_it_is_said(room: Newsroom) -> None:
    fill(room, an_article(*(f"Pier {number} was mended." for number in range(302))))
    with room.library.db.writing():
        for number in range(302):
            room.library.margins.add(1, f"Pier {number}", (place(number, 0, 6),), "{}")
    async with reading(room) as reader:
        await reader.press("'", "/")
        await reader.type("p")
        assert "300+" in reader.seen()
        await reader.press("escape", "G")
        assert "These are the newest 300: / shows only those with some words" in " ".join(reader.seen().split())
        await reader.press("g", "g", "/")
        await reader.type("301")
        assert "300+" not in reader.seen()


async def test_both_wordings_of_each_reworded_passage_are_shown(room: Newsroom) -> None:
    feed = Origin("feed", "https://courier.example/feed", "Courier")
    address = "https://courier.example/ferry"
    room.library.shelf.add(an_article(*(it.text for it in FERRY.blocks), url=address), feed, fetched=NOON)
    room.mark_passage(1, [FIRST])
    room.mark_passage(1, [SECOND])
    edited = (
        "The ferry leaves again in May. Its crew has waited two years for the day.",
        "The city pays a third of the repair.",
    )
    room.library.shelf.add(an_article(*edited, url=address), feed, fetched=NOON)
    marking.follow(room.library, 1)
    async with reading(room) as reader:
        await reader.press("'")
        assert (
            "“ferry sails again” is “ferry leaves again”" in reader.seen()
            and "“pays half of” is “pays a third of”" in reader.seen()
        )


async def test_without_a_passage_no_key_of_the_list_does_anything(room: Newsroom) -> None:
    fill(room, FERRY)
    async with reading(room) as reader:
        await reader.press("'")
        shown = reader.app.screen
        assert isinstance(shown, Passages)
        for command in COMMANDS:
            if command.where[0] == "passages" or command.id in (
                "open",
                "annotate",
                "write-note",
                "kind",
                "tags",
                "copy",
                "write",
            ):
                await reader.press(command.keys[0])
                assert isinstance(reader.app.screen, Passages), f"{command.id} left the list"
                assert shown.prompt.kind in (None, "filter"), f"{command.id} asks about no passage"
                await reader.press(*("escape" for _ in [shown.prompt.kind] if _))
        assert "No passage is bookmarked yet" in reader.seen()
    assert room.undo() is None


async def test_a_long_title_gives_way_to_what_the_person_did(room: Newsroom) -> None:
    fill(room, an_article("The ferry sails again in May.", title="A title of many words " * 12))
    made = room.mark_passage(1, [FIRST])
    room.change_passage(made.id, tags=("walrus",))
    async with reading(room) as reader:
        await reader.press("'")
        line = next(it for it in reader.seen().splitlines() if "#walrus" in it)
        assert "A title of many" in line and "… · " in line and "yellow · #walrus" in line


async def test_a_note_is_for_the_passage_that_was_asked_about(room: Newsroom) -> None:
    fill(room, an_article())
    (entry,) = room.every(View())
    first = room.mark_passage(entry.id, [place(0, 0, 9)])
    async with reading(room) as reader:
        await reader.press("'", "a")
        await reader.type("why")
        later = room.mark_passage(entry.id, [place(1, 0, 9)])  # by another program: it stands above
        view = reader.app.screen
        assert isinstance(view, Passages)
        view._page.renew()
        await reader.press("enter")
        assert {it.id: it.note for it in room.passages()} == {first.id: "why", later.id: ""}


async def test_in_a_narrower_window_the_passage_at_the_cursor_stays_in_sight(room: Newsroom) -> None:
    fill(room, an_article(*(f"Sentence number {n} tells of the ferry and of its way." for n in range(30))))
    for number in range(30):
        room.mark_passage(1, [place(number, 0, 30)], f"note {number} " * 15)
    async with reading(room) as reader:
        await reader.press("'", "1", "5", "j")
        passage = "Sentence number 14 tells"
        assert passage in reader.seen()
        await reader.pilot.resize_terminal(50, 30)
        await reader.settle()
        assert passage in reader.seen()
