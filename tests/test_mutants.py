"""The runner of mutants: what it changes, and that a change that matters is noticed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants import ROOMS, every, mutated, runs


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a < b", "a <= b"),
        ("a in b", "a not in b"),
        ("a and b", "a or b"),
        ("a + b", "a - b"),
        ("True", "False"),
        ("3", "4"),
        ("not a", "a"),
        ("x if a else y", "x if not a else y"),
        ("a * b", None),
        ("f(a)", None),
    ],
)
def test_an_expression_is_changed_in_one_way(before: str, after: str | None) -> None:
    node = ast.parse(before, mode="eval").body
    made = mutated(node)
    assert (ast.unparse(made) if made is not None else None) == after
    assert ast.unparse(node) == before


def test_mutants_are_made_within_functions_of_a_room() -> None:
    found = every("search")
    assert len(found) > 100
    assert all(it.file.parts[:2] == ("reader", "search") and it.told for it in found)


def test_the_tests_named_for_a_file_are_asked_first() -> None:
    assert runs(Path("reader/search/query.py"), "search") == [("tests/search/test_query.py",), ROOMS["search"]]
    assert runs(Path("reader/search/__init__.py"), "search") == [ROOMS["search"]]
