"""The verbs over a real library in a folder of its own: what comes in, is listed, found, marked, and taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main

FERRY = """Ferry line to reopen after two years

The harbor ferry will sail again in May, the city said on Monday, and its crew of nine has been called back to work.

The city pays half of the repair. The other half comes from a fund for old ships that was set up in spring.
"""
TOWER = """Clock tower stops for the winter

The clock on the old customs tower will stand still until March, since its gears have to be cast again in bronze.

A workshop in the valley won the contract. Its founder repaired the same clock forty years ago with her father.
"""


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "config.toml"))


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY, "utf-8")
    (folder / "tower.txt").write_text(TOWER, "utf-8")
    return folder


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What a verb prints with --json, as a value."""
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_folder_comes_in_and_is_known_the_next_time(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [each["came"] for each in said(capsys, "add", str(pages))] == ["new", "new"]
    assert [each["came"] for each in said(capsys, "add", str(pages))] == ["same", "same"]
    assert len(said(capsys, "list")) == 2


def test_a_page_that_changed_is_a_new_version_of_the_same_entry(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "add", str(pages / "ferry.txt"))
    (pages / "ferry.txt").write_text(FERRY.replace("in May", "in June"), "utf-8")
    assert [each["came"] for each in said(capsys, "add", str(pages / "ferry.txt"))] == ["changed"]
    (entry,) = said(capsys, "list")
    assert entry["versions"] == 2


def test_a_word_is_found(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "add", str(pages))
    (found,) = said(capsys, "search", "bronze")
    assert found["title"] == "Clock tower stops for the winter"
    assert "bronze" in found["snippet"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("search", "zeppelin", "ferry"), "No entry fits “zeppelin ferry”."),
        (("list", "zeppelin"), "No entry fits “zeppelin”."),
        (("list", "--starred"), "There is no starred entry."),
        (("passages", "zeppelin"), "No passage fits “zeppelin”."),
        (("passages",), "There is no passage."),
    ],
)
def test_where_there_is_nothing_to_print_it_is_said_beside_it(
    words: tuple[str, ...], told: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "add", str(pages))
    assert main(list(words)) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"{told}\n")
    assert main([*words, "--json"]) == 0
    printed = capsys.readouterr()
    assert (json.loads(printed.out), printed.err) == ([], "")


def test_marks_are_kept_and_undone_one_by_one(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = said(capsys, "add", str(pages))[0]["entries"][0]
    assert main(["mark", str(number), "--read"]) == 0
    assert main(["mark", str(number), "--star", "--tag", "ships"]) == 0
    capsys.readouterr()
    (starred,) = said(capsys, "list", "--starred")
    assert starred["id"] == number
    assert starred["tags"] == ["ships"]
    assert [main(["undo"]) for _ in range(3)] == [0, 0, 0]
    capsys.readouterr()
    assert said(capsys, "list", "--starred") == []
    assert len(said(capsys, "list", "--unread")) == 2


def test_two_wishes_for_the_list_hold_both(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (it["entries"][0] for it in said(capsys, "add", str(pages)))
    assert main(["mark", str(first), "--star"]) == 0
    capsys.readouterr()
    assert [it["id"] for it in said(capsys, "list", "--unread", "--starred")] == [first]
    assert [it["id"] for it in said(capsys, "list", "--unread", "--starred", "zeppelin", "OR", "harbor")] == [first]
    assert said(capsys, "list", "--unread", "--starred", "bronze") == []
    assert main(["mark", str(first), str(second), "--read", "--star"]) == 0
    capsys.readouterr()
    assert said(capsys, "list", "--unread", "--starred") == []


def test_tags_are_words(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = str(said(capsys, "add", str(pages))[0]["entries"][0])
    assert main(["mark", number, "--tag", "a, b", "--tag", "#c d"]) == 0
    capsys.readouterr()
    assert sorted(said(capsys, "list", "tag:c")[0]["tags"]) == ["a", "b", "c", "d"]
    assert main(["mark", number, "--untag", "a d", "--tag", "e"]) == 0
    assert capsys.readouterr().out == "Tagged 1 article +e -a -d\n"
    assert sorted(said(capsys, "list", "tag:c")[0]["tags"]) == ["b", "c", "e"]
    assert main(["mark", number, "--tag", "x", "--untag", "#x"]) == 2


def test_what_is_deleted_comes_back(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = said(capsys, "add", str(pages))[0]["entries"][0]
    assert main(["mark", str(number), "--delete"]) == 0
    capsys.readouterr()
    assert len(said(capsys, "list")) == 1
    assert main(["undo"]) == 0
    capsys.readouterr()
    assert len(said(capsys, "list")) == 2


def test_one_bad_source_does_not_stop_the_others(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pages / "empty.txt").write_bytes(b"")
    assert main(["add", str(pages), str(pages / "nowhere.txt")]) == 1
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 2
    assert len(printed.err.splitlines()) == 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["mark", "99", "--read"], 5),
        (["mark", "1"], 2),
        (["mark", "1", "--read", "--unread"], 2),
        (["search"], 2),
        (["add", "nowhere.txt"], 3),
    ],
)
def test_a_failure_is_two_lines_and_a_code(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == code
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_folder_that_cannot_hold_a_library_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "file"))
    assert main(["list"]) == 5
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_undo_has_nothing_to_undo_at_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["undo"]) == 1
    assert "nothing" in capsys.readouterr().out


def test_the_doctor_and_the_paths_name_the_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "paths")["library"].startswith(str(tmp_path))
    main(["doctor"])
    assert "no library yet" in capsys.readouterr().out


def test_an_entry_is_put_off_until_a_day(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", str(pages)])
    capsys.readouterr()
    assert main(["mark", "1", "--snooze", "3 d"]) == 0
    assert main(["list", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out.split("\n", 1)[1])) == 1
    assert main(["mark", "2", "--read", "--snooze", "soon"]) == 2
    capsys.readouterr()
    assert main(["list", "--unread", "--json"]) == 0
    assert [it["id"] for it in json.loads(capsys.readouterr().out)] == [2], "nothing of it was done"
    assert main(["undo"]) == 0


def test_a_search_says_where_it_prints_only_some(
    pages: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.shelf._MOST", 1)
    said(capsys, "add", str(pages))
    main(["search", "the", "--json"])
    told = capsys.readouterr()
    assert len(json.loads(told.out)) == 1
    assert told.err == "There are more than these 1: --limit N prints so many.\n"
    main(["search", "the", "--limit", "2"])
    assert capsys.readouterr().err == ""
