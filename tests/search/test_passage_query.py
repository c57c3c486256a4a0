"""What is asked of the list of passages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.search.passage_query import Wish, wishes

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("ferry harbor", [("any", "ferry"), ("any", "harbor")]),
        ('"ferry line" x', [("any", "ferry line"), ("any", "x")]),
        ("#region tag:Sea tags:#a", [("tag", "region"), ("tag", "Sea"), ("tag", "a")]),
        ('from:courier source:"Harbor Post"', [("from", "courier"), ("from", "Harbor Post")]),
        ("kind:gr color:b is:gone is:noted", [("kind", "green"), ("kind", "blue"), ("is", "gone"), ("is", "noted")]),
        ('after:2026-03 before:yesterday after:"last week"',
         [("after", "2026-03-01"), ("before", "2026-03-13"), ("after", "2026-03-02")]),
        ("note:ask title:pier", [("note", "ask"), ("title", "pier")]),
        ("https://a.example re:word", [("any", "https://a.example"), ("any", "re:word")]),
        ('from: # - "', []),
    ],
)  # fmt: skip
def test_words_and_fields(query: str, asked: list[tuple[str, str]]) -> None:
    assert [(it.field, it.text) for it in wishes(query, TODAY)] == asked


def test_a_minus_takes_out() -> None:
    assert wishes("-word -#region -kind:red") == (
        Wish("any", "word", True),
        Wish("tag", "region", True),
        Wish("kind", "red", True),
    )


@pytest.mark.parametrize("query", ["kind:purple", "is:lost", "after:soon", "x" * 3000])
def test_what_cannot_be_read_is_said_in_two_lines(query: str) -> None:
    with pytest.raises(UsageError) as caught:
        wishes(query, TODAY)
    assert len(str(caught.value).splitlines()) == 2


@given(st.text(st.sampled_from('ab :"#-\n') | st.characters(exclude_categories=["Cs"]), max_size=60))
def test_whatever_is_typed_is_read_or_refused(query: str) -> None:
    try:
        found = wishes(query, TODAY)
    except UsageError:
        return
    assert all(it.text.strip() for it in found)


def test_the_longest_query() -> None:
    assert wishes("a" * 2000) == (Wish("any", "a" * 2000),)
    with pytest.raises(UsageError):
        wishes("a" * 2001)
