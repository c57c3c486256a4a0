"""The program in a pseudo-terminal, as a person's terminal would run it, and what that terminal is sent."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0
"""Seconds until a program that says nothing counts as hung; a busy machine needs many."""


class Terminal:
    """The program over the library of a folder, with whatever words stand behind it, in a terminal of its own."""

    def __init__(
        self, folder: Path, *words: str, size: tuple[int, int] = (140, 40), environment: dict[str, str] | None = None
    ) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reader", *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder if folder.is_dir() else ROOT,
            start_new_session=True,
            env={name: value for name, value in os.environ.items() if name != "NO_COLOR"}
            | {
                "NEWSREADER_DATA_DIR": str(folder),
                "NEWSREADER_CONFIG": str(folder / "none.toml"),
                "NEWSREADER_STATE_DIR": str(folder / "state"),
                "TERM": "xterm-256color",
                "PYTHONPATH": str(ROOT),
            }
            | (environment or {}),
        )
        os.close(slave)
        self.seen = b""

    def until(self, text: str) -> None:
        """Read on until the terminal got that text."""
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.seen:
            if time.monotonic() > end or self.process.poll() is not None:
                raise AssertionError(f"the screen never said {text!r}: {self.seen[-2000:]!r}")
            self._read(0.2)

    def quiet(self, seconds: float, longest: float = PATIENCE) -> bytes:
        """Read on until nothing came for so long; all that came since the last key."""
        end = time.monotonic() + longest
        while self._read(seconds) and time.monotonic() < end:
            pass
        return self.seen

    def resize(self, columns: int, lines: int) -> None:
        """Make the window another size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Type."""
        self.seen = b""
        os.write(self.master, keys.encode())

    def kill(self) -> None:
        """No time to say goodbye."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)

    def _read(self, seconds: float) -> bool:
        """Take what comes within so many seconds; whether anything did."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            more = os.read(self.master, 65536)
        except OSError:  # Linux says so when the other end is closed
            return False
        self.seen += more
        return bool(more)


_OWN = re.compile(
    rb"\x1b\[(?:0|(?:[1-9];)*(?:[34]8;2;\d+;\d+;\d+(?:;48;2;\d+;\d+;\d+)?))?m"  # looks: true colors, nothing else
    rb"|\x1b\[\d+;\d+H"  # where the next piece goes
    rb"|\x1b\[\?2026[hl]"  # a paint is shown at once
    rb"|\x1b\]22;[a-z-]*\x07"  # the shape of the pointer
    rb"|\r?\n"
)
"""What our screen sends besides text, in a terminal with true colors."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

TRUE_COLORS = {"COLORTERM": "truecolor"}


def foreign(sent: bytes) -> list[str]:
    """The control characters in what a terminal got that our screen does not send by itself, each with its number and
    what stands around the first.

    What comes before the first piece of text is the screen setting the terminal up.
    """
    first = re.search(rb"\x1b\[\d+;\d+H", sent)
    text = _OWN.sub(b"", sent[first.start() if first else 0 :]).decode("utf-8", "surrogateescape")
    found = Counter(_CONTROL.findall(text)) + Counter(char for char in text if ord(char) & 0xFFFE == 0xFFFE)
    return [
        f"U+{ord(char):04X} x{count}: {text[max(0, at - 40) : at + 200]!r}"
        for char, count in found.most_common(8)
        for at in [text.index(char)]
    ]
