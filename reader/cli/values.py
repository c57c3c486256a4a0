"""Words of a command line as values: numbers of entries, counts, columns. What does not fit is said with a reason."""

from __future__ import annotations

from collections.abc import Callable

from reader.errors import UsageError

NARROWEST = 20
"""Columns of the narrowest text: below that most words of a language with long ones would have to be broken."""

_DIGITS = 18
"""Digits of the longest number that is read: with one more it might not fit into SQLite's 64 bits."""

_SHOWN = 40


def is_number(word: str) -> bool:
    """Whether it is digits and nothing else."""
    return word.isascii() and word.isdigit()


def shortened(word: str) -> str:
    """A word as a message can hold it."""
    return word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"


def entry_number(word: str) -> int:
    """The number of an entry. Samples have negative ones, which are the screen's affair. Raises UsageError."""
    if not is_number(word) or len(word) > _DIGITS or int(word) == 0:
        raise UsageError(f"“{shortened(word)}” is no number of an entry.", "`newsreader list` shows the numbers.")
    return int(word)


def at_least(option: str, least: int) -> Callable[[str], int]:
    """Reads the whole number of an option, which must not be smaller; what it returns raises UsageError."""

    def number(word: str) -> int:
        if not is_number(word) or len(word) > _DIGITS or int(word) < least:
            raise UsageError(f"{option} cannot be “{shortened(word)}”.", f"Give a whole number from {least} on.")
        return int(word)

    return number
