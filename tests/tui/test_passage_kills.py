"""Killed while passages are marked, noted and exported: what was acknowledged is there, no file is half written.

pytest -m long tests/tui/test_passage_kills.py      a hundred and twenty kills
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import newsroom
from reader.library.doctor import examine
from reader.newsroom import Newsroom, notebook
from tests.builders import NOON, Clock, an_article, place
from tests.tui.conftest import COURIER, settings

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from tests.terminal import ROOT, Terminal

ARTICLES = 30


def begun(folder: Path) -> Terminal:
    """A terminal with the article open, the cursor on its first sentence."""
    with newsroom.start(settings(folder), Clock()) as room:
        room.library.shelf.add(an_article(title="Ferry line to reopen"), COURIER, identity="one", fetched=NOON)
    terminal = Terminal(folder)
    terminal.until("Ferry line")
    terminal.press("\r")
    terminal.until("The ferry across the")
    return terminal


def looked_at(folder: Path, check: Callable[[Newsroom], None]) -> None:
    """The library is whole, and holds what it has to."""
    assert not [it for it in examine(folder / "library.db") if not it.well]
    with newsroom.start(settings(folder), Clock()) as room:
        check(room)


def noted(folder: Path, rng: random.Random) -> None:
    """A note, a color and tags, each acknowledged; then killed at once, or within the next act."""
    terminal = begun(folder)
    steps = rng.randint(1, 3)
    try:
        terminal.press("}}a")
        terminal.until("Note")
        terminal.press("ask her\r")
        terminal.until("Note written")
        if steps > 1:
            terminal.press("c")
            terminal.until("The passage is green")
        if steps > 2:
            terminal.press("T")
            terminal.until("tags")
            terminal.press("sea\r")
            terminal.until("Tags written")
        terminal.press(rng.choice(["u", "c", "M", "ej\r"]))
        time.sleep(rng.uniform(0, 0.03))
    finally:
        terminal.kill()

    def check(room: Newsroom) -> None:
        known = room.passages()
        if not known:  # the last key took it out
            room.undo()
            known = room.passages()
        (passage,) = known
        assert passage.note == "ask her" or steps == 1, "undone by the last key at most"
        assert passage.kind in ("green", "blue") or steps < 3, passage.kind

    looked_at(folder, check)


def edited(folder: Path, rng: random.Random) -> None:
    """Everything is killed while the editor holds a note that it has saved: the draft is there the next time."""
    script = folder / "editor.py"
    script.write_text(
        "import sys, time, pathlib\n"
        "pathlib.Path(sys.argv[1]).write_text('half a thought')\n"
        "print('SAVED', flush=True)\ntime.sleep(60)\n"
    )
    (folder / "run").write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    (folder / "run").chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VISUAL", str(folder / "run"))
        terminal = begun(folder)
        try:
            terminal.press("}}E")
            terminal.until("SAVED")
            time.sleep(rng.uniform(0, 0.05))
        finally:
            terminal.kill()

        def check(room: Newsroom) -> None:
            (passage,) = room.passages()
            assert passage.note == ""
            patch.setenv("VISUAL", "true")
            assert room.margins.edit(passage) == "half a thought"

        looked_at(folder, check)


EXPORT = """
import sys
from pathlib import Path
from reader import newsroom
from reader.newsroom import notebook
from tests.builders import Clock
from tests.tui.conftest import settings
with newsroom.start(settings(Path(sys.argv[1])), Clock()) as room:
    found = room.passages()
    print("begin", flush=True)
    while True:
        notebook.write_notes(room.library, found, Path(sys.argv[2]), f"$quoted ^$mark {len(found)} {sys.argv[3]}\\n")
        print("written", flush=True)
        sys.argv[3] += "x"
"""


def exported(folder: Path, rng: random.Random) -> None:
    """Killed while notes are written again and again: each file is one whole note, the old one or the new one."""
    with newsroom.start(settings(folder), Clock()) as room:
        for number in range(ARTICLES):
            article = an_article(title=f"Told {number}", url=f"https://a.example/{number}")
            room.mark_passage(
                room.library.shelf.add(article, COURIER, fetched=NOON).entry_id, [place(0, 0, 49)], note="n" * 2000
            )
    notes = folder / "notes"
    victim = subprocess.Popen(
        [sys.executable, "-c", EXPORT, str(folder), str(notes), "x"], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert victim.stdout is not None and victim.stdout.readline() == "begin\n"
    time.sleep(rng.uniform(0, 0.3))
    victim.kill()
    written = victim.stdout.read().count("written")
    victim.wait()
    files = sorted(notes.glob("*.md"))
    assert len(files) == ARTICLES or not written
    for file in files:
        text = file.read_text("utf-8")
        assert notebook.untouched(text), f"{file.name} is half written"
        assert re.search(r"\^p-[0-9a-f]{12}", text)

    def check(room: Newsroom) -> None:
        again = notebook.write_notes(room.library, room.passages(), notes)
        assert again.new + again.changed + again.same == ARTICLES and not again.grown
        assert not [it for it in notes.iterdir() if it.suffix != ".md"], "no part is left over"

    looked_at(folder, check)


LIVES = {"noted": noted, "edited": edited, "exported": exported}


@pytest.mark.parametrize("life", LIVES)
@pytest.mark.parametrize("seed", range(2))
def test_what_was_acknowledged_survives_a_kill(life: str, seed: int, tmp_path: Path) -> None:
    LIVES[life](tmp_path, random.Random(seed))


@pytest.mark.long
@pytest.mark.parametrize("life", LIVES)
@pytest.mark.parametrize("seed", range(100, 140))
def test_forty_more_kills_of_each(life: str, seed: int, tmp_path: Path) -> None:
    LIVES[life](tmp_path, random.Random(seed))
