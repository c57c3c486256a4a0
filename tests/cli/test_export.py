"""`export --to`: articles as files, again only where something changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import main
from tests.cli.test_read import TEXT

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write into, beside a library with one article."""
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    assert main(["add", str(tmp_path / "page.txt")]) == 0
    return tmp_path / "notes"


@pytest.mark.parametrize(("form", "ending"), [("markdown", ".md"), ("html", ".html"), ("json", ".json")])
def test_an_article_is_written_once_and_then_left_alone(
    form: str, ending: str, notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--to", str(notes), "--format", form]) == 0
    (file,) = notes.iterdir()
    assert file.suffix == ending and "Ines Moreau" in file.read_text("utf-8")
    before = file.stat().st_mtime_ns
    capsys.readouterr()
    assert main(["export", "--to", str(notes), "--format", form, "--json"]) == 0
    assert [each["came"] for each in json.loads(capsys.readouterr().out)] == ["same"]
    assert file.stat().st_mtime_ns == before


def test_one_article_of_several_is_written_by_its_number(notes: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(TEXT.replace("Ines Moreau", "Pola Lindt").replace("Ferry", "Tram"), "utf-8")
    main(["add", str(tmp_path / "other.txt")])
    assert main(["export", "1", "--to", str(notes)]) == 0
    assert len(list(notes.iterdir())) == 1


@pytest.mark.parametrize(
    "words", [["export", "x", "--to", "there"], ["export", "--format", "html"], ["export", "a", "b"]]
)
def test_what_is_not_understood_is_said_in_two_lines(
    words: list[str], notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_number_that_is_a_file_or_is_written_as_one_takes_the_library(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "3"]) == 2
    assert not Path("3").exists()
    assert main(["export", "./3"]) == 0
    assert main(["export", "3"]) == 0
    assert main(["export", "--format", "jsonl", "4"]) == 0
    assert Path("4").read_text("utf-8") == Path("3").read_text("utf-8") != ""


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals there")
def test_the_whole_library_is_printed_into_a_pipe_and_not_onto_a_terminal(notes: Path) -> None:
    command = [sys.executable, "-m", "reader", "export"]
    piped = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert b"Ines Moreau" in piped.stdout
    ours, theirs = os.openpty()
    refused = subprocess.run(command, cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    os.close(ours)
    assert refused.returncode == 2
    assert refused.stderr.splitlines()[1] == b"newsreader export FILE"


def test_a_folder_that_cannot_be_made_is_named(notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["export", "--to", str(tmp_path / "file" / "below")]) == 1
    assert "cannot be written" in capsys.readouterr().err
