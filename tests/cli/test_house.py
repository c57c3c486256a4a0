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


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere", "There is no theme “nowhere”. "),
        ("newsreader-lite", "Did you mean “newsreader-light”?"),
        ("broken", "broken.toml is none"),
    ],
)
def test_a_theme_that_cannot_be_had_is_found(
    name: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "paper.toml").write_text("dark = false\n")
    (tmp_path / "themes" / "broken.toml").write_text("dark = 3\n")
    (tmp_path / "config.toml").write_text(f'theme = "{name}"\n')
    (found,) = bad(capsys)
    assert found.startswith("BAD  theme: ") and told in found
    for known in ("auto", "terminal", "nord", "paper"):
        (tmp_path / "config.toml").write_text(f'theme = "{known}"\n')
        assert bad(capsys) == []


def test_options_that_are_none_are_named_and_only_what_is_like_one_is_taken_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config.toml").write_text("bogus = 1\nmesure = 60\nmeasure = 99\n")
    first, second, third = bad(capsys)
    assert first.startswith("BAD  settings, line 1: there is no option “bogus” BAD")
    assert "line 2: there is no option “mesure”: did you mean “measure”?" in second
    assert "line 3: measure takes a number from 30 to 76, not 99" in third
    assert third.endswith(f"The file is {tmp_path / 'config.toml'}")


def test_one_key_for_two_commands_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config.toml").write_text('keys = { star = "x", read = "x" }\n')
    (found,) = bad(capsys)
    assert "both “star” and “read”" in found or "both “read” and “star”" in found
    (tmp_path / "config.toml").write_text('keys = { star = "x" }\n')
    assert bad(capsys) == []
