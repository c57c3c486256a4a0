"""What a search found: all of it counted, rows made when they are looked at."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reader.library import Origin
from reader.model import Entry
from reader.newsroom import Newsroom
from reader.newsroom.results import SearchResults
from tests.builders import NOON, an_article

HARBOR = Origin("feed", "https://harbor.example/feed", "Harbor Courier")


def shelve(room: Newsroom, count: int, text: str = "The pier of {} was painted.") -> list[int]:
    """So many articles, the oldest first; their numbers, the newest first."""
    shelf = room.library.shelf
    added = [
        shelf.add(
            an_article(text.format(number), title=f"Pier {number}", published=NOON + timedelta(hours=number)),
            HARBOR,
            identity=f"pier {number}",
            fetched=NOON,
        )
        for number in range(count)
    ]
    return [it.entry_id for it in added][::-1]


def results(room: Newsroom, text: str = "pier", limit: int = 3) -> SearchResults:
    return SearchResults(room, text, room.search(text, limit=limit), whole=False).all()


def test_all_are_counted_in_their_order_and_shown_with_what_was_found(room: Newsroom) -> None:
    ids = shelve(room, 10)
    found = results(room)
    assert list(found.ids) == ids and found.whole
    assert (found.counts.total, found.counts.unread) == (10, 10)
    assert [it.entry.id for it in found.window(2, 4)] == ids[2:6]
    assert all("pier" in it.snippet.lower() and it.spans for it in found.window(0, 10))
    assert found.window(9, 5)[0].entry.id == ids[9] and found.window(10, 5) == []
    assert found.rank(ids[7]) == 7 and found.rank(999) is None


def test_they_are_as_they_are_now_with_those_thrown_away_left_out_until_they_come_back(room: Newsroom) -> None:
    ids = shelve(room, 8)
    found = results(room)
    room.mark([ids[0], ids[6]], read=True)
    room.delete([ids[1], ids[5]])
    now = found.renewed()
    assert list(now.ids) == [ids[0], ids[2], ids[3], ids[4], ids[6], ids[7]]
    assert (now.counts.total, now.counts.unread) == (6, 4)
    assert [it.entry.read is None for it in now.window(0, 6)] == [False, True, True, True, False, True]
    room.undo()
    assert list(now.renewed().ids) == ids


def number(entry: Entry | None) -> int | None:
    return None if entry is None else entry.id


def test_the_next_unread_of_them_is_one_of_them(room: Newsroom) -> None:
    ids = shelve(room, 6)
    room.library.shelf.add(an_article("Nothing of that kind.", title="Other"), HARBOR, identity="x", fetched=NOON)
    room.mark([ids[1], ids[4]], read=True)
    found = results(room, limit=2)
    assert number(found.next_unread(ids[0])) == ids[2]
    assert number(found.next_unread(ids[3])) == ids[5]
    assert found.next_unread(ids[5]) is None
    assert number(found.next_unread(ids[5], -1)) == ids[3]
    assert found.next_unread(ids[0], -1) is None
    assert number(found.next_unread(None)) == ids[0]


def test_a_phrase_is_counted_as_far_as_texts_are_looked_at(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = shelve(room, 9, "A pier of {} and of stone.")
    assert results(room, '"of stone"').counts.total == 9 and results(room, '"of stone"').whole
    monkeypatch.setattr("reader.library.retrieval._COUNTED_BY_TEXT", 5)
    found = results(room, '"of stone"')
    assert list(found.ids) == ids[:5] and not found.whole
    monkeypatch.setattr("reader.library.retrieval._COUNTED", 6)
    assert list(results(room).ids) == ids[:6] and not results(room).whole
    monkeypatch.setattr("reader.library.retrieval._COUNTED", 9)
    assert results(room).whole
