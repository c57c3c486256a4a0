"""The door to the screen: `newsreader` and `newsreader SOURCE…`; in a pipe the list, or the article."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from reader import settings
from reader.errors import UnreadableError, UsageError


def screen(sources: Sequence[str], verbs: Iterable[str], options: argparse.Namespace | None = None) -> int:
    """Open the screen; sources come in behind its first paint. Raises UnreadableError for one that is not there."""
    for source in sources:
        _there(source, verbs)
    if not sys.stdout.isatty():
        return _piped(sources)
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
    with newsroom.start(wished) as room:
        tui.run(room, wished, room.clock, [*taken, *sources])
    return 0


def _there(source: str, verbs: Iterable[str]) -> None:
    if source == "-" or "://" in source or Path(source).expanduser().exists():
        return
    near = difflib.get_close_matches(source, list(verbs), 1)
    if near and os.sep not in source and "." not in source:
        raise UsageError(
            f"newsreader: “{source}” is no file and no verb.", f"Perhaps `newsreader {near[0]}` was meant; see --help."
        )
    raise UnreadableError(f"There is no file {source}.", "Look at the name; `newsreader --help` lists the verbs.")


def _piped(sources: Sequence[str]) -> int:
    from reader.cli import verbs

    if not sources:
        return verbs.run(["list"])
    return max(verbs.run(["read", source]) for source in sources)


def _from_input(sources: Sequence[str]) -> tuple[list[str], list[str]]:
    """What came on standard input, as a file that is gone when the program ends; keys then come from the terminal."""
    if "-" not in sources:
        return [], list(sources)
    import atexit
    import tempfile

    folder = tempfile.TemporaryDirectory(prefix="newsreader-")
    atexit.register(folder.cleanup)
    file = Path(folder.name) / "standard-input"
    file.write_bytes(sys.stdin.buffer.read())
    terminal = os.open("CONIN$" if os.name == "nt" else "/dev/tty", os.O_RDWR)
    os.dup2(terminal, 0)
    os.close(terminal)
    return [str(file)], [it for it in sources if it != "-"]
