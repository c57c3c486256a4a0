"""The terminal goes away: the program ends by itself, and where one stopped is written down."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from reader import newsroom
from reader.model import View
from reader.tui.hangup import gone
from tests.builders import Clock, an_article
from tests.tui.conftest import fill, settings

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

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
    terminal.press("G")
    terminal.until("Paragraph 59")
    os.close(terminal.master)
    if not ignored:
        terminal.process.send_signal(signal.SIGHUP)
    assert terminal.process.wait(PATIENCE) is not None
    with newsroom.start(settings(tmp_path), Clock()) as room:
        (entry,) = room.every(View())
        assert entry.position is not None and entry.position.index > 40


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
