"""The terminal's customs that need one: left for the shell with ^Z and come back to, drawn anew, colors not wished for."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader import newsroom
from tests.builders import Clock, an_article
from tests.tui.conftest import fill, settings

if sys.platform == "win32" or shutil.which("bash") is None:
    pytest.skip("a pseudo-terminal and a shell with job control are needed", allow_module_level=True)

import fcntl
import struct
import termios

from tests.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0
"""Seconds until a program that says nothing counts as hung; a busy machine needs many."""
_OWN_TERMINAL = (
    "import fcntl, os, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execvp('bash', ['bash', '--norc', '--noprofile', '-i'])"
)
"""Job control needs the terminal as the session's own."""


class Shell:
    """A shell with job control in a terminal of its own."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        places = {"NEWSREADER_DATA_DIR": str(folder), "NEWSREADER_CONFIG": str(folder / "none.toml")}
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLORTERM")}
        self.process = subprocess.Popen(
            [sys.executable, "-c", _OWN_TERMINAL],
            stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, start_new_session=True,
            env=kept | places | {"TERM": "xterm-256color", "PS1": "$ "} | variables,
        )  # fmt: skip
        os.close(slave)
        self.seen = b""

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def until(self, text: str) -> bytes:
        """What the terminal got up to that text."""
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.seen:
            assert time.monotonic() < end, f"“{text}” never came: {self.seen[-400:]!r}"
            if select.select([self.master], [], [], 0.1)[0]:
                self.seen += os.read(self.master, 65536)
        found, _, self.seen = self.seen.partition(text.encode())
        return found


@contextmanager
def shell(folder: Path, **variables: str) -> Iterator[Shell]:
    with newsroom.start(settings(folder), Clock()) as room:
        fill(room, an_article(title="Ferry line to reopen"))
    it = Shell(folder, **variables)
    try:
        yield it
    finally:
        os.killpg(it.process.pid, signal.SIGKILL)
        it.process.wait()
        os.close(it.master)


def test_it_is_left_for_the_shell_and_come_back_to(tmp_path: Path) -> None:
    with shell(tmp_path) as it:
        it.type(f"{sys.executable} -m reader\n")
        assert b"\x1b[?1049h" in it.until("Ferry line")
        it.type("\x1a")
        left = it.until("Stopped")
        assert b"\x1b[?1049l" in left and b"\x1b[?25h" in left, "the shell gets its own screen and its cursor back"
        it.type("echo $((40 + 2))\n")
        it.until("42")
        it.type("fg\n")
        assert b"\x1b[?1049h" in it.until("Ferry line")
        it.type("\r")
        it.until("will sail again in May")
        it.type("\x0c")
        it.until("will sail again in May")
        it.type("\x11")
        it.until("\x1b[?1049l")
        it.until("$ ")  # what is typed before the shell has the terminal back is thrown away
        it.type("echo left with $?\n")
        it.until("left with 0")


def test_what_a_pipe_brings_is_read_and_keys_come_from_the_terminal(tmp_path: Path) -> None:
    page = tmp_path / "pier.txt"
    page.write_text("The old pier opens\n\nThe old pier opens again in May, the harbor board said on Monday.\n" * 3)
    with shell(tmp_path / "data") as it:
        it.type(f"cat {page} | {sys.executable} -m reader\n")
        it.until("the harbor board said")
        it.type("\x11")
        it.until("\x1b[?1049l")
        it.until("$ ")
        it.type("echo left with $?\n")
        it.until("left with 0")


@pytest.mark.parametrize(("value", "colored"), [("1", False), ("", True)])
def test_no_color_is_heeded_when_it_is_not_empty(value: str, colored: bool, tmp_path: Path) -> None:
    with shell(tmp_path, NO_COLOR=value, COLORTERM="truecolor") as it:
        it.type(f"{sys.executable} -m reader\n")
        it.until("\x1b[?1049h")
        painted = it.until(" help ")
        colors = {tuple(map(int, part.split(b"m")[0].split(b";")[:3])) for part in painted.split(b"38;2;")[1:]}
        assert any(len(set(color)) > 1 for color in colors) is colored
        it.type("\x11")
        it.until("\x1b[?1049l")


def test_an_editor_that_was_left_with_nothing_leaves_a_bookmark_and_says_so(tmp_path: Path) -> None:
    with newsroom.start(settings(tmp_path), Clock()) as room:
        fill(room, an_article("The ferry sails again in May.", title="Ferry"))
    terminal = Terminal(tmp_path, environment={"VISUAL": "", "EDITOR": "true"})
    try:
        terminal.until("Ferry")
        terminal.press("\r")
        terminal.until("sails again")
        terminal.press("}}E")
        terminal.until("Bookmarked without a note.")
    finally:
        terminal.kill()


def test_an_editor_that_fails_gives_the_screen_back_and_says_so(tmp_path: Path) -> None:
    with newsroom.start(settings(tmp_path), Clock()) as room:
        fill(room, an_article("The ferry sails again in May.", title="Ferry"))
    terminal = Terminal(tmp_path, environment={"VISUAL": "", "EDITOR": "false"})
    try:
        terminal.until("Ferry")
        for keys in (",e", "q\r}}E"):
            terminal.press(keys)
            terminal.until("did not end well")
        terminal.press("?")
        terminal.until("In the article")
    finally:
        terminal.kill()
