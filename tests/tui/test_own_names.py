"""No private name of ours is one of Textual's: a page that kept `_closed` for itself could not be removed any more."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator

import pytest
from textual.message_pump import MessagePump

import reader.tui

ON_PURPOSE = {"SettledScreen": {"_compositor_refresh"}, "Keyboard": {"_file"}}
"""What is done otherwise than Textual does it: our own goes on to Textual's, and were it not asked any more, all but the gain
would be as before."""


def kinds(of: type[object]) -> Iterator[type[object]]:
    kind: type[object]
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


KNOWN: dict[type[object], set[str]] = {}
"""Private names by class: to find the source of one takes half a second, and each of ours is held against the same six."""


def private(kind: type[object]) -> set[str]:
    """The private names that a class gives to what it keeps or does."""
    if kind not in KNOWN:
        KNOWN[kind] = _private(kind)
    return KNOWN[kind]


def _private(kind: type[object]) -> set[str]:
    made = ast.walk(ast.parse(textwrap.dedent(inspect.getsource(kind))))
    kept = {it.attr for it in made if isinstance(it, ast.Attribute) and isinstance(it.ctx, ast.Store)}
    done = {name for name, what in vars(kind).items() if inspect.isfunction(what) or isinstance(what, property)}
    return {name for name in kept | done if name.startswith("_") and not name.startswith("__")}


def ours() -> list[type[object]]:
    for module in pkgutil.walk_packages(reader.tui.__path__, "reader.tui."):
        importlib.import_module(module.name)
    return sorted({it for it in kinds(MessagePump) if it.__module__.startswith("reader.")}, key=str)


@pytest.mark.parametrize("kind", ours(), ids=lambda it: it.__name__)
def test_no_private_name_is_textuals(kind: type[object]) -> None:
    for base in inspect.getmro(kind):
        if base.__module__.startswith("textual."):
            clash = private(kind) & private(base) - ON_PURPOSE.get(kind.__name__, set())
            assert clash == set(), base
