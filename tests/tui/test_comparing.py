"""What the publisher changed, on the screen; older versions read, and what was lost opened where it stood."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from reader.newsroom import Newsroom, marking
from reader.tui.views.changes import ChangesView
from tests.builders import NOON, an_article, paragraph, place
from tests.tui.conftest import COURIER, Reader, reading

TEXTS = (
    "The ferry sails again in May. Its crew has waited two years for the day.",
    "Nobody was hurt when the pier sank.",
    *(f"Paragraph {number} stays as it is in every version." for number in range(6)),
    "The city pays half of the repair.",
)
FERRY = an_article(*TEXTS, url="https://courier.example/ferry")


def came(room: Newsroom, *versions: tuple[str, ...]) -> int:
    """The article in several versions, a day after one another, passages moved along."""
    for day, texts in enumerate(versions):
        article = replace(FERRY, blocks=tuple(map(paragraph, texts)))
        added = room.library.shelf.add(article, COURIER, fetched=NOON + timedelta(days=day))
        marking.follow(room.library, added.entry_id)
    return added.entry_id


SECOND = (TEXTS[0].replace("May", "June"), *TEXTS[2:-1], TEXTS[-1].replace("half", "all"))
THIRD = (*SECOND, "A last paragraph came in.")


def view(reader: Reader) -> ChangesView:
    shown = reader.app.screen
    assert isinstance(shown, ChangesView)
    return shown


async def test_d_shows_what_changed_by_word_and_n_goes_from_change_to_change(room: Newsroom) -> None:
    came(room, TEXTS, SECOND)
    async with reading(room) as reader:
        await reader.press("enter", "d")
        assert "Version 1 → 2 of 2" in reader.seen()
        assert "May June" in reader.seen() and "Nobody was hurt" in reader.seen()
        assert "paragraphs as before" in reader.seen()
        names = {name for line in view(reader)._page._lines for it in line for name in it.names}
        assert {"words-in", "words-out"} <= names
        first = view(reader).pane.cursor
        await reader.press("n")
        assert view(reader).pane.cursor > first and "Change 2 of 3" in reader.said
        await reader.press("N")
        assert view(reader).pane.cursor == first
        await reader.press("9", "n")
        assert "last change" in reader.said
        await reader.press("f")
        assert "paragraphs as before" not in reader.seen()
        await reader.press("d")
        assert reader.app.screen is reader.screen


async def test_without_color_what_went_and_came_is_in_brackets_where_only_ascii_is_drawn(room: Newsroom) -> None:
    came(room, TEXTS, SECOND)
    async with reading(room, ascii=True) as reader:
        await reader.press("enter", "d")
        assert "[-May-]{+June+}" in reader.seen().replace(" ", "")
        assert reader.seen().isascii()


async def test_other_versions_are_chosen_by_keys_and_the_older_one_is_read(room: Newsroom) -> None:
    came(room, TEXTS, SECOND, THIRD)
    async with reading(room) as reader:
        await reader.press("enter", "d")
        assert "Version 2 → 3 of 3" in reader.seen() and "A last paragraph" in reader.seen()
        await reader.press("[")
        assert "Version 1 → 3 of 3" in reader.seen()
        await reader.press("[")
        assert "no such pair" in reader.said
        await reader.press("{")
        assert "Version 1 → 2 of 3" in reader.seen() and "A last paragraph" not in reader.seen()
        await reader.press("n", "enter")
        assert reader.screen.reading is not None and reader.screen.reading.version == 1
        assert "version 1 of 3" in reader.seen()
        place = reader.screen.article.place
        assert place is not None and place.index == 1, "where the change is"


async def test_keys_typed_quickly_each_go_on_from_the_pair_before(room: Newsroom) -> None:
    came(room, TEXTS, SECOND, THIRD)
    async with reading(room) as reader:
        await reader.press("enter", "d")
        await reader.press_at_once("[", "{")
        assert "Version 1 → 2 of 3" in reader.seen()
        await reader.press_at_once("}", "]")
        assert "Version 2 → 3 of 3" in reader.seen()


async def test_an_older_version_is_read_by_a_command_and_keeps_no_position(room: Newsroom) -> None:
    number = came(room, TEXTS, SECOND)
    async with reading(room) as reader:
        await reader.press("enter")
        reader.screen.run_command("older-version")
        await reader.settle()
        before = room.open(number).entry.position
        assert "Nobody was hurt" in reader.seen()
        await reader.press("G", "h")
        assert room.open(number).entry.position == before
        reader.screen.run_command("newer-version")
        await reader.settle()
        assert reader.screen.reading is not None and reader.screen.reading.version is None
        reader.screen.run_command("newer-version")
        await reader.settle()
        assert "newest" in reader.said


async def test_what_is_marked_in_an_older_version_is_marked_in_the_newest(room: Newsroom) -> None:
    number = came(room, TEXTS, SECOND)
    async with reading(room) as reader:
        await reader.press("enter")
        reader.screen.run_command("older-version")
        await reader.settle()
        await reader.press("}", "}", "m")
        (passage,) = room.passages(number)
        assert passage.state == "gone" and "no such words" in reader.said
        await reader.press("}", "m")
        assert room.passages(number)[1].state != "gone"


async def test_an_entry_without_versions_says_so(room: Newsroom) -> None:
    came(room, TEXTS)
    async with reading(room) as reader:
        await reader.press("d")
        assert "one version" in reader.said


async def test_opening_what_was_edited_says_so_and_reading_it_takes_the_sign_away(room: Newsroom) -> None:
    number = came(room, TEXTS)
    room.mark([number], read=True)
    came(room, TEXTS, SECOND)
    async with reading(room, read_after=0.0) as reader:
        assert "△" in reader.seen()
        await reader.press("g", "e")
        assert "Edited since read" in reader.seen()
        await reader.press("enter")
        assert "d shows what changed" in reader.said
        await reader.pilot.pause(0.1)
        await reader.settle()
        assert not room.row(number).edited


async def test_a_lost_passage_is_opened_where_it_last_stood(room: Newsroom) -> None:
    number = came(room, TEXTS)
    room.mark_passage(number, (place(1, 0, 34),), note="who says?")
    came(room, TEXTS, SECOND)
    async with reading(room) as reader:
        await reader.press("apostrophe")
        assert "no longer in the article; Enter reads it in version 1" in reader.seen()
        await reader.press("enter")
        assert reader.screen.reading is not None and reader.screen.reading.version == 1
        assert reader.screen.article.place is not None and reader.screen.article.place.index == 1
        assert reader.screen.article.passages_here()


async def test_a_reworded_passage_tells_both_wordings(room: Newsroom) -> None:
    number = came(room, TEXTS)
    room.mark_passage(number, (place(8, 0, 33),))
    came(room, TEXTS, SECOND)
    async with reading(room) as reader:
        await reader.press("apostrophe")
        assert "was “pays half of” is “pays all of”" in reader.seen()


async def test_an_article_that_comes_anew_while_it_is_read_is_shown_anew(room: Newsroom) -> None:
    number = came(room, TEXTS)
    async with reading(room) as reader:
        await reader.press("enter")
        came(room, TEXTS, SECOND)
        await reader.press("s")
        assert "again in June" in reader.seen()
        await reader.press("}", "m")
        assert room.passages(number)[0].state == "same"


async def test_a_lost_passage_is_opened_from_the_sidebar_too(room: Newsroom) -> None:
    number = came(room, TEXTS)
    room.mark_passage(number, (place(1, 0, 34),))
    came(room, TEXTS, SECOND)
    async with reading(room) as reader:
        await reader.press("enter")
        assert "no longer in the article" in reader.seen()
        await reader.press("tab")
        sidebar = reader.screen.sidebar
        sidebar.go(next(n for n, it in enumerate(sidebar._targets) if it.kind == "passage"))
        await reader.press("enter")
        assert reader.screen.reading is not None and reader.screen.reading.version == 1


async def test_where_but_a_quote_mark_differs_nothing_is_to_be_gone_to(room: Newsroom) -> None:
    came(room, ("“We kept it warm,” she said.", *TEXTS[1:]), ('"We kept it warm," she said.', *TEXTS[1:]))
    async with reading(room) as reader:
        await reader.press("enter", "d")
        assert "the same words" in reader.seen() and "No word differs between these two versions" in reader.seen()
        await reader.press("n")
        assert reader.said == "Nothing differs here; [ and ] compare with another version."
        await reader.press("f")
        assert "Nobody was hurt" in reader.seen()
        await reader.press("enter")
        assert reader.screen.reading is not None and reader.screen.reading.version == 1


async def test_what_has_one_version_or_is_not_open_is_not_compared(room: Newsroom) -> None:
    async with reading(room) as reader:
        await reader.press("d")
        assert "There is one version of this article." in reader.said
        reader.screen.run_command("older-version")
        assert "No article with versions is open." in reader.said
