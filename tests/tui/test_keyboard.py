"""What is typed in a real terminal: a lone Esc beside sequences, strange bytes, keys quicker than the screen."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader import newsroom
from tests.builders import Clock, an_article
from tests.tui.conftest import fill, reading, settings

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from reader.tui.keyboard import Keyboard
from tests.terminal import Terminal

BETWEEN = 0.08
"""Seconds: longer than the escape delay of 25 ms, shorter than Textual's look of 100 ms."""
TRIES = 8
"""A busy machine may read two keys as one now and then; Textual's own reading does so each time."""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with newsroom.start(settings(tmp_path), Clock()) as room:
        fill(room, an_article("The ferry came late.", title="Late"), an_article("The bridge is shut.", title="Shut"))
    terminal = Terminal(tmp_path)
    terminal.until("Shut")
    yield terminal
    terminal.kill()


def test_a_key_soon_after_escape_is_a_key_of_its_own(terminal: Terminal) -> None:
    for _ in range(TRIES):
        terminal.press("/zebra")
        terminal.until("not found")
        terminal.press("\x1b")
        time.sleep(BETWEEN)
        os.write(terminal.master, b"?")
        terminal.quiet(0.7)
        if b"In the list" in terminal.seen:
            return
        terminal.press("\x1b\x1b")
        terminal.quiet(0.7)
    raise AssertionError("Esc and ? were read as one key")


def test_sequences_are_keys(terminal: Terminal) -> None:
    terminal.press("\x1bOP")
    terminal.until("In the list")
    terminal.press("q")
    terminal.until("Shut")
    terminal.press("\x1b[B\x1b[200~https://courier.example/late\x1b[201~")
    terminal.until("https://courier.example/late")


def test_bytes_of_another_encoding_do_not_end_the_program(terminal: Terminal) -> None:
    for junk in (b"\xff", b"\xe9", b"\xc3(", b"\xf0\x9f\x98", b"\x80" * 5000):
        os.write(terminal.master, junk)
    terminal.quiet(0.7)
    terminal.press("?")
    terminal.until("In the list")
    assert terminal.process.poll() is None


def test_what_is_typed_while_the_program_starts_is_done(tmp_path: Path) -> None:
    with newsroom.start(settings(tmp_path), Clock()) as room:
        fill(room, an_article("The ferry came late.", title="Late"))
    terminal = Terminal(tmp_path)
    try:
        terminal.press("\r")  # a line feed by the time it is read: the terminal edits lines until the screen is there
        terminal.until("bookmark")
    finally:
        terminal.kill()


async def test_continued_from_outside_while_it_is_left_it_leaves_the_terminal_alone(
    room: newsroom.Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(Keyboard, "resume_application_mode", lambda self: taken.append("terminal"))
    before = {each: signal.getsignal(each) for each in (signal.SIGTSTP, signal.SIGCONT)}
    try:
        async with reading(room) as reader:
            keyboard = Keyboard(reader.app)
            os.kill(os.getpid(), signal.SIGCONT)
            await asyncio.sleep(0)
            assert taken == ["terminal"]
            reader.app.exit()
            os.kill(os.getpid(), signal.SIGCONT)
        with ThreadPoolExecutor() as elsewhere:  # where no loop is running, as when Textual's has ended
            elsewhere.submit(keyboard._sigcont_application).result()
        assert taken == ["terminal"]
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted where Linux shows them")
def test_stopped_and_continued_from_outside_it_writes_as_before(terminal: Terminal) -> None:
    tasks = Path(f"/proc/{terminal.process.pid}/task")
    terminal.press("?")
    terminal.until("In the list")
    counts = []
    for _ in range(3):
        terminal.process.send_signal(signal.SIGSTOP)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.quiet(0.5, 5.0)
        counts.append(len(list(tasks.iterdir())))
    terminal.press("q")
    terminal.until("Shut")
    assert counts[0] == counts[-1], "a thread more would write with each time"
