"""How a program ends that failed: by a mistake of our own, by a pipe that nobody reads, by a disk without room."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BREAKS = """
import sys
import reader.cli.house as house
from reader.cli import main
def paths(_):
    raise ZeroDivisionError("oh")
house.paths, sys.argv = paths, ["newsreader", "paths"]
main()
"""


@pytest.mark.parametrize("writable", [True, False])
def test_it_is_told_in_two_lines_and_written_down(tmp_path: Path, writable: bool) -> None:
    (tmp_path / "file").write_text("in the way")
    state = tmp_path / ("state" if writable else "file")
    done = subprocess.run(
        [sys.executable, "-c", BREAKS],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"NEWSREADER_STATE_DIR": str(state), "NEWSREADER_CONFIG": str(tmp_path / "none.toml")},
    )
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr.splitlines()[-2]
    if writable:
        assert len(done.stderr.splitlines()) == 2
        assert "ZeroDivisionError: oh" in (state / "newsreader.log").read_text("utf-8")


def run(folder: Path, *words: str, out: int, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line with its output at a file number, as a person's shell starts it: what is printed is collected."""
    places = {f"NEWSREADER_{name}": str(folder / name.lower()) for name in ("DATA_DIR", "STATE_DIR", "CONFIG")}
    usual = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [sys.executable, "-m", "reader", *words],
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        cwd=ROOT,
        env=usual | places | environment,
    )


@pytest.mark.parametrize("words", [["paths"], ["--version"], ["list", "--json"]])
def test_a_pipe_that_is_read_no_further_is_no_failure(tmp_path: Path, words: list[str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = run(tmp_path, *words, out=theirs)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux alone has a disk that is always full")
@pytest.mark.parametrize("words", [["paths"], ["--version"], ["list", "--json"]])
def test_a_disk_without_room_is_told_in_two_lines(tmp_path: Path, words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = run(tmp_path, *words, out=full.fileno())
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 2 and "No space left" in done.stderr


def test_what_programs_read_keeps_its_signs_in_a_locale_without_them(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"Ferry “soon” – 40 €, 東京\n\n{'The ferry sails again in May. ' * 20}\n", "utf-8")
    out = tmp_path / "out"
    assert run(tmp_path, "add", str(page), out=subprocess.DEVNULL).returncode == 0
    for words in (["export"], ["list", "--json"], ["read", str(page), "--format", "html"]):
        with out.open("wb") as stream:
            done = run(tmp_path, *words, out=stream.fileno(), PYTHONIOENCODING="latin-1")
        assert done.returncode == 0
        assert "“soon” – 40 €, 東京" in out.read_text("utf-8"), words
