"""An update of sources of which most have gone wrong: an outcome for each that names it, and no harm to the others."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.fetch import Fetcher, Limits
from reader.library import Origin
from reader.newsroom import Newsroom
from reader.newsroom.updating import update
from tests.fakes import FAULTS, Server, a_feed
from tests.hostile.server import hostile, present

ROOT = Path(__file__).resolve().parents[2]
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
PAUSING = ("/429", "/429-odd", "/503")
"""Faults after which their host is left alone, and with it whatever else stands there."""
QUICK = Limits(connect=1.0, silence=0.8, total=2.0, largest=2 * 1024 * 1024, at_once=24, at_a_host=24)
MOST = 64
"""Megabytes above the start that an update may take, whatever comes."""


def check(outcomes: dict[str, dict[str, Any]], paths: list[str]) -> None:
    """Each source has an outcome, and what is said of a failure can be shown and acted on."""
    assert sorted(outcomes) == sorted(paths)
    for path, it in outcomes.items():
        assert it["came"] in ("new", "same", "failed"), path
        if it["came"] == "failed":
            assert it["happened"] and it["advice"], path
            assert not CONTROL.search(it["happened"] + it["advice"]), path
            assert len(it["happened"]) < 300, path


def test_sources_with_every_fault_are_named_and_the_others_come_in(room: Newsroom, server: Server) -> None:
    good = [f"/good-{number}" for number in range(5)]
    for path in good:
        server.page(path, a_feed("Pier", "Light", address=f"https://c.example{path}"), "text/xml")
    paths = [path for path in FAULTS if path not in PAUSING] + good
    for path in paths:
        room.library.sources.add(Origin("feed", server.url(path), path))
    with Fetcher(QUICK, room.clock) as fetcher:
        came = {it.source: it for it in update(room.library, fetcher, room.clock)}
    told = {path: {"came": it.came, "happened": it.happened, "advice": it.advice} for path, it in came.items()}
    check(told, paths)
    assert {told[path]["came"] for path in good} == {"new"}
    assert all(told[path]["came"] == "failed" for path in FAULTS if FAULTS[path].due == "failure" and path in told)


PROGRAM = """
import json, resource, sys, time
from pathlib import Path
from reader import newsroom
from reader.library import Origin
from reader.settings import Settings

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

urls, found = json.loads(sys.argv[2]), {}
with newsroom.start(Settings(data_dir=Path(sys.argv[1]))) as room:
    for path, url in urls.items():
        room.library.sources.add(Origin("feed", url, path))
    ids = {it.title: it.id for it in room.library.shelf.sources()}
    list(room.web.update([ids["feed"]]))
    start = peak()
    pausing = [path for path in urls if path in ("429", "429-odd", "503")]
    for paths in ([path for path in urls if path not in pausing], *([path] for path in pausing)):
        for it in room.web.update([ids[path] for path in paths]):
            found[it.source] = {"came": it.came, "happened": it.happened, "advice": it.advice}
        room.web.stop()
    print(json.dumps({"outcomes": found, "memory": peak() - start}))
"""


@pytest.mark.long
@present
def test_every_fault_of_the_hostile_server_is_named_within_its_time_and_memory(tmp_path: Path) -> None:
    rows = {row["file"]: row for row in hostile().start_for_check()}
    urls = {path: row["url"] for path, row in rows.items()}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), json.dumps(urls)],
        check=True, capture_output=True, text=True, cwd=ROOT, timeout=900,
    )  # fmt: skip
    told = json.loads(done.stdout)
    check(told["outcomes"], list(urls))
    good = [path for path, it in told["outcomes"].items() if it["came"] != "failed"]
    assert "feed" in good
    assert not [path for path in good if rows[path]["expect"] == "error"]
    assert told["memory"] <= MOST
