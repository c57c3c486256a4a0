"""Our two themes, and the names of the colors that the style sheet uses. The only Python that knows a color.

Text has at least 7:1 against its ground, everything else at least 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.6); a test computes
it from here.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = "newsreader-dark"
LIGHT = "newsreader-light"

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
)
"""The themes that the program brings."""


def defaults(dark: bool) -> dict[str, str]:
    """Our color names for a theme that does not know them."""
    return _DARK if dark else _LIGHT
