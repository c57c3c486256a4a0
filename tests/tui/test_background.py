"""Whether the terminal's ground is dark: what it says, what it answers when asked, and what is guessed where it does not."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.color import Color

from reader import newsroom
from reader.model import View
from reader.tui.background import dark, is_dark
from reader.tui.themes import LIGHT, THEMES

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

import pty
import termios

from tests.builders import Clock, an_article
from tests.terminal import TRUE_COLORS, Terminal
from tests.tui.conftest import fill, settings

QUESTION = b"\x1b]11;?\x1b\\"
WHITE = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"


@contextmanager
def terminal(monkeypatch: pytest.MonkeyPatch, *answers: bytes) -> Iterator[int]:
    """A terminal that gives these pieces of an answer when it is asked for its ground; the program's end of it."""
    master, ours = pty.openpty()
    ended = threading.Event()

    def answer() -> None:
        asked = b""
        while QUESTION not in asked and not ended.is_set():
            if select.select([master], [], [], 0.02)[0]:
                asked += os.read(master, 64)
        for piece in answers:
            os.write(master, piece)

    answering = threading.Thread(target=answer)
    answering.start()
    with os.fdopen(ours, "r+b", buffering=0) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        monkeypatch.setattr(sys, "stdout", stream)
        try:
            yield ours
        finally:
            ended.set()
            answering.join()
            os.close(master)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"\x1b]11;rgb:0000/0000/0000\x1b\\", True),
        (b"\x1b]11;rgb:ffff/ffff/ffff\x07", False),
        (b"\x1b]11;rgb:fd/f6/e3\x07", False),
        (b"\x1b]11;rgb:0000/2b2b/3636\x1b\\", True),
        (b"nothing", True),
        (b"", True),
    ],
)
def test_the_ground_of_the_terminal(answer: bytes, expected: bool) -> None:
    assert dark(answer) is expected


def test_a_terminal_that_says_its_colors_is_not_asked() -> None:
    assert is_dark({"COLORFGBG": "15;0"}) and not is_dark({"COLORFGBG": "0;15"})


@pytest.mark.parametrize("answers", [(WHITE,), (WHITE[:9], WHITE[9:20], WHITE[20:])], ids=["at once", "in pieces"])
def test_a_terminal_that_answers_white_is_not_dark(answers: tuple[bytes, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch, *answers):
        assert not is_dark({"COLORFGBG": "default;default"}), "a color without a number says nothing"


def test_asking_leaves_the_terminal_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch, WHITE) as ours:
        before = termios.tcgetattr(ours)
        is_dark({})
        assert termios.tcgetattr(ours) == before


def test_what_was_typed_while_it_was_asked_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = bytearray()
    with terminal(monkeypatch, b"/pi" + WHITE + b"er"):
        assert not is_dark({}, typed.extend)
    assert typed.startswith(b"/pi") and WHITE not in typed, "what comes behind the answer may wait in the terminal"


def test_one_that_does_not_answer_or_types_on_without_end_counts_as_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch):
        assert is_dark({})
    with terminal(monkeypatch, b"x" * 600 + WHITE):
        assert is_dark({})


def test_nobody_is_asked_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as coming, os.fdopen(writing, "wb", buffering=0) as going:
        monkeypatch.setattr(sys, "stdin", coming)
        monkeypatch.setattr(sys, "stdout", going)
        assert is_dark({})
        assert not select.select([reading], [], [], 0)[0], "nothing was written"


def test_what_was_typed_before_anybody_asked_is_done(tmp_path: Path) -> None:
    (tmp_path / "none.toml").write_text('theme = "auto"\n', "utf-8")
    terminal = Terminal(tmp_path, environment={"COLORFGBG": ""})
    try:
        terminal.press("?")
        terminal.until(QUESTION.decode())
        os.write(terminal.master, WHITE)
        terminal.until("In the list")
    finally:
        terminal.kill()


def test_an_answer_that_comes_too_late_is_no_keys(tmp_path: Path) -> None:
    with newsroom.start(settings(tmp_path), Clock()) as room:
        fill(room, an_article("The ferry came late.", title="Late"))
    terminal = Terminal(tmp_path)
    try:
        terminal.until("Late")
        terminal.press(WHITE.decode() + "?")
        terminal.until("In the list")
    finally:
        terminal.kill()
    with newsroom.start(settings(tmp_path), Clock()) as room:
        assert room.counts(View()).unread == 1, "r of rgb marks as read"


def test_a_theme_that_follows_the_terminal_is_light_on_a_light_ground(tmp_path: Path) -> None:
    (tmp_path / "none.toml").write_text('theme = "auto"\n', "utf-8")
    terminal = Terminal(tmp_path, environment=TRUE_COLORS | {"COLORFGBG": "0;15"})
    try:
        terminal.until("These are samples")
        ground = Color.parse(next(it.background or "" for it in THEMES if it.name == LIGHT))
        assert f"48;2;{ground.r};{ground.g};{ground.b}m".encode() in terminal.seen
    finally:
        terminal.kill()
