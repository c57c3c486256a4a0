"""Rules on entries: tried before they are kept, kept as one act, forgotten again."""

from __future__ import annotations

import pytest

from reader.errors import UsageError
from reader.filters import Rule
from reader.library import Origin
from reader.model import View
from reader.newsroom import Newsroom
from tests.builders import NOON, an_article


@pytest.fixture
def filled(room: Newsroom) -> Newsroom:
    for number, (title, text, author) in enumerate(
        [
            ("Pier", "Stone by stone.", "Ines Moreau"),
            ("Lottery", "Six numbers.", "Jo Doe"),
            ("Light", "Dark.", "Jo Doe"),
        ]
    ):
        article = an_article(text, title=title, byline=(author,), url=f"https://c.example/{number}")
        room.library.shelf.add(article, Origin("feed", "https://c.example/feed", "Courier"), fetched=NOON)
    return room


def titles(room: Newsroom) -> set[str]:
    return {row.title for row in room.entries(View(), 0, 9)}


@pytest.mark.parametrize(
    ("rule", "taken"),
    [
        (Rule(words="stone", hide=True), {"Pier"}),
        (Rule(author="doe", read=True), {"Lottery", "Light"}),
        (Rule(author="doe", words="-numbers", star=True), {"Light"}),
        (Rule(source="cour", language="en", tags=("x",)), {"Pier", "Lottery", "Light"}),
        (Rule(language="de", hide=True), set()),
    ],
)
def test_a_rule_is_tried_without_changing_anything(filled: Newsroom, rule: Rule, taken: set[str]) -> None:
    assert {row.title for row in filled.web.try_rule(rule)} == taken
    assert titles(filled) == {"Pier", "Lottery", "Light"}
    assert filled.web.rules() == {}


def test_a_rule_is_kept_and_taken_back_with_all_that_it_did(filled: Newsroom) -> None:
    act = filled.web.keep_rule(Rule(words="numbers", hide=True, tags=("luck",)))
    assert act.label == "Kept the rule words numbers: hide, tag luck"
    assert len(act.entries) == 1
    assert titles(filled) == {"Pier", "Light"}
    assert [row.tags for row in filled.web.hidden()] == [("luck",)]
    filled.undo()
    assert titles(filled) == {"Pier", "Lottery", "Light"}
    assert (filled.web.rules(), filled.web.hidden()) == ({}, ())
    assert all(row.tags == () for row in filled.entries(View(), 0, 9))


def test_a_star_keeps_from_being_hidden(filled: Newsroom) -> None:
    filled.mark([row.id for row in filled.entries(View(), 0, 9) if row.title == "Lottery"], starred=True)
    filled.web.keep_rule(Rule(author="doe", hide=True))
    assert titles(filled) == {"Pier", "Lottery"}


def test_what_only_a_forgotten_rule_hid_is_shown_again(filled: Newsroom) -> None:
    filled.web.keep_rule(Rule(author="doe", hide=True))
    filled.web.keep_rule(Rule(words="numbers", hide=True))
    filled.web.keep_rule(Rule(words="stone", read=True))
    assert list(filled.web.rules()) == [1, 2, 3]
    filled.web.forget_rule(1)
    assert titles(filled) == {"Pier", "Light"}, "the second rule hides it too"
    filled.undo()
    assert titles(filled) == {"Pier"}
    with pytest.raises(UsageError, match="no rule 9"):
        filled.web.forget_rule(9)


def test_what_is_no_rule_is_said(filled: Newsroom) -> None:
    with pytest.raises(UsageError):
        filled.web.keep_rule(Rule(hide=True))
    with pytest.raises(UsageError):
        list(filled.web.try_rule(Rule(words="pier")))
