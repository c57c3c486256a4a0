"""What the article pane shows while nothing is open: the five keys with which everything else is found, and where they lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reader.commands import Context
from reader.errors import ReaderError, SettingsError
from reader.text.words import width as cells
from reader.tui.painting import Stretch

_STEPS: tuple[tuple[str, Context, str, str, str], ...] = (
    ("open", "list", "opens what the cursor is on", "", ""),
    ("find", "article", "finds words in it; in the list, in all articles", "", ""),
    ("mark", "article", "bookmarks the sentence at the cursor", "annotate", "with a note"),
    ("passages", "list", "shows all bookmarks", "write", "writes them to files"),
    ("help", "everywhere", "shows the keys that work where you are", "", ""),
)
"""Commands with where they apply and what they do, and a second one that goes on from there."""
_WIDEST = 60
"""Cells of the widest step with its key."""


def steps(key_for: Callable[[str, tuple[Context, ...]], str | None], width: int) -> Iterator[list[Stretch]]:
    """The steps, a line each, in the middle of a pane; those whose key was taken away are not told."""
    if width < _WIDEST:
        return
    left = " " * ((width - _WIDEST) // 2)
    for command, where, told, other, more in _STEPS:
        key, second = key_for(command, (where,)), key_for(other, ("passages",))
        if key is not None:
            gap = " " * (8 - cells(key))
            line = [Stretch(left + gap, ()), Stretch(key, ("key",)), Stretch(f"  {told}", ("quiet",))]
            yield [*line, *_going_on(second, more)]
            yield []


def _going_on(key: str | None, told: str) -> Iterator[Stretch]:
    if key is not None:
        yield from (Stretch(", ", ("quiet",)), Stretch(key, ("key",)), Stretch(f" {told}", ("quiet",)))


def complaint(errors: Sequence[ReaderError], mistakes: Sequence[str]) -> ReaderError | None:
    """What is wrong with keys and theme, and with the rest of the settings, in two lines; None where nothing is."""
    told = [*(error.happened for error in errors), *(f"Settings, {mistake}." for mistake in mistakes)]
    if len(told) < 2:
        advice = errors[0].advice if errors else "`,` changes the settings; e there opens their file."
        return SettingsError(told[0], advice) if told else None
    more = f" And {len(told) - 2} more: `newsreader doctor`." if len(told) > 2 else ""
    return SettingsError(told[0], told[1] + more)


def greeting(total: int, *, samples: bool) -> str:
    """What the footer says at the start, empty where the list says enough."""
    if not total:
        return "Nothing here yet. + adds a page, a feed, files or folders; ? shows the keys."
    return "These are samples. Enter opens one; + adds your own; : finds “hide samples”." if samples else ""
