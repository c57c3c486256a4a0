"""Our themes, and the names of the colors that the style sheet uses. The only Python that knows a color.

Text has at least 7:1 against its ground, everything else at least 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.6); a test computes
it from here. The terminal's own sixteen colors are the terminal's: nobody can compute them.
"""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

DARK = "newsreader-dark"
LIGHT = "newsreader-light"
CONTRAST = "newsreader-contrast"
TERMINAL = "terminal"

_DARK = {
    "reading": "#d8d4cb",
    "headline": "#f4efe3",
    "quiet": "#9a968c",
    "side": "#1b1e22",
    "cursor-ground": "#32404c",
    "cursor-away-ground": "#272c32",
    "hit-ground": "#5f4a00",
    "hit-current-ground": "#ffc94a",
    "on-hit": "#fff6dc",
    "on-hit-current": "#201800",
    "select-ground": "#1f5673",
    "on-select": "#f2fbff",
    "lit-ground": "#333f2c",
    "yellow-ground": "#443b10",
    "green-ground": "#1b4227",
    "blue-ground": "#1d3f66",
    "red-ground": "#5c2730",
    "link": "#8fbbe8",
    "unread": "#e8b04a",
    "edge": "#7fb4d9",
    "footer": "#23272c",
}
_LIGHT = {
    "reading": "#2b2a27",
    "headline": "#12110f",
    "quiet": "#6a655b",
    "side": "#efebe2",
    "cursor-ground": "#cfdfeb",
    "cursor-away-ground": "#e2ddd1",
    "hit-ground": "#ffe08a",
    "hit-current-ground": "#704600",
    "on-hit": "#1f1700",
    "on-hit-current": "#fff8e6",
    "select-ground": "#b5dcf0",
    "on-select": "#06222f",
    "lit-ground": "#dfe8cf",
    "yellow-ground": "#f7eab0",
    "green-ground": "#cdebd2",
    "blue-ground": "#cfe2f7",
    "red-ground": "#f7d6d9",
    "link": "#174f86",
    "unread": "#8a4b00",
    "edge": "#1f5f8a",
    "footer": "#e4dfd3",
}
_CONTRAST = {
    "reading": "#ffffff",
    "headline": "#ffffff",
    "quiet": "#e0e0e0",
    "side": "#000000",
    "cursor-ground": "#00408a",
    "cursor-away-ground": "#303030",
    "hit-ground": "#ffe000",
    "hit-current-ground": "#ffffff",
    "on-hit": "#000000",
    "on-hit-current": "#000000",
    "select-ground": "#00e5ff",
    "on-select": "#000000",
    "lit-ground": "#1c4a00",
    "yellow-ground": "#4d4200",
    "green-ground": "#004d1a",
    "blue-ground": "#003a8c",
    "red-ground": "#7a0010",
    "link": "#9fd0ff",
    "unread": "#ffe000",
    "edge": "#00e5ff",
    "footer": "#202020",
}
_TERMINAL = {
    "reading": "ansi_default",
    "headline": "ansi_default",
    "quiet": "ansi_default",
    "side": "ansi_default",
    "cursor-ground": "reverse",
    "cursor-away-ground": "ansi_default",
    "hit-ground": "reverse ansi_yellow",
    "hit-current-ground": "reverse ansi_bright_yellow",
    "on-hit": "ansi_default",
    "on-hit-current": "ansi_default",
    "select-ground": "reverse ansi_blue",
    "on-select": "ansi_default",
    "lit-ground": "reverse ansi_green",
    "yellow-ground": "reverse ansi_yellow",
    "green-ground": "reverse ansi_green",
    "blue-ground": "reverse ansi_cyan",
    "red-ground": "reverse ansi_magenta",
    "link": "ansi_blue",
    "unread": "ansi_yellow",
    "edge": "ansi_cyan",
    "footer": "ansi_default",
}
"""Nobody knows whether the terminal is dark: grounds are colors turned round, so text on them is of its own ground."""

THEMES = (
    Theme(
        DARK,
        primary="#7fb4d9",
        secondary="#9aa7b0",
        accent="#e8b04a",
        warning="#e8b04a",
        error="#f08a80",
        success="#8cc79a",
        foreground="#d8d4cb",
        background="#15171a",
        surface="#1b1e22",
        panel="#23272c",
        dark=True,
        variables=_DARK,
    ),
    Theme(
        LIGHT,
        primary="#1f5f8a",
        secondary="#59636b",
        accent="#8a4b00",
        warning="#8a4b00",
        error="#a3261b",
        success="#1f6b35",
        foreground="#2b2a27",
        background="#faf7f0",
        surface="#efebe2",
        panel="#e4dfd3",
        dark=False,
        variables=_LIGHT,
    ),
    Theme(
        CONTRAST,
        primary="#00e5ff",
        secondary="#e0e0e0",
        accent="#ffe000",
        warning="#ffe000",
        error="#ffb3a8",
        success="#8dff9c",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#202020",
        dark=True,
        variables=_CONTRAST,
    ),
    Theme(
        TERMINAL,
        ansi=True,
        primary="ansi_cyan",
        secondary="ansi_blue",
        accent="ansi_yellow",
        warning="ansi_yellow",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        dark=True,
        variables=BUILTIN_THEMES["ansi-dark"].variables | _TERMINAL,
    ),
)
"""The themes that the program brings."""


def defaults(dark: bool) -> dict[str, str]:
    """Our color names for a theme that does not know them."""
    return _DARK if dark else _LIGHT
