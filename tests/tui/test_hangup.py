"""The terminal goes away: the program ends by itself, and where one stopped is written down."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, cast

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from reader import newsroom
from reader.model import View
from reader.tui.hangup import gone
from tests.builders import Clock, an_article
from tests.tui.conftest import fill, settings

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from reader.tui.keyboard import Lasting
from tests.terminal import PATIENCE, Terminal

LONG = an_article(*(f"Paragraph {number} has a few words." for number in range(60)), title="Sixty paragraphs")


@pytest.mark.parametrize("ignored", [False, True], ids=["hung up", "hung up with the signal ignored"])
def test_a_terminal_that_hangs_up_ends_the_program(tmp_path: Path, ignored: bool) -> None:
    with newsroom.start(settings(tmp_path), Clock()) as room:
        fill(room, LONG)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN if ignored else signal.SIG_DFL)
    try:
        terminal = Terminal(tmp_path)
    finally:
        signal.signal(signal.SIGHUP, before)
    terminal.until("Sixty paragraphs")
    terminal.press("\r")
    terminal.until("Paragraph 7")
    terminal.press("80G")
    terminal.until("Paragraph 38")
    os.close(terminal.master)
    if not ignored:
        terminal.process.send_signal(signal.SIGHUP)
    assert terminal.process.wait(PATIENCE) is not None
    with newsroom.start(settings(tmp_path), Clock()) as room:
        (entry,) = room.every(View())
        assert entry.position is not None and entry.position.index > 30


def test_nobody_waits_for_a_terminal_that_is_gone_to_take_what_is_written() -> None:
    master, ours = os.openpty()
    with suppress(OSError), os.fdopen(ours, "w") as terminal:
        writer = WriterThread(cast("IO[str]", Lasting(terminal)))
        writer.start()
        os.close(master)
        writer.write("a piece of the screen")
        writer.join(0.3)  # Textual's own would have ended now

        def write() -> None:
            for _ in range(2 * MAX_QUEUED_WRITES):
                writer.write("another piece")
            writer.stop()

        work = Thread(target=write, daemon=True)
        work.start()
        work.join(10)
    assert not work.is_alive() and not writer.is_alive()


def test_a_terminal_that_was_closed_or_never_was_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "keys").open("w+") as keys:
        monkeypatch.setattr(sys, "__stdin__", keys)
        assert gone(), "a file is no terminal"
    assert gone(), "it was closed"
    monkeypatch.setattr(sys, "__stdin__", None)
    assert gone()
    master, ours = os.openpty()
    with os.fdopen(ours, "r+b", buffering=0) as terminal:
        monkeypatch.setattr(sys, "__stdin__", terminal)
        assert not gone()
        os.close(master)
