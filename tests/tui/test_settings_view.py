"""The settings page: every option is there, changed in place, shown at once and kept in the file."""

from __future__ import annotations

import os
import tomllib
from contextlib import nullcontext
from errno import EACCES
from pathlib import Path

import pytest

from reader.newsroom import Newsroom
from reader.settings import options
from reader.tui.themes import CONTRAST, DARK
from tests.builders import an_article
from tests.tui.conftest import Reader, fill, reading

LONG = an_article("Some words that fill a line of the article, and then some more of them. " * 12, title="Words")


async def to_option(reader: Reader, name: str) -> None:
    """The cursor onto an option."""
    number = [option.name for option in options()].index(name)
    await reader.press("g", "g", *["j"] * number)


async def test_every_option_is_shown_with_what_it_does(room: Newsroom) -> None:
    async with reading(room, size=(140, 70)) as reader:
        await reader.press(",")
        seen = " ".join(reader.seen().split())
        for option in options():
            assert option.name in seen and option.help.split(";")[0][:40] in seen


async def test_a_change_holds_at_once_and_stands_in_the_file(room: Newsroom, tmp_path: Path) -> None:
    fill(room, LONG)
    async with reading(room) as reader:
        await reader.press("enter")
        lines = reader.screen.article.count()
        await reader.press(",")
        await to_option(reader, "measure")
        await reader.press("4", "0", "enter")
        await reader.press("q")
        assert reader.screen.article.count() > lines
        file = reader.app.settings.config_file
        assert tomllib.loads(file.read_text("utf-8"))["measure"] == 40
        assert "seconds after which" in file.read_text("utf-8")


async def test_numbers_stay_in_their_bounds_and_choices_go_round(room: Newsroom) -> None:
    async with reading(room) as reader:
        await reader.press(",")
        await to_option(reader, "points")
        assert "(from 1 to 7)" in " ".join(reader.seen().split())
        await reader.press("9", "9", "enter")
        assert reader.app.settings.points == 7
        assert reader.said == "points goes from 1 to 7."
        await reader.press("-")
        assert reader.app.settings.points == 6
        await to_option(reader, "sidebar")
        await reader.press("enter")
        assert not reader.app.settings.sidebar and not reader.screen.has_class("-sidebar")
        await to_option(reader, "color")
        await reader.press("-")
        assert reader.app.settings.color == "never"


async def test_themes_are_seen_while_they_are_chosen_own_ones_too(room: Newsroom) -> None:
    async with reading(room) as reader:
        folder = reader.app.settings.config_file.parent / "themes"
        folder.mkdir(parents=True)
        (folder / "paper.toml").write_text('dark = false\n[colors]\nbackground = "#ffffff"\n', "utf-8")
        (folder / "stone.toml").write_text('[colors]\nbackground = "#101010"\n', "utf-8")
        (folder / "broken.toml").write_text("[colors]\nreading = 3\n", "utf-8")
        await reader.press(",")
        await to_option(reader, "theme")
        shown = []
        for _ in range(6):
            await reader.press("enter")
            shown.append(reader.app.settings.theme)
            if shown[-1] == "broken":
                assert "broken.toml" in reader.said
        assert CONTRAST in shown and {"paper", "broken"} <= set(shown)
        while reader.app.settings.theme != "stone":
            await reader.press("enter")
        while reader.app.settings.theme != "paper":
            await reader.press("-")
        assert reader.app.theme == "paper"
        (folder / "paper.toml").write_text('dark = false\n[colors]\nbackground = "#eeeeee"\n', "utf-8")
        os.utime(folder / "paper.toml", (1, 1))
        reader.app.look_at_theme()
        assert reader.app.current_theme.background == "#eeeeee"


async def test_a_file_that_cannot_be_read_is_told(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> str:
        raise PermissionError(EACCES, "Permission denied")

    async with reading(room) as reader:
        reader.app.settings.config_file.write_text("measure = 60\n", "utf-8")
        monkeypatch.setattr(Path, "read_text", forbidden)
        await reader.press(",", "e")
        assert "cannot be read" in reader.said


async def test_the_keys_say_where_they_are_written(room: Newsroom) -> None:
    async with reading(room) as reader:
        await reader.press(",")
        await to_option(reader, "keys")
        await reader.press("enter")
        assert "file" in reader.said


async def test_a_file_that_cannot_be_written_is_told_and_the_change_holds(room: Newsroom) -> None:
    async with reading(room) as reader:
        reader.app.settings.config_file.mkdir(parents=True)
        await reader.press(",")
        await to_option(reader, "justify")
        await reader.press("enter")
        assert "cannot be written" in reader.said
        assert reader.app.settings.justify


async def test_a_theme_that_is_not_there_leaves_ours(room: Newsroom) -> None:
    async with reading(room, theme="nowhere") as reader:
        assert reader.app.theme == DARK
        assert reader.said.startswith("There is no theme “nowhere”.")


async def test_the_editor_sees_the_settings_under_a_name_that_tells_what_it_is(
    room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.sh"
    script.write_text(f'#!/bin/sh\nbasename "$1" > {tmp_path}/name\necho "points = 5" > "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    async with reading(room) as reader:
        monkeypatch.setattr(reader.app, "suspend", nullcontext)
        await reader.press(",", "e")
        assert (tmp_path / "name").read_text() == "settings.toml\n"
        assert reader.app.settings.points == 5
