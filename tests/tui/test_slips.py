"""What goes wrong by haste or mistake: keys too quick, queries that cannot be read, clicks where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from reader import newsroom
from reader.errors import UsageError
from reader.model import Article, Removed, View
from reader.newsroom import Newsroom
from reader.tui.screen import ReadingScreen
from reader.tui.views.left_out import left_out_lines
from tests.builders import Clock, an_article
from tests.tui.conftest import fill, reading, settings

ONE = an_article("A baggy bean is an old bean. The trade calls it so. Nobody roasts it.", title="Old beans")
TWO = an_article("The second text.", title="Two")


async def test_a_page_left_twice_in_haste_is_left_once(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        for opener in ("question_mark", "apostrophe"):
            await reader.press("enter", opener)
            reader.app.simulate_key("q")
            reader.app.simulate_key("q")
            await reader.settle()
            assert reader.app.is_running and isinstance(reader.app.screen, ReadingScreen)
            reader.screen.at("list")
            await reader.settle()


async def test_a_filter_that_cannot_be_read_is_explained_and_changes_nothing(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        for typed in ("is:foo", '"abc', "after:xx"):
            await reader.press("&")
            await reader.type(typed)
            await reader.press("enter")
            assert len(reader.said.splitlines()) == 2
            assert reader.screen.list.total == 2
            await reader.press("escape")
            assert not reader.said


async def test_what_cannot_be_read_stays_in_the_line_to_be_mended(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        for key, kind in (("/", "search"), ("&", "filter")):
            await reader.press(key)
            await reader.type('"baggy')
            await reader.press("enter")
            prompt = reader.screen.prompt
            assert (prompt.kind, prompt.line.value) == (kind, '"baggy')
            assert 'Close the “"”' in reader.seen() or "quotation" in reader.seen(), reader.seen()
            await reader.type('"')
            assert not reader.screen.status.display, "what was wrong has been seen"
            await reader.press("enter")
            assert prompt.kind is None and reader.screen.list.total == 1 and not reader.said
            await reader.press("escape")
            assert reader.screen.list.total == 2


async def test_a_click_into_the_empty_article_leaves_the_keys_with_the_list(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.pilot.click("#article", offset=(20, 10))
        await reader.press("shift+tab")
        assert reader.screen.pane.id == "list"
        await reader.press("enter")
        assert reader.screen.pane.id == "article"


async def test_all_read_in_a_search_marks_what_the_search_shows(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("baggy")
        await reader.press("enter", "A")
        assert room.counts(View()).unread == 1


async def test_q_in_a_search_leads_back_to_all(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("baggy")
        await reader.press("enter")
        assert reader.screen.list.total == 1
        await reader.press("q")
        assert reader.screen.list.total == 2 and reader.app.is_running


async def test_m_after_a_find_bookmarks_the_sentence_of_the_hit(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "/")
        await reader.type("baggy")
        await reader.press("enter", "m")
        (passage,) = room.passages()
        assert passage.quote == "A baggy bean is an old bean."


async def test_the_line_of_the_prompt_has_its_own_keys(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "/")
        await reader.type("bean")
        await reader.press("ctrl+u")
        assert reader.screen.prompt.line.value == ""


async def test_samples_are_searched_and_filtered(tmp_path: Path) -> None:
    with newsroom.start(settings(tmp_path, samples=True), Clock(), samples=True) as room:
        async with reading(room) as reader:
            await reader.press("/")
            await reader.type("swallows")
            await reader.press("enter")
            assert reader.screen.list.total == 1
            await reader.press("enter")
            assert reader.screen.reading is not None and "Swallows" in reader.screen.reading.article.title
            assert reader.screen.article.hits is not None
            await reader.press("escape", "q", "q", "&")
            await reader.type("coffee")
            await reader.press("enter")
            assert reader.screen.list.total == 1


async def test_keys_right_behind_enter_are_not_lost_in_the_line(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "/", *"bean")
        for key in ("enter", "n", "n"):
            reader.app.simulate_key(key)
        await reader.settle()
        hits = reader.screen.article.hits
        assert hits is not None and hits.current == 2
        assert reader.screen.prompt.line.value == "bean"


async def test_a_note_that_was_left_with_escape_is_there_again(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "}", "a")
        await reader.type("remember this")
        await reader.press("escape")
        assert room.passages()[0].note == ""
        await reader.press("a", "enter")
        assert room.passages()[0].note == "remember this"


async def test_a_folder_comes_in_without_opening_anything(room: Newsroom, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("one", "two"):
        (pages / f"{name}.txt").write_text(
            "Title of " + name + "\n\n" + "A sentence that is long enough. " * 9, "utf-8"
        )
    async with reading(room) as reader:
        await reader.press("+")
        await reader.type(str(pages))
        await reader.press("enter")
        assert reader.screen.reading is None and reader.screen.list.total == 2


async def test_several_pasted_lines_are_added_each(room: Newsroom, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(
            "Title of " + name + "\n\n" + "A sentence that is long enough. " * 9, "utf-8"
        )
    async with reading(room) as reader:
        reader.screen.post_message(Paste(f"{tmp_path / 'one.txt'}\r{tmp_path / 'two.txt'}"))
        await reader.settle()
        assert reader.screen.list.total == 2


async def test_the_palette_does_what_was_named_and_nothing_else(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("enter", ":")
        await reader.pilot.press(*"sort")
        await reader.pilot.pause(0.5)
        await reader.press("enter")
        await reader.pilot.pause(0.2)
        await reader.settle()
        assert not any(row.starred for row in room.entries(View(), 0, 5))
        assert reader.screen.view.order == "oldest"


async def test_a_key_of_another_place_says_where_it_works(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("m")
        assert "in the article" in reader.said


async def test_passages_are_written_as_notes_and_copied(room: Newsroom, tmp_path: Path) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "}", "m", "apostrophe", "y")
        assert "Old beans" in reader.app.clipboard
        await reader.press("w")
        reader.app.screen.query_one(Input).value = str(tmp_path / "notes")
        await reader.press("enter")
        assert len(list((tmp_path / "notes").iterdir())) == 1


async def test_one_address_that_is_pasted_is_offered_for_adding_and_nothing_is_nothing(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        reader.screen.post_message(Paste(" \r\n "))
        await reader.settle()
        assert not reader.screen.prompt.has_class("-asking") and reader.screen.list.total == 1
        reader.screen.post_message(Paste("\nhttps://harbor.example/ferry \n"))
        await reader.settle()
        assert reader.screen.prompt.kind == "add"
        assert reader.screen.prompt.line.value == "https://harbor.example/ferry"


async def test_what_is_pasted_on_a_page_that_asks_nothing_does_nothing(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        for opener in ("?", "'"):
            await reader.press(opener)
            page = reader.app.screen
            page.post_message(Paste("https://harbor.example/ferry"))
            await reader.settle()
            assert reader.app.screen is page
            await reader.press("q")
        assert reader.screen.prompt.kind is None and reader.screen.list.total == 1


async def test_a_key_that_means_nothing_to_the_line_has_its_meaning_and_others_none(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("&")
        await reader.type("be")
        await reader.press("f5")
        assert reader.screen.prompt.kind == "filter" and reader.screen.prompt.line.value == "be"
        await reader.press("f1")
        assert reader.app.screen is not reader.screen, "help is shown over it"


async def test_a_key_without_a_meaning_and_without_a_neighbor_says_where_the_keys_are(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("~")
        assert reader.said.endswith("is no key here; ? shows what is.")
        reader.screen.run_command("next-change")
        assert reader.said == "“next-change” does nothing here."


async def test_what_is_wrong_in_the_settings_is_said_at_the_start(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room, mistakes=("line 3: “colour” is no setting",)) as reader:
        assert reader.said.splitlines()[0] == "Settings, line 3: “colour” is no setting."


@pytest.mark.parametrize(("size", "high"), [((140, 40), 1), ((60, 20), 2), ((40, 12), 3)])
async def test_what_is_said_is_whole_also_where_there_is_little_room(
    room: Newsroom, size: tuple[int, int], high: int
) -> None:
    fill(room, ONE, TWO)
    said = "This is the end. Space again opens: a title that is rather long for what it tells of"
    async with reading(room, size) as reader:
        status = reader.screen.status
        status.say(said)
        await reader.settle()
        lines = reader.seen().splitlines()[-high:]
        assert status.size.height == high and " ".join(line.strip() for line in lines) == said
        await reader.press("j")
        assert status.size.height == 1
        status.fail(UsageError("“nons” is no date. " * 9, "Write after:2026-11-01, or a day such as yesterday."))
        await reader.settle()
        assert status.size.height <= 4 and reader.seen().splitlines()[-1].rstrip().endswith(("yesterday.", "…"))


async def test_a_theme_that_is_not_there_hides_nothing_else_that_is_wrong(room: Newsroom) -> None:
    fill(room, ONE)
    mistakes = ("line 3: “colour” is no setting", "line 4: measure takes a number")
    async with reading(room, theme="nowhere", mistakes=mistakes) as reader:
        assert reader.said.splitlines() == [
            "There is no theme “nowhere”. The dark theme is shown.",
            "Settings, line 3: “colour” is no setting. And 1 more: `newsreader doctor`.",
        ]
    async with reading(room, theme="nowhere", keys={"fly": "f"}) as reader:
        first, second = reader.said.splitlines()
        assert "“fly”, which is no command" in first and "no theme “nowhere”" in second


async def test_other_settings_hold_at_once_also_for_the_summary_that_is_shown(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter")
        reader.screen.apply(replace(reader.app.settings, points=1, sidebar=False))
        await reader.settle()
        now = reader.screen.reading
        assert now is not None and now.summaries is not None and not reader.screen.has_class("-sidebar")
        assert [len(it.points) for it in now.summaries if it.origin == "chosen"] == [1]


def test_of_pieces_with_one_reason_the_reason_is_said_once() -> None:
    removed = (Removed("Sign up", "newsletter"), Removed("Sign  up again", "newsletter"), Removed("Buy", "advert"))
    lines = ["".join(it.text for it in line) for line in left_out_lines(Article("Beans", (), removed=removed), 40)]
    assert lines == ["newsletter", "Sign up", "Sign up again", "", "advert", "Buy"]


async def test_escape_where_nothing_can_be_left_says_nothing(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("escape")
        assert not reader.said


async def test_of_a_key_that_works_in_many_places_two_are_told(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("enter", "enter")
        assert "works in another place: in the list, " in reader.said and " and elsewhere. ?" in reader.said


async def test_what_is_added_once_more_says_so(room: Newsroom, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "The ferry is late\n\n" + "The ferry came an hour late, and nobody had told the walrus. " * 4, "utf-8"
    )
    async with reading(room) as reader:
        for _ in range(2):
            reader.screen.acting.take_in([str(page)])
            await reader.settle()
        assert reader.said.endswith(": known already.")
