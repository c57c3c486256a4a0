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
    told = json.loads(capsys.readouterr().out)
    (summary,) = told["summaries"]
    assert summary["origin"] == "chosen"
    blocks = read_source(str(page)).blocks
    for point in summary["points"]:
        place = point["place"]
        assert blocks[place["index"]].text[place["start"] : place["end"]] == point["text"]


@pytest.mark.parametrize("points", ["0", "8", "-1"])
def test_only_one_to_seven_points_can_be_had(page: Path, points: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", str(page), "--points", points]) == 2
    assert "1 to 7" in capsys.readouterr().err


CHECKED = """Harwell votes on its dam

AI summary
Summary is AI Generated. Newsroom Reviewed
The council of Harwell voted to tear down the dam.
Nobody saw the 77 wolves of Stanton.
Repairs would cost 19 million pounds.

The council of Harwell voted on Tuesday to tear down the Kestrel Dam. Repairs would cost 18 million pounds.

“We are losing our water,” said Tom Ashby, a farmer. He met Paul Hart. “It is a shame for us all,” he said.
"""


def test_json_tells_who_says_what_figures_names_and_what_is_not_in_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "dam.txt"
    file.write_text(CHECKED, "utf-8")
    assert main(["summary", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["summaries", "said", "figures", "names"]
    first, second, third = told["summaries"][0]["points"]
    assert first["place"]["index"] == 0 and first["unknown"] == []
    assert second["place"] is None and second["unknown"] == ["77", "Stanton"] and second["checked"] is True
    assert (first["nearest"], first["doubt"]) == (None, None)
    assert (second["nearest"], second["doubt"]) == (None, "nowhere")
    assert (third["nearest"]["index"], third["doubt"]) == (0, "numbers")
    assert (told["said"][0]["speaker"], told["said"][0]["sure"]) == ("Tom Ashby", True)
    blocks = read_source(str(file)).blocks
    for row in told["figures"]:
        for place in row["places"]:
            assert blocks[place["index"]].text[place["start"] : place["end"]].lower() == row["text"].lower()
    assert {"Tom Ashby", "Harwell"} <= {it["text"] for it in told["names"]}


def test_what_is_not_in_the_text_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dam.txt"
    file.write_text(CHECKED, "utf-8")
    assert main(["summary", str(file)]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "[not found in the text] [nowhere in the text: 77" in printed
    assert "19 million pounds. [the text has other numbers: compare block 0, 70-107]" in printed
