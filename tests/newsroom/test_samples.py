"""The pages that ship with the program: looked at they are a view, and whatever is done to one makes it an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reader import newsroom
from reader.errors import LibraryError, UsageError
from reader.library import Origin
from reader.model import Place, View
from reader.newsroom import Newsroom
from reader.settings import Settings
from tests import make_samples
from tests.builders import NOON, Clock, an_article

LATER = NOON + timedelta(days=400)
"""After every sample was published."""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with newsroom.start(replace(Settings(), data_dir=tmp_path / "data"), Clock(), samples=True) as opened:
        yield opened


def add_stories(room: Newsroom, count: int) -> None:
    harbor = Origin("feed", "https://harbor.example/feed", "Harbor Courier")
    for number in range(count):
        article = an_article(title=f"Ferry {number}", url=f"https://harbor.example/{number}", published=LATER)
        room.library.shelf.add(article, harbor, fetched=LATER)


def first_block(room: Newsroom, entry_id: int) -> Place:
    """The first words of the body."""
    blocks = room.open(entry_id).article.blocks
    index = next(number for number, block in enumerate(blocks) if block.kind == "paragraph")
    return Place("block", index, 0, 20)


def test_looking_at_a_sample_keeps_nothing(room: Newsroom) -> None:
    assert room.showcase.open
    rows = list(room.every(View()))
    assert rows
    assert all(row.id < 0 for row in rows)
    for row in rows:
        assert room.open(row.id).article.title == row.title
        assert room.summarize(row.id)
        room.keep_position(row.id, Place("block", 0, 0, 1))
        assert room.passages(row.id) == ()
        assert room.number_of(row.id) == row.id
    assert room.library.shelf.counts(View()).total == 0


def test_what_was_made_of_a_sample_is_made_once(room: Newsroom) -> None:
    row = next(iter(room.every(View())))
    assert room.open(row.id).summaries is None
    made, glance = room.summarize(row.id), room.glance(row.id)
    assert room.summarize(row.id) is made and room.glance(row.id) is glance
    again = room.open(row.id)
    assert again.summaries is made and again.glance is glance


def test_a_passage_makes_a_sample_an_entry(room: Newsroom) -> None:
    before = [row.title for row in room.every(View())]
    where = first_block(room, -2)
    passage = room.mark_passage(-2, [where], "Who else?")
    number = room.number_of(-2)
    assert number > 0
    assert (passage.entry_id, passage.places, passage.note) == (number, (where,), "Who else?")
    assert room.open(number).passages == (passage,)
    assert room.row(number).passages == 1
    assert [row.title for row in room.every(View())] == before, "it stays where it stood in the list"


def test_a_second_passage_goes_to_the_same_entry(room: Newsroom) -> None:
    first = room.mark_passage(-2, [first_block(room, -2)])
    second = room.mark_passage(-2, [replace(first_block(room, -2), start=3)])
    assert first.entry_id == second.entry_id
    assert room.library.shelf.counts(View()).total == 1


def test_a_kept_sample_is_found_among_many_entries(room: Newsroom) -> None:
    room.mark([-3], starred=True)
    number = room.number_of(-3)
    add_stories(room, 15)
    assert not room.showcase.open
    assert room.number_of(-3) == number > 0
    assert room.number_of(-1) == -1
    assert room.number_of(number) == number


def test_hidden_samples_are_gone_but_what_was_kept_stays(room: Newsroom, tmp_path: Path) -> None:
    kept = room.mark_passage(-1, [first_block(room, -1)]).entry_id
    room.showcase.hide()
    assert not room.showcase.open
    assert [row.id for row in room.every(View())] == [kept]
    assert room.counts(View()).total == 1
    with newsroom.start(replace(Settings(), data_dir=tmp_path / "data"), Clock(), samples=True) as again:
        assert not again.showcase.open


def test_samples_can_be_hidden_before_anything_was_kept(room: Newsroom) -> None:
    room.showcase.hide()
    assert list(room.every(View())) == []
    assert room.groups(View()) == ()
    assert room.next_unread(View(), None) is None


def test_a_summary_of_an_entry_is_kept_and_points_into_the_article(room: Newsroom) -> None:
    number = room.keep(-1).id
    assert room.open(number).summaries is None
    made = room.summarize(number)
    reading = room.open(number)
    assert reading.summaries == made
    for summary in made:
        for point in summary.points:
            if summary.origin == "chosen" and point.place is not None:
                text = reading.article.blocks[point.place.index].text
                assert point.text == text[point.place.start : point.place.end]


def test_a_sample_can_be_exported_without_being_kept(room: Newsroom, tmp_path: Path) -> None:
    (outcome,) = room.export([-1], tmp_path / "out", "html")
    assert outcome.came == "new"
    assert Path(outcome.source).name.endswith("-sample1.html")
    assert room.number_of(-1) == -1


def test_the_samples_are_the_seeds_as_they_are_read() -> None:
    assert make_samples.SAMPLES.read_text("utf-8") == make_samples.samples()


def test_marking_all_read_keeps_the_samples_that_are_shown(room: Newsroom) -> None:
    shown = room.counts(View()).total
    room.mark_all(View())
    assert (room.counts(View()).total, room.counts(View()).unread) == (shown, 0)
    room.undo()
    assert room.counts(View()).unread == shown


def test_what_was_done_to_a_sample_and_taken_back_leaves_no_entry(room: Newsroom) -> None:
    before = list(room.every(View()))
    passage = room.mark_passage(-1, [first_block(room, -1)])
    room.mark([-2], starred=True)
    room.tag([-2], ["sea"])
    assert room.number_of(-1) == passage.entry_id > 0
    room.undo()
    assert room.number_of(-2) > 0, "it is starred yet"
    room.undo()
    room.undo()
    assert list(room.every(View())) == before and not room.library.shelf.sources()
    assert room.number_of(passage.entry_id) == -1 and room.open_again(room.open(-1)).passages == ()
    again = room.mark_passage(passage.entry_id, [first_block(room, -1)], "once more")
    assert room.number_of(passage.entry_id) == room.number_of(-1) == again.entry_id


def test_what_undo_can_still_take_back_keeps_a_sample_an_entry(room: Newsroom) -> None:
    room.mark([-1], starred=True)
    room.mark([-1], starred=False)
    room.mark_passage(-1, [first_block(room, -1)])
    room.undo()
    number = room.number_of(-1)
    assert number > 0 and room.row(number).starred is None
    room.undo()
    assert room.row(number).starred
    room.undo()
    assert room.number_of(-1) == -1


def test_a_sample_that_was_read_while_it_was_an_entry_is_a_read_sample_then(room: Newsroom) -> None:
    number = room.mark_passage(-1, [first_block(room, -1)]).entry_id
    room.see(number)
    room.undo()
    assert room.number_of(-1) == -1 and room.row(-1).read


def test_where_samples_are_not_shown_an_entry_stays_one(room: Newsroom) -> None:
    number = room.mark_passage(-1, [first_block(room, -1)]).entry_id
    add_stories(room, 1)
    room.undo()
    assert room.row(number).passages == 0


@pytest.mark.parametrize("view", [View(tag="sea"), View(folder="News"), View(state="starred")])
def test_a_view_of_what_samples_do_not_have_shows_none(room: Newsroom, view: View) -> None:
    assert room.counts(view).total == 0 and room.entries(view, 0, 5) == ()


def test_a_sample_that_was_read_is_no_entry_and_shown_as_read(room: Newsroom, tmp_path: Path) -> None:
    shown = room.counts(View())
    room.see(-1)
    assert room.library.shelf.counts(View()).total == 0
    assert room.row(-1).read is not None and room.open(-1).entry.read is not None
    assert room.counts(View()) == replace(shown, unread=shown.unread - 1)
    assert -1 not in [row.id for row in room.every(View(state="unread"))]
    with newsroom.start(replace(Settings(), data_dir=tmp_path / "data"), Clock(), samples=True) as again:
        assert again.row(-1).read is not None and again.row(-2).read is None


def test_a_sample_that_was_read_is_read_as_an_entry_too(room: Newsroom) -> None:
    room.see(-1)
    assert room.keep(-1).read is not None and room.keep(-2).read is None


def names(room: Newsroom, query: str) -> set[str]:
    """The titles that a query finds, by searching and by filtering."""
    found = {it.entry.title for it in room.search(query)}
    assert found == {row.title for row in room.every(View(query=query))}, query
    return found


def test_samples_are_searched_as_the_library_is(room: Newsroom) -> None:
    coffee, gate = room.row(-3).title, "The Gate That Closes Once a Winter Learns to Close Twice a Week"
    every = {row.title for row in room.every(View())}
    assert gate in every
    assert names(room, 'title:"gate that closes"') == {gate}
    assert names(room, '"closes that gate"') == set()
    assert names(room, "from:courier gate") == {gate}
    assert names(room, "is:unread") == every
    assert names(room, '-title:"gate that closes"') == every - {gate}
    assert names(room, f'title:"{coffee}" OR title:"gate that closes"') == {coffee, gate}
    with pytest.raises(UsageError):
        room.search("after:nonsense")


def test_what_was_read_is_no_longer_found_as_unread(room: Newsroom) -> None:
    first = room.row(-1).title
    assert first in names(room, "is:unread")
    room.see(-1)
    assert first not in names(room, "is:unread")


def test_without_a_folder_for_files_of_the_moment_it_is_said(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    with pytest.raises(LibraryError, match="samples cannot be searched"):
        room.search("gate")


def test_what_was_made_to_search_samples_goes_with_the_newsroom(room: Newsroom) -> None:
    room.search("gate")
    shelf = room.showcase._shelf
    assert shelf is not None
    folder = Path(shelf._folder.name)
    assert folder.is_dir()
    room.close()
    assert not folder.exists()


def test_a_sample_that_was_kept_is_found_once(room: Newsroom) -> None:
    number = room.keep(-1).id
    title = room.row(number).title
    assert [it.entry.id for it in room.search(f'title:"{title}"')] == [number]


def test_samples_do_not_stand_in_for_entries_that_are_muted(room: Newsroom) -> None:
    add_stories(room, 2)
    (source,) = room.web.sources()
    room.web.mute(source.source.id, 7)
    assert room.counts(View()).total == 0 and not room.showcase.open


def test_a_sample_that_is_put_off_leaves_the_others(room: Newsroom) -> None:
    shown = room.counts(View()).total
    room.snooze([-1], LATER)
    assert room.showcase.open and room.counts(View()).total == shown - 1


def test_rows_are_looked_up_by_the_numbers_that_somebody_knows(room: Newsroom) -> None:
    kept = room.keep(-1)
    assert {it: row.title for it, row in room.rows([-1, -2, kept.id]).items()} == {
        -1: kept.title,
        -2: room.row(-2).title,
        kept.id: kept.title,
    }
    room.delete([kept.id])
    assert set(room.rows([-1, -2, kept.id])) == {-2}


def test_samples_stand_in_the_order_that_is_asked_for(room: Newsroom) -> None:
    newest = [row.id for row in room.every(View())]
    room.see(newest[0])
    in_order = {order: list(room.every(View(order=order))) for order in ("oldest", "unread", "title", "longest")}
    assert [row.id for row in in_order["oldest"]] == newest[::-1]
    assert [row.id for row in in_order["unread"]] == [*newest[1:], newest[0]]
    assert (titles := [row.title.casefold() for row in in_order["title"]]) == sorted(titles)
    assert (words := [row.words for row in in_order["longest"]]) == sorted(words, reverse=True)


@pytest.mark.parametrize("view", [View(state="unread"), View(order="unread"), View()])
def test_the_next_unread_sample_is_found_from_one_that_was_just_read(room: Newsroom, view: View) -> None:
    ids = [it.id for it in room.entries(view, 0, 4)]
    room.see(ids[1])
    after, before = (room.next_unread(view, ids[1], step) for step in (1, -1))
    assert after is not None and after.id == ids[2]
    assert before is not None and before.id == ids[0]
