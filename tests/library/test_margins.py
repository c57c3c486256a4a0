"""The margins: passages marked, changed, moved along, found and taken out."""

from __future__ import annotations

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.model import Passage, Place
from tests.builders import NOON
from tests.library.conftest import add

PLACES = (Place("block", 0, 0, 9), Place("caption", 2, 1, 4))


def mark(library: Library, quote: str = "The ferry", **fields: str) -> Passage:
    return library.margins.add(add(library, 1), quote, PLACES, '{"words": []}', **fields)  # type: ignore[arg-type]


def test_a_passage_is_kept_with_its_places(library: Library) -> None:
    made = mark(library, note="why?", kind="green")
    assert (made.quote, made.places, made.anchor, made.note, made.kind) == (
        "The ferry",
        PLACES,
        '{"words": []}',
        "why?",
        "green",
    )
    assert (made.created, made.state, made.version) == (NOON, "same", 1)
    assert library.margins.of(made.entry_id) == (made,)
    assert library.shelf.entry(made.entry_id).passages == 1


def test_ids_are_never_given_twice(library: Library) -> None:
    assert len({mark(library).id for _ in range(50)}) == 50


def test_a_passage_can_be_changed(library: Library) -> None:
    made = mark(library)
    changed = library.margins.change(made.id, note="so it is", kind="blue", tags=("sea", "boats"))
    assert (changed.note, changed.kind, changed.tags) == ("so it is", "blue", ("boats", "sea"))
    with pytest.raises(TypeError):
        library.margins.change(made.id, color="blue")


def test_moving_along_with_an_edit_is_no_act_of_the_person(library: Library) -> None:
    made = mark(library)
    library.margins.move(made.id, (), "gone", 2)
    moved = library.margins.passage(made.id)
    assert (moved.places, moved.state, moved.version, moved.anchor) == ((), "gone", 2, made.anchor)
    assert (act := library.journal.last()) is not None
    assert act.kind == "bookmark"


def test_delete_and_undo(library: Library) -> None:
    made = mark(library)
    act = library.margins.delete(made.id)
    assert act.label == "Deleted the passage “The ferry”"
    assert library.margins.of(made.entry_id) == ()
    assert library.shelf.entry(made.entry_id).passages == 0
    library.journal.undo()
    assert library.margins.of(made.entry_id) == (made,)
    assert library.shelf.entry(made.entry_id).passages == 1


def test_passages_are_found_by_quote_note_and_tag(library: Library) -> None:
    first = mark(library, "A café by the sea", note="go there")
    second = mark(library, "The engine room")
    library.margins.change(second.id, tags=("Engines",))
    assert [it.id for it in library.margins.all()] == [second.id, first.id]
    for query, found in (("CAFE", [first]), ("there sea", [first]), ("engines", [second]), ("the sea room", [])):
        assert [it.id for it in library.margins.all(query)] == [it.id for it in found], query


def test_passages_of_deleted_articles_are_not_shown(library: Library) -> None:
    made = mark(library)
    library.shelf.delete([made.entry_id])
    assert library.margins.all() == ()
    library.journal.undo()
    assert library.margins.all() == (made,)


def test_what_is_not_there_is_said(library: Library) -> None:
    for asked in (library.margins.passage, library.margins.delete):
        with pytest.raises(LibraryError):
            asked("no such")
    with pytest.raises(LibraryError):
        library.margins.add(99, "x", (), "{}")
