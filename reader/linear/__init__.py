"""The linear edition: the same newsroom line by line, for screen readers, Braille and slow lines.

One column of plain words, a prompt, a line typed: no boxes, no color, no cursor addressing. Where one is and what came
of a command is said in words. The commands are those of the screen (`reader/commands.py`), typed as their keys, their
names or the beginning of a name. Standard input need not be a terminal: a script of commands is read the same way.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from typing import TextIO

from reader.linear.session import Session
from reader.linear.voice import Voice
from reader.newsroom import Newsroom
from reader.settings import Settings
from reader.text.clean import clean

LONGEST = 10_000
"""Characters of a typed line that are read; what stands beyond them is no command and no note for a person."""


def run(
    room: Newsroom, settings: Settings, sources: Sequence[str], hears: TextIO, tells: TextIO, notice: str = ""
) -> int:
    """Hold the conversation until it is left. 1 when it was a script and one of its commands failed."""
    columns, rows = shutil.get_terminal_size((settings.measure, 24)) if tells.isatty() else (settings.measure, 24)
    voice = Voice(tells, min(columns, settings.measure), max(4, rows - 2))
    if hears.isatty():
        return Session(room, settings, voice, _asking(hears, tells), script=False).run(sources, notice)
    return Session(room, settings, voice, _reading(hears, tells), script=True).run(sources, notice)


def _asking(hears: TextIO, tells: TextIO) -> Callable[[str], str | None]:
    """Asks a person, whose terminal shows what is typed; None at the end of the input."""

    def ask(prompt: str) -> str | None:
        tells.write(prompt)
        tells.flush()
        return _line(hears)

    return ask


def _reading(hears: TextIO, tells: TextIO) -> Callable[[str], str | None]:
    """Reads a script; the line is written behind the prompt, so that what is printed reads as a conversation."""

    def ask(prompt: str) -> str | None:
        line = _line(hears)
        tells.write(prompt + clean(line or "").rstrip("\n") + "\n")
        tells.flush()
        return line

    return ask


def _line(hears: TextIO) -> str | None:
    """A line without its end, None at the end of the input."""
    line = hears.readline(LONGEST)
    rest = line
    while rest and not rest.endswith("\n"):
        rest = hears.readline(LONGEST)
    return line.rstrip("\n") if line else None
