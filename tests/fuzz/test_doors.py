"""Each door with its examples, with what fuzzing found, and with a little of what chance makes of them.

`python -m tests.fuzz DOOR SECONDS` goes on looking.
"""

from __future__ import annotations

import random

import pytest

from tests.fuzz.__main__ import FOUND
from tests.fuzz.doors import DOORS, clean, enter
from tests.fuzz.examples import EXAMPLES, mutated


@pytest.mark.parametrize("door", DOORS)
def test_a_door_holds_for_its_examples_and_what_comes_of_them(door: str) -> None:
    chance = random.Random(1)
    for data in (*EXAMPLES[door], *(mutated(chance, list(EXAMPLES[door])) for _ in range(15))):
        enter(door, data)


@pytest.mark.parametrize("name", sorted(file.name for file in FOUND.iterdir()) if FOUND.exists() else [])
def test_what_was_found_once_is_held_now(name: str) -> None:
    enter(name.partition("-")[0], (FOUND / name).read_bytes())


def test_a_broken_door_would_be_seen() -> None:
    with pytest.raises(AssertionError):
        clean(("all is well", {"deep": ["down \x9b31m"]}))
