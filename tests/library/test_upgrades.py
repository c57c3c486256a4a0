"""Libraries as each released form was made, by the program of that time, opened by today's: everything is in them.

`released/form1.db.gz` and so on hold three articles (one in two versions; read, starred, tagged, bookmarked, read half)
and a saved search. A new form adds a file here; none is ever made anew.
"""

from __future__ import annotations

import gzip
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library, Origin
from reader.library.backup import KEPT, copies_of
from reader.library.doctor import examine
from reader.library.opening import opened
from reader.library.schema import NEWEST, STEPS
from reader.model import Place, View
from tests.builders import NOON, Clock, an_article

RELEASED = Path(__file__).with_name("released")
FORMS = range(1, NEWEST + 1)


def released(form: int, folder: Path) -> Path:
    """A library of that form in a folder."""
    path = folder / "library.db"
    path.write_bytes(gzip.decompress((RELEASED / f"form{form}.db.gz").read_bytes()))
    return path


def form_of(path: Path) -> int:
    db = sqlite3.connect(path)
    try:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()


@pytest.mark.parametrize("form", FORMS)
def test_everything_is_in_it(form: int, tmp_path: Path, clock: Clock) -> None:
    path = released(form, tmp_path)
    assert form_of(path) == form
    with Library.open(path, clock=clock) as library:
        rows = {row.title: row for row in library.shelf.window(View(), 0, 9)}
        first, second, third = (rows[f"Story {number}"] for number in (1, 2, 3))
        assert (bool(first.read), bool(second.read), bool(second.starred), second.tags) == (
            True,
            False,
            True,
            ("harbor", "later"),
        )
        assert third.position == Place("block", 2, 0, 5)
        assert first.versions == 2
        assert [
            it.blocks[0].text[-20:] for it in (library.shelf.article(first.id, 1), library.shelf.article(first.id))
        ] == [
            "will sail again in May."[-20:],
            "June, it is said now."[-20:],
        ]
        (passage,) = library.margins.of(second.id)
        assert (passage.quote, passage.note) == ("We kept the engine warm", "Ask her")
        assert [it.entry.title for it in library.index.search("engine")] == ["Story 2", "Story 3"]
        assert [(it.name, it.query) for it in library.searches.all()] == [("ferries", "ferry is:unread")]
        (source,) = library.shelf.sources()
        assert (source.address, source.title, source.folder) == (
            "https://harbor.example/feed",
            "Harbor Courier",
            "Press/Harbor",
        )
        assert library.journal.undo() is not None
    assert form_of(path) == NEWEST
    assert [it for it in examine(path) if not it.well] == []


@pytest.mark.parametrize("form", FORMS)
def test_what_it_was_before_is_kept_however_many_copies_follow(form: int, tmp_path: Path, clock: Clock) -> None:
    path = released(form, tmp_path)
    with Library.open(path, clock=clock) as library:
        for day in range(2 * KEPT + 1):
            clock.now = NOON + timedelta(days=day)
            article = an_article(title=f"Day {day}", url=f"https://a.example/{day}")
            library.shelf.add(article, Origin("folder", "/x", "X"), fetched=clock.now)
            library.backup.copy()
    before = [copy for copy in copies_of(path) if f"form{form}" in copy.name]
    assert len(before) == (form < NEWEST)
    assert all(form_of(copy) == form for copy in before)


@pytest.mark.parametrize("form", FORMS)
def test_an_older_program_refuses_it_in_two_lines_and_leaves_it_as_it_is(
    form: int, tmp_path: Path, clock: Clock
) -> None:
    path = released(NEWEST, tmp_path)
    opened(path, clock, (*STEPS, "CREATE TABLE more (x);")).close()
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        opened(path, clock, STEPS[:form])
    assert len(str(caught.value).splitlines()) == 2
    assert path.read_bytes() == before


def test_each_form_has_its_library() -> None:
    assert {file.name for file in RELEASED.iterdir()} == {f"form{form}.db.gz" for form in FORMS}
