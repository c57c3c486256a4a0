"""A mistake of our own ends in two lines and a report, and the exit code that Python has for it."""

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
