"""Which addresses may leave the program, and how a note comes back from an editor."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reader import outside
from reader.errors import ReaderError


@pytest.mark.parametrize(
    "address", ["https://news.example/a?b=c#d", "http://news.example", "mailto:desk@news.example", "HTTPS://A.example"]
)
def test_web_and_mail_addresses_are_safe(address: str) -> None:
    assert outside.safe(address)


@pytest.mark.parametrize(
    "address",
    [
        *("", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https:", "http://", "//news.example"),
        *("https://a.example/\x1b[31m", "https://a.example/ b", "https://a.example/\u202e", "ftp://a.example", "x"),
        *("http://[", "https://a.example\n", "vbscript:x", "exec:rm"),
    ],
)
def test_everything_else_is_not(address: str) -> None:
    assert not outside.safe(address)


def test_an_unsafe_address_is_refused_before_any_browser_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browser(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", browser)
    with pytest.raises(ReaderError, match="not a web address"):
        outside.browse("file:///etc/passwd")
    outside.browse("https://news.example")
    assert opened == ["https://news.example"]


@pytest.mark.parametrize("program", ["/no/such/player", '"open quote', "   "])
def test_a_program_that_cannot_be_started_is_named_with_the_setting(program: str) -> None:
    with pytest.raises(ReaderError, match="could not be started") as failure:
        outside.play("https://c.example/a.mp3", program)
    assert "player" in failure.value.advice


@pytest.mark.parametrize("address", ["magnet:?xt=a", "mailto:a@b.example", "file:///etc/passwd", "--version"])
def test_only_what_stands_on_the_web_is_given_to_a_program(address: str) -> None:
    with pytest.raises(ReaderError, match="not a web address"):
        outside.play(address, "true")


def editor(tmp_path: Path, code: str) -> dict[str, str]:
    """An environment whose editor runs that code on the file."""
    script = tmp_path / "editor.py"
    script.write_text(f"import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\n{code}\n")
    return {"VISUAL": f'"{sys.executable}" "{script}"'}


def test_a_note_comes_back_as_it_was_left(tmp_path: Path) -> None:
    env = editor(tmp_path, "file.write_text(file.read_text() + ' and more')")
    assert outside.edit("a note", env) == "a note and more"


def test_an_editor_is_told_what_it_has_before_it(tmp_path: Path) -> None:
    env = editor(tmp_path, "file.write_text(file.name)")
    assert outside.edit("theme = 'x'", env, name="settings.toml") == "settings.toml"


def test_an_editor_cannot_bring_control_characters_in(tmp_path: Path) -> None:
    assert outside.edit("x", editor(tmp_path, "file.write_bytes(b'a\\x1b[31mb')")) == "a[31mb"


@pytest.mark.parametrize("env", [{"VISUAL": "no-such-editor-anywhere"}, {"EDITOR": "false"}])
def test_an_editor_that_fails_is_named(env: dict[str, str]) -> None:
    with pytest.raises(ReaderError) as caught:
        outside.edit("kept", env)
    assert len(str(caught.value).splitlines()) == 2 and "Nothing has changed" in caught.value.advice


def clipboard(folder: Path, name: str, code: str = 'cat > "$(dirname "$0")/got"') -> dict[str, str]:
    """An environment in which a program of that name takes the clipboard."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{code}\n")
    (folder / name).chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}/bin{os.pathsep}/usr/bin"}


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand for the programs")
@pytest.mark.parametrize(
    ("name", "variable"), [("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("xsel", "DISPLAY")]
)
def test_the_systems_clipboard_is_filled_where_a_program_and_a_screen_are_there(
    tmp_path: Path, name: str, variable: str
) -> None:
    env = clipboard(tmp_path / "bin", name)
    assert not outside.copy("“words”", env), "no screen"
    assert outside.copy("“words”", env | {variable: ":7"})
    assert (tmp_path / "bin" / "got").read_text("utf-8") == "“words”"


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand for the programs")
def test_a_clipboard_that_fails_is_passed_by(tmp_path: Path) -> None:
    env = clipboard(tmp_path / "bin", "xclip", "exit 1")
    assert not outside.copy("words", env | {"DISPLAY": ":7"})
    clipboard(tmp_path / "bin", "xsel")
    assert outside.copy("words", env | {"DISPLAY": ":7"})


def test_an_editor_named_with_an_open_quote_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="did not end well"):
        outside.edit("kept", {"VISUAL": "vi 'oops"})
