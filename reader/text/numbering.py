"""Numbers of ordered lists: each list counts for itself, also when lists in lists stand between its items."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Block


def numbers(blocks: Sequence[Block]) -> list[str]:
    """The number of each block as it is set, as wide as the last one of its list; empty where it has none."""
    found = [""] * len(blocks)
    open_: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        level = (block.level or 1) if block.kind == "list_item" else 0
        for deeper in [it for it in open_ if it > level or (not block.ordered and it == level)]:
            _number(open_.pop(deeper), found)
        if block.ordered and level:
            open_.setdefault(level, []).append(index)
    for items in open_.values():
        _number(items, found)
    return found


def _number(items: Sequence[int], found: list[str]) -> None:
    size = len(str(len(items)))
    for number, index in enumerate(items, 1):
        found[index] = f"{number:>{size}}"
