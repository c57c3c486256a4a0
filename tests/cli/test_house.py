"""`doctor` over what it must find: a place that can hold no library, keys for commands that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli import main


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("TERM", "xterm")


def bad(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines in which the doctor finds something amiss, each with the advice that follows."""
    main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    return [f"{line} {after}" for line, after in zip(lines, [*lines[1:], ""], strict=True) if line.startswith("BAD")]


def test_a_place_where_nothing_is_yet_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "ok   no library yet" in capsys.readouterr().out


@pytest.mark.parametrize("below", ["", "below", "below/further"])
def test_a_place_that_can_hold_no_library_is_named(
    below: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "file" / below))
    assert main(["doctor"]) == 1
    capsys.readouterr()
    (found,) = bad(capsys)
    assert f"{tmp_path / 'file'} is not a folder" in found
    assert "Set NEWSREADER_DATA_DIR" in found


def test_keys_for_a_command_that_is_not_there_are_found_and_the_commands_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config.toml").write_text('keys = { nope = "x" }\n')
    assert main(["doctor"]) == 1
    capsys.readouterr()
    (found,) = bad(capsys)
    assert "“nope”" in found
    assert "The commands: down, up, page-down" in found


def test_one_key_for_two_commands_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config.toml").write_text('keys = { star = "x", read = "x" }\n')
    (found,) = bad(capsys)
    assert "both “star” and “read”" in found or "both “read” and “star”" in found
    (tmp_path / "config.toml").write_text('keys = { star = "x" }\n')
    assert bad(capsys) == []
