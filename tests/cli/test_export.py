"""`export --to`: articles as files, again only where something changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli import main
from tests.cli.test_read import TEXT


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


def test_a_folder_that_cannot_be_made_is_named(notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["export", "--to", str(tmp_path / "file" / "below")]) == 1
    assert "cannot be written" in capsys.readouterr().err
