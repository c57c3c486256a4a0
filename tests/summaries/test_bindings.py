"""What belongs to what: sentences of the same words that say another thing, and those that only say it otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.summaries.bindings import crossed, early

VOTE = (
    "The council voted by 31 to 12 to keep the ferry. Nine members of the Greens and four of the Liberals stayed away."
)
RACE = "Lind, who had led all day, beat her rival Moreau on the last lap. She had overtaken Ek in the harbor."
PLAN = "The city will apply for a loan in May. It has sold two ferries since the storm, and the pier is to be rebuilt by 2031."


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The council voted by 12 to 31 to keep the ferry.", VOTE),
        ("Four Greens and nine Liberals stayed away.", VOTE),
        ("He sailed from Dover to Calais.", "The crew sailed from Calais to Dover."),
        ("The song moved from second to fifth place.", "The song moved from fifth to second place."),
        ("The ban costs farmers 400,000 euros a month.", "The ban costs its members 400,000 euros a year."),
        ("It is cleaned monthly.", "It is cleaned every week."),
    ],
)
def test_the_same_words_bound_otherwise_are_seen(said: str, held: str) -> None:
    assert crossed(said, held)


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The city has received a loan.", "The city asked for a loan, which the bank will consider."),
        ("The pier was rebuilt by 2031.", PLAN),
    ],
)
def test_what_is_still_to_come_is_not_told_as_done(said: str, held: str) -> None:
    assert early(said, held)


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("By 31 to 12 the ferry was kept.", VOTE),
        ("Nine Greens and four Liberals were not there.", VOTE),
        ("Four Liberals stayed away, and so did nine Greens.", VOTE),
        ("Lind beat Moreau.", RACE),
        ("Moreau was beaten by Lind.", RACE),
        ("The city has sold two ferries.", PLAN),
        ("The city wants a loan, and the pier is going to be rebuilt.", PLAN),
        ("The crew sailed from Calais to Dover.", "The crew sailed from Calais to Dover."),
        ("The ban costs 400,000 euros a year.", "The annual cost is 400,000 euros, or 33,000 a month."),
        ("The board dismissed Lind in May.", "Lind, who had taught for years, was dismissed in May by the board."),
        ("", ""),
    ],
)
def test_what_is_only_put_otherwise_is_not(said: str, held: str) -> None:
    assert not crossed(said, held)
    assert not early(said, held)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_taken(said: str, held: str) -> None:
    assert crossed(said, held) in (True, False)
    assert early(said, held) in (True, False)


@given(st.lists(st.sampled_from([*VOTE.split(), *RACE.split(), *PLAN.split()]), max_size=40).map(" ".join))
def test_nothing_is_crossed_with_itself_where_each_number_stands_once(text: str) -> None:
    words = text.split()
    if len(set(words)) == len(words):
        assert not crossed(text, text)
