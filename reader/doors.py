"""Rooms whose inside is loaded when something in it is first asked for.

Starting takes a third less so (measured: `search`, `typeset` and `passages` are 90 of 260 ms of our own imports), and
whoever uses such a room imports it at the top like any other: `from reader import typeset`, then `typeset.setting(...)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def door(room: str, inside: Mapping[str, str]) -> Callable[[str], Any]:
    """A module's `__getattr__` (PEP 562): its public names, each with the module of the room that holds it."""

    def enter(name: str) -> Any:
        module = inside.get(name)
        if module is None:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        return getattr(import_module(f"{room}.{module}"), name)

    return enter
