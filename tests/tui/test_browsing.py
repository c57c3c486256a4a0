"""A browser that draws on the terminal: it has the terminal while it runs, and the screen is back behind it."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import pytest

from reader import newsroom, outside
from tests.builders import Clock, an_article
from tests.tui.conftest import fill, settings

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from tests.terminal import Terminal

BROWSER = """#!/bin/sh
echo "READING $1"
read line
echo "$line" > typed
"""


def test_it_gets_the_keys_until_it_is_left(tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(BROWSER, "utf-8")
    browser.chmod(0o700)
    with newsroom.start(settings(tmp_path), Clock()) as room:
        fill(room, an_article("The ferry came late.", title="Late", url="https://courier.example/late"))
    terminal = Terminal(tmp_path, environment={"BROWSER": str(browser)})
    try:
        terminal.until("Late")
        terminal.press("o")
        terminal.until("READING https://courier.example/late")
        terminal.press("hello\n")
        terminal.until("Late")
        assert (tmp_path / "typed").read_text("utf-8") == "hello\n"
        terminal.press("?")
        terminal.until("In the list")
    finally:
        terminal.kill()


@pytest.mark.parametrize(
    ("browser", "here"),
    [(webbrowser.GenericBrowser("w3m"), True), (webbrowser.BackgroundBrowser("firefox"), False)],
    ids=["w3m", "firefox"],
)
def test_what_draws_on_the_terminal(browser: object, here: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    assert outside.browses_here() is here


def test_where_there_is_no_browser_none_draws_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> object:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)
    assert not outside.browses_here()
