"""What is remembered of feeds between two visits, and what waits for a network."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from reader.library import Library, Origin, Standing
from reader.library.opening import opened
from reader.library.rows import Waiting
from reader.library.schema import STEPS
from tests.builders import Clock, an_article


def feed(library: Library, address: str = "https://c.example/feed") -> int:
    library.sources.add(Origin("feed", address, address))
    return next(it.id for it in library.shelf.sources() if it.address == address)


def test_a_visit_is_remembered_with_its_outcome(library: Library, clock: Clock) -> None:
    number, other = feed(library), feed(library, "https://d.example/feed")
    library.visits.keep([(number, '{"etag": "1"}', None), (other, "{}", "It is gone.")])
    assert library.visits.states() == {number: '{"etag": "1"}', other: "{}"}
    assert (library.sources.one(number).outcome, library.sources.one(other).outcome) == (None, "It is gone.")
    assert library.sources.one(number).checked == clock.now
    library.sources.remove(other)
    assert list(library.visits.states()) == [number]


def test_only_a_source_without_a_name_is_called_as_its_feed(library: Library) -> None:
    number = feed(library)
    library.visits.entitle(number, "Courier")
    library.visits.entitle(number, "Gazette")
    assert library.sources.one(number).title == "Courier"


def test_what_was_asked_for_waits_once_and_in_order(library: Library, clock: Clock) -> None:
    for kind, target in [("full", "7"), ("update", "1"), ("full", "7")]:
        library.visits.ask(kind, target)
        clock.now += timedelta(minutes=1)
    first, second = library.visits.waiting()
    assert (first, second.kind) == (Waiting("full", "7", clock.now - timedelta(minutes=3)), "update")
    assert library.visits.waiting("update") == (second,)
    library.visits.answered("full", "7")
    library.visits.answered("full", "8")
    assert library.visits.waiting() == (second,)


def test_what_is_set_for_a_feed_is_undone_one_by_one(library: Library) -> None:
    number = feed(library)
    library.sources.visit_every(number, 30)
    library.sources.fetch_full(number, "always")
    library.sources.log_in(number, "https://jo:pw@c.example/feed")
    assert library.visits.wishes() == {number: 30}
    assert library.sources.secret(number) == library.visits.addresses()[number] == "https://jo:pw@c.example/feed"
    assert "pw" not in "".join(act.label for act in library.journal.acts())
    assert library.sources.standing(number).full == "always"
    for _ in range(3):
        library.journal.undo()
    assert library.sources.standing(number) == Standing(None, None, None, None)
    assert library.sources.secret(number) is None


def test_a_source_that_got_entries_since_leaves_the_list_when_its_coming_is_undone(library: Library) -> None:
    number = feed(library)
    source = library.sources.one(number)
    library.shelf.add(an_article(), source, fetched=library.clock())
    library.journal.undo()
    assert library.shelf.sources() == ()
    assert [it.id for it in library.shelf.sources(removed=True)] == [number]


def test_a_library_from_before_there_were_feeds_is_brought_up(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "old.db"
    opened(path, clock, STEPS[:1]).close()
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("INSERT INTO sources (kind, address, title) VALUES ('feed', 'https://c.example/feed', 'Courier')")
    with Library.open(path, clock=clock) as library:
        assert library.visits.states() == {1: "{}"}
        assert library.sources.standing(1) == Standing(None, None, None, None)
        assert library.fed.known([[1]]) == [None]
        assert (library.rules.all(), library.visits.waiting()) == ({}, ())


def test_an_address_that_waits_is_an_act_and_can_be_given_up(library: Library) -> None:
    for _ in range(2):
        library.visits.put_off("https://ines:word@c.example/", "https://c.example/")
    assert [it.target for it in library.visits.waiting("add")] == ["https://ines:word@c.example/"]
    assert [it.label for it in library.journal.acts()] == ["Kept https://c.example/ for the next update"]
    library.visits.give_up("https://ines:word@c.example/", "https://c.example/")
    assert library.visits.waiting() == ()
    assert library.visits.give_up("https://ines:word@c.example/", "https://c.example/").id == 0
    library.journal.undo()
    assert len(library.visits.waiting()) == 1
    library.journal.undo()
    assert library.visits.waiting() == ()
    library.journal.undo()
    assert library.visits.waiting() == (), "what was never done is not undone"
