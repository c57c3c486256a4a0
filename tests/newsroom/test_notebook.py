"""Passages as a folder of notes, and files of passages brought in, over a real library."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import ReaderError, UsageError
from reader.library import Library, Origin
from reader.newsroom import marking, notebook
from reader.newsroom.notebook import Brought, Written
from tests.builders import NOON, Clock, an_article, place

HARBOR = Origin("feed", "https://harbor.example/feed", "Harbor Courier")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", clock=Clock()) as opened:
        yield opened


@pytest.fixture
def entry(library: Library) -> int:
    """The number of an article with two passages."""
    article = an_article(url="https://harbor.example/ferry")
    made = library.shelf.add(article, HARBOR, fetched=NOON).entry_id
    marking.mark(library, made, article, [place(2, 0, 18)], "Who pays the rest?", tags=("money",))
    marking.mark(library, made, article, [place(0, 30, 57)], kind="blue")
    return made


def write(library: Library, folder: Path, template: str | None = None) -> Written:
    return notebook.write_notes(library, library.margins.all(), folder, template)


def test_a_note_is_written_once_and_left_alone_while_nothing_changes(
    library: Library, entry: int, tmp_path: Path
) -> None:
    assert write(library, tmp_path / "notes") == Written(new=1)
    (note,) = (tmp_path / "notes").iterdir()
    before = note.stat().st_mtime_ns
    assert write(library, tmp_path / "notes") == Written(same=1)
    assert note.stat().st_mtime_ns == before
    assert note.read_text("utf-8").index("sail again") < note.read_text("utf-8").index("Who pays the rest?")


def test_a_change_is_written_into_the_same_note(library: Library, entry: int, tmp_path: Path) -> None:
    write(library, tmp_path)
    (first, *_) = library.margins.of(entry)
    library.margins.change(first.id, note="The province does.")
    library.shelf.add(an_article(title="Ferry is back", url="https://harbor.example/ferry"), HARBOR, fetched=NOON)
    assert write(library, tmp_path) == Written(changed=1)
    (note,) = tmp_path.glob("*.md")
    assert "The province does." in note.read_text("utf-8") and "Ferry is back" in note.read_text("utf-8")


def test_what_a_person_wrote_into_a_note_stays(library: Library, entry: int, tmp_path: Path) -> None:
    write(library, tmp_path)
    (note,) = tmp_path.glob("*.md")
    note.write_text(note.read_text("utf-8") + "\nMy own thoughts.\n", "utf-8")
    assert write(library, tmp_path) == Written(same=1)
    marking.mark(library, entry, library.shelf.article(entry), [place(1, 0, 20)])
    assert write(library, tmp_path) == Written(grown=1)
    text = note.read_text("utf-8")
    assert "My own thoughts." in text and "We kept the engine" in text


def test_a_folder_that_cannot_be_written_is_named(library: Library, entry: int, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    with pytest.raises(ReaderError) as caught:
        write(library, tmp_path / "taken")
    assert "taken" in caught.value.happened
    if os.geteuid() != 0:
        locked = tmp_path / "locked"
        locked.mkdir(mode=0o500)
        with pytest.raises(ReaderError):
            write(library, locked)


def test_a_bad_template_writes_nothing(library: Library, entry: int, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        write(library, tmp_path / "notes", "$nobody")
    assert not (tmp_path / "notes").exists()


@pytest.mark.parametrize("form", ["json", "csv", "w3c"])
def test_a_file_brings_back_what_was_deleted_and_nothing_twice(library: Library, entry: int, form: str) -> None:
    before = library.margins.of(entry)
    text = notebook.as_text(library, before, form)
    assert notebook.bring_in(library, text) == Brought(0, 2, 0, 0)
    for passage in before:
        library.margins.delete(passage.id)
    assert notebook.bring_in(library, text) == Brought(2, 0, 0, 0)
    after = {it.id: it for it in library.margins.of(entry)}
    for passage in before:
        it = after[passage.id]
        assert (it.quote, it.places, it.note, it.kind, it.tags, it.state) == (
            passage.quote, passage.places, passage.note, passage.kind, passage.tags, "same"
        )  # fmt: skip
    library.journal.undo()
    assert library.margins.of(entry) == ()


def annotation(exact: str, source: str = "https://harbor.example/ferry", **around: str) -> str:
    selector = {"type": "TextQuoteSelector", "exact": exact} | around
    return json.dumps({"type": "Annotation", "target": {"source": source, "selector": selector}})


def test_a_file_of_another_page_adds_nothing(library: Library, entry: int) -> None:
    assert notebook.bring_in(library, annotation("The city pays", "https://elsewhere.example/a")) == Brought(0, 0, 1, 0)
    assert len(library.margins.of(entry)) == 2


def test_a_foreign_annotation_finds_its_place_by_what_stands_around_it(library: Library) -> None:
    article = an_article("He said no. She said no. They said no.", url="https://harbor.example/no")
    entry = library.shelf.add(article, HARBOR, fetched=NOON).entry_id
    text = annotation("said no", "http://www.harbor.example/no/#top", prefix="She ", suffix=". They")
    assert notebook.bring_in(library, text) == Brought(1, 0, 0, 0)
    assert library.margins.of(entry)[0].places == (place(0, 16, 23),)


def test_a_foreign_quote_that_no_longer_stands_keeps_its_words(library: Library, entry: int) -> None:
    text = annotation("Tourists are welcome at any time of the year")
    assert notebook.bring_in(library, text) == Brought(1, 0, 0, 1)
    lost = next(it for it in library.margins.of(entry) if it.state == "gone")
    assert (lost.quote, lost.places) == ("Tourists are welcome at any time of the year", ())


def test_a_note_of_a_million_characters_goes_out_and_comes_back(library: Library, entry: int, tmp_path: Path) -> None:
    long = "a long note\n" * 80_000
    (first, *_) = library.margins.of(entry)
    library.margins.change(first.id, note=long)
    text = notebook.as_text(library, library.margins.of(entry), "csv")
    library.margins.delete(first.id)
    assert notebook.bring_in(library, text).added == 1
    assert library.margins.passage(first.id).note == long
    assert write(library, tmp_path) == Written(new=1)


def test_what_a_killed_program_left_half_written_is_cleared_away(library: Library, entry: int, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    notebook.write_notes(library, library.margins.of(entry), folder)
    (note,) = folder.iterdir()
    left = folder / ".newsreader-0123.part"
    left.write_text("half a no", "utf-8")
    notebook.write_notes(library, library.margins.of(entry), folder)
    assert sorted(folder.iterdir()) == [note]
