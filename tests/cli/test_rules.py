"""`newsreader rules`: made, tried, listed and forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Called


@pytest.fixture
def filled(call: Called, tmp_path: Path) -> Called:
    for title, text in [
        ("Pier", "The council will rebuild the pier."),
        ("Lottery", "Six numbers were drawn on Friday."),
    ]:
        (tmp_path / f"{title}.html").write_text(f"<article><h1>{title}</h1><p>{text}</p><p>More of it.</p></article>")
        call("add", str(tmp_path / f"{title}.html"))
    return call


def test_a_rule_is_tried_then_kept_then_forgotten(filled: Called) -> None:
    words = ["--words", "numbers", "-council", "--hide", "--tag", "luck"]
    assert "Lottery" in filled("rules", *words[:2], *words[3:], "--try")[1]
    assert len(filled("list")[1].splitlines()) == 2
    out = filled("rules", *words[:2], *words[3:])[1]
    assert out == "Kept the rule words numbers: hide, tag luck; it took 1 of the entries there are\n"
    assert len(filled("list")[1].splitlines()) == 1
    assert "Lottery" in filled("rules", "--hidden")[1]
    assert filled("rules")[1] == "   1  words numbers: hide, tag luck\n"
    assert json.loads(filled("rules", "--json")[1]) == [{"id": 1, "words": "numbers", "hide": True, "tags": ["luck"]}]
    filled("rules", "--forget", "1")
    assert len(filled("list")[1].splitlines()) == 2
    assert filled("undo")[1] == "Taken back: forgot the rule words numbers: hide, tag luck.\n"


def test_words_are_read_as_on_the_screen(filled: Called) -> None:
    assert "Lottery" in filled("rules", "--words", "numbers -council title:lottery", "--hide", "--try")[1]
    assert filled("rules", "--words", "title:numbers", "--hide", "--try")[1] == ""
    out = filled("rules", "--words", 'pier source:"no such source"', "--star")[1]
    assert out == "Kept the rule words pier, source no such source: star; it took 0 of the entries there are\n"


def test_a_rule_is_switched_off_and_on(filled: Called) -> None:
    filled("rules", "--words", "numbers", "--hide")
    assert filled("rules", "--off", "1")[1] == "Switched off the rule words numbers: hide\n"
    assert len(filled("list")[1].splitlines()) == 2
    assert filled("rules")[1] == "   1  words numbers: hide, off\n"
    filled("rules", "--on", "1")
    assert len(filled("list")[1].splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [["--hide"], ["--off", "9"], ["--words", "pier"], ["--try"], ["--forget", "9"], ["--forget", "x"], ["--language"]],
)
def test_what_is_no_rule_is_said_in_two_lines(filled: Called, words: list[str]) -> None:
    code, _, err = filled("rules", *words)
    assert (code, len(err.splitlines())) == (2, 2)


def test_what_rules_hide_is_listed_as_a_value_too(filled: Called) -> None:
    filled("rules", "--words", "numbers", "--hide")
    (row,) = json.loads(filled("rules", "--hidden", "--json")[1])
    assert row["title"] == "Lottery"
