"""`newsreader summary`: what is printed, each sentence with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.newsroom import read_source
from tests.cli.test_read import TEXT


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_points_are_numbered_with_their_places(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", str(page), "--points", "2"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Chosen sentences\n1. The harbor ferry will sail again in May")
    assert "[block 0, 0-" in printed
    assert "3. " not in printed


def test_json_gives_places_that_hold_the_sentence(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", str(page), "--json"]) == 0
    (summary,) = json.loads(capsys.readouterr().out)
    assert summary["origin"] == "chosen"
    blocks = read_source(str(page)).blocks
    for point in summary["points"]:
        place = point["place"]
        assert blocks[place["index"]].text[place["start"] : place["end"]] == point["text"]


@pytest.mark.parametrize("points", ["0", "8", "-1"])
def test_only_one_to_seven_points_can_be_had(page: Path, points: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", str(page), "--points", points]) == 2
    assert "1 to 7" in capsys.readouterr().err
