"""Copies are taken in time, thinned out, and brought back without anything being overwritten."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.library.backup import copies_of, free_name, restore
from reader.library.opening import opened
from reader.library.schema import STEPS
from reader.model import View
from tests.builders import Clock
from tests.library.conftest import add


def test_a_copy_is_due_once_a_day(library: Library, clock: Clock) -> None:
    assert library.backup.due()
    library.backup.copy()
    assert not library.backup.due()
    clock.now += timedelta(hours=25)
    assert library.backup.due()


def test_a_clock_that_was_set_back_does_not_keep_copies_from_being_taken(library: Library, clock: Clock) -> None:
    library.backup.copy()
    clock.now -= timedelta(days=400)
    assert library.backup.due()


def test_only_the_newest_copies_are_kept_and_all_from_before_an_upgrade(library: Library, clock: Clock) -> None:
    folder = library.backup.folder
    folder.mkdir()
    for day in (1, 2, 3):
        (folder / f"library-form1-2020010{day}-000000.db").write_bytes(b"")
    for _ in range(5):
        clock.now += timedelta(days=1)
        library.backup.copy()
    names = [it.name for it in library.backup.copies()]
    assert names == [
        "library-20260319-120000.db",
        "library-20260318-120000.db",
        "library-20260317-120000.db",
        "library-form1-20200103-000000.db",
        "library-form1-20200102-000000.db",
        "library-form1-20200101-000000.db",
    ]


def test_a_copy_is_brought_back_and_what_was_there_is_put_aside(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, clock=clock) as library:
        first = add(library, 1)
        copy = library.backup.copy()
        add(library, 2)
    restored = restore(path, copy, clock)
    with Library.open(path, clock=clock) as library:
        assert library.shelf.ids(View()) == [first]
    assert restored.aside is not None
    with Library.open(restored.aside, clock=clock) as aside:
        assert aside.shelf.counts(View()).total == 2
    assert restore(path, restored.aside, clock).aside != restored.aside
    assert len(list(tmp_path.glob("library-replaced-*.db"))) == 2


def test_a_copy_never_takes_the_place_of_a_file(library: Library, tmp_path: Path) -> None:
    library.backup.copy(tmp_path / "mine.db")
    before = (tmp_path / "mine.db").read_bytes()
    add(library, 1)
    with pytest.raises(LibraryError):
        library.backup.copy(tmp_path / "mine.db")
    assert (tmp_path / "mine.db").read_bytes() == before


def test_nothing_is_put_in_the_place_of_a_library_that_is_open(library: Library, clock: Clock) -> None:
    add(library, 1)
    copy = library.backup.copy()
    with pytest.raises(LibraryError) as caught:
        restore(library.path, copy, clock)
    assert caught.value.happened == "Another newsreader has the library open."
    add(library, 2)
    assert library.shelf.counts(View()).total == 2


def test_what_is_no_library_is_not_brought_back(library: Library, clock: Clock, tmp_path: Path) -> None:
    add(library, 1)
    library.close()
    (tmp_path / "other.db").write_bytes(b"something else" * 1000)
    for wrong in ("other.db", "none.db"):
        with pytest.raises(LibraryError):
            restore(library.path, tmp_path / wrong, clock)
    with Library.open(library.path, clock=clock) as again:
        assert again.shelf.counts(View()).total == 1


def test_a_copy_is_taken_before_each_migration(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, clock=clock) as library:
        add(library, 1)
    opened(path, clock, (*STEPS, "CREATE TABLE more (x);")).close()
    (copy,) = copies_of(path)
    assert f"form{len(STEPS)}" in copy.name
    with Library.open(copy, clock=clock) as before:
        assert before.shelf.counts(View()).total == 1
    with pytest.raises(LibraryError) as caught:
        Library.open(path, clock=clock)
    assert "newer newsreader" in caught.value.happened


def test_a_migration_that_fails_leaves_the_library_as_it_was(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, clock=clock) as library:
        add(library, 1)
    with pytest.raises(LibraryError):
        opened(path, clock, (*STEPS, "CREATE TABLE more (x); CREATE TABLE entries (x);"))
    with Library.open(path, clock=clock) as library:
        assert library.shelf.counts(View()).total == 1
        assert library.db.value("SELECT count(*) FROM sqlite_master WHERE name = 'more'") == 0


def test_words_folded_otherwise_make_the_index_anew(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, clock=clock) as library:
        entry_id = add(library, 1)
    db = sqlite3.connect(path)
    db.execute("UPDATE facts SET value = 0 WHERE name = 'folding'")
    db.execute("INSERT INTO terms (terms) VALUES ('delete-all')")
    db.commit()
    db.close()
    with Library.open(path, clock=clock) as library:
        assert [it.entry.id for it in library.index.search("ferry")] == [entry_id]
        assert len(library.backup.copies()) == 1


def test_without_room_for_the_copy_the_library_is_what_it_was(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, clock=clock) as library:
        copy = library.backup.copy()
        first = add(library, 1)

    def full(*_: object) -> None:
        raise LibraryError("The disk is full.", "Make room.")

    monkeypatch.setattr("reader.library.backup.copied", full)
    with pytest.raises(LibraryError, match="full"):
        restore(path, copy, clock)
    assert not list(tmp_path.glob("library-replaced-*"))
    with Library.open(path, clock=clock) as library:
        assert library.shelf.ids(View()) == [first]


def test_a_name_that_is_taken_gets_the_next_number(tmp_path: Path) -> None:
    wished = tmp_path / "library-replaced.db"
    made = []
    for _ in range(3):
        made.append(free_name(wished).name)
        (tmp_path / made[-1]).touch()
    assert made == ["library-replaced.db", "library-replaced-2.db", "library-replaced-3.db"]
