"""The person's own themes: TOML files in the folder `themes` beside the settings, read when one is asked for.

    dark = true
    [colors]
    background = "#101418"
    reading = "#d8d8d0"

A color that a file does not name is that of our dark or light theme.
"""

from __future__ import annotations

import difflib
from pathlib import Path

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from reader.errors import SettingsError
from reader.text.clean import one_line
from reader.tui import themes

_PLAIN = (
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "foreground",
    "background",
    "surface",
    "panel",
)
"""Colors that Textual's own parts use; all others are our names."""
_LONGEST = 100_000
"""Bytes of a theme file; a theme of all colors has two thousand."""


def names(folder: Path) -> tuple[str, ...]:
    """The names of the themes in a folder, by which settings know them."""
    try:
        return tuple(sorted(one_line(file.stem) for file in folder.glob("*.toml")))
    except OSError:
        return ()


def check(folder: Path, name: str) -> None:
    """Raises SettingsError for a name that settings give and that no theme has, or the file of one that is none."""
    if name not in ("auto", *_built_in()):
        load(folder, name)


def _built_in() -> tuple[str, ...]:
    return (*(theme.name for theme in themes.THEMES), *BUILTIN_THEMES)


def load(folder: Path, name: str) -> Theme:
    """The theme of that name.

    Raises:
        SettingsError: there is none, or the file is not one: which file, which color, and what it takes.
    """
    file = folder / f"{name}.toml"
    shown = one_line(str(file))
    try:
        if file.stat().st_size > _LONGEST:
            raise SettingsError(f"The theme {shown} is longer than any theme.", "Name another file.")
        return parsed(name, file.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        near = difflib.get_close_matches(name, ("auto", *_built_in(), *names(folder)), 1)
        meant = f" Did you mean “{near[0]}”?" if near else ""
        raise SettingsError(
            f"There is no theme “{one_line(name)[:40]}”.{meant}",
            f"`,` shows the themes that are there; one of your own by that name would be {shown}.",
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingsError(
            f"The theme {shown} cannot be read: {reason}.", "`,` shows the themes that are there."
        ) from error
    except ValueError as error:
        raise SettingsError(
            f"The theme {shown} is none: {one_line(str(error))}.", "README shows what one looks like."
        ) from error


def parsed(name: str, text: str) -> Theme:
    """A theme from the text of its file. Raises ValueError for what is none."""
    import tomllib  # 3 ms that most starts have no file for

    try:
        found = tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("its lists are too deep") from error
    colors, dark = found.get("colors", {}), found.get("dark", True)
    if not isinstance(colors, dict) or not isinstance(dark, bool):
        raise ValueError("it takes `dark = true` or `false` and a table [colors]")
    base = next(theme for theme in themes.THEMES if theme.name == (themes.DARK if dark else themes.LIGHT))
    known = {*_PLAIN, *base.variables}
    for color, value in colors.items():
        _check(color, value, known)
    plain = {each: colors.get(each, getattr(base, each)) for each in _PLAIN}
    ours = base.variables | {each: value for each, value in colors.items() if each not in _PLAIN}
    return Theme(name, dark=dark, variables=ours, **plain)


def _check(color: str, value: object, known: set[str]) -> None:
    shown = one_line(color)[:40]
    if color not in known:
        raise ValueError(f"“{shown}” is no color of a theme")
    if not isinstance(value, str):
        raise ValueError(f"{shown} takes a color in quotes")
    try:
        Color.parse(value)
    except ColorParseError as error:
        raise ValueError(f"{shown} takes a color such as “#d8d4cb”, not “{one_line(value)[:40]}”") from error
