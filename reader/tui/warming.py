"""Getting ready while nobody waits: modules are loaded, and an article is set once, which compiles what setting needs.

In two steps, as all at once would be in the way of somebody who presses Enter right after the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.model import Article, Entry
    from reader.newsroom import Newsroom
    from reader.typeset import Setting

_OPENING = (
    "reader.tui.going",
    "reader.tui.finding",
    "reader.library.margins",
    "reader.typeset.composing",
    "reader.tui.side_lines",
    "reader.tui.turning",
)
"""What opening an article needs."""
_REST = (
    "reader.newsroom.summing",
    "reader.search.finder",
    "reader.tui.acting",
    "reader.tui.marking",
    "reader.tui.selection",
    "reader.newsroom.marking",
    "reader.tui.bar_marks",
    "reader.library.index",
    "reader.tui.updating",
    "reader.newsroom.web",
)
"""What finding, marking, searching and updating need."""
_LINES = 45
"""Lines of the rehearsed article that are made: a screen full."""


def rehearse(room: Newsroom, entry: Entry | None, set_for: Callable[[Article], Setting]) -> None:
    """Get ready for opening an article, by setting the one that is likeliest opened."""
    _load(_OPENING)
    if entry is None:
        return
    with suppress(ReaderError):  # whoever opens it is told
        for _ in islice(set_for(room.open(entry.id).article), _LINES):
            pass


def rest() -> None:
    """Get ready for everything else."""
    _load(_REST)


def _load(modules: Iterable[str]) -> None:
    for module in modules:
        import_module(module)
