"""JSON lines: what goes out comes in again as the same library; what is wrong is named, and the rest comes in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reader.errors import LibraryError, UnreadableError
from reader.filters import Rule
from reader.formats import article_json
from reader.library import Incoming, Library, Origin
from reader.library import exchange as exchanging
from reader.library.exchange import Exchange, Progress
from reader.model import Enclosure, Place, View
from tests.builders import NOON, Clock, an_article
from tests.library.conftest import HARBOR, VALLEY, add

# What an export does not carry: the journal, who has it open, what is made anew, the trash.
_SAME = [
    "sources",
    "entries",
    "versions",
    "entry_tags",
    "passages",
    "identities",
    "searches",
    "rules",
    "enclosures",
    "fed",
]


def told(number: int, **more: Any) -> dict[str, Any]:
    article = an_article(title=f"Told {number}", url=f"https://a.example/{number}")
    source = {"kind": "feed", "address": HARBOR.address, "title": HARBOR.title}
    return {"article": article_json(article), "source": source} | more


def lines(path: Path, *values: object) -> Path:
    path.write_text("".join(json.dumps(it) + "\n" if not isinstance(it, str) else it + "\n" for it in values), "utf-8")
    return path


def last(steps: Iterator[Progress]) -> Progress:
    *_, step = steps
    return step


def everything(library: Library) -> dict[str, list[Any]]:
    kept = {it: library.db.rows(f"SELECT * FROM {it}") for it in _SAME}
    kept["passages"] = [row[1:] for row in kept["passages"]]
    kept["entry_tags"] = sorted(row[1:] for row in kept["entry_tags"])
    return {name: sorted(rows, key=repr) for name, rows in kept.items()}


@pytest.fixture
def lived_in(filled: Library, clock: Clock) -> Library:
    """A library in which everything was done that can be done."""
    ids = filled.shelf.ids(View())
    filled.shelf.mark(ids[:3], read=True, starred=True)
    clock.now += timedelta(minutes=7)
    filled.shelf.mark(ids[3:5], read=True)
    filled.shelf.tag(ids[2:6], add=("sea", "Ärger"))
    filled.margins.add(ids[1], "The ferry", (Place("block", 0, 0, 9),), '{"k": 1}', "why?", kind="green", tags=("t",))
    add(filled, 0, HARBOR, "Rewritten words.")
    filled.shelf.keep_position(ids[4], Place("block", 1, 5, 5))
    filled.shelf.keep_failure(ids[5], "it timed out")
    filled.keeping.snooze(ids[6:7], NOON + timedelta(days=9))
    filled.sources.mute(2, NOON + timedelta(days=2))
    filled.sources.keep_for(1, days=90, count=5000)
    filled.sources.add(type(HARBOR)("feed", "https://quiet.example/feed", "Quiet", "Hills"))
    filled.searches.save("storms", "storm -tea")
    filled.rules.keep(Rule(words="story", hide=True, tags=("dull",)), ids[8:10], NOON)
    filled.rules.keep(Rule(source="Valley", star=True, off=True), (), NOON)
    filled.fed.keep([(ids[9], 2**62 + 1), (ids[10], 7)])
    filled.fed.show(ids[10], "page", edited=False)
    filled.fed.enclose(
        [(ids[10], (Enclosure("https://a.example/1.mp3", "audio/mpeg", 2**40), Enclosure("https://a.example/2")))]
    )
    return filled


def test_an_export_comes_in_as_the_same_library(lived_in: Library, tmp_path: Path, clock: Clock) -> None:
    assert Exchange(lived_in).write(tmp_path / "out.jsonl") == 12
    with Library.open(tmp_path / "other.db", clock=clock) as other:
        step = last(Exchange(other).read(tmp_path / "out.jsonl"))
        assert (step.new, step.changed, step.same, step.failed) == (12, 0, 0, 0)
        assert everything(other) == everything(lived_in)
        assert last(Exchange(other).read(tmp_path / "out.jsonl")).same == 12
        assert other.journal.undo() is not None
        assert other.db.value("SELECT count(*) FROM entries") == 0


def test_an_export_into_the_library_it_came_from_changes_nothing(lived_in: Library, tmp_path: Path) -> None:
    before = everything(lived_in)
    Exchange(lived_in).write(tmp_path / "out.jsonl")
    acts = len(lived_in.journal.acts())
    assert last(Exchange(lived_in).read(tmp_path / "out.jsonl")).same == 12
    assert everything(lived_in) == before
    assert len(lived_in.journal.acts()) == acts


def test_a_library_without_entries_keeps_its_sources(library: Library, tmp_path: Path, clock: Clock) -> None:
    library.sources.add(HARBOR)
    library.searches.save("storms", "storm")
    Exchange(library).write(tmp_path / "out.jsonl")
    with Library.open(tmp_path / "other.db", clock=clock) as other:
        list(Exchange(other).read(tmp_path / "out.jsonl"))
        assert everything(other) == everything(library)


def test_what_is_wrong_is_named_by_its_line_and_the_rest_comes_in(library: Library, tmp_path: Path) -> None:
    wrong: tuple[object, ...] = (
        "{not json", [1], {"article": {"title": "x", "blocks": []}}, {"source": told(1)["source"]},
        {"article": {"blocks": "none"}, "source": told(1)["source"]}, "[" * 100_000,
    )  # fmt: skip
    file = lines(tmp_path / "in.jsonl", told(1), *wrong, "", told(2))
    (step,) = Exchange(library).read(file)
    assert [it.line for it in step.wrong] == [2, 3, 4, 5, 6, 7]
    assert all(it.why.endswith(".") for it in step.wrong)
    assert (step.new, step.failed, step.lines) == (2, 6, 9)


def test_odd_values_are_passed_over_not_believed(library: Library, tmp_path: Path) -> None:
    odd = told(1, tags=[1, None, "sea", "sea", " "], passages=[{}, 7, {"id": 9}, {"quote": "The ferry", "kind": "pink"}], id=-5,
               position={"part": "nowhere"}, versions="none", acts=[], read="yes", added="someday")  # fmt: skip
    list(Exchange(library).read(lines(tmp_path / "in.jsonl", odd)))
    (entry,) = library.shelf.window(View(), 0, 9)
    assert (entry.tags, entry.read, entry.position, entry.added) == (("sea",), None, None, NOON)
    assert [it.kind for it in library.margins.of(entry.id)] == ["yellow", "yellow"]


def test_control_characters_do_not_come_in(library: Library, tmp_path: Path) -> None:
    file = lines(tmp_path / "in.jsonl", told(1, tags=["se\x1b[2Ja"]))
    list(Exchange(library).read(file))
    assert "\x1b" not in library.shelf.window(View(), 0, 9)[0].tags[0]


def test_an_interrupted_import_goes_on_where_it_was(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchanging, "PART", 5)
    file = lines(tmp_path / "in.jsonl", *(told(number) for number in range(12)), "wrong")
    steps = Exchange(library).read(file)
    next(steps)
    next(steps)
    steps.close()
    assert library.shelf.counts(View()).total == 10
    (step,) = Exchange(library).read(file)
    assert (step.lines, step.new, step.same, step.failed) == (13, 12, 0, 1)
    assert [it.line for it in step.wrong] == [13]
    assert [it.label for it in library.journal.acts()] == ["Imported 12 articles from in.jsonl"]
    library.journal.undo()
    assert library.shelf.counts(View()).total == 0


def test_an_import_that_was_undone_half_way_begins_anew(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchanging, "PART", 5)
    file = lines(tmp_path / "in.jsonl", *(told(number) for number in range(8)))
    steps = Exchange(library).read(file)
    next(steps)
    steps.close()
    library.journal.undo()
    assert last(Exchange(library).read(file)).new == 8


def test_an_old_export_does_not_bring_an_old_version_back(library: Library, tmp_path: Path) -> None:
    add(library, 1, HARBOR, "First words.")
    Exchange(library).write(tmp_path / "old.jsonl")
    add(library, 1, HARBOR, "Second words.")
    assert last(Exchange(library).read(tmp_path / "old.jsonl")).same == 1


def test_passages_come_to_an_article_that_is_known(library: Library, tmp_path: Path) -> None:
    file = lines(tmp_path / "in.jsonl", told(1))
    list(Exchange(library).read(file))
    more = lines(tmp_path / "more.jsonl", told(1, passages=[{"id": "p1", "quote": "The ferry"}]))
    list(Exchange(library).read(more))
    assert [it.id for it in library.margins.all()] == ["p1"]
    library.journal.undo()
    assert library.margins.all() == ()


def test_a_file_that_cannot_be_read_or_written_is_named(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        list(Exchange(library).read(tmp_path / "none.jsonl"))
    add(library, 1, VALLEY)
    with pytest.raises(LibraryError):
        Exchange(library).write(tmp_path / "no folder" / "out.jsonl")
    assert list(tmp_path.glob("*.part")) == []


def test_what_comes_while_an_export_goes_on_is_in_it(filled: Library) -> None:
    lines = Exchange(filled).lines()
    told = [next(lines)]
    later = Origin("feed", "https://later.example/feed", "Later")
    filled.shelf.add_many(
        [filled.shelf.incoming(an_article(title=f"Later {it}"), later, NOON, f"{it}") for it in range(400)]
    )
    told += lines
    assert len(told) == 412 and json.loads(told[-1])["source"]["address"] == later.address


def test_an_entry_gets_the_number_that_it_had_where_that_is_free(library: Library) -> None:
    wished = (7, 3, 7, None, 9)
    made = [
        Incoming(an_article(title=f"Story {it}"), HARBOR, NOON, (f"{it}",), number=number)
        for it, number in enumerate(wished)
    ]
    assert [it.entry_id for it in library.shelf.add_many(made)] == [7, 3, 8, 9, 10]
    (again,) = library.shelf.add_many([Incoming(an_article(title="Later"), HARBOR, NOON, ("x",), number=5)])
    assert again.entry_id == 5


def test_what_rules_hide_stays_hidden_and_a_page_that_was_fetched_stays_shown(
    lived_in: Library, tmp_path: Path, clock: Clock
) -> None:
    hidden = {it.title for it in lived_in.rules.hidden()}
    Exchange(lived_in).write(tmp_path / "out.jsonl")
    with Library.open(tmp_path / "other.db", clock=clock) as other:
        list(Exchange(other).read(tmp_path / "out.jsonl"))
        assert {it.title for it in other.rules.hidden()} == hidden
        assert len(hidden) == 2
        assert [other.fed.shown(number) for number in other.shelf.ids(View())].count("page") == 1
        assert list(other.rules.all().values()) == list(lived_in.rules.all().values())


@pytest.mark.parametrize(
    "value", [None, 1, "x", [], [1], ["x"], {}, {"words": 1}, [{"words": ""}], [{"address": 3, "digest": "x"}]]
)
def test_odd_rules_files_and_digests_are_passed_over(library: Library, tmp_path: Path, value: object) -> None:
    line = told(1, files=value, fed=value, filtered=value, library={"rules": value, "forgotten": value})
    (step,) = Exchange(library).read(lines(tmp_path / "in.jsonl", line))
    (number,) = library.shelf.ids(View())
    assert (step.new, step.failed, library.rules.all()) == (1, 0, {})
    assert (library.fed.enclosures(number), library.fed.told(number)) == ((), (None, None))


def test_what_was_thrown_away_is_not_brought_back_by_its_feed_elsewhere(
    filled: Library, tmp_path: Path, clock: Clock
) -> None:
    ids = filled.shelf.ids(View())
    filled.shelf.delete(ids[:1])
    filled.keeping.empty_trash()
    filled.shelf.delete(ids[1:2])
    Exchange(filled).write(tmp_path / "out.jsonl")
    with Library.open(tmp_path / "other.db", clock=clock) as other:
        list(Exchange(other).read(tmp_path / "out.jsonl"))
        assert [add(other, number) for number in (0, 1)] == [0, 0]
        assert other.db.value("SELECT count(*) FROM entries") == 10
        by_hand = an_article(title="Story 00", url=f"{HARBOR.address}/0")
        assert other.shelf.add(by_hand, Origin("page", "pages:", "Pages"), fetched=NOON).came == "new"
        list(Exchange(other).read(tmp_path / "out.jsonl"))
        assert other.db.value("SELECT count(*) FROM entries") == 11, "what is here is kept"
