"""Newsboat's query feeds as searches: what both can say is said, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.opml.queries import searched
from reader.search.query import parse_query


@pytest.mark.parametrize(
    ("expression", "search"),
    [
        ('unread = "yes" and tags # "news"', 'is:unread from:"news"'),
        ('unread != "yes"', "is:read"),
        ('title =~ "ferry"', 'title:"ferry"*'),
        ('title !~ "(ferry|high water)"', '-(title:"ferry"* OR title:"high water"*)'),
        ('title =~ "a" or author =~ "b c"', 'title:"a"* OR by:"b c"*'),
        ('(title =~ "a" or content =~ "b") and age < 3', '(title:"a"* OR "b"*) after:"3 days ago"'),
        ('((tags # "a" or tags # "b") and (age > 9)) or unread = "no"',
         '((from:"a" OR from:"b") (before:"9 days ago")) OR is:read'),
        ('age between 2:7 and feedtitle = "Harbor Post"', 'after:"7 days ago" before:"2 days ago" from:"Harbor Post"'),
        ('tags !# "fun"', '-from:"fun"'),
    ],
)  # fmt: skip
def test_what_a_search_can_say_is_said(expression: str, search: str) -> None:
    assert searched(expression) == search
    parse_query(search, date(2026, 3, 14))


@pytest.mark.parametrize(
    "expression",
    ["", "title", "x", 'title =~ "f.*y"', 'title = "whole title"', 'flags # "s"', 'unread = "maybe"', 'age < "3"', '(age < 3',
     'age < 3)', 'age < 3 age > 1', 'age < 3 and', 'age < 3 xor age > 1', 'unread = "yes" and age < 3 or age > 9',
     "(" * 99 + "age < 3" + ")" * 99, 'title =~ ""', 'enclosure_url =~ "mp3"', 'title =~ "' + "x" * 2000 + '"', "age between 3"],
)  # fmt: skip
def test_what_no_search_can_say_is_left(expression: str) -> None:
    assert searched(expression) is None


PIECES = [
    "unread",
    "title",
    "tags",
    "age",
    "and",
    "or",
    "(",
    ")",
    "=",
    "=~",
    "!~",
    "#",
    "<",
    "between",
    "3",
    "1:4",
    '"yes"',
    '"a b"',
    '"(a|b)"',
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=40))
def test_whatever_stands_there_becomes_a_search_or_none(expression: str) -> None:
    search = searched(expression)
    assert search is None or parse_query(search, date(2026, 3, 14)).root.terms
