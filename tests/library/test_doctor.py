"""A library that is not whole: it is said what is wrong, and what can be read is saved, never over the old file."""

from __future__ import annotations

import random
import re
import sqlite3
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.library.backup import restore
from reader.library.doctor import Finding, examine, is_whole
from reader.library.repair import _KEYED, _TABLES, repair
from reader.library.schema import FOLDING, STEPS
from reader.model import View
from tests.builders import NOON, Clock, an_article
from tests.library.conftest import HARBOR, add

ARTICLES = 80


@pytest.fixture
def path(tmp_path: Path, clock: Clock) -> Path:
    """A closed library of eighty articles whose texts fill many pages, with passages, tags and a copy."""
    chance = random.Random(5)
    with Library.open(tmp_path / "library.db", clock=clock) as library:
        for number in range(ARTICLES):
            text = " ".join("".join(chance.choices("abcdefghij", k=6)) for _ in range(400))
            article = an_article(f"Word{number} {text}", title=f"Story {number}", url=f"https://a.example/{number}")
            entry_id = library.shelf.add(article, HARBOR, fetched=NOON).entry_id
            if number % 10 == 0:
                library.margins.add(entry_id, f"Word{number}", (), "{}", note="why")
                library.shelf.tag([entry_id], add=("sea",))
    return tmp_path / "library.db"


def wrong(path: Path) -> list[Finding]:
    return [it for it in examine(path) if not it.well]


def sql(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def pages_of(path: Path, name: str) -> list[int]:
    """The leaf pages of a table, by number from 1."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    found = [row[0] for row in db.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (name,))]
    db.close()
    return found


def damage(path: Path, page: int) -> None:
    """Overwrite a page of the file with what a dying disk leaves."""
    with path.open("r+b") as file:
        file.seek((page - 1) * 8192)
        file.write(random.Random(page).randbytes(8192))


def test_a_whole_library_is_found_whole(path: Path) -> None:
    findings = list(examine(path))
    assert all(it.well for it in findings), findings
    assert any("80 articles" in it.said for it in findings)
    assert is_whole(path)


def test_no_library_is_no_fault(tmp_path: Path) -> None:
    assert [it.well for it in examine(tmp_path / "none.db")] == [True]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DROP TABLE terms", "terms"),
        ("DROP INDEX entries_newest", "entries_newest missing"),
        ("DROP TRIGGER entry_came", "entry_came missing"),
        ("INSERT INTO terms (terms) VALUES ('delete-all')", "80 articles are missing"),
        ("DELETE FROM versions WHERE id >> 20 = 3", "1 are missing"),
        ("UPDATE versions SET body = x'0011' WHERE id >> 20 = 3", "1 of 80 cannot be read"),
        ("DELETE FROM entries WHERE id = 1", "1 of versions"),
        ("UPDATE day_counts SET unread = unread + 1", "1 are not right"),
    ],
)
def test_what_is_wrong_is_said_and_mended_in_a_new_file(path: Path, clock: Clock, statement: str, said: str) -> None:
    sql(path, statement)
    before = path.read_bytes()
    found = wrong(path)
    assert any(said in it.said for it in found), found
    assert all("doctor --repair" in it.advice for it in found)
    mended = repair(path, clock)
    assert path.read_bytes() == before, "the old file is never written to"
    assert wrong(mended.file) == []
    with Library.open(mended.file, clock=clock) as library:
        assert library.shelf.counts(View()).total == ARTICLES
        assert len(library.margins.all()) == 8
        assert len(library.index.search("word79")) == 1


@pytest.mark.parametrize("table", ["versions", "entries", "terms_data", "passages", "identities"])
def test_a_damaged_page_costs_only_what_stood_on_it(path: Path, clock: Clock, table: str) -> None:
    page = pages_of(path, table)[len(pages_of(path, table)) // 2]
    damage(path, page)
    assert wrong(path)
    mended = repair(path, clock)
    assert wrong(mended.file) == []
    with Library.open(mended.file, clock=clock) as library:
        rows = library.shelf.window(View(), 0, 99)
        texts = [library.shelf.article(it.id) for it in rows]
        assert len(rows) == ARTICLES, "a row or a text is enough to keep the entry"
        assert sum(it.truncated is not None for it in texts) <= 6
        for found in rows:
            library.shelf.entry(found.id)


def test_holes_are_filled_from_the_newest_copy(path: Path, clock: Clock) -> None:
    with Library.open(path, clock=clock) as library:
        library.backup.copy()
    for page in pages_of(path, "versions")[3:9]:
        damage(path, page)
    mended = repair(path, clock)
    assert mended.from_copy > 0
    with Library.open(mended.file, clock=clock) as library:
        texts = [library.shelf.article(it.id) for it in library.shelf.window(View(), 0, 99)]
        assert not any(it.truncated for it in texts)


def test_a_damaged_library_says_what_to_do_when_it_is_used(path: Path, clock: Clock) -> None:
    for page in pages_of(path, "versions"):
        damage(path, page)
    with pytest.raises(LibraryError) as caught, Library.open(path, clock=clock) as library:
        for it in library.shelf.window(View(), 0, 99):
            library.shelf.article(it.id)
    assert "doctor" in caught.value.advice


def test_the_mended_file_is_put_in_its_place_by_restoring_it(path: Path, clock: Clock) -> None:
    sql(path, "DROP TABLE terms")
    mended = repair(path, clock)
    restored = restore(path, mended.file, clock)
    assert restored.aside is not None
    assert restored.aside.exists()
    assert wrong(path) == []


def test_a_file_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    file.write_bytes(b"not a database at all, but long enough to be looked at" * 100)
    assert "not a library" in wrong(file)[0].said
    assert not is_whole(file)
    sql(tmp_path / "other.db", "CREATE TABLE t (x)")
    assert "is not a library" in wrong(tmp_path / "other.db")[0].said


def test_small_things_are_found_in_a_library_that_is_open(tmp_path: Path, clock: Clock) -> None:
    with Library.open(tmp_path / "library.db", clock=clock) as library:
        add(library, 1)
        assert wrong(library.path) == []


def test_what_waits_for_a_network_is_saved_too(library: Library, clock: Clock) -> None:
    library.visits.put_off("https://jo:pw@a.example/", "https://a.example/")
    with Library.open(repair(library.path, clock).file, clock=clock) as mended:
        assert [it.target for it in mended.visits.waiting("add")] == ["https://jo:pw@a.example/"]


def test_what_a_library_knows_of_itself_is_saved_too(path: Path, clock: Clock) -> None:
    with Library.open(path, clock=clock) as library:
        library.remember("widths", "34 76 34")
        machine = library.instance.machine
    with Library.open(repair(path, clock).file, clock=clock) as mended:
        assert mended.recall("widths") == "34 76 34"
        assert mended.instance.machine == machine
        assert mended.recall("folding") == str(FOLDING), "of the index that was made anew"


def test_what_a_library_knew_of_itself_is_taken_from_a_copy(path: Path, clock: Clock) -> None:
    with Library.open(path, clock=clock) as library:
        library.remember("widths", "34 76 34")
        machine = library.instance.machine
        library.backup.copy()
    for page in pages_of(path, "facts"):
        damage(path, page)
    with Library.open(repair(path, clock).file, clock=clock) as mended:
        assert (mended.recall("widths"), mended.instance.machine) == ("34 76 34", machine)


def test_an_import_that_was_interrupted_goes_on_in_the_mended_library(path: Path, clock: Clock) -> None:
    sql(path, "INSERT INTO imports VALUES ('all.jsonl|9|9', 800, 4096, 1, '{}')")
    with Library.open(repair(path, clock).file, clock=clock) as mended:
        assert mended.db.rows("SELECT file, line, offset FROM imports") == [("all.jsonl|9|9", 800, 4096)]


def test_numbers_that_were_given_are_not_given_again_after_a_repair(path: Path, clock: Clock) -> None:
    with Library.open(path, clock=clock) as library:
        last = add(library, 500)
        library.shelf.delete([last])
        library.keeping.empty_trash()
        acted = library.instance.id
    with Library.open(repair(path, clock).file, clock=clock) as mended:
        assert add(mended, 501) > last, "acts and exports still speak of the number"
        assert mended.instance.id > acted, "or it would take acts of another for its own"


def test_every_table_is_saved_or_made_anew() -> None:
    anew = {"publishers", "summaries", "spellings", "instances", "leases", "source_counts", "day_counts", "terms"}
    tables = set(re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", "".join(STEPS)))
    assert tables == {*_TABLES, *_KEYED} | anew
