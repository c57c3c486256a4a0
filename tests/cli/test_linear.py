"""`newsreader --linear` as a process: a script, a terminal, a terminal that is dumb."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_read import TEXT
from tests.cli.test_screen import ROOT, until


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEWSREADER_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")


def script(lines: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", "--linear", *arguments]
    env = {**os.environ, **environment}
    return subprocess.run(
        command, input=lines, capture_output=True, text=True, cwd=ROOT, env=env, check=False, timeout=60
    )


def test_a_script_reads_marks_and_leaves(tmp_path: Path) -> None:
    done = script("mark 1.1\npassages\nquit\n", str(tmp_path / "page.txt"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Article: Ferry line to reopen" in done.stdout
    assert ", end> mark 1.1\nBookmarked" in done.stdout
    assert "Passages, 1 listed." in done.stdout


def test_a_script_with_a_mistake_goes_on_and_says_so_at_the_end(tmp_path: Path) -> None:
    done = script("fly\nwhere\n", str(tmp_path / "page.txt"))
    assert done.returncode == 1
    assert "There is no command “fly”." in done.stdout and "Article: Ferry" in done.stdout.split("where\n")[1]


def test_a_locale_without_letters_is_no_obstacle(tmp_path: Path) -> None:
    assert (
        script("top\n", str(tmp_path / "page.txt"), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii").returncode
        == 0
    )


def test_bytes_that_are_no_text_are_a_mistake_like_others() -> None:
    command = [sys.executable, "-m", "reader", "--linear"]
    done = subprocess.run(
        command, input=b"\xff\xfe\x00\x1b[2J\n", capture_output=True, cwd=ROOT, check=False, timeout=60
    )
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout and not done.stderr


def test_neither_the_screen_nor_the_parser_is_loaded() -> None:
    code = "import sys; from reader.cli import main; main(['--linear']); print(file=sys.stderr)\n"
    code += "import json; sys.stderr.write(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], input="", capture_output=True, text=True, cwd=ROOT, check=True)
    loaded = set(json.loads(done.stderr.splitlines()[-1]))
    assert not {"textual", "rich", "selectolax", "httpcore", "readline", "reader.parser", "reader.summaries"} & loaded


def opened(*arguments: str, **environment: str) -> tuple[subprocess.Popen[bytes], int]:
    """The program in a terminal, and our end of that."""
    termios = pytest.importorskip("termios")
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 60))
    inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    started = subprocess.Popen(
        [sys.executable, "-m", "reader", *arguments],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**inherited, **environment},
        start_new_session=True,
    )
    os.close(theirs)
    return started, ours


def test_a_dumb_terminal_gets_the_linear_edition_and_is_told() -> None:
    started, ours = opened(TERM="dumb")
    shown = until(ours, b"list> ")
    os.write(ours, b"quit\n")
    shown += until(ours, b"Left.")
    assert started.wait(20) == 0
    os.close(ours)
    assert b"TERM is dumb" in shown
    assert b"\x1b" not in shown
    assert max(map(len, shown.decode().splitlines())) <= 60


def test_in_a_terminal_control_c_stops_and_control_d_leaves(tmp_path: Path) -> None:
    started, ours = opened("--linear", str(tmp_path / "page.txt"), TERM="xterm-256color")
    shown = until(ours, b", end> ")
    started.send_signal(signal.SIGINT)
    shown += until(ours, b"once more.")
    until(ours, b", end> ")
    os.write(ours, b"where\n")
    shown += until(ours, b"sentence 1")
    os.write(ours, b"\x04")
    shown += until(ours, b"Left.")
    assert started.wait(20) == 0
    os.close(ours)
    assert b"\x1b" not in shown
