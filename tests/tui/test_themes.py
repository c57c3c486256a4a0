"""Our themes can be read: contrast as WCAG 2.2 computes it, from the very tables that paint."""

from __future__ import annotations

import pytest
from rich.color import ColorType
from textual.color import Color
from textual.theme import Theme

from reader.newsroom import Newsroom
from reader.tui.looks import LOOKS, Looks
from reader.tui.themes import TERMINAL
from reader.tui.themes import THEMES as ALL
from tests.tui.conftest import reading

THEMES = [theme for theme in ALL if theme.name != TERMINAL]
"""Those that have colors of their own; what the terminal's sixteen look like only the terminal knows."""

GROUNDS = ("background", "side", "cursor-ground", "cursor-away-ground", "lit-ground")
READ = ("reading", "headline")
"""What is read for long has at least 7:1; everything else at least 4.5:1."""


def colors(theme: Theme) -> dict[str, str]:
    """Every color that a look can name."""
    named = {"background": theme.background, "error": theme.error, "text-success": theme.success}
    return {name: value for name, value in (named | theme.variables).items() if value}


def luminance(color: Color) -> float:
    parts = (it / 255 for it in (color.r, color.g, color.b))
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_has_seven_to_one_and_the_rest_four_and_a_half(theme: Theme) -> None:
    table = colors(theme)
    wrong = []
    for name in {look.color for look in LOOKS.values() if look.color and not look.ground}:
        if name == "cursor-ground":
            continue  # the sign of a cursor without the focus: there to be overlooked
        for ground in ("background", "side"):
            found = contrast(table[name], table[ground])
            if found < (7.0 if name in READ else 4.5):
                wrong.append(f"{name} on {ground}: {found:.1f}")
    assert not wrong


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_ground_that_is_painted_under_it(theme: Theme) -> None:
    table = colors(theme)
    grounds = {look.ground for look in LOOKS.values() if look.ground and not look.color}
    wrong = [
        f"{name} on {ground}: {found:.1f}"
        for name in READ
        for ground in grounds
        if (found := contrast(table[name], table[ground])) < 7.0
    ]
    wrong += [
        f"{look.color} on {look.ground}: {found:.1f}"
        for look in LOOKS.values()
        if look.color and look.ground and (found := contrast(table[look.color], table[look.ground])) < 7.0
    ]
    assert not wrong


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_look_names_colors_that_the_theme_has(theme: Theme) -> None:
    table = colors(theme)
    named = {it for look in LOOKS.values() for it in (look.color, look.ground) if it}
    assert named <= table.keys()


def test_the_terminal_theme_uses_nothing_but_its_sixteen_colors() -> None:
    (theme,) = [theme for theme in ALL if theme.name == TERMINAL]
    looks = Looks(colors(theme))
    for name in LOOKS:
        style = looks.style(name)
        for color in (style.color, style.bgcolor):
            assert color is None or color.type in (ColorType.DEFAULT, ColorType.STANDARD), name


def test_a_turned_ground_is_a_color_turned_round() -> None:
    looks = Looks({"hit-ground": "reverse ansi_yellow", "on-hit": "ansi_default"})
    style = looks.style("hit")
    assert style.reverse and style.color is not None and style.color.number == 3 and style.bgcolor is None


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
async def test_the_theme_of_the_settings_holds_from_the_first_paint_on(theme: Theme, room: Newsroom) -> None:
    async with reading(room, theme=theme.name) as reader:
        first = reader.screen.article.rich_style, reader.app.looks.style("title")
        reader.app.theme = "textual-light" if theme.dark else "textual-dark"
        await reader.settle()
        assert reader.screen.article.rich_style != first[0]
        reader.app.theme = theme.name
        await reader.settle()
        assert (reader.screen.article.rich_style, reader.app.looks.style("title")) == first
        assert reader.app.has_class("-dark-mode") is theme.dark
