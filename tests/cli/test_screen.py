"""`newsreader SOURCE…` before the screen opens: what is there goes on, what is not is told."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.cli import main
from tests.cli.test_read import TEXT

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEWSREADER_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")


@pytest.mark.parametrize("order", [1, -1])
def test_in_a_pipe_one_that_is_missing_does_not_keep_the_other_back(
    order: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / name) for name in ["good.txt", "nowhere.txt"][::order]]) == 1
    printed = capsys.readouterr()
    assert "Ines Moreau" in printed.out
    assert len(printed.err.splitlines()) == 2 and "nowhere.txt" in printed.err


def test_where_none_is_there_the_first_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere.txt"), str(tmp_path / "neither.txt")]) == 3
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 2 and "nowhere.txt" in printed.err


def test_the_screen_opens_with_what_is_there_and_says_what_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    termios = pytest.importorskip("termios")
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    sources = [str(tmp_path / "good.txt"), str(tmp_path / "nowhere.txt")]
    command = [sys.executable, "-m", "reader", *sources]
    started = subprocess.Popen(command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = until(ours, b"There is no file")
    os.write(ours, b"\x11")  # ctrl+q leaves from anywhere
    until(ours, b"\x1b[?1049l")
    assert started.wait(20) == 0
    os.close(ours)
    assert b"There is no file" in shown
    assert main(["list"]) == 0
    assert "Ferry line to reopen" in capsys.readouterr().out


def until(terminal: int, wanted: bytes) -> bytes:
    """What the program shows, up to some bytes or for 20 seconds."""
    shown, end = b"", time.monotonic() + 20
    while wanted not in shown and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                shown += os.read(terminal, 1 << 16)
            except OSError:  # it has ended
                break
    return shown


def test_the_help_tells_of_sources_and_of_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert "[SOURCE…]" in told and "VERB" in told and "--ascii" in told and "doctor" in told
    with pytest.raises(SystemExit):
        main(["mark", "--help"])
    assert capsys.readouterr().out.startswith("usage: newsreader mark ")


def test_in_a_pipe_without_a_source_the_list_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(tmp_path / "good.txt")]) == 0
    capsys.readouterr()
    assert main([]) == 0
    assert "Ferry line to reopen" in capsys.readouterr().out


@pytest.mark.parametrize(("piped", "printed"), [(TEXT, "Ines Moreau"), ("", "Ferry line to reopen")])
def test_what_is_piped_in_is_a_source_and_an_empty_pipe_none(tmp_path: Path, piped: str, printed: str) -> None:
    assert main(["add", str(tmp_path / "good.txt")]) == 0
    command = [sys.executable, "-m", "reader"]
    done = subprocess.run(command, cwd=ROOT, input=piped.encode(), capture_output=True, check=False, timeout=60)
    assert done.returncode == 0 and done.stderr == b""
    assert printed in done.stdout.decode() and ("Ines Moreau" in done.stdout.decode()) == bool(piped)


def test_without_a_keyboard_the_screen_is_refused_in_two_lines(tmp_path: Path) -> None:
    termios = pytest.importorskip("termios")
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    command = [sys.executable, "-m", "reader", str(tmp_path / "good.txt")]
    done = subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "newsreader: there is no keyboard to read keys from.",
        "Start it in a terminal.",
    ]
