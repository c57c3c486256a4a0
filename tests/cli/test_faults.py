"""Every fault of the network, as `newsreader read` meets it: the article, or two lines and the exit code for it."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Called
from tests.fakes import FAULTS, STORY, Server
from tests.hostile.server import hostile, present

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
LONG = {"/never-ends", "/never-ends-slowly", "/slow-headers", "/slow-body", "/silent", "/silent-body", "/headers-endless",
        "/length-long", "/redirect-private", "/redirect-metadata", "/large", "/gzip-bomb", "/deflate-bomb"}  # fmt: skip
"""Faults that take their time until a limit of a person's patience is reached."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.mark.parametrize("path", sorted(FAULTS.keys() - LONG))
def test_a_fault_that_shows_at_once_has_its_outcome(server: Server, call: Called, path: str) -> None:
    code, out, err = call("read", server.url(path))
    due = FAULTS[path].due
    assert not CONTROL.search(out + err)
    if code == 0:
        assert due != "failure"
        assert out.strip()
    else:
        assert due != "page"
        assert (code in (2, 3, 4), len(err.splitlines()), out) == (True, 2, "")
    assert due != "page" or " ".join(STORY.split()[:5]) in " ".join(out.split())


@pytest.mark.long
@present
def test_all_faults_of_the_hostile_server_end_as_they_are_due(tmp_path: Path) -> None:
    wrong = []
    for row in hostile().start_for_check():
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "reader", "read", row["url"]],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=row["seconds"] + 30,
            check=False,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        if time.monotonic() - began > row["seconds"]:
            wrong.append(f"{row['file']}: took longer than {row['seconds']} s")
        if CONTROL.search(out + err) or "Traceback" in err:
            wrong.append(f"{row['file']}: printed {(out + err)[:200]!r}")
        due = row["expect"].split("|")
        if (done.returncode == 0 and due == ["error"]) or (done.returncode != 0 and "error" not in due):
            wrong.append(f"{row['file']}: ended with {done.returncode} where {row['expect']} is due")
        if done.returncode and not 1 <= len(err.splitlines()) <= 3:
            wrong.append(f"{row['file']}: said {err[:200]!r}")
        if done.returncode == 0 and not all(text in " ".join(out.split()) for text in row["must_contain"]):
            wrong.append(f"{row['file']}: lost its text")
    assert not wrong
