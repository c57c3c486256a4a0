"""The verb `passages`, as a script would use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli import main

STORY = """Port to rebuild its pier

The council of the old port voted on Tuesday to rebuild the pier, which a storm had broken in the autumn of 2019.

Work begins in spring. The plan keeps the stones that could be saved, and the masons will number each one of them.
"""


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "pier.txt").write_text(STORY, "utf-8")
    assert main(["add", str(tmp_path / "pier.txt")]) == 0
    capsys.readouterr()


def added() -> int:
    return main(["passages", "add", "1", "--quote", "which a storm  had broken", "--note", "see\x1b[2J 2019"])


def test_a_passage_is_marked_by_its_words_and_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert added() == 0
    assert main(["passages"]) == 0
    out = capsys.readouterr().out
    assert "Port to rebuild its pier" in out and "“which a storm had broken”" in out and "\x1b" not in out


def test_words_that_are_not_there_or_there_twice_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["passages", "add", "1", "--quote", "a hurricane"]) == 2
    assert main(["passages", "add", "1", "--quote", "the"]) == 2
    assert main(["passages", "add", "one", "--quote", "the"]) == 2
    assert main(["passages", "add", "99", "--quote", "the"]) == 5
    assert len(capsys.readouterr().err.splitlines()) == 8


def test_a_query_picks_passages_and_json_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    added()
    capsys.readouterr()
    assert main(["passages", "storm", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["quote"], row["article"]["id"], row["state"]) == ("which a storm had broken", 1, "same")
    assert main(["passages", "hurricane", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("form", ["markdown", "json", "csv", "html", "w3c"])
def test_every_format_holds_the_quote(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    added()
    capsys.readouterr()
    assert main(["passages", "--format", form]) == 0
    assert "which a storm had broken" in capsys.readouterr().out


def test_notes_go_to_a_folder_and_a_file_comes_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    added()
    capsys.readouterr()
    assert main(["passages", "--to", str(tmp_path / "notes")]) == 0
    assert capsys.readouterr().out == "1 new, 0 changed, 0 as they were\n"
    assert main(["passages", "--format", "w3c"]) == 0
    (tmp_path / "out.json").write_text(capsys.readouterr().out, "utf-8")
    assert main(["undo"]) == 0
    assert main(["passages", "import", str(tmp_path / "out.json")]) == 0
    assert "1 added" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["passages", "import", "/no/such/file"]) == 3
    assert main(["passages", "import"]) == 2
    assert main(["passages", "--quote", "x"]) == 2
    assert "/no/such/file" in capsys.readouterr().err


def test_import_takes_annotations_and_read_later_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert added() == 0
    capsys.readouterr()
    assert main(["passages", "--format", "w3c"]) == 0
    (tmp_path / "own.json").write_text(capsys.readouterr().out, "utf-8")
    assert main(["import", str(tmp_path / "own.json")]) == 0
    assert "own.json: 0 added (0 no longer in their article), 1 known" in capsys.readouterr().out
    table = "Highlight,Title,Note\nWork begins in spring.,Port to rebuild its pier,when?\nno such,Nowhere,\n"
    (tmp_path / "later.csv").write_text(table, "utf-8")
    assert main(["import", str(tmp_path / "later.csv")]) == 1, "one of them found no article"
    assert "1 added" in capsys.readouterr().out
    assert main(["passages", "note:when"]) == 0
    assert "Work begins in spring" in capsys.readouterr().out


def test_annotations_of_another_page_get_a_clear_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = {"source": "https://elsewhere.example/page", "selector": {"type": "TextQuoteSelector", "exact": "words"}}
    (tmp_path / "other.json").write_text(json.dumps([{"type": "Annotation", "target": target}]), "utf-8")
    for verb in (["import"], ["passages", "import"]):
        assert main([*verb, str(tmp_path / "other.json")]) == 1
        said = capsys.readouterr()
        assert "No article of these passages is in the library." in said.err
        assert "0 added" in said.out


def test_the_passage_of_today_comes_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["passages", "--today"]) == 2
    assert added() == 0
    capsys.readouterr()
    assert main(["passages", "--today"]) == 0
    out = capsys.readouterr().out
    assert "“which a storm had broken”" in out and "Port to rebuild its pier" in out and "see[2J 2019" in out


def test_filters_of_passages_and_what_cannot_be_read_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert added() == 0
    capsys.readouterr()
    assert main(["passages", "--", "kind:yellow", "-#money", "after:2020"]) == 0
    assert "which a storm" in capsys.readouterr().out
    assert main(["passages", "kind:purple"]) == 2
    assert "no color" in capsys.readouterr().err


def test_a_search_of_the_library_finds_what_stands_in_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["passages", "add", "1", "--quote", "Work begins in spring.", "--note", "remember the zeppelin"]) == 0
    capsys.readouterr()
    assert main(["search", "zeppelin"]) == 0
    assert "Port to rebuild its pier" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["add"], ["add", "1"], ["add", "1", "2", "--quote", "x"], ["import"]])
def test_what_lacks_a_word_is_told_how_it_is_written(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["passages", *words]) == 2
    happened, advice = capsys.readouterr().err.splitlines()
    assert happened.startswith(f"newsreader passages {words[0]}: ") and advice.startswith(f"passages {words[0]} ")


def test_the_passage_of_today_without_a_note_ends_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    main(["passages", "add", "1", "--quote", "which a storm had broken"])
    capsys.readouterr()
    main(["passages", "--today"])
    assert capsys.readouterr().out.rstrip("\n").splitlines()[-1].startswith("— ")


def test_words_are_marked_once_and_a_note_is_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    quote = ["passages", "add", "1", "--quote", "which a storm had broken"]
    assert [main(it) for it in (quote, quote, [*quote, "--note", "see 2019"], quote)] == [0, 0, 0, 0]
    assert main([*quote, "--note", "see 2020"]) == 2
    assert "another note" in capsys.readouterr().err
    assert main(["passages", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["note"] == "see 2019"


def test_a_listing_tells_tags(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    added()
    assert main(["passages", "--format", "csv"]) == 0
    told = capsys.readouterr().out.splitlines()
    row = told[-1].split(",")
    row[0], row[1], row[3] = "0" * 32, "Work begins in spring.", '"sea, a;b"'
    (tmp_path / "more.csv").write_text(f"{told[-2]}\n{','.join(row)}\n", "utf-8")
    assert main(["passages", "import", str(tmp_path / "more.csv")]) == 0
    capsys.readouterr()
    assert main(["passages"]) == 0
    assert "  “Work begins in spring.”  #a;b  #sea\n" in capsys.readouterr().out
