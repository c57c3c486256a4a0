"""Rules as they are kept: each an act, with what it did to entries."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reader.errors import UsageError
from reader.filters import Rule, Verdict
from reader.library import Library
from reader.library.doctor import examine
from reader.model import View
from tests.builders import NOON
from tests.library.conftest import add


def test_rules_are_kept_in_order_and_what_is_none_is_passed_over(library: Library) -> None:
    library.rules.keep(Rule(words="storm", hide=True), [], NOON)
    library.rules.keep(Rule(author="doe", tags=("x",)), [], NOON)
    with library.db.writing():
        library.db.run("INSERT INTO rules (body) VALUES ('{\"shape\": 1}')")
        library.db.run("INSERT INTO rules (body) VALUES ('no json')")
    assert library.rules.all() == {1: Rule(words="storm", hide=True), 2: Rule(author="doe", tags=("x",))}


def test_what_a_rule_does_is_one_act(library: Library) -> None:
    first, second = add(library, 1), add(library, 2)
    library.shelf.mark([second], starred=True)
    act = library.rules.keep(Rule(words="x", hide=True, read=True, tags=("t",)), [first, second], NOON)
    assert act.entries == (first, second)
    assert [row.id for row in library.rules.hidden()] == [first], "a star keeps from being hidden"
    assert library.shelf.entry(second).tags == ("t",)
    assert library.shelf.counts(View(state="unread")).total == 0
    library.journal.undo()
    assert library.shelf.counts(View(state="unread")).total == 2
    assert library.rules.all() == {}
    assert library.shelf.entry(second).starred


def test_forgetting_shows_again_and_can_be_taken_back(library: Library) -> None:
    first = add(library, 1)
    library.rules.keep(Rule(words="x", hide=True), [first], NOON)
    library.rules.forget(1, [first])
    assert library.shelf.counts(View()).total == 1
    library.journal.undo()
    assert (library.shelf.counts(View()).total, list(library.rules.all())) == (0, [1])
    with pytest.raises(UsageError):
        library.rules.forget(2, [])


def test_what_comes_is_judged_without_an_act(library: Library) -> None:
    first, second = add(library, 1), add(library, 2)
    acts = len(library.journal.acts())
    library.rules.apply({first: Verdict(hide=True, because=("r",)), second: Verdict(star=True, tags=("a", "b"))}, NOON)
    assert len(library.journal.acts()) == acts
    assert [row.id for row in library.rules.hidden()] == [first]
    assert (library.shelf.entry(second).tags, library.shelf.entry(second).starred) == (("a", "b"), NOON)


def test_the_counts_are_right_where_a_rule_hides_and_marks_at_once(library: Library) -> None:
    first, second, third = (add(library, number) for number in range(3))
    library.rules.apply({first: Verdict(hide=True, read=True, because=("r",)), second: Verdict(read=True)}, NOON)
    counts = library.shelf.counts(View())
    assert (counts.total, counts.unread) == (2, 1)
    assert library.shelf.ids(View(state="unread")) == [third]
    assert all(it.well for it in examine(library.path))


def test_a_rule_that_is_switched_off_and_on_again_is_two_acts(library: Library) -> None:
    first, second, third = (add(library, number) for number in range(3))
    rule = Rule(words="x", hide=True, read=True, tags=("t",))
    library.rules.keep(rule, [first], NOON)
    library.rules.switch_off(1, [first])
    assert library.rules.one(1).off and library.rules.hidden() == ()
    assert library.shelf.entry(first).read == NOON, "what was marked stays marked"
    library.shelf.mark([third], starred=True)
    act = library.rules.switch_on(1, [first, second, third], NOON)
    assert act.entries == (first, second, third) and library.rules.one(1) == rule
    assert [row.id for row in library.rules.hidden()] == [first, second], "a star keeps from being hidden"
    assert [library.shelf.entry(it).tags for it in (first, second, third)] == [("t",)] * 3
    library.journal.undo()
    assert library.rules.one(1).off and library.rules.hidden() == ()
    assert library.shelf.entry(second).read is None
    library.journal.undo()
    library.journal.undo()
    assert library.rules.one(1) == rule and [row.id for row in library.rules.hidden()] == [first]


@pytest.mark.parametrize("act", ["forget", "switch_off", "switch_on"])
def test_a_rule_that_is_not_there_is_named(library: Library, act: str) -> None:
    with pytest.raises(UsageError, match="There is no rule 7"):
        getattr(library.rules, act)(7, [], *([NOON] if act == "switch_on" else []))
    assert library.journal.acts() == ()


def test_what_was_read_and_starred_before_keeps_its_time(library: Library) -> None:
    first = add(library, 1)
    library.shelf.mark([first], read=True, starred=True)
    later = NOON + timedelta(days=1)
    library.rules.keep(Rule(words="x", read=True, star=True), [first], later)
    library.rules.apply({first: Verdict(read=True, star=True)}, later)
    assert (library.shelf.entry(first).read, library.shelf.entry(first).starred) == (NOON, NOON)
