"""Numbers of lists: aligned, and counted for each list alone."""

from __future__ import annotations

from reader.model import Block
from reader.text.numbering import numbers
from tests.typeset.test_setting import of


def item(level: int = 1, *, ordered: bool = True) -> Block:
    return Block("list_item", "x", level=level, ordered=ordered)


def test_a_list_goes_on_behind_a_list_within_it() -> None:
    blocks = [item(), item(2), item(2), item(), item(2, ordered=False), item(), Block("paragraph", "p"), item()]
    assert numbers(blocks) == ["1", "1", "2", "2", "", "3", "", "1"]


def test_an_unordered_item_of_the_same_level_ends_a_list() -> None:
    assert numbers([item(), item(ordered=False), item()]) == ["1", "", "1"]


def test_the_numbers_of_a_long_list_stand_under_one_another() -> None:
    assert numbers([item()] * 10)[8:] == [" 9", "10"]
    assert of(*[item()] * 10)[-2:] == [" 9. x", "10. x"]
