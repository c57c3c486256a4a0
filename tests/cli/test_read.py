"""`newsreader read` as a person or a script calls it: what is printed, where, and how it ends."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from reader.cli import main

TEXT = """ADVERTISEMENT

Ferry line to reopen after two years

The harbor ferry will sail again in May, the city said on Monday, and its crew of nine has been called back to work.

“We kept the engine warm,” said Ines Moreau, who has steered the boat since 1998 and never took another job.

The city pays half of the repair. The other half comes from a fund for old ships that was set up in spring.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_an_article_is_printed_without_its_advert(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(page)]) == 0
    printed = capsys.readouterr().out
    assert "We kept the engine warm" in printed
    assert "ADVERTISEMENT" not in printed


def test_lines_are_no_wider_than_asked(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(page), "--width", "40"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 40


def test_json_has_every_key(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(page), "--format", "json"]) == 0
    keys = set(json.loads(capsys.readouterr().out))
    assert keys == {
        *("title", "standfirst", "byline", "published", "updated", "publisher", "section", "url", "language"),
        *("blocks", "captions", "publisher_summary", "related", "notes", "truncated", "removed"),
    }


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["read", "nowhere.txt"], 3),
        (["read", "."], 3),
        (["read"], 2),
        (["fly"], 2),
        (["serach"], 2),
        (["nowhere/page.html"], 3),
        (["read", "x", "--format", "pdf"], 2),
    ],
)
def test_a_failure_is_two_lines_and_a_code(
    arguments: list[str],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 2
    assert "Traceback" not in printed.err


@pytest.mark.parametrize("data", [b"", b"  \n", bytes(range(256)) * 20])
def test_nothing_to_read_is_said(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_bytes(data)
    assert main(["read", str(tmp_path / "page.txt")]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_no_control_character_reaches_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text(TEXT.replace("engine", "en\x1b[31mgi\x9b2Jne\u202e"), "utf-8")
    assert main(["read", str(tmp_path / "page.txt")]) == 0
    assert not set(capsys.readouterr().out) & set("\x1b\x9b\u202e")


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["read", "-"]) == 0
    assert "Ines Moreau" in capsys.readouterr().out


@pytest.mark.parametrize("verb", ["read", "summary"])
def test_nothing_on_standard_input_is_said(
    verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b" \n")))
    assert main([verb, "-"]) == 3
    assert capsys.readouterr().err.startswith("Nothing came on standard input.\n")


def test_a_word_that_is_nearly_a_verb_is_told_which(capsys: pytest.CaptureFixture[str]) -> None:
    main(["serach"])
    assert "newsreader search" in capsys.readouterr().err


def test_in_a_pipe_a_source_alone_prints_its_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    assert main([str(tmp_path / "page.txt")]) == 0
    assert "Ines Moreau" in capsys.readouterr().out


@pytest.mark.parametrize(("form", "sign"), [("markdown", "# "), ("html", "<!doctype html>"), ("json", "{")])
def test_an_article_is_printed_in_each_form(
    form: str, sign: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    assert main(["read", str(tmp_path / "page.txt"), "--format", form]) == 0
    printed = capsys.readouterr().out
    assert sign in printed and "Ines Moreau" in printed
