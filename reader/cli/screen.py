"""The door to the screen: `newsreader` and `newsreader SOURCE…`; in a pipe the list, or the article."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader import settings
from reader.errors import UnreadableError, UsageError
from reader.text.clean import one_line

if TYPE_CHECKING:
    import argparse


def screen(sources: Sequence[str], verbs: Iterable[str], options: argparse.Namespace | None = None) -> int:
    """Open the screen; sources come in behind its first paint. Raises UnreadableError for one that is not there."""
    for source in sources:
        _there(source, verbs)
    if not sys.stdout.isatty():
        return _piped(sources)
    gc.disable()  # until the first paint (`ReadingScreen.on_mount`): what starts lives on, and 6 % is saved
    from reader import newsroom, tui

    wished = settings.load()
    if options is not None:
        wished = replace(
            wished,
            color=options.color or wished.color,
            mouse=wished.mouse and not options.no_mouse,
            ascii=wished.ascii or options.ascii,
        )
    taken, sources = _from_input(sources)
    if not sys.stdin.isatty():
        raise UsageError("newsreader: there is no keyboard to read keys from.", "Start it in a terminal.")
    with newsroom.start(wished, samples=True) as room:
        tui.run(room, wished, room.clock, [*taken, *sources])
    return 0


def _there(source: str, verbs: Iterable[str]) -> None:
    if source == "-" or "://" in source or Path(source).expanduser().exists():
        return
    if os.sep not in source and "." not in source:
        from reader.cli.nearness import near_verb

        near = near_verb(source, verbs)
        advice = (
            f"Perhaps `newsreader {near}` was meant; see --help." if near else "`newsreader --help` lists the verbs."
        )
        raise UsageError(f"newsreader: “{one_line(source)}” is no file and no verb.", advice)
    raise UnreadableError(
        f"There is no file {one_line(source)}.", "Look at the name; `newsreader --help` lists the verbs."
    )


def _piped(sources: Sequence[str]) -> int:
    from reader.cli import parsing

    if not sources:
        return parsing.run(["list"])
    return max(parsing.run(["read", source]) for source in sources)


def _from_input(sources: Sequence[str]) -> tuple[list[str], list[str]]:
    """What came on standard input, as a file that is gone when the program ends; keys then come from the terminal."""
    if "-" not in sources:
        return [], list(sources)
    file = settings.load().state_dir / f"standard-input-{os.getpid()}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(sys.stdin.buffer.read())
    atexit.register(file.unlink, missing_ok=True)
    terminal = os.open("CONIN$" if os.name == "nt" else "/dev/tty", os.O_RDWR)
    os.dup2(terminal, 0)
    os.close(terminal)
    return [str(file)], [it for it in sources if it != "-"]
