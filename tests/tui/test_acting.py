"""Acts on entries by keys: marks, tags, deleting, undo, adding, export; and what a fresh start shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

import pytest

from reader import newsroom
from reader.errors import LibraryError
from reader.model import Act, Outcome, View
from reader.newsroom import Newsroom
from tests.builders import Clock, an_article
from tests.cli.test_read import TEXT
from tests.tui.conftest import fill, reading, settings

ONE = an_article("The first text.", title="One")
TWO = an_article("The second text.", title="Two")


async def test_marks_toggle_and_u_takes_them_back_one_by_one(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("r", "s")
        (row, *_) = room.entries(View(), 0, 1)
        assert row.read and row.starred
        assert "★" in reader.seen()
        await reader.press("u")
        (row, *_) = room.entries(View(), 0, 1)
        assert row.read and not row.starred
        await reader.press("u")
        assert room.counts(View()).unread == 2
        await reader.press("u")
        assert "nothing to take back" in reader.said


async def test_all_read_is_one_act(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("A")
        assert room.counts(View()).unread == 0
        await reader.press("u")
        assert room.counts(View()).unread == 2


async def test_a_count_marks_so_many_rows(room: Newsroom) -> None:
    fill(room, ONE, TWO, an_article("Third.", title="Three"))
    async with reading(room) as reader:
        await reader.press("2", "r")
        assert room.counts(View()).unread == 1


async def test_deleting_goes_to_the_next_row_and_comes_back(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("D")
        assert reader.screen.list.total == 1
        await reader.press("u")
        assert reader.screen.list.total == 2


async def test_tags_are_typed_and_taken_off_again(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("t")
        await reader.type("sea harbor")
        await reader.press("enter")
        (row,) = room.entries(View(), 0, 1)
        assert set(row.tags) == {"sea", "harbor"}
        await reader.press("t", *["backspace"] * 4, "enter")
        (row,) = room.entries(View(), 0, 1)
        assert len(row.tags) == 1


async def test_n_opens_the_next_unread(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("n")
        first = reader.screen.reading
        await reader.press("n")
        second = reader.screen.reading
        assert first is not None and second is not None and first.entry.id != second.entry.id
        await reader.press("n")
        assert "No unread entry further down" in reader.said


async def test_capital_j_and_k_go_from_article_to_article(room: Newsroom) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("enter")
        first = reader.screen.reading
        await reader.press("J")
        assert reader.screen.reading is not None and first is not None
        assert reader.screen.reading.entry.id != first.entry.id
        await reader.press("J")
        assert "last entry" in reader.said
        await reader.press("K")
        assert reader.screen.reading.entry.id == first.entry.id


async def test_a_file_is_added_from_the_prompt_and_opened(room: Newsroom, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, "utf-8")
    async with reading(room) as reader:
        await reader.press("+")
        await reader.type(str(page))
        await reader.press("enter")
        assert reader.screen.reading is not None
        assert room.counts(View()).total == 1


async def test_sources_of_the_command_line_come_in_behind_the_first_paint(room: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    async with reading(room, sources=(str(tmp_path / "page.txt"),)) as reader:
        await reader.settle()
        assert reader.screen.reading is not None and room.counts(View()).total == 1


async def test_of_a_folder_with_one_page_it_is_said_what_came(room: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    async with reading(room, sources=(str(tmp_path),)) as reader:
        await reader.settle()
        assert reader.screen.reading is None and reader.said.endswith(": 1 new.")


async def test_what_cannot_be_added_is_said_in_two_lines(room: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    async with reading(room) as reader:
        await reader.press("+")
        await reader.type(str(tmp_path / "empty.txt"))
        await reader.press("enter")
        assert len(reader.said.splitlines()) == 2
        await reader.press("j")
        assert not reader.said


async def test_a_path_with_a_slip_stays_in_the_line_to_be_mended(room: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    async with reading(room) as reader:
        await reader.press("+")
        await reader.type(str(tmp_path / "page.tx"))
        await reader.press("enter")
        assert reader.screen.prompt.kind == "add" and reader.said.startswith("There is no file")
        await reader.press("t", "enter")
        assert reader.screen.reading is not None


async def test_an_article_is_written_to_a_folder(room: Newsroom, tmp_path: Path) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("w")
        reader.screen.prompt.line.value = str(tmp_path / "notes")
        await reader.press("enter")
        (file,) = (tmp_path / "notes").iterdir()
        assert "The first text." in file.read_text("utf-8")
        assert "Written to" in reader.said


@pytest.mark.parametrize("size", [(140, 40), (60, 20), (40, 12)])
async def test_a_first_start_shows_samples_and_one_command_hides_them(tmp_path: Path, size: tuple[int, int]) -> None:
    with newsroom.start(settings(tmp_path, samples=True), Clock(), samples=True) as room:
        async with reading(room, size) as reader:
            assert reader.screen.list.total >= 10
            assert "sample" in reader.said
            await reader.press("enter")
            assert room.library.shelf.counts(View()).total == 0
            await reader.press("q")
            reader.screen.run_command("hide-samples")
            await reader.settle()
            assert reader.screen.list.total == 0


async def test_what_is_done_to_a_sample_makes_it_an_entry(tmp_path: Path) -> None:
    with newsroom.start(settings(tmp_path, samples=True), Clock(), samples=True) as room:
        async with reading(room) as reader:
            await reader.press("j", "enter", "s")
            (kept,) = room.library.shelf.window(View(), 0, 10)
            assert kept.starred
            assert reader.screen.reading is not None and reader.screen.reading.entry.id == kept.id
            assert reader.screen.list.total >= 10


async def test_an_empty_library_says_what_helps(room: Newsroom) -> None:
    async with reading(room) as reader:
        assert "+ adds a page, a feed, files or folders" in reader.said
        await reader.press("enter", "r")
        assert "no entry" in reader.said


async def test_another_program_s_changes_are_seen(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        with newsroom.start(settings(room.settings.data_dir), Clock()) as other:
            fill(other, ONE, TWO)
        await reader.pilot.pause(1.3)
        assert reader.screen.list.total == 2


async def test_hostile_words_are_drawn_as_text(room: Newsroom) -> None:
    fill(
        room, an_article("A [bold]text[/bold] with [@click=app.quit]a trap[/].", title="[red]Title[/red] " + "x" * 9000)
    )
    async with reading(room) as reader:
        await reader.press("enter")
        seen = reader.seen()
        assert "[red]Title[/red]" in seen and "[bold]text[/bold]" in " ".join(seen.split())


async def test_a_page_without_an_address_has_nothing_to_open_or_to_link_to(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("o")
        assert "This article has no address." in reader.said
        await reader.press("y")
        assert reader.app.clipboard == "One" and "names no link" in reader.said


async def test_the_same_tags_again_are_nothing_to_undo(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("t", "enter")
        assert "takes it back" not in reader.said
        await reader.press("u")
        assert reader.said == "There is nothing to take back."


async def test_arrows_do_nothing_where_no_feeds_are_offered(room: Newsroom) -> None:
    async with reading(room) as reader:
        await reader.press("+")
        await reader.type("harbor")
        await reader.press("down", "up")
        assert reader.screen.prompt.line.value == "harbor" and "Feed" not in reader.seen()


async def test_an_empty_answer_adds_and_writes_nothing(room: Newsroom, tmp_path: Path) -> None:
    fill(room, ONE)
    before = sorted(tmp_path.iterdir())
    async with reading(room) as reader:
        await reader.press("+", "enter")
        assert reader.screen.list.total == 1 and not reader.screen.status.failed
        await reader.press("w")
        reader.screen.prompt.line.value = ""
        await reader.press("enter")
        assert "Written" not in reader.said
    assert [it for it in sorted(tmp_path.iterdir()) if it.suffix == ".md"] == [] and before


async def test_several_chosen_articles_are_written_together(room: Newsroom, tmp_path: Path) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("2", "v", "w")
        reader.screen.prompt.line.value = str(tmp_path / "out")
        await reader.press("enter")
        assert "2 articles written into" in reader.said
    assert len(list((tmp_path / "out").iterdir())) == 2


async def test_a_sentence_more_in_the_summary_needs_an_open_article(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        reader.screen.going.ask_points(5)
        assert reader.said == "Open an article first."


@pytest.mark.parametrize("source", ["~nobody-of-this-name/x", "a" * 300])
async def test_a_source_that_no_file_can_be_is_told_and_not_a_crash(room: Newsroom, source: str) -> None:
    async with reading(room, sources=(source,)) as reader:
        await reader.settle()
        assert reader.screen.status.failed and len(reader.said.splitlines()) == 2


async def test_a_folder_in_nobody_s_home_stays_in_the_line_to_be_mended(room: Newsroom) -> None:
    fill(room, ONE)
    async with reading(room) as reader:
        await reader.press("w")
        reader.screen.prompt.line.value = "~nobody-of-this-name/x"
        await reader.press("enter")
        assert reader.screen.prompt.kind == "write" and "Nobody here has the home" in reader.said


async def test_what_was_asked_about_one_entry_is_done_to_that_one(room: Newsroom, tmp_path: Path) -> None:
    fill(room, ONE, TWO)
    async with reading(room) as reader:
        await reader.press("g", "u")
        asked = reader.screen.list.entry
        assert asked is not None
        other = None
        for keys, answer in (("t", "sea"), ("w", str(tmp_path / "out"))):
            room.mark([asked.id], read=False)
            reader.screen.reload(asked.id)
            await reader.press(keys)
            reader.screen.prompt.line.value = answer
            room.mark([asked.id], read=True)  # by another program: it leaves the list of the unread meanwhile
            reader.screen.reload()
            other = reader.screen.list.entry
            assert other is not None and other.id != asked.id
            await reader.press("enter")
        assert other is not None
        assert (room.row(asked.id).tags, room.row(other.id).tags) == (("sea",), ())
        (file,) = (tmp_path / "out").iterdir()
        assert f"-{asked.id}.md" in file.name


async def test_a_bookmark_in_a_sample_that_is_taken_back_leaves_a_sample(tmp_path: Path) -> None:
    with newsroom.start(settings(tmp_path, samples=True), Clock(), samples=True) as room:
        async with reading(room, samples=True) as reader:
            await reader.press("enter", "j", "m")
            assert "¶1" in reader.seen() and room.library.shelf.counts(View()).total == 1
            await reader.press("u")
            assert "¶1" not in reader.seen() and room.library.shelf.counts(View()).total == 0
            assert reader.screen.reading is not None and reader.screen.reading.passages == ()
            await reader.press("m", "s")
            assert "★¶1" in reader.seen() and room.library.shelf.counts(View()).total == 1


async def test_keys_typed_at_once_each_meet_what_the_one_before_did(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(room, ONE, TWO)
    monkeypatch.setattr("reader.tui.stage._HELD", 60.0)  # a busy machine may take longer than anybody is to wait
    async with reading(room) as reader:
        await reader.press_at_once("s", "s")
        assert not any(it.starred for it in room.entries(View(), 0, 2)), "starred, and no more"
        await reader.press_at_once("D", "D")
        assert room.counts(View()).total == 0, "one, and the one that came in its place"
        await reader.press_at_once("u", "u")
        assert room.counts(View()).total == 2


async def test_an_act_that_fails_holds_no_key(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(room, ONE, TWO)

    def full(*_: object, **__: object) -> Act:
        raise LibraryError("The disk is full.", "Make room.")

    async with reading(room) as reader:
        monkeypatch.setattr(room, "mark", full)
        monkeypatch.setattr("reader.tui.stage._HELD", 60.0)
        await reader.press_at_once("s", "j")
        assert "The disk is full." not in reader.said and reader.screen.list.cursor == 1


async def test_a_page_that_comes_while_something_is_typed_is_not_opened_over_it(
    room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, asking = tmp_path / "page.txt", Event()
    page.write_text(TEXT, "utf-8")
    add = room.add

    def slowly(sources: Iterable[str]) -> Iterator[Outcome]:
        asking.wait(5)
        yield from add(sources)

    async with reading(room) as reader:
        monkeypatch.setattr(room, "add", slowly)
        reader.screen.acting.take_in([str(page)])
        reader.screen.run_command("search")
        asking.set()
        await reader.settle()
        assert reader.screen.prompt.kind == "search" and reader.screen.reading is None
        assert room.counts(View()).total == 1
