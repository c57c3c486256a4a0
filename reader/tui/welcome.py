"""What the article pane shows while nothing is open: the five keys with which everything else is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reader.commands import Context
from reader.text.words import width as cells
from reader.tui.painting import Stretch

_STEPS: tuple[tuple[str, Context, str], ...] = (
    ("open", "list", "opens what the cursor is on"),
    ("find", "article", "finds words in it; in the list, in all articles"),
    ("mark", "article", "bookmarks the sentence at the cursor line"),
    ("passages", "list", "shows all that you bookmarked"),
    ("help", "everywhere", "shows the keys that work where you are"),
)
_WIDEST = 58
"""Cells of the widest step with its key."""


def steps(key_for: Callable[[str, tuple[Context, ...]], str | None], width: int) -> Iterator[list[Stretch]]:
    """The steps, a line each, in the middle of a pane; those whose key was taken away are not told."""
    if width < _WIDEST:
        return
    left = " " * ((width - _WIDEST) // 2)
    for command, where, told in _STEPS:
        key = key_for(command, (where,))
        if key is not None:
            gap = " " * (8 - cells(key))
            yield [Stretch(left + gap, ()), Stretch(key, ("key",)), Stretch(f"  {told}", ("quiet",))]
            yield []


def greeting(mistakes: Sequence[str], total: int, *, samples: bool) -> str:
    """What the footer says at the start, empty where the list says enough."""
    if mistakes:
        return f"Settings, {mistakes[0]}"
    if not total:
        return "Nothing here yet. + adds a page, a feed, files or folders; ? shows the keys."
    return "These are sample pages. Enter opens one; + adds your own; : finds “hide samples”." if samples else ""
