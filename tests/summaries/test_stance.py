"""Whether two sentences contradict each other: what is denied, opposites, ranks, and sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.summaries.stance import contrary, stance_of


def against(said: str, held: str) -> bool:
    return contrary(stance_of(said, "en"), stance_of(held, "en"))


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The owner was hurt.", "The owner was not hurt."),
        ("Several sailors were hurt.", "Nobody was hurt in the fire."),
        ("The glacier rests on rock, not on mud.", "It rests on mud and not, as was believed, on rock."),
        ("The board voted against the ban.", "The board voted for the ban on Tuesday."),
        ("She will keep her bonus.", "She will forgo her bonus."),
        ("The date is realistic.", "They called the date unrealistic."),
        ("It is the largest company of the region.", "It is the second largest company of the region."),
        ("Prices fell by a tenth.", "Prices rose by a tenth."),
        ("Guests jeered at the minister.", "Guests applauded the minister."),
        ("Half as many came.", "Twice as many came."),
        ("She is the second woman to lead it.", "She is the first woman to lead it."),
        ("She will give all of the money away.", "She will give part of the money away."),
        ("He is deaf in both ears.", "He is deaf in one ear."),
    ],
)
def test_contraries_are_seen_from_both_sides(said: str, held: str) -> None:
    assert against(said, held)
    assert against(held, said)


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("The council banned cars from the town.", "Cars are no longer allowed to drive into the town."),
        ("Thirty patients needed no other drugs.", "Thirty patients no longer needed other medicine."),
        ("Factory workers are not affected.", "Jobs will go, none in the factories."),
        ("All of the money is gone.", "Part of the story is that all the money is gone."),
        ("The second woman won the first prize.", "The first prize went to the second woman."),
        ("The loans may be lost.", "It set money aside for loans that may never be repaid."),
        ("The drug is safe, not only cheap.", "The drug is safe and cheap."),
        ("One man died and forty were rescued.", "Forty people were rescued; one was found dead."),
        ("Half of the clinics lack a refrigerator.", "Half of the clinics have no refrigerator."),
        ("Wind kept the helicopter from landing.", "The helicopter could not land in the wind."),
    ],
)
def test_the_same_in_other_words_is_no_contrary(said: str, held: str) -> None:
    assert not against(said, held)
    assert not against(held, said)


def test_nothing_is_read_into_another_language() -> None:
    assert not contrary(stance_of("Er war nicht verletzt.", "de"), stance_of("Er war verletzt.", "de"))


@given(st.text(max_size=200))
def test_a_text_does_not_contradict_itself(text: str) -> None:
    stance = stance_of(text, "en")
    assert stance.heads <= stance.denied
    assert not contrary(stance, stance)


def test_of_two_sentences_the_one_that_is_about_it_counts() -> None:
    said, held = (
        stance_of("Shares in builders rose after the speech.", "en"),
        stance_of("The krone fell after the speech.", "en"),
    )
    beside = stance_of("Shares in builders gained four percent.", "en")
    assert contrary(said, held)
    assert not contrary(said, held, (held, beside))


def test_opposites_of_different_things_are_none() -> None:
    assert not against(
        "A driver who was texting was sent to prison.", "On the way home from the inn, he received flowers."
    )
