"""What a person can get wrong: always two lines on standard error, the right code, nothing lost, no control character."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from tests.cli.test_read import TEXT

LONG = "9" * 5000
"""More digits than Python makes a number of, and more letters than a file's name can have."""


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The library's folder, with one article in it; the test stands in a folder with that article's page."""
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEWSREADER_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(TEXT, "utf-8")
    assert main(["add", "page.txt"]) == 0
    capsys.readouterr()
    return tmp_path / "data"


def failure(capsys: pytest.CaptureFixture[str], code: int, *words: str) -> str:
    """What a command says of its failure, which is two lines that a terminal can take."""
    assert main(list(words)) == code
    printed = capsys.readouterr().err
    assert len(printed.splitlines()) == 2, printed
    assert all(unicodedata.category(char) not in ("Cc", "Cs") for char in printed.replace("\n", ""))
    return printed


def kept(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["list", "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def folder(path: Path) -> None:
    path.mkdir()


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: None, "no file"),
    "a folder without pages": (folder, "holds no pages"),
    "empty": (lambda path: path.write_bytes(b""), "empty"),
    "binary": (lambda path: path.write_bytes(b"\x7fELF\x02\x01" + bytes(range(32)) * 200), "a program"),
    "UTF-16 without a mark": (lambda path: path.write_bytes(TEXT.encode("utf-16-le")), "binary"),
    "50 MB": (lambda path: path.write_bytes(b"The ferry sails again. " * (50 * 2**20 // 23)), "larger than 24 MB"),
    "an escape in its name": (lambda path: None, "no file"),
}
"""How a source is made, and a word of what is said of it."""


@pytest.mark.parametrize("verb", ["add", "read", "summary", ""])
@pytest.mark.parametrize("kind", BAD)
def test_a_bad_source_is_named_and_nothing_is_lost(
    kind: str, verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, word = BAD[kind]
    source = tmp_path / ("bad\x1b[31m\x9b.txt" if "escape" in kind else "bad.txt")
    make(source)
    printed = failure(capsys, 3, *filter(None, [verb]), str(source))
    assert word in printed and "bad" in printed.splitlines()[0]
    assert len(kept(capsys)) == 1


def test_every_failure_of_several_names_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.txt").write_bytes(b"")
    Path("binary.txt").write_bytes(bytes(range(256)) * 20)
    Path("blank.txt").write_text("\n\n")
    names = ["empty.txt", "binary.txt", "blank.txt", "nowhere.txt"]
    assert main(["add", *names, "page.txt"]) == 1
    said = capsys.readouterr().err.splitlines()[::2]
    assert [name in line for name, line in zip(names, said, strict=True)] == [True] * 4


@pytest.mark.parametrize("words", [["list"], ["add", "page.txt"], ["search", "ferry"], ["mark", "1", "--read"]])
def test_a_library_that_a_newer_version_wrote_is_left_alone(
    words: list[str], library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = sqlite3.connect(library / "library.db")
    db.execute("PRAGMA user_version = 999")
    db.close()
    before = (library / "library.db").read_bytes()
    assert "newer" in failure(capsys, 5, *words)
    assert (library / "library.db").read_bytes() == before


@pytest.mark.parametrize("words", [["list"], ["add", "page.txt"], ["undo"], ["export"], ["backup"]])
@pytest.mark.parametrize("place", ["page.txt", "page.txt/below"])
def test_a_data_directory_that_cannot_be_written_is_named(
    place: str, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", place)
    assert place in failure(capsys, 5, *words)
    assert Path("page.txt").read_text("utf-8") == TEXT


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["search", "--limit", "-1", "the"], 2, "--limit"),
        (["search", "--limit", LONG, "the"], 2, "--limit"),
        (["mark", "-1", "--read"], 2, "“-1” is no number of an entry"),
        (["mark", "0", "--read"], 2, "“0”"),
        (["mark", "9" * 23, "--read"], 2, "is no number of an entry"),
        (["mark", "9" * 18, "--read"], 5, "no entry"),
        (["mark", "1", "--tag", ""], 2, "is no tag"),
        (["mark", "1", "--tag", "#"], 2, "is no tag"),
        (["mark", "1", "--tag", "\udcff"], 2, "is no tag"),
        (["mark", "\x1b[31m", "--read"], 2, "[31m"),
        (["passages", "add", "-1", "--quote", "ferry"], 2, "“-1”"),
        (["passages", "add", LONG, "--quote", "ferry"], 2, "is no number"),
        (["trash", "--restore", "-1"], 2, "“-1”"),
        (["trash", "--restore", "1"], 1, "1 is not in the trash"),
        (["read", "page.txt", "--width", "0"], 2, "--width"),
        (["read", "page.txt", "--width", "5"], 2, "from 20 on"),
        (["export", "3"], 2, "`export 3 --to DIR`"),
        (["export", LONG], 2, "--to DIR"),
        (["export", LONG, "--to", "notes"], 2, "is no number"),
        (["export", "-1", "--to", "notes"], 2, "“-1”"),
        (["export", "page.txt/below"], 5, "page.txt/below cannot be written"),
        (["export", f"x{LONG}"], 5, "cannot be written"),
        (["backup", "page.txt/below"], 5, "page.txt is not a folder"),
        (["backup", LONG], 5, "cannot be written"),
        (["restore", LONG], 5, "no file"),
        (["import", LONG], 3, "cannot be read"),
        (["add", LONG], 3, "cannot be read"),
        (["add", "~nobody-of-that-name/page.txt"], 3, "no file"),
        ([LONG], 2, "no file and no verb"),
    ],
)
def test_wrong_words_are_told_in_two_lines(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept(capsys)
    assert said in failure(capsys, code, *words)
    assert kept(capsys) == before


def test_as_many_as_a_number_can_say_are_not_too_many(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--limit", "9" * 18, "the"]) == 0
    assert "Ferry line" in capsys.readouterr().out


def test_of_several_entries_those_in_the_trash_come_back(capsys: pytest.CaptureFixture[str]) -> None:
    main(["mark", "1", "--delete"])
    assert "5 is not in the trash" in failure(capsys, 1, "trash", "--restore", "1", "5")
    assert len(kept(capsys)) == 1
