"""What can be asked of the newsroom, over a real library and real files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader import newsroom
from reader.errors import LibraryError, UnreadableError
from reader.model import Place, View
from reader.newsroom import Newsroom
from reader.settings import Settings
from tests.builders import Clock
from tests.fakes import PAGE

STORY = """{title}

The council of the old port voted on Tuesday to rebuild the {thing}, which a storm had broken in the autumn of 2019.

Work begins in spring. The plan keeps the stones that could be saved, and the masons will number each one of them.
"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with newsroom.start(replace(Settings(), data_dir=tmp_path / "data"), Clock(), samples=True) as opened:
        yield opened


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for thing in ("pier", "lighthouse", "fish market"):
        (folder / f"{thing}.txt").write_text(STORY.format(title=f"Port to rebuild its {thing}", thing=thing), "utf-8")
    return folder


def test_what_is_added_can_be_opened_at_once(room: Newsroom, pages: Path) -> None:
    (outcome,) = room.add([str(pages / "pier.txt")])
    assert outcome.came == "new"
    reading = room.open(outcome.entries[0])
    assert reading.article.title == "Port to rebuild its pier"
    assert reading.entry.read is None
    assert len(reading.article.blocks) == 2


def test_an_outcome_comes_for_each_page_and_failures_are_among_them(room: Newsroom, pages: Path) -> None:
    (pages / "empty.txt").write_bytes(b"")
    came = [outcome.came for outcome in room.add([str(pages), str(pages / "gone.txt")])]
    assert sorted(came) == ["failed", "failed", "new", "new", "new"]
    assert room.counts(View()).total == 3


def test_a_folder_is_a_source_of_its_own(room: Newsroom, pages: Path) -> None:
    list(room.add([str(pages)]))
    assert {entry.source for entry in room.every(View())} == {"pages"}


def test_the_list_counts_and_ranks_what_it_shows(room: Newsroom, pages: Path) -> None:
    list(room.add([str(pages)]))
    rows = room.entries(View(), 0, 10)
    assert [room.rank(View(), row.id) for row in rows] == [0, 1, 2]
    room.mark([rows[0].id], read=True)
    assert (room.counts(View()).total, room.counts(View()).unread) == (3, 2)
    assert rows[0].id not in {row.id for row in room.entries(View(state="unread"), 0, 10)}
    following = room.next_unread(View(), rows[0].id, 1)
    assert following is not None
    assert following.id == rows[1].id


def test_the_reading_position_comes_back(room: Newsroom, pages: Path) -> None:
    (outcome,) = room.add([str(pages / "pier.txt")])
    where = Place("block", 1, 12, 12)
    room.keep_position(outcome.entries[0], where)
    assert room.open(outcome.entries[0]).entry.position == where


def test_every_act_is_undone_in_turn(room: Newsroom, pages: Path) -> None:
    list(room.add([str(pages)]))
    before = list(room.every(View()))
    ids = [row.id for row in before]
    room.mark(ids, read=True)
    room.mark(ids[:1], starred=True)
    room.tag(ids, add=["stone"])
    room.delete(ids[1:])
    room.mark_all(View())
    labels = []
    while act := room.undo():
        labels.append(act.label)
    assert len(labels) == 4  # all was read already, so marking all changed nothing and is no act
    assert list(room.every(View())) == before


def test_what_is_not_there_is_an_error_of_two_lines(room: Newsroom, tmp_path: Path) -> None:
    for wrong in (lambda: room.open(7), lambda: room.keep(7)):
        with pytest.raises(LibraryError) as caught:
            wrong()
        assert len(str(caught.value).splitlines()) == 2
    with pytest.raises(UnreadableError):
        newsroom.read_source(str(tmp_path / "gone.txt"))


def test_two_newsrooms_see_each_other(room: Newsroom, pages: Path, tmp_path: Path) -> None:
    (outcome,) = room.add([str(pages / "pier.txt")])
    before = room.stamp()
    with newsroom.start(replace(Settings(), data_dir=tmp_path / "data"), Clock(), samples=True) as other:
        other.mark(outcome.entries, starred=True)
    assert room.stamp() != before
    assert room.open(outcome.entries[0]).entry.starred is not None


def test_of_a_folder_all_that_can_be_read_comes_in(
    room: Newsroom, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pages / "b-long.txt").write_text("long " * 5_000)
    monkeypatch.setattr("reader.files.LARGEST", 20_000)
    came = list(room.add([str(pages)]))
    assert sorted(it.came for it in came) == ["failed", "new", "new", "new"]
    (failed,) = (it for it in came if it.came == "failed")
    assert failed.source == str(pages / "b-long.txt")


def test_a_file_that_is_there_is_no_address(room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harbor.example").write_text("Ferry line to reopen\n\nThe harbor ferry will sail again in May.\n")
    (came,) = room.add(["harbor.example"])
    assert (came.came, came.source) == ("new", str(tmp_path / "harbor.example"))


def test_another_article_in_a_file_of_the_same_name_is_another_entry(room: Newsroom, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    for number in (1, 2):
        link = f"<link rel=canonical href=https://courier.example/{number}>"
        file.write_bytes(PAGE.replace(b"</title>", f" {number}</title>{link}".encode()))
        assert [it.came for it in room.add([str(file)])] == ["new"]
    assert room.counts(View()).total == 2


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"<?xml version='1.0'?><!-- a page --><html><body><p>The ferry sails again.</p></body></html>", True),
        (b"<?xml version='1.0'?><svg xmlns='x'><text>The ferry sails again.</text></svg>", False),
        (b"<?xml version='1.0'?>", False),
        (b"<m:math xmlns:m='x'><m:mi>The ferry sails again.</m:mi></m:math>", False),
    ],
)
def test_xml_is_read_where_it_is_a_page(room: Newsroom, tmp_path: Path, data: bytes, read: bool) -> None:
    (tmp_path / "page.xml").write_bytes(data)
    assert [it.came for it in room.add([str(tmp_path / "page.xml")])] == ["new" if read else "failed"]
