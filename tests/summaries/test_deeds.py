"""The same deed told of others: what speaks against a claim, and what is only put otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.summaries.deeds import SURE, Telling, held_against, otherwise_like, sought, telling, verbal
from reader.summaries.phrases import meant
from reader.summaries.tagging import tokens

NAMES = frozenset(map(meant, ("Lena", "Hart", "Ellen", "Korte", "Melby", "Arden")))


def read(text: str) -> Telling:
    return telling(text, frozenset(map(meant, tokens(text))))


def against(said: str, *held: str) -> set[str]:
    return held_against(read(said), [read(it) for it in held], NAMES)


@pytest.mark.parametrize(
    ("said", "held", "kind"),
    [
        ("Lena Hart led the expedition.", "The expedition was led by Ellen Korte.", "doer named"),
        ("Korte is very critical of Hart.", "Hart is critical of the way in which Korte works.", "doer beside"),
        ("Korte gave birth to a girl in May.", "Four months later, Hart gave birth to a girl.", "doer named"),
        ("Melby bought Arden for a million.", "Melby was bought by Arden for a million.", "exchanged"),
        ("The museum donated a boat to Hart.", "It was a donation from Hart to the museum.", "exchanged"),
        (
            "Korte beat Hart on the last lap.",
            "Hart, who had led all day, beat her rival Korte on the last lap.",
            "exchanged",
        ),
        ("Hart was beaten by Korte.", "Hart, who had led all day, beat her rival Korte on the last lap.", "exchanged"),
        ("Hart attacked the boys.", "The boys attacked him with sticks.", "exchanged in part"),
        ("Hart took the key from Korte.", "Hart took the key to Korte.", "turned"),
        ("Hart denied the theft.", "Hart admitted the theft.", "opposite"),
        ("Hart wants to leave Melby.", "Hart does not want to leave Melby.", "denied"),
    ],
)
def test_what_is_told_of_others_speaks_against_a_claim(said: str, held: str, kind: str) -> None:
    assert kind in against(said, held)


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Ellen Korte led the expedition.", "The expedition, led by Ellen Korte, ended in May."),
        ("Ellen Korte led the expedition.", "She led the expedition for a year."),
        ("Hart was praised by Korte.", "Korte praised Hart."),
        ("The council closed the shop.", "The town closed the shop."),  # two descriptions, perhaps of the same
        ("Korte gave the key to Hart.", "Hart was given the key by Korte."),
        ("Arden lost to Melby.", "The sun was warm."),
    ],
)
def test_what_is_only_put_otherwise_does_not(said: str, held: str) -> None:
    assert not against(said, held) & SURE


def test_one_sentence_that_agrees_is_enough() -> None:
    assert not against("Hart led the choir.", "Korte led the choir.", "Later, Hart led the choir.") & SURE


@pytest.mark.parametrize(
    ("said", "held", "kinds"),
    [
        ("Hart was the first woman there.", "Hart was the third woman there.", {"another place"}),
        ("The band played a Melby song.", "The band played an Arden song.", {"trait"}),
        (
            "The son of a judge works for a baker's wife.",
            "The son of a baker works for a judge's wife.",
            {"trait of another", "traits exchanged"},
        ),
        ("The old song was long.", "The song was long and old.", set()),
    ],
)
def test_what_is_told_of_the_same_things(said: str, held: str, kinds: set[str]) -> None:
    assert otherwise_like(read(said), [read(held)], NAMES) == kinds


def test_a_noun_of_a_deed_is_found_by_its_verb() -> None:
    assert verbal(meant("donation")) == meant("donate")
    assert meant("donate") in sought(read("Hart donated a boat."))
    assert not sought(read("It is said to be."))


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_texts_can_be_compared(said: str, held: str) -> None:
    found = held_against(read(said), [read(held)], NAMES) | otherwise_like(read(said), [read(held)], NAMES)
    assert all(isinstance(it, str) for it in found)
