"""Keeping house: what is put off comes back, what is kept stays, what is thrown away can be had back until it is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reader.errors import LibraryError
from reader.library import Library, Origin
from reader.model import Article, View
from tests.builders import NOON, Clock, an_article
from tests.library.conftest import HARBOR, VALLEY, add

BY_HAND = Origin("file", "files:", "Files")


def story() -> Article:
    return an_article(title="Story 01", url=f"{HARBOR.address}/1", published=NOON)


def shown(library: Library) -> list[int]:
    return library.shelf.ids(View())


def source_id(library: Library, title: str) -> int:
    return next(it.id for it in library.shelf.sources(removed=True) if it.title == title)


def test_what_is_put_off_comes_back_when_its_time_has_come(filled: Library, clock: Clock) -> None:
    first, second, *rest = shown(filled)
    act = filled.keeping.snooze([first, second], NOON + timedelta(days=1))
    assert act.label == "Put off 2 articles until 2026-03-15 12:00"
    assert shown(filled) == rest
    assert filled.shelf.counts(View()).total == 10
    assert {it.id for it in filled.keeping.snoozed()} == {first, second}
    assert filled.keeping.wake() == 0
    clock.now += timedelta(days=1)
    assert filled.keeping.wake() == 2
    assert shown(filled)[:2] == [first, second]
    assert filled.keeping.wake() == 0


def test_a_muted_source_is_not_shown_nor_what_it_brings(filled: Library, clock: Clock) -> None:
    valley = source_id(filled, "Valley Post")
    before = shown(filled)
    filled.sources.mute(valley, NOON + timedelta(days=2))
    late = add(filled, 50, VALLEY)
    assert filled.shelf.counts(View(source_id=valley)).total == 0
    assert filled.sources.standing(valley).muted == NOON + timedelta(days=2)
    clock.now += timedelta(days=3)
    filled.keeping.wake()
    assert shown(filled) == [*before, late]


def test_muting_undone_shows_also_what_came_meanwhile(filled: Library) -> None:
    filled.sources.mute(source_id(filled, "Valley Post"), NOON + timedelta(days=2))
    late = add(filled, 50, VALLEY)
    filled.journal.undo()
    assert late in shown(filled)


def test_the_trash_gives_back_and_can_be_emptied(filled: Library, clock: Clock) -> None:
    first, second, third, *rest = shown(filled)
    filled.shelf.delete([first])
    clock.now += timedelta(days=9)
    filled.shelf.delete([second, third])
    assert {it.id for it in filled.keeping.trash()} == {first, second, third}
    assert filled.keeping.restore([second]).label == "Took 1 article out of the trash"
    assert filled.keeping.empty_trash(before=NOON + timedelta(days=1)) == 1
    assert [it.id for it in filled.keeping.trash()] == [third]
    assert filled.keeping.empty_trash() == 1
    with pytest.raises(LibraryError):
        filled.shelf.entry(first)
    assert shown(filled) == [second, *rest]
    assert filled.db.value("SELECT count(*) FROM versions") == len(shown(filled))


def test_undo_passes_over_what_was_erased(filled: Library) -> None:
    first, second, *_ = shown(filled)
    filled.shelf.mark([second], starred=True)
    filled.margins.add(first, "The ferry", (), "{}")
    filled.shelf.delete([first])
    filled.keeping.empty_trash()
    labels = [act.label for _ in range(5) if (act := filled.journal.undo())]
    assert labels[-1] == "Marked 1 article starred"
    assert "Deleted 1 article" not in labels
    assert filled.db.value("SELECT count(*) FROM passages") == 0


def test_a_feed_does_not_bring_back_what_was_thrown_away_for_good(library: Library) -> None:
    gone = add(library, 1)
    library.shelf.delete([gone])
    library.keeping.empty_trash()
    assert library.shelf.add(story(), HARBOR, fetched=NOON).came == "skipped"
    by_hand = library.shelf.add(story(), BY_HAND, fetched=NOON)
    assert by_hand.came == "new"
    assert library.shelf.add(story(), HARBOR, fetched=NOON).entry_id == by_hand.entry_id


def test_rules_clean_out_the_old_but_never_what_one_cared_for(filled: Library, clock: Clock) -> None:
    harbor, valley = source_id(filled, "Harbor Courier"), source_id(filled, "Valley Post")
    of_harbor = filled.shelf.ids(View(source_id=harbor))
    filled.shelf.mark(of_harbor[-1:], starred=True)
    filled.margins.add(of_harbor[-2], "The ferry", (), "{}")
    filled.shelf.tag(of_harbor[-3:-2], add=("sea",))
    assert filled.keeping.clean() is None, "everything is kept unless a rule says otherwise"
    filled.sources.keep_for(harbor, count=2)
    filled.sources.keep_for(valley, days=3)
    act = filled.keeping.clean()
    assert act is not None
    assert act.label == "Cleaned out 3 articles"
    assert filled.shelf.ids(View(source_id=harbor)) == [*of_harbor[:2], *of_harbor[-3:]]
    clock.now += timedelta(days=4)
    filled.keeping.clean()
    assert filled.shelf.counts(View(source_id=valley)).total == 0
    filled.journal.undo()
    assert filled.shelf.counts(View(source_id=valley)).total == 4


def test_the_sizes_add_up(filled: Library) -> None:
    filled.shelf.delete(shown(filled)[:1])
    filled.backup.copy()
    sizes = filled.keeping.sizes()
    assert (sizes.entries, sizes.versions, sizes.trashed) == (12, 12, 1)
    assert 0 < sizes.texts < sizes.file
    assert 0 < sizes.index < sizes.file
    assert sizes.copies > 0


@pytest.mark.parametrize("days", [10**6, 10**12, 10**18])
def test_a_source_that_keeps_for_ages_keeps_everything(filled: Library, days: int) -> None:
    for source in filled.shelf.sources():
        filled.sources.keep_for(source.id, days=days)
    assert filled.keeping.clean() is None
