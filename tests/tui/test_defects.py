"""A mistake of our own in the background ends the program, and says so; whatever the screen is doing just then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import asyncio, sys
from pathlib import Path
from threading import Event

from reader import newsroom
from reader.settings import Settings
from reader.tui.app import NewsReader

leaves, folder = sys.argv[1] == "leaves", Path(sys.argv[2])
settings = Settings(data_dir=folder, state_dir=folder, config_file=folder / "config.toml")

async def at_the_screen(pilot):
    left = Event()

    def work():
        left.wait(5)
        raise ZeroDivisionError("oh")

    app.reading_screen.jobs.act(work)
    close = app.reading_screen.jobs.close
    app.reading_screen.jobs.close = lambda: (left.set(), close())
    app.exit() if leaves else left.set()
    while app.is_running:
        await asyncio.sleep(0.01)

with newsroom.start(settings, samples=True) as room:
    app = NewsReader(room, settings, clock=room.clock)
    asyncio.run(app.run_async(headless=True, auto_pilot=at_the_screen))
    print(repr(app.defect))
"""


@pytest.mark.parametrize("doing", ["stays", "leaves"])
def test_a_defect_in_the_background_ends_the_program(tmp_path: Path, doing: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, doing, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=20,
    )
    assert "ZeroDivisionError('oh')" in done.stdout, done.stderr
