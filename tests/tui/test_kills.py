"""What the screen has shown is on the disk: the program is killed a moment after it says so."""

from __future__ import annotations

import random
import sqlite3
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

from tests.terminal import Terminal


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
