"""Expressions: what they match, and that what could take forever is refused with its place."""

from __future__ import annotations

import pytest

from reader.errors import UsageError
from reader.search.patterns import OPEN, compiled


@pytest.mark.parametrize(
    ("expression", "text", "found"),
    [
        ("x{3,3}", "xxxx", "xxx"),
        ("x{3}", "xxxx", "xxx"),
        ("x{2,}", "xxxx", "xxxx"),
        ("x{,2}", "xxxx", "xx"),
        (f"x{{0,{OPEN}}}", "xx", "xx"),
        ("x{}", "x{}", "x{}"),
        ("x+?", "xxx", "x"),
        ("(?:ab){2}", "ababab", "abab"),
        ("(a|b)c", "xbc", "bc"),
        (r"\(x\)", "a(x)", "(x)"),
        ("[a&&b]+", "a&b", "a&b"),
        ("[]x]+", "]x", "]x"),
        ("é.x", "É\u00a0X", "É\u00a0X"),
        ("a|b|c", "c", "c"),
        (r"\bcat$", "the cat", "cat"),
    ],
)
def test_an_expression_matches_as_it_is_written(expression: str, text: str, found: str) -> None:
    match = compiled(expression).search(text)
    assert match is not None
    assert match[0] == found


def test_case_counts_where_it_is_wished() -> None:
    assert compiled("Ferry").search("ferry")
    assert not compiled("Ferry", case=True).search("ferry")


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        ("x{3,2}", 7), (f"x{{{OPEN + 1}}}", 7), ("^*", 3), ("(a", 1), ("a)", 2), ("*a", 1), ("(?=a)", 2), ("a\\q", 2),
        ("(" * 12 + "a" + ")" * 12, 12),
        ("(a+)+", 1), ("(a|b)*", 1), ("(ab?){2}", 1), ("a*a*a*", 3), ("ø*ø*ø*", 3), (".*x.*y.*", 4), ("(a|a)(a|a)(a|a)a+a+", 16),
    ],
)  # fmt: skip
def test_what_cannot_be_read_or_could_take_forever_is_refused_with_its_place(expression: str, place: int) -> None:
    with pytest.raises(UsageError) as refused:
        compiled(expression)
    assert f"(Character {place}" in refused.value.happened
    assert refused.value.advice


@pytest.mark.parametrize(
    "expression", ["a*b*", "a*a*", "(ab)+", "[ab]+", "a+b+c+", r"\w+ \w+", "(?:a|b)c+", "colou?r", "a?a?a"]
)
def test_what_ends_soon_is_allowed(expression: str) -> None:
    compiled(expression)


def test_the_longest_expression() -> None:
    compiled("a" * 500)
    with pytest.raises(UsageError, match="501 characters"):
        compiled("a" * 501)
