"""Who does what: deeds told of others, and the same deed told otherwise."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.summaries.doers import done_by_others, speaking

COUNCIL = (
    "The Greens, who had asked for a vote, called it a compromise. The Liberals voted against it and may go to court."
)
HARBOR = "The harbor master rejected the plan. Its author, Lena Hart, was praised by the mayor."


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The Greens voted against the plan.", COUNCIL),
        ("The mayor rejected the plan.", HARBOR),
        ("The author praised the mayor.", HARBOR),
        ("The mayor was praised by the harbor master.", HARBOR),
        (
            "The keeper's father had returned to Melby to help him.",
            "The keeper had returned to Melby to help his father.",
        ),
        ("The dog was shielded by the wife.", "The wife hid, and the husband shielded the dog."),
    ],
)
def test_a_deed_of_others_speaks_against_a_claim(said: str, held: str) -> None:
    assert done_by_others(said, held)


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The Liberals voted against the plan.", COUNCIL),
        ("The plan was rejected by the harbor master.", HARBOR),
        ("The mayor praised Lena Hart.", HARBOR),
        ("In May, the harbor master rejected the plan.", HARBOR),
        ("The mayor did not reject the plan.", HARBOR),
        ("The mayor praised Hart.", "Hart left the room. He praised Hart, the mayor said."),  # who "he" is nobody knows
        ("The mayor praised Hart.", "Asked about Moss he praised Hart, and the mayor left."),
        ("The firm sold its ships.", "Its best ships were sold in May."),  # nobody is named as who did it
        ("Rain flooded the town.", "The town and the port were flooded by heavy rain."),
    ],
)
def test_the_same_deed_told_otherwise_does_not(said: str, held: str) -> None:
    assert not done_by_others(said, held)


def test_those_who_speak_are_known_before_and_behind_the_verb() -> None:
    assert {"lena", "hart"} <= speaking("The plan was bad, Lena Hart said on Monday.")
    assert "hart" in speaking("“The plan is bad,” said Hart.")
    assert not speaking("Lena Hart sold the boat.")


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(said: str, held: str) -> None:
    assert done_by_others(said, held) in {True, False}


def test_long_texts_without_ends_take_no_longer_than_their_length_allows() -> None:
    begin = time.process_time()
    done_by_others("The council voted against " * 80, "and the council voted for it " * 80)
    assert time.process_time() - begin < 2
