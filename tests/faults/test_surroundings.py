"""Surroundings that lack something: what is asked for is done, or told in two lines, and what was kept is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = """Fährverbindung “wieder” offen

Die Fähre über den Hafen fährt ab Mai wieder, sagte die Kapitänin, und alle freuen sich darauf: 渡し船.

Её ждали два года, и вот она снова здесь, сказала капитан.
"""
NOTE = "Ünder the fährry"
POSIX = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

SURROUNDINGS: dict[str, dict[str, str | None]] = {
    "a locale without UTF-8": {**POSIX},
    "a locale that is none": {"LC_ALL": "xx_XX.NOPE", "PYTHONUTF8": "0"},
    "latin-1 output": {"PYTHONIOENCODING": "latin-1"},
    "a dumb terminal": {"TERM": "dumb"},
    "no terminal named": {"TERM": None, "COLUMNS": None},
    "a size that is none": {"COLUMNS": "0", "LINES": "-3"},
    "no home": {"HOME": None, "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None, "XDG_STATE_HOME": None},
    "a home that is not there": {"HOME": "/nonexistent/home"},
    "no colors": {"NO_COLOR": "1"},
    "no path": {"PATH": ""},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    return tmp_path


def run(
    folder: Path, lacking: dict[str, str | None], *words: str, said: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """The command line in such surroundings."""
    environment = os.environ | {
        "NEWSREADER_DATA_DIR": str(folder / "data"),
        "NEWSREADER_CONFIG": str(folder / "config.toml"),
        "NEWSREADER_STATE_DIR": str(folder / "state"),
        "PYTHONPATH": str(ROOT),
    }
    environment |= {name: value for name, value in lacking.items() if value is not None}
    for name, value in lacking.items():
        if value is None:
            environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "reader", *words],
        input=said.encode(),
        capture_output=True,
        cwd=folder,
        env=environment,
        timeout=120,
        check=False,
    )


def work_in(folder: Path, lacking: dict[str, str | None]) -> None:
    """Add a page, mark, note and tag it line by line; all of it is there for somebody whose surroundings are whole."""
    script = f"open 1\nstar\nmark 1\nnote {NOTE}\ntag häfen\nquit\n"
    for words, said in ((("add", "page.txt"), ""), (("--linear",), script)):
        done = run(folder, lacking, *words, said=said)
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr.decode(errors="replace")
    (entry,) = json.loads(run(folder, {}, "list", "--json").stdout)
    assert (entry["title"], bool(entry["starred"])) == ("Fährverbindung “wieder” offen", True)
    (passage,) = json.loads(run(folder, {}, "passages", "--json").stdout)
    if not lacking.keys() & {"PYTHONUTF8", "PYTHONIOENCODING"}:  # else what is typed means something else
        assert (entry["tags"], passage["note"]) == (["häfen"], NOTE)


@pytest.mark.long
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_one_adds_marks_and_reads_all_the_same(name: str, folder: Path) -> None:
    work_in(folder, SURROUNDINGS[name])


def test_one_does_so_where_all_of_that_is_lacking(folder: Path) -> None:
    work_in(folder, {name: value for lacking in SURROUNDINGS.values() for name, value in lacking.items()})


def test_without_home_and_wish_it_is_said_where_files_go(folder: Path) -> None:
    lacking = SURROUNDINGS["no home"] | {f"NEWSREADER_{it}": None for it in ("DATA_DIR", "CONFIG", "STATE_DIR")}
    done = run(folder, lacking | {"HOME": "/proc/nowhere"}, "list")
    assert done.returncode == 5
    assert len(done.stderr.splitlines()) == 2
    assert b"NEWSREADER_DATA_DIR" in done.stderr
    assert run(folder, lacking | {"HOME": "/proc/nowhere"}, "read", "page.txt").returncode == 0
