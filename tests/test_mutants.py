"""The runner of mutants: what it changes, and that a change that matters is noticed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants import ROOMS, ROOT, every, mutated, nodes, runs


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


def test_mutants_are_made_of_a_room_that_is_one_file() -> None:
    assert {it.file for it in every("filters")} == {Path("reader/filters.py")}


def test_what_is_no_behavior_is_left_alone() -> None:
    tree = ast.parse(
        "@lru_cache(maxsize=8)\n"
        "def f(a: Literal[1], most: int = 2) -> Literal[3]:\n"
        "    b: Literal[4] = 5\n"
        "    return zip(a, b, strict=True), sorted(a, reverse=True)\n"
    )
    left = [node.value for _, node in nodes(tree) if isinstance(node, ast.Constant)]
    assert sorted(map(repr, left)) == ["2", "5", "True"]


def test_the_tests_named_for_a_file_and_what_is_pinned_are_asked_first() -> None:
    pinned = "tests/search/test_pinned.py"
    first, then = runs(Path("reader/search/query.py"), "search")
    assert first == ("tests/search/test_query.py", pinned)
    assert then == ("tests/search", "--ignore=tests/search/test_query.py", f"--ignore={pinned}")
    assert runs(Path("reader/search/__init__.py"), "search")[0] == (pinned,)
    assert runs(Path("reader/text/months.py"), "text") == [ROOMS["text"]]
    assert runs(Path("reader/filters.py"), "filters") == [ROOMS["filters"]]


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_and_its_tests_exist(room: str) -> None:
    place = ROOT / "reader" / room
    assert place.is_dir() or place.with_suffix(".py").is_file()
    assert all((ROOT / tests).exists() for tests in ROOMS[room])
