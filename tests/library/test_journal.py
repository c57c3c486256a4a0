"""Every act can be taken back: one by one, in any sequence, after a restart, and never somebody else's."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats import article_json
from reader.library import Library
from reader.library.exchange import Exchange
from reader.model import Place, View
from tests.builders import NOON, Clock, an_article
from tests.library.conftest import HARBOR, VALLEY, add

# What undo does not touch: the journal itself, who has the library open, what is only ever added to or made anew.
_APART = {"acts", "changes", "instances", "leases", "facts", "imports", "spellings", "publishers", "summaries"}


def rows(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """The library row for row: every table, and every word of the index with its place."""
    db = library.db
    tables = [
        row[0]
        for row in db.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if row[0] not in _APART and not row[0].startswith(("terms", "sqlite_"))
    ]
    kept = {table: sorted(db.rows(f"SELECT * FROM {table}"), key=repr) for table in tables}
    for counts in ("source_counts", "day_counts"):  # a day without entries is as good as no day
        kept[counts] = [row for row in kept[counts] if row[1]]
    db.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.every_word USING fts5vocab(main, terms, instance)")
    kept["terms"] = sorted(db.rows("SELECT term, doc, col FROM temp.every_word"))
    return kept


class Person:
    """Does one thing after the other, by chance."""

    def __init__(self, library: Library, clock: Clock, folder: Path, seed: int) -> None:
        self.library, self.clock, self.folder = library, clock, folder
        self.chance = random.Random(seed)
        self.deeds: list[Callable[[], object]] = [
            self.mark, self.mark_all, self.tag, self.throw_away, self.take_back, self.put_off,
            self.passage, self.note, self.drop_passage, self.source, self.search, self.bring_in, self.clean,
        ]  # fmt: skip

    def some(self) -> list[int]:
        ids = [row[0] for row in self.library.db.rows("SELECT id FROM entries")]
        return self.chance.sample(ids, min(len(ids), self.chance.randint(1, 3)))

    def act(self) -> None:
        self.clock.now += timedelta(minutes=self.chance.randint(0, 500))
        self.chance.choice(self.deeds)()

    def mark(self) -> None:
        read, starred = (self.chance.choice((True, False, None)) for _ in range(2))
        self.library.shelf.mark(self.some(), read=read, starred=starred)

    def mark_all(self) -> None:
        self.library.shelf.mark_all(self.chance.choice((View(), View(source_id=1), View(tag="sea"))))

    def tag(self) -> None:
        add, remove = (self.chance.sample(("sea", "boats", "tide"), 1) for _ in range(2))
        self.library.shelf.tag(self.some(), add, remove)

    def throw_away(self) -> None:
        self.library.shelf.delete(self.some())

    def take_back(self) -> None:
        self.library.keeping.restore([it.id for it in self.library.keeping.trash()][:2])

    def put_off(self) -> None:
        self.library.keeping.snooze(self.some(), self.clock.now + timedelta(days=self.chance.randint(1, 9)))

    def clean(self) -> None:
        self.library.keeping.clean()

    def passage(self) -> None:
        place = (Place("block", 0, 0, 9),)
        for entry_id in self.some():
            self.library.margins.add(entry_id, "The ferry", place, "{}", note="why", tags=("sea",))

    def note(self) -> None:
        for passage in self.library.margins.all()[:2]:
            self.library.margins.change(passage.id, note=str(self.chance.random()), kind="green", tags=("x",))

    def drop_passage(self) -> None:
        for passage in self.library.margins.all()[:1]:
            self.library.margins.delete(passage.id)

    def source(self) -> None:
        sources, number = self.library.sources, self.chance.randint(1, 2)
        self.chance.choice(
            (
                lambda: sources.rename(number, str(self.chance.random())),
                lambda: sources.move(number, self.chance.choice(("Coast", None))),
                lambda: sources.mute(number, self.chance.choice((self.clock.now + timedelta(days=3), None))),
                lambda: sources.keep_for(number, days=1, count=self.chance.choice((2, None))),
                lambda: sources.remove(number, with_entries=self.chance.random() < 0.5),
                lambda: sources.add(self.chance.choice((HARBOR, VALLEY))),
            )
        )()

    def search(self) -> None:
        name = self.chance.choice(("ferries", "storms"))
        self.chance.choice(
            (
                lambda: self.library.searches.save(name, str(self.chance.random())),
                lambda: self.library.searches.forget(name),
            )
        )()

    def bring_in(self) -> None:
        """Import a file with a new article, a new version of a known one, and a passage on it."""
        file = self.folder / f"{self.chance.random()}.jsonl"
        told = []
        for number in (self.chance.randint(0, 6), self.chance.randint(7, 10**9)):
            origin = self.chance.choice((HARBOR, VALLEY))
            article = an_article(
                f"Rewritten {self.chance.random()}.",
                title=f"Told {number}",
                url=f"{HARBOR.address}/{number}",
                published=NOON - timedelta(hours=self.chance.randint(0, 50)),
            )
            source = {"kind": origin.kind, "address": f"{origin.address}{number % 3}", "title": origin.title}
            passages = [{"id": str(self.chance.random()), "quote": "Rewritten"}]
            told.append(
                {"article": article_json(article), "source": source, "passages": passages, "tags": ["sea"],
                 "identities": [str(self.chance.random())]}
            )  # fmt: skip
        file.write_text("\n".join(map(json.dumps, told)), "utf-8")
        list(Exchange(self.library).read(file))


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**9))
def test_fifty_acts_undone_are_the_library_as_it_was(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder, clock = tmp_path_factory.mktemp("acts"), Clock()
    with Library.open(folder / "library.db", clock=clock) as library:
        for number in range(7):
            add(library, number, VALLEY if number % 3 == 2 else HARBOR)
        before = rows(library)
        person = Person(library, clock, folder, seed)
        for _ in range(50):
            person.act()
        while library.journal.undo():
            pass
        assert rows(library) == before


def test_after_a_restart_the_last_act_can_still_be_undone(tmp_path: Path, clock: Clock) -> None:
    with Library.open(tmp_path / "library.db", clock=clock) as library:
        entry_id = add(library, 1)
        library.shelf.mark([entry_id], read=True)
        library.shelf.mark([entry_id], starred=True)
    with Library.open(tmp_path / "library.db", clock=clock) as again:
        assert again.journal.last() is not None
        labels = [act.label for _ in range(3) if (act := again.journal.undo())]
        assert labels == ["Marked 1 article starred", "Marked 1 article read"]
        entry = again.shelf.entry(entry_id)
        assert (entry.read, entry.starred) == (None, None)


def test_each_instance_undoes_its_own(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, clock=clock) as here, Library.open(path, clock=clock) as there:
        one, two = add(here, 1), add(here, 2)
        here.shelf.mark([one], read=True)
        there.shelf.mark([two], starred=True)
        assert (act := here.journal.undo()) is not None
        assert act.entries == (one,)
        assert here.journal.undo() is None, "what another open instance did is not ours to undo"
        assert there.shelf.entry(two).starred
        there.close()
        assert (act := here.journal.undo()) is not None
        assert act.entries == (two,)


def test_what_somebody_has_changed_since_is_left_as_it_is(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, clock=clock) as here, Library.open(path, clock=clock) as there:
        one, two = add(here, 1), add(here, 2)
        here.shelf.mark([one, two], read=True)
        clock.now += timedelta(hours=1)
        there.shelf.mark([one], read=False)
        there.shelf.mark([one], read=True)
        here.journal.undo()
        assert here.shelf.entry(one).read == clock.now
        assert here.shelf.entry(two).read is None


def test_reasons_for_not_showing_are_taken_back_one_by_one(library: Library, clock: Clock) -> None:
    entry_id = add(library, 1)
    library.keeping.snooze([entry_id], NOON + timedelta(days=2))
    library.shelf.delete([entry_id])
    clock.now += timedelta(days=3)
    library.keeping.wake()
    library.journal.undo()
    assert [it.id for it in library.shelf.window(View(), 0, 9)] == [entry_id]
    library.journal.undo()
    assert [it.id for it in library.shelf.window(View(), 0, 9)] == [entry_id], "it woke long ago"


def test_an_act_that_changes_nothing_is_none(library: Library) -> None:
    entry_id = add(library, 1)
    assert library.shelf.mark([entry_id], read=False).id == 0
    assert library.journal.last() is None


def test_a_new_version_since_keeps_an_import_from_being_half_undone(library: Library, tmp_path: Path) -> None:
    entry_id = add(library, 1)
    told = an_article("Second words.", title="Second", url=f"{HARBOR.address}/1")
    file = tmp_path / "more.jsonl"
    source = {"kind": "feed", "address": HARBOR.address, "title": "H"}
    file.write_text(json.dumps({"article": article_json(told), "source": source}), "utf-8")
    list(Exchange(library).read(file))
    third = an_article("Third words.", title="Third", url=f"{HARBOR.address}/1")
    library.shelf.add(third, HARBOR, fetched=NOON)
    library.journal.undo()
    assert library.shelf.article(entry_id) == third
    assert [it.number for it in library.shelf.versions(entry_id)] == [1, 2, 3]


def test_the_journal_tells_the_newest_first(library: Library) -> None:
    entry_id = add(library, 1)
    library.shelf.mark([entry_id], starred=True)
    library.shelf.tag([entry_id], add=("sea",))
    assert [it.label for it in library.journal.acts()] == ["Tagged 1 article +sea", "Marked 1 article starred"]
    assert library.journal.acts(1)[0].entries == (entry_id,)


def test_undo_passes_over_what_was_only_read(library: Library, tmp_path: Path, clock: Clock) -> None:
    first, second = add(library, 1), add(library, 2)
    library.shelf.mark([first], starred=True)
    library.shelf.see([first])
    last = library.journal.last()
    assert last is not None and last.label == "Marked 1 article starred"
    library.journal.undo()
    row = library.shelf.entry(first)
    assert row.read is not None and row.starred is None
    assert library.journal.undo() is None
    library.shelf.see([second])
    library.close()
    with Library.open(tmp_path / "library.db", clock=clock) as again:
        assert again.journal.undo() is None and again.shelf.entry(second).read is not None
