"""Sources as a person keeps them, and searches kept under a name; each wish can be taken back."""

from __future__ import annotations

import pytest

from reader.errors import LibraryError
from reader.library import Library, Origin, Saved, Standing
from reader.model import View
from tests.builders import NOON, an_article
from tests.library.conftest import HARBOR


def test_a_source_is_renamed_and_moved(filled: Library) -> None:
    assert filled.sources.rename(1, "The Courier").label == "Renamed Harbor Courier to The Courier"
    assert filled.sources.move(1, "Coast").label == "Moved The Courier into Coast"
    assert filled.shelf.counts(View(folder="Coast")).total == 8
    assert {it.source for it in filled.shelf.window(View(folder="Coast"), 0, 9)} == {"The Courier"}
    filled.journal.undo()
    filled.journal.undo()
    assert (filled.sources.one(1).title, filled.sources.one(1).folder) == ("Harbor Courier", None)


def test_a_removed_source_leaves_the_list_and_comes_back(filled: Library) -> None:
    starred = filled.shelf.ids(View(source_id=1))[:1]
    filled.shelf.mark(starred, starred=True)
    filled.sources.remove(1, with_entries=True)
    assert [it.id for it in filled.shelf.sources()] == [2]
    assert filled.shelf.ids(View(source_id=1)) == starred, "what is starred stays"
    filled.sources.add(HARBOR)
    assert [it.id for it in filled.shelf.sources()] == [1, 2]
    filled.journal.undo()
    filled.journal.undo()
    assert filled.shelf.counts(View(source_id=1)).total == 8


def test_a_source_can_be_there_before_anything_came_from_it(library: Library) -> None:
    act = library.sources.add(Origin("feed", "https://new.example/feed", "New Paper"))
    assert act.label == "Added the source New Paper"
    assert [it.title for it in library.shelf.sources()] == ["New Paper"]
    library.journal.undo()
    assert library.shelf.sources() == ()


def test_what_is_set_for_a_source_is_told(filled: Library) -> None:
    assert (
        filled.sources.keep_for(1, days=30, count=500).label == "Keeping 30 days and the newest 500 of Harbor Courier"
    )
    assert filled.sources.standing(1) == Standing(None, 30, 500, None)
    assert filled.sources.keep_for(1).label == "Keeping everything of Harbor Courier"
    with pytest.raises(LibraryError):
        filled.sources.standing(9)


def test_searches_are_kept_under_a_name(library: Library) -> None:
    library.searches.save("Storms", "storm -tea")
    library.searches.save("ferries", "ferry")
    library.searches.save("Storms", "storm")
    assert library.searches.all() == (Saved("ferries", "ferry"), Saved("Storms", "storm"))
    library.searches.forget("ferries")
    assert [it.name for it in library.searches.all()] == ["Storms"]
    library.journal.undo()
    library.journal.undo()
    assert library.searches.all() == (Saved("ferries", "ferry"), Saved("Storms", "storm -tea"))


def test_entries_of_a_feed_are_said_to_come_from_what_the_person_calls_it(library: Library) -> None:
    folder = Origin("folder", "/press", "Press")
    told = an_article(publisher="Harbor Wire")
    ids = [library.shelf.add(told, origin, identity=origin.title, fetched=NOON).entry_id for origin in (HARBOR, folder)]
    feed = library.shelf.entry(ids[0]).source_id
    assert [library.shelf.entry(it).origin for it in ids] == ["Harbor Courier", "Harbor Wire"]
    library.sources.rename(feed, "My Harbor")
    assert [library.shelf.entry(it).origin for it in ids] == ["My Harbor", "Harbor Wire"]
    assert library.shelf.entry(ids[0]).publisher == "Harbor Wire", "what the publisher is called stays"
