"""Themes that a person wrote: used, or refused with what is wrong in which file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SettingsError
from reader.tui.own_themes import load, names, parsed
from reader.tui.themes import LIGHT, THEMES


def test_a_theme_names_what_differs_and_has_the_rest_from_ours(tmp_path: Path) -> None:
    (tmp_path / "paper.toml").write_text('dark = false\n[colors]\nreading = "#000000"\nbackground = "white"\n', "utf-8")
    assert names(tmp_path) == ("paper",)
    theme = load(tmp_path, "paper")
    light = next(it for it in THEMES if it.name == LIGHT)
    assert not theme.dark and theme.background == "white"
    assert theme.variables == light.variables | {"reading": "#000000"}


def test_a_mark_of_the_byte_order_is_none_of_the_theme(tmp_path: Path) -> None:
    (tmp_path / "paper.toml").write_text("dark = false\n", "utf-8-sig")
    assert not load(tmp_path, "paper").dark


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no theme at all", "is none"),
        ('[colors]\nreding = "#000000"\n', "“reding” is no color"),
        ("[colors]\nreading = 7\n", "reading takes a color in quotes"),
        ('[colors]\nreading = "gren"\n', "not “gren”"),
        ("dark = 3\n", "dark = true"),
        pytest.param("dark = " + "[" * 5000, "too deep", id="lists in lists"),
        ("colors = 3\n", "[colors]"),
        ('[colors]\n"\\u001b[31m" = "red"\n', "is no color"),
    ],
)
def test_what_is_no_theme_is_refused_with_its_reason(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "odd.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, "odd")
    told = caught.value.happened + caught.value.advice
    assert said in told and "odd.toml" in told and "\x1b" not in told and "\n" not in told


def test_a_theme_that_is_not_there_or_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "long.toml").write_text("#" * 200_000, "utf-8")
    for name in ("none", "bytes", "long"):
        with pytest.raises(SettingsError):
            load(tmp_path, name)
    assert names(tmp_path / "nowhere") == ()


@given(st.text(max_size=80))
def test_any_text_is_a_theme_or_refused(text: str) -> None:
    with suppress(ValueError):
        parsed("any", text)
