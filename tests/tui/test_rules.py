"""The list of rules by keys: made while what they take is shown, switched off and on, taken away, their entries listed."""

from __future__ import annotations

import pytest

from reader.filters import Rule
from reader.model import View
from reader.newsroom import Newsroom
from tests.builders import an_article
from tests.tui.conftest import Reader, fill, reading


@pytest.fixture
def filled(room: Newsroom) -> Newsroom:
    fill(
        room,
        an_article("Stone by stone.", title="Pier", byline=("Ines Moreau",)),
        an_article("Six numbers were drawn.", title="Lottery", byline=("Jo Doe",)),
        an_article("Dark.", title="Light", byline=("Jo Doe",)),
    )
    return room


def titles(room: Newsroom) -> set[str]:
    return {row.title for row in room.entries(View(), 0, 9)}


async def make(reader: Reader, which: str, what: str) -> None:
    """Make a rule."""
    await reader.press("+")
    await reader.type(which)
    await reader.press("enter")
    await reader.type(what)
    await reader.press("enter")


async def test_without_rules_it_says_how_to_make_one(filled: Newsroom) -> None:
    async with reading(filled) as reader:
        await reader.press("g", "r")
        assert "There is no rule yet: + makes one" in reader.seen()
        await reader.press("x")
        assert "no rule to do that to" in reader.seen()


async def test_what_a_rule_would_take_is_shown_while_it_is_typed_and_nothing_is_done(filled: Newsroom) -> None:
    async with reading(filled) as reader:
        await reader.press("g", "r", "+")
        assert "Say which entries" in reader.seen() and "Pier" not in reader.seen()
        await reader.type("by:doe")
        seen = reader.seen()
        assert "Lottery" in seen and "Light" in seen and "Pier" not in seen
        assert "2 entries" in seen.splitlines()[-1]
        await reader.type(" -numbers")
        assert "Lottery" not in reader.seen() and "1 entry" in reader.seen().splitlines()[-1]
        await reader.type(" x")
        assert "None of the entries" in reader.seen()
        await reader.press("escape")
        assert filled.web.rules() == {} and titles(filled) == {"Pier", "Lottery", "Light"}


async def test_a_rule_is_kept_and_undo_takes_back_what_it_did(filled: Newsroom) -> None:
    async with reading(filled) as reader:
        await reader.press("g", "r")
        await make(reader, "numbers", "hide, #luck")
        assert filled.web.rules() == {1: Rule(words="numbers", hide=True, tags=("luck",))}
        assert "it took 1 entry. u takes it back." in reader.said and titles(filled) == {"Pier", "Light"}
        assert "1 entry" in reader.seen() and "hide, tag luck" in reader.seen(), "what is hidden counts too"
        await reader.press("u")
        assert titles(filled) == {"Pier", "Lottery", "Light"} and "There is no rule yet" in reader.seen()


async def test_what_a_rule_cannot_do_is_said_and_nothing_is_kept(filled: Newsroom) -> None:
    async with reading(filled) as reader:
        await reader.press("g", "r")
        await make(reader, "numbers", "burn")
        assert "“burn” is nothing that a rule does" in reader.seen()
        await reader.press("escape")
        await make(reader, "numbers", "")
        assert "would do nothing" in reader.seen() and filled.web.rules() == {}


async def test_a_rule_is_switched_off_and_on_and_removed(filled: Newsroom) -> None:
    filled.web.keep_rule(Rule(author="doe", hide=True))
    async with reading(filled) as reader:
        await reader.press("g", "r", "x")
        assert "off; would hide" in reader.seen() and len(titles(filled)) == 3
        assert "2 entries" in reader.seen()
        await reader.press("x")
        assert titles(filled) == {"Pier"} and "off;" not in reader.seen()
        await reader.press("D")
        assert filled.web.rules() == {} and len(titles(filled)) == 3
        await reader.press("u")
        assert titles(filled) == {"Pier"}
        await reader.press("q")
        assert reader.screen.list.total == 1


async def test_the_entries_of_a_rule_are_listed_hidden_ones_too_and_esc_shows_all_again(filled: Newsroom) -> None:
    filled.web.keep_rule(Rule(author="doe", hide=True))
    async with reading(filled) as reader:
        await reader.press("g", "r", "enter")
        assert reader.app.screen is reader.screen and reader.screen.list.total == 2
        assert "Rule: author doe:…  2 unread of 2" in reader.seen() and "Lottery" in reader.seen()
        await reader.press("escape")
        assert reader.screen.list.total == 1
