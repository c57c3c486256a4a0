"""Rules on entries: tried before they are kept, kept as one act, forgotten again."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.filters import Rule, Subject, matches
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


def test_a_rule_that_is_off_hides_nothing_and_is_on_again_with_what_came_meanwhile(filled: Newsroom) -> None:
    filled.web.keep_rule(Rule(author="doe", hide=True))
    filled.web.keep_rule(Rule(words="numbers", hide=True))
    assert filled.web.switch_rule(1, on=False).label == "Switched off the rule author doe: hide"
    assert titles(filled) == {"Pier", "Light"}, "the second rule hides the lottery too"
    assert filled.web.rules()[1].off
    article = an_article("Late.", title="Late", byline=("Jo Doe",), url="https://c.example/late")
    filled.library.shelf.add(article, Origin("feed", "https://c.example/feed", "Courier"), fetched=NOON)
    assert len(filled.web.switch_rule(1, on=True).entries) == 2
    assert titles(filled) == {"Pier"} and not filled.web.rules()[1].off
    filled.undo()
    assert titles(filled) == {"Pier", "Light", "Late"} and filled.web.rules()[1].off
    with pytest.raises(UsageError, match="no rule 7"):
        filled.web.switch_rule(7, on=True)


def test_all_entries_are_looked_at_by_several_rules_at_once_hidden_ones_too(filled: Newsroom) -> None:
    filled.web.keep_rule(Rule(words="numbers", hide=True))
    rules = (Rule(author="doe"), Rule(words="numbers"), Rule(words="nobody"))
    found = {row.title: numbers for stretch in filled.web.sift(rules) for row, numbers in stretch}
    assert found == {"Pier": (), "Lottery": (0, 1), "Light": (0,)}


NUMBERS = count()
WORDS = st.sampled_from(
    ["pier", "Pier’s", "don't", "Müller", "naïve", "3.5", "a_b", "e-mail", "漢字", "x2", "(sea)", "ﬁre"]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=4),
    st.lists(st.tuples(st.sampled_from(["", "-"]), WORDS, st.sampled_from(["", "*"])), min_size=1, max_size=3),
)
def test_what_the_index_is_asked_first_leaves_out_nothing(
    room: Newsroom, texts: list[list[str]], asked: list[tuple[str, str, str]]
) -> None:
    room.delete(row.id for row in room.entries(View(), 0, 99))
    articles = {str(n): an_article(" ".join(text), title=str(n)) for n, text in enumerate(texts)}
    for article in articles.values():
        room.library.shelf.add(article, Origin("folder", "/p", "Papers"), identity=f"{next(NUMBERS)}", fetched=NOON)
    rule = Rule(words=" ".join(minus + word[: 2 if star else None] + star for minus, word, star in asked), star=True)
    taken = {title for title, it in articles.items() if matches(rule, Subject(title, it.blocks[0].text))}
    assert {row.title for row in room.web.try_rule(rule)} == taken


def test_what_is_no_rule_is_said(filled: Newsroom) -> None:
    with pytest.raises(UsageError):
        filled.web.keep_rule(Rule(hide=True))
    with pytest.raises(UsageError):
        list(filled.web.try_rule(Rule(words="pier")))
