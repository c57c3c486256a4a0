"""What the screen has shown is on the disk: the program is killed a moment after it says so."""

from __future__ import annotations

import os
import pty
import random
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader import newsroom
from reader.model import View
from reader.newsroom import Newsroom
from tests.builders import Clock, an_article
from tests.tui.conftest import fill, settings

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

import fcntl
import termios

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0
"""Seconds until a program that says nothing counts as hung; a busy machine needs many."""


class Terminal:
    """The program in a pseudo-terminal, as a person's terminal would run it."""

    def __init__(self, folder: Path) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reader"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            start_new_session=True,
            env=os.environ
            | {
                "NEWSREADER_DATA_DIR": str(folder),
                "NEWSREADER_CONFIG": str(folder / "none.toml"),
                "TERM": "xterm-256color",
            },
        )
        os.close(slave)
        self.seen = b""

    def until(self, text: str) -> None:
        """Read on until the terminal got that text."""
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.seen:
            if time.monotonic() > end or self.process.poll() is not None:
                raise AssertionError(f"the screen never said {text!r}: {self.seen[-2000:]!r}")
            if select.select([self.master], [], [], 0.2)[0]:
                self.seen += os.read(self.master, 65536)

    def press(self, keys: str) -> None:
        """Type."""
        self.seen = b""
        os.write(self.master, keys.encode())

    def kill(self) -> None:
        """No time to say goodbye."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def one_life(folder: Path, rng: random.Random) -> None:
    """Mark read, bookmark, and be killed within 50 ms of the screen's saying so; then look what is there."""
    with newsroom.start(settings(folder), Clock()) as room:
        fill(room, an_article(title="Ferry line to reopen"))
    terminal = Terminal(folder)
    try:
        terminal.until("Ferry line")
        marked = rng.random() < 0.5
        if marked:
            terminal.press("r")
            terminal.until("Marked 1 article read")
        terminal.press("\r")
        terminal.until("The ferry across the")
        terminal.press("}}}m")
        terminal.until("Bookmarked.")
        time.sleep(rng.uniform(0, 0.05))
    finally:
        terminal.kill()
    check(folder, marked)


def check(folder: Path, marked: bool) -> None:
    """Everything that was shown is in the library, and the file is whole."""
    with newsroom.start(settings(folder), Clock()) as room:
        assert len(room.passages()) == 1
        assert _read(room) or not marked
    with sqlite3.connect(folder / "library.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _read(room: Newsroom) -> bool:
    return room.counts(View()).unread == 0


@pytest.mark.parametrize("seed", range(10))
def test_what_the_screen_has_shown_survives_a_kill(seed: int, tmp_path: Path) -> None:
    one_life(tmp_path, random.Random(seed))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 150))
def test_fifty_more_kills(seed: int, tmp_path: Path) -> None:
    one_life(tmp_path, random.Random(seed))
