"""`newsreader update` as a person or a script calls it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import newsroom, settings
from reader.cli.feeds import update
from reader.library import Origin
from tests.fakes import Server, a_feed


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path))
    with Server() as running:
        good = running.page("/good", a_feed("Ferry line to reopen", "Harbor lights out"), "text/xml")
        bad = running.answer("/bad", "404 Not Found")
        with newsroom.start(settings.load()) as room:
            room.library.sources.add(Origin("feed", good, "Courier"))
            room.library.sources.add(Origin("feed", bad, "Gazette"))
        yield running


def test_a_line_for_what_came_and_two_for_what_failed(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert update(argparse.Namespace(json=False)) == 1
    said = capsys.readouterr()
    assert said.out.split() == ["2", "new", "Courier"]
    assert said.err.splitlines() == [
        f"{server.url('/bad')} is not there.",
        "Look for a typing mistake, or for the page's new address on the site.",
    ]


def test_outcomes_as_json(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    update(argparse.Namespace(json=True))
    outcomes = {outcome["source"]: outcome for outcome in json.loads(capsys.readouterr().out)}
    assert outcomes["Courier"]["came"] == "new"
    assert outcomes["Gazette"]["came"] == "failed"


def test_nothing_is_due_right_after(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    update(argparse.Namespace(json=False))
    asked = len(server.asked)
    assert update(argparse.Namespace(json=False)) == 0
    assert len(server.asked) == asked
