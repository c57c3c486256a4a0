"""The list: windows, counts, groups, ranks agree with one another for every view."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import Library
from reader.model import Entry, View
from tests.builders import NOON, Clock, an_article
from tests.library.conftest import HARBOR, VALLEY, add

ORDERS = get_args(View.__annotations__["order"]) or ("newest", "oldest", "source", "title", "longest", "unread")


@pytest.fixture
def marked(filled: Library) -> Library:
    """Some read, some starred, some tagged, one with a passage, one gone."""
    ids = [it.id for it in filled.shelf.window(View(), 0, 12)]
    filled.shelf.mark(ids[::2], read=True)
    filled.shelf.mark(ids[::3], starred=True)
    filled.shelf.tag(ids[1:5], add=("sea",))
    filled.margins.add(ids[4], "The ferry", (), "{}")
    filled.shelf.keep_failure(ids[6], "it timed out")
    filled.shelf.delete(ids[7:8])
    return filled


def expected(library: Library, view: View) -> list[Entry]:
    """What a view holds, by looking at everything."""
    everything = [library.shelf.entry(it) for it in library.shelf.ids(View())]
    source = {it.id: it for it in library.shelf.sources()}
    kept = [
        it
        for it in everything
        if (view.state != "unread" or it.read is None)
        and (view.state != "starred" or it.starred)
        and (view.state != "marked" or it.passages)
        and (view.source_id in (None, it.source_id))
        and (view.folder in (None, source[it.source_id].folder))
        and (view.tag is None or view.tag in it.tags)
    ]
    if view.order == "oldest":
        kept = sorted(kept, key=lambda it: (it.published, it.id))
    elif view.order == "title":
        kept = sorted(kept, key=lambda it: it.title.lower())
    elif view.order == "longest":
        kept = sorted(kept, key=lambda it: -it.words)
    elif view.order == "unread":
        kept = sorted(kept, key=lambda it: it.read is not None)
    elif view.order == "source":
        kept = sorted(kept, key=lambda it: it.source)
    return kept


VIEWS = [
    View(state=state, order=order, **where)  # type: ignore[arg-type]
    for state, order, where in product(
        ("all", "unread", "starred", "marked"),
        ("newest", "oldest", "source", "title", "longest", "unread"),
        ({}, {"source_id": 1}, {"folder": "Hills"}, {"tag": "sea"}, {"source_id": 2, "tag": "sea"}),
    )
]


def test_every_view_agrees_with_itself(marked: Library) -> None:
    shelf = marked.shelf
    for view in VIEWS:
        wanted = expected(marked, view)
        assert list(shelf.window(view, 0, 50)) == wanted, view
        assert shelf.counts(view).total == len(wanted), view
        assert shelf.counts(view).unread == sum(it.read is None for it in wanted), view
        assert [shelf.rank(view, it.id) for it in wanted] == list(range(len(wanted))), view
        for start in range(len(wanted)):
            assert list(shelf.window(view, start, 3)) == wanted[start : start + 3], (view, start)


def test_a_window_beyond_the_end_is_what_there_is(filled: Library) -> None:
    assert len(filled.shelf.window(View(), 10, 5)) == 2
    assert filled.shelf.window(View(), 12, 5) == ()
    assert len(filled.shelf.window(View(), -3, 5)) == 5
    assert filled.shelf.window(View(), 3, 0) == ()


def test_rank_of_what_is_not_in_the_view_is_none(marked: Library) -> None:
    read = next(it for it in marked.shelf.window(View(), 0, 12) if it.read)
    assert marked.shelf.rank(View(state="unread"), read.id) is None
    assert marked.shelf.rank(View(), 999) is None


def test_failed_entries_have_a_view(marked: Library) -> None:
    assert marked.shelf.counts(View(state="failed")).total == 1


@pytest.mark.parametrize("order", ["newest", "oldest", "source", "title", "unread"])
def test_next_unread_walks_through_all_unread_and_back(marked: Library, order: str) -> None:
    view = View(order=order)  # type: ignore[arg-type]
    unread = [it.id for it in marked.shelf.window(view, 0, 20) if it.read is None]
    there, at = [], marked.shelf.next_unread(view, None)
    while at is not None:
        there.append(at.id)
        at = marked.shelf.next_unread(view, at.id)
    back, at = [], marked.shelf.next_unread(view, None, -1)
    while at is not None:
        back.append(at.id)
        at = marked.shelf.next_unread(view, at.id, -1)
    assert there == unread
    assert back == unread[::-1]


def test_next_unread_from_a_read_entry_goes_on_from_there(marked: Library) -> None:
    rows = marked.shelf.window(View(), 0, 20)
    read = rows[2]
    after = next(it for it in rows[3:] if it.read is None)
    found = marked.shelf.next_unread(View(state="unread"), read.id)
    assert read.read is not None
    assert found == after


def test_groups_by_day_cover_the_view(marked: Library) -> None:
    marked.shelf.zone = UTC
    for state, order in product(("all", "unread", "starred"), ("newest", "oldest")):
        view = View(state=state, order=order)  # type: ignore[arg-type]
        rows = marked.shelf.window(view, 0, 20)
        groups = marked.shelf.groups(view)
        assert [it.start for it in groups] == [sum(g.total for g in groups[:n]) for n in range(len(groups))]
        assert sum(it.total for it in groups) == len(rows)
        for group in groups:
            held = rows[group.start : group.start + group.total]
            assert {f"{it.published:%Y-%m-%d}" for it in held} == {group.key}
            assert group.unread == sum(it.read is None for it in held)


def test_days_begin_where_the_person_is(library: Library) -> None:
    add(library, 0)  # noon UTC on March 14
    add(library, 7)  # 22:00 UTC on March 13
    library.shelf.zone = UTC
    assert [it.label for it in library.shelf.groups(View())] == ["Today", "Yesterday"]
    library.shelf.zone = timezone(timedelta(hours=5, minutes=30))
    assert [(it.label, it.total) for it in library.shelf.groups(View())] == [("Today", 2)]


def test_older_days_are_months_and_dates_from_the_future_have_a_place(library: Library, clock: Clock) -> None:
    library.shelf.zone = UTC
    for days in (-0.9, 3, 9, 40, 45, 400):
        article = an_article(title=f"{days}", publisher=f"{days}", published=NOON - timedelta(days=days))
        library.shelf.add(article, HARBOR, fetched=NOON)
    assert [(it.label, it.total) for it in library.shelf.groups(View())] == [
        ("Later", 1),
        ("Wednesday", 1),
        ("Thursday, 5 March", 1),
        ("February 2026", 1),
        ("January 2026", 1),
        ("February 2025", 1),
    ]


def test_absurd_dates_do_not_rule_the_list(library: Library) -> None:
    for year in (1, 9999):
        article = an_article(title=str(year), publisher=str(year), published=datetime(year, 1, 1, tzinfo=UTC))
        library.shelf.add(article, HARBOR, fetched=NOON)
    add(library, 0)
    assert [it.title for it in library.shelf.window(View(), 0, 5)][-1] == "1"
    assert sum(it.total for it in library.shelf.groups(View())) == 3


def test_groups_by_source_and_folder(marked: Library) -> None:
    groups = marked.shelf.groups(View(order="source", group="source"))
    assert [(it.label, it.total) for it in groups] == [("Harbor Courier", 7), ("Valley Post", 4)]
    assert [it.start for it in groups] == [0, 7]
    assert [it.label for it in marked.shelf.groups(View(group="folder"))] == ["", "Hills"]
    assert [it.total for it in marked.shelf.groups(View(group="none"))] == [11]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["read", "unread", "star", "delete", "tag"])), max_size=15)
)
def test_counts_stay_true_whatever_is_done(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[int, str]]
) -> None:
    with Library.open(tmp_path_factory.mktemp("counts") / "library.db", clock=Clock()) as library:
        ids = [add(library, number, VALLEY if number % 2 else HARBOR) for number in range(10)]
        for number, deed in deeds:
            if deed == "delete":
                library.shelf.delete([ids[number]])
            elif deed == "tag":
                library.shelf.tag([ids[number]], add=("x",))
            elif deed == "star":
                library.shelf.mark([ids[number]], starred=True)
            else:
                library.shelf.mark([ids[number]], read=deed == "read")
        for view in (View(), View(state="unread"), View(source_id=1), View(folder="Hills")):
            rows = library.shelf.window(view, 0, 20)
            assert library.shelf.counts(view).total == len(rows)
            assert library.shelf.counts(view).unread == sum(it.read is None for it in rows)


def test_a_large_window_from_the_far_half_is_read_backwards(tmp_path: Path, library: Library) -> None:
    ids = [add(library, number) for number in range(30)]
    assert [it.id for it in library.shelf.window(View(), 25, 3)] == ids[25:28]
    assert [it.id for it in library.shelf.window(View(order="oldest"), 25, 3)] == ids[::-1][25:28]


@pytest.mark.parametrize(("step", "following"), [(1, 2), (-1, 0)])
@pytest.mark.parametrize("state", ["all", "unread"])
def test_the_next_unread_one_is_found_from_where_one_that_was_read_stood(
    filled: Library, state: Any, step: int, following: int
) -> None:
    view = View(order="unread", state=state)
    ids = filled.shelf.ids(view)
    filled.shelf.see([ids[1]])
    found = filled.shelf.next_unread(view, ids[1], step)
    assert found is not None and found.id == ids[following]


def test_how_many_are_newer_can_be_asked_of_any_entry(filled: Library) -> None:
    newest, *others = filled.shelf.ids(View())
    filled.shelf.mark([newest, others[3]], starred=True)
    starred = View(state="starred")
    assert [filled.shelf.newer(starred, it) for it in (newest, others[0], others[3], others[4], 999)] == [0, 1, 1, 2, 0]
