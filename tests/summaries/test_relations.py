"""What one is to another, whose something is, who won, where and when, and how many of all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.summaries.relations import at_another_time, beaten, elsewhere, offices, otherwise, overdone, whose


@pytest.mark.parametrize(
    ("said", "held", "against"),
    [
        ("His wife told the paper that it was hard.", "His brother told the paper that it was hard.", True),
        ("The prosecutor said he was sorry.", "Lena Hart, defending, said he was sorry.", True),
        ("His wife told the paper that it was hard.", "His wife and his brother told the paper so.", False),
        ("His wife told the paper.", "A brother of the owner once sailed around the cape.", False),
    ],
)
def test_one_of_a_sort_is_not_another_where_words_stand_near_both(said: str, held: str, against: bool) -> None:
    assert otherwise(said, held) is against


@pytest.mark.parametrize(
    ("said", "held", "against"),
    [
        ("Hart's boat sank.", "Moss's boat sank in the harbor.", True),
        ("Hart's boat sank.", "The boat that Hart had bought from Moss's shop sank.", False),
        ("The town's boat sank.", "Moss's boat sank in the harbor.", False),  # a common noun may stand for anybody
    ],
)
def test_a_thing_belongs_to_whom_the_passage_says(said: str, held: str, against: bool) -> None:
    assert whose(said, held) is against


@pytest.mark.parametrize(
    ("said", "against"),
    [
        ("Harwell beat Melby.", False),
        ("Melby lost to Harwell.", False),
        ("Melby were beaten 3-1 by Harwell.", False),
        ("Melby beat Harwell.", True),
        ("Harwell lost 3-1 to Melby.", True),
        ("Harwell were beaten by Melby.", True),
    ],
)
def test_winners_and_losers_are_known_by_any_verb(said: str, against: bool) -> None:
    assert beaten(said, "Harwell defeated Melby by three goals to one.") is against


@pytest.mark.parametrize(
    ("said", "held", "against"),
    [
        ("He works at a school in Hull.", "She studied in Hull. He works at a school in Goole.", False),
        ("He works at a school in Hull.", "He works at a school in Goole.", True),
        ("The sender is in Belarus.", "He says he is from Belarus, but lives in Moscow.", True),
        ("The school in Hull closed.", "The school in northern Hull closed.", False),
        ("The school in May closed.", "The school in Goole closed.", False),
    ],
)
def test_a_thing_is_where_the_passage_says(said: str, held: str, against: bool) -> None:
    assert elsewhere(said, held) is against


def test_next_year_is_not_next_month() -> None:
    assert at_another_time("The games go on sale next year.", "The games go on sale next month.")
    assert not at_another_time("They go on sale next month.", "The games go on sale next month, not next year.")
    assert not at_another_time("They go on sale next month.", "The games go on sale in May.")


@pytest.mark.parametrize(
    ("said", "held", "against"),
    [
        ("All of his work was a fraud.", "Some of his work was a fraud.", True),
        ("He always agrees.", "He does not often agree.", True),
        ("All of his work was a fraud.", "His work was a fraud.", False),
        ("Some of his work was a fraud.", "Some of his work was a fraud.", False),
        ("They were open all year.", "Most of them are open.", False),
    ],
)
def test_some_are_not_all(said: str, held: str, against: bool) -> None:
    assert overdone(said, held) is against


def test_offices_stand_right_before_names() -> None:
    assert ("lawyer", "Lena Hart") in list(offices("The company lawyer Lena Hart's plan failed."))
    assert not list(offices("It came from Lena Hart."))


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(said: str, held: str) -> None:
    for against in (otherwise, whose, beaten, elsewhere, at_another_time, overdone):
        assert against(said, held) in {True, False}
