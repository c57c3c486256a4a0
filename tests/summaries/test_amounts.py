"""Numbers made alike: scales, words, what is counted, times in other units, and what is told roughly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.summaries.amounts import Amount, among, amounts, inside, lasts, remeasured


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It cost 12,500 euros.", "12500"),
        ("It cost £340 million.", "340000000"),
        ("It cost 2.4bn.", "2400000000"),
        ("It cost three thousand.", "3000"),
        ("Fourteen maps were stolen.", "14"),
        ("He was sent off in the 78th minute.", "78"),
        ("It weighs 2.9 grams.", "2.9"),
        ("Half of the clinics closed.", "50"),
        ("Sales fell by a tenth during the trial.", "10"),
        ("Two thirds of the lights are off.", "66.7"),
        ("Thirty-four phones began to smoke.", "34"),
        ("Nine in ten agreed.", "90"),
        ("One chick in five had died.", "20"),
        ("It opens in May.", "may"),
        ("it opens on 3 may.", "3 may"),
        ("She called twice a day.", "2"),
        ("The two were seen.", ""),
        ("A 3D model was shown.", ""),
    ],
)
def test_a_number_is_known_by_its_value(text: str, value: str) -> None:
    assert " ".join(it.value for it in amounts(text)) == value


def test_more_than_half_is_no_number_of_the_text() -> None:
    assert amounts("More than half of the clinics closed.") == []


@pytest.mark.parametrize(
    ("text", "known", "found"),
    [
        ("more than 12,000 euros", "12500", True),
        ("more than 12,000 euros", "21000", False),
        ("12,000 euros", "12500", False),
        ("they nearly failed in 2009", "2019", False),
        ("about $4 million", "3900000", True),
    ],
)
def test_only_what_is_told_roughly_may_be_a_tenth_off(text: str, known: str, found: bool) -> None:
    (amount,) = amounts(text)
    assert among(amount, frozenset((known,))) is found


def test_two_days_are_48_hours() -> None:
    (days,) = amounts("for two days")
    assert lasts(days, amounts("for 48 hours"))
    assert not lasts(days, amounts("for 72 hours"))
    assert not lasts(Amount("2", "bus"), amounts("48 hours"))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Roughly one third of the goods", ["33.3"]),
        ("It fell by more than a third.", []),
        ("The third of the boats sank, and a third vessel.", []),
        ("Three quarters of the sum; half the rest", ["75", "50"]),
        ("One man in five days", []),
    ],
)
def test_fractions_are_told_in_percent(text: str, values: list[str]) -> None:
    found = [it for it in amounts(text) if it.thing == "percent"]
    assert [it.value for it in found] == values


@pytest.mark.parametrize(
    ("said", "held", "other"),
    [
        ("50 pounds a set", "50 pence per set", True),
        ("two months in three years", "two years and about three months", True),
        ("50 pence", "50 pence, not 50 pounds", False),
        ("50 sets", "50 pence", False),
        ("50 pounds", "60 pence", False),
    ],
)
def test_a_value_in_another_unit_of_its_kind_is_seen(said: str, held: str, other: bool) -> None:
    assert any(remeasured(it, amounts(held)) for it in amounts(said)) is other


PIECES = [
    "1",
    "27",
    "٣",
    "½",
    ".",
    ",",
    " ",
    "-",
    " days",
    " hours",
    " million",
    "bn",
    "two",
    "half of",
    "thirty-",
    " a tenth,",
    "May ",
    "é",
    "about ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_any_digits_are_read(text: str) -> None:
    found = amounts(text)
    for it in found:
        among(it, frozenset(other.value for other in found))
        lasts(it, found)
        assert not remeasured(it, [it])
        assert 0 <= it.at < len(text)


def test_amounts_are_told_by_the_span_in_which_they_begin() -> None:
    text = "5 boats and 12 cars left on 3 May"
    assert [[it.value for it in held] for held in inside(amounts(text), [(12, 19), (0, 5), (6, 9), (28, 33)])] == [
        ["12"], ["5"], [], ["3", "may"]
    ]  # fmt: skip
