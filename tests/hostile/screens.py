"""Opens hostile files on the screen, in a pseudo-terminal, and looks at every byte that the terminal gets.

    python -m tests.hostile.screens DIR [PREFIX]

A file is opened as `newsreader FILE`; then keys that show all there is of it: its end, what was left out, the sidebar.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.terminal import TRUE_COLORS, Terminal, foreign

_KEYS = ("\r", "G", "x", "q", "i", "q", "G")
_LONGEST = 60.0
"""Seconds until a file that keeps the screen busy is left."""


def shown(file: Path) -> bytes:
    """All that the terminal got while that file was opened and leafed through."""
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(Path(folder), str(file), environment=TRUE_COLORS)
        try:
            terminal.until("help")  # the end of the footer: the screen is there
            sent = terminal.quiet(0.5, _LONGEST)
            for key in _KEYS:
                terminal.press(key)
                sent += terminal.quiet(0.15, _LONGEST)
        finally:
            ended = terminal.process.poll()
            terminal.kill()
    return sent if ended is None else sent + b"\x1b ended\x07"


def wrong(files: Iterable[Path]) -> list[str]:
    """What the terminal got that it should not have, file by file."""
    found = []
    for file in files:
        try:
            through = foreign(shown(file))
        except AssertionError as error:
            through = [str(error)[:200]]
        if through:
            found.append(f"{file.name}: {', '.join(through)}")
            print(found[-1], flush=True)
    return found


if __name__ == "__main__":
    prefix = sys.argv[2] if len(sys.argv) > 2 else ""
    every = [it for it in sorted(Path(sys.argv[1]).iterdir()) if it.name.startswith(prefix) and it.suffix]
    bad = wrong(it for it in every if it.name != "manifest.json")
    print(f"{len(every)} files, {len(bad)} with control characters")
    raise SystemExit(bool(bad))
