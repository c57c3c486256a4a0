"""Passages filtered, searched, come back to; notes in the person's editor, whatever becomes of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from reader import newsroom
from reader.errors import ReaderError, UsageError
from reader.library import Origin
from reader.model import Passage
from reader.newsroom import Newsroom
from tests.builders import NOON, Clock, an_article, place
from tests.tui.conftest import settings

HARBOR = Origin("feed", "https://harbor.example/feed", "Harbor Courier")
INLAND = Origin("feed", "https://inland.example/feed", "Inland Post")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(tmp_path: Path, clock: Clock) -> Iterator[Newsroom]:
    with newsroom.start(settings(tmp_path), clock) as started:
        yield started


@pytest.fixture
def marked(room: Newsroom, clock: Clock) -> list[Passage]:
    """Three passages of two articles, a day after one another."""
    article = an_article(url="https://harbor.example/ferry", publisher="Harbor Courier")
    other = an_article("Écoles will close early.", title="Schools", url="https://inland.example/s", published=NOON)
    first = room.library.shelf.add(article, HARBOR, fetched=NOON).entry_id
    second = room.library.shelf.add(other, INLAND, fetched=NOON).entry_id
    made = [room.mark_passage(first, [place(2, 0, 30)], "Who pays the rest?", kind="green")]
    clock.now += timedelta(days=1)
    made.append(room.mark_passage(first, [place(0, 0, 49)]))
    clock.now += timedelta(days=1)
    made.append(room.mark_passage(second, [place(0, 0, 24)], "ÜBER the top"))
    room.change_passage(made[0].id, tags=("money", "city"))
    room.change_passage(made[2].id, tags=("Région",))
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        *(("ferry", [1]), ("pays", [0]), ("note:pays", [0]), ("note:city", []), ("ecoles", [2]), ("uber", [2])),
        *(("#money", [0]), ("#reg", [2]), ("tag:region", [2]), ("-#money", [2, 1]), ("from:inland", [2])),
        *(("from:harbor.example", [1, 0]), ("title:schools", [2]), ("kind:green", [0]), ("-kind:green", [2, 1])),
        *(("after:2026-03-15 before:2026-03-16", [1]), ("is:noted", [2, 0]), ("is:gone", []), ("-is:noted", [1])),
        *(("half from:harbor", [0]), ("", [2, 1, 0])),
    ],
)
def test_filters(room: Newsroom, marked: list[Passage], query: str, found: list[int]) -> None:
    assert [it.id for it in room.passages(filter=query)] == [marked[it].id for it in found]


def test_a_limit_gives_the_newest(room: Newsroom, marked: list[Passage]) -> None:
    assert [it.id for it in room.passages(limit=2)] == [marked[2].id, marked[1].id]


def test_the_passage_of_the_day_stays_all_day_and_all_have_their_day(room: Newsroom, marked: list[Passage]) -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(60)]
    found = [room.margins.of_the_day(day) for day in days]
    assert found == [room.margins.of_the_day(day) for day in days]
    assert {it.id for it in found if it} == {it.id for it in marked}


def test_the_library_is_searched_in_the_margins_too(room: Newsroom, marked: list[Passage]) -> None:
    (found,) = room.search("rest pays")
    assert found.entry.id == marked[0].entry_id and "Who pays the rest?" in found.snippet
    assert [found.snippet[a:b] for a, b in found.spans] == ["pays", "rest"]
    assert len(room.search("ferry")) == 1, "found by its text: not twice"
    (found,) = room.search("#money pays")
    assert found.snippet == "¶ #money Who pays the rest?" and len(found.spans) == 2
    (found,) = room.search("#reg")
    assert found.entry.id == marked[2].entry_id and not room.search("#nothing")
    assert not room.search("title:pays") and not room.search("rest -pays"), "only words are looked for there"


def test_beyond_the_last_passage_comes_the_next_article_with_some(room: Newsroom, marked: list[Passage]) -> None:
    first = room.margins.beyond(marked[2].entry_id, 1)
    assert first is not None and first.id == marked[1].id, "in reading order"
    assert room.margins.beyond(first.entry_id, 1) is None
    back = room.margins.beyond(first.entry_id, -1)
    assert back is not None and back.id == marked[2].id
    assert room.margins.beyond(marked[2].entry_id, -1) is None


# Notes in an editor


def use_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    script = tmp_path / "editor.py"
    script.write_text(f"import sys, os, signal, pathlib\nfile = pathlib.Path(sys.argv[1])\n{code}\n")
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}"')


def test_a_note_goes_to_the_editor_and_comes_back_clean(
    room: Newsroom, marked: list[Passage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_editor(tmp_path, monkeypatch, r"file.write_bytes(file.read_bytes() + b'two\x1b[31m\r\nthree\n')")
    assert room.margins.edit(marked[0]) == "Who pays the rest?\ntwo[31m\nthree"


@pytest.mark.parametrize("end", ["sys.exit(3)", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_what_was_saved_before_the_editor_failed_is_there_the_next_time(
    room: Newsroom, marked: list[Passage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    use_editor(tmp_path, monkeypatch, f"file.write_text('half a thought')\n{end}")
    with pytest.raises(ReaderError, match="did not end well"):
        room.margins.edit(marked[0])
    assert room.passages(marked[0].entry_id)[0].note == "Who pays the rest?"
    use_editor(tmp_path, monkeypatch, "file.write_text(file.read_text() + ', whole')")
    assert room.margins.edit(marked[0]) == "half a thought, whole"
    room.margins.forget_draft(marked[0].id)
    assert room.margins.edit(marked[0]) == "Who pays the rest?\n, whole", "the draft is gone"


def test_a_note_of_a_megabyte_is_written_found_and_taken_back(
    room: Newsroom, marked: list[Passage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_editor(tmp_path, monkeypatch, "file.write_text('word ' * 200_000 + 'walrus')")
    note = room.margins.edit(marked[1])
    room.change_passage(marked[1].id, note=note)
    assert len(room.passages(filter="walrus")[0].note) > 1_000_000
    room.undo()
    assert not room.passages(filter="walrus")


def test_an_editor_that_leaves_too_much_is_told_and_nothing_is_lost(
    room: Newsroom, marked: list[Passage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_editor(tmp_path, monkeypatch, "file.write_bytes(b'x' * (2**24 + 1))")
    with pytest.raises(ReaderError, match="longer than 16 MB"):
        room.margins.edit(marked[1])
    assert next((tmp_path / "drafts").iterdir()).stat().st_size > 2**24


def test_joining_and_splitting_refuse_what_leaves_nothing(room: Newsroom, marked: list[Passage]) -> None:
    article = room.open(marked[0].entry_id).article
    with pytest.raises(UsageError, match="Only passages that stand"):
        room.margins.join([marked[0].id], article)
    for at in (place(0, 0, 5), place(1, 0, 5)):
        with pytest.raises(UsageError, match="cannot be split there"):
            room.margins.split(marked[1].id, article, at)
    assert len(room.passages()) == 3


def test_an_article_that_came_anew_meanwhile_is_not_rearranged(room: Newsroom, marked: list[Passage]) -> None:
    before = room.open(marked[0].entry_id).article
    room.library.shelf.add(an_article("Another text.", url="https://harbor.example/ferry"), HARBOR, fetched=NOON)
    with pytest.raises(UsageError, match="come anew meanwhile"):
        room.margins.reshape(marked[0].id, before, [place(0, 0, 9)])
    assert room.library.margins.passage(marked[0].id).places == marked[0].places


def test_hits_are_not_marked_where_folding_moves_the_letters(room: Newsroom) -> None:
    article = an_article("Der Damm bleibt zu.", title="Damm", url="https://harbor.example/s")
    entry = room.library.shelf.add(article, HARBOR, fetched=NOON).entry_id
    for note, marks in (("Die Straße am Hafen?", ()), ("Der Weg am Hafen?", ((13, 18),))):
        room.mark_passage(entry, [place(0, 0, 19)], note)
        (found,) = room.search("hafen")
        assert (found.snippet, found.spans) == (f"¶ {note}", marks)
        room.undo()


def test_from_an_article_without_passages_one_comes_to_the_nearest_with_some(room: Newsroom) -> None:
    ids = [
        room.library.shelf.add(
            an_article(title=f"Story {number}", published=NOON - timedelta(hours=number)), HARBOR, fetched=NOON
        ).entry_id
        for number in range(5)
    ]
    newer, older = (room.mark_passage(ids[number], [place(0, 0, 9)]) for number in (0, 4))
    assert room.margins.beyond(ids[2], 1) == older
    assert room.margins.beyond(ids[2], -1) == newer
    assert room.margins.beyond(older.entry_id, 1) is None


def test_words_within_one_another_are_shown_as_one_hit(room: Newsroom) -> None:
    entry = room.library.shelf.add(an_article(title="Story"), HARBOR, fetched=NOON).entry_id
    room.mark_passage(entry, [place(0, 0, 9)], "the harborside is near")
    (found,) = room.search("harborside arb sid near")
    assert [found.snippet[a:b] for a, b in found.spans] == ["harborside", "near"]


def test_only_two_passages_that_stand_in_the_article_are_joined(room: Newsroom, marked: list[Passage]) -> None:
    one = marked[0]
    article = room.open(one.entry_id).article
    other = room.mark_passage(one.entry_id, [place(1, 0, 5)])
    with pytest.raises(UsageError, match="can be joined"):
        room.margins.join([one.id, one.id], article)
    room.library.margins.move(other.id, (), "gone", 1)
    with pytest.raises(UsageError, match="can be joined"):
        room.margins.join([one.id, other.id], article)


@pytest.mark.parametrize(
    ("meanwhile", "text", "kept"),
    [
        ("Who pays the rest?", "The county.", "The county."),
        ("Who pays the rest?", "", ""),
        ("The city.", "Who pays the rest?", "The city."),  # looked at and left as it was
        ("The city.", "The county.", "The city.\n\nThe county."),
        ("The city.", "", "The city."),
        ("", "The county.", "The county."),
        ("Who? The county.", "The county.", "Who? The county."),
    ],
)
def test_a_note_that_another_window_wrote_meanwhile_stays(
    room: Newsroom, marked: list[Passage], meanwhile: str, text: str, kept: str
) -> None:
    begun = room.library.margins.passage(marked[0].id)
    room.change_passage(begun.id, note=meanwhile)
    assert room.margins.note(begun, text).note == kept
    assert room.library.margins.passage(begun.id).note == kept
