"""How text looks: for each name that a pane paints with, its color, its ground and its attributes, by theme variable.

A table, and no component classes of Textual: those make a node for each name, pane and change of styles, which took
40 % of the start (335 nodes to the first paint). What is not text (sizes, grounds of panes, what is shown at which
width) stands in the style sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from rich.style import Style
from textual.color import Color


@dataclass(frozen=True, slots=True)
class Look:
    """A color and a ground, as names of theme variables, and attributes as Rich names them; empty for unchanged."""

    color: str = ""
    ground: str = ""
    attributes: str = ""


_QUIET = Look("quiet")
LOOKS: Mapping[str, Look] = {
    # Titles of panes, headings, rows
    "title-line": Look("quiet", attributes="bold"),
    "title-line-focus": Look("headline", attributes="bold"),
    "title-count": Look("quiet", attributes="not bold"),
    "quiet": _QUIET,
    "bar": _QUIET,
    "bar-hit": Look("unread"),
    "bar-passage": Look("edge"),
    "group": Look("edge", attributes="bold"),
    "group-count": _QUIET,
    "head": Look("edge", attributes="bold"),
    "unread-mark": Look("unread"),
    "unread": Look("headline", attributes="bold"),
    "seen": Look("reading"),
    "signs": Look("unread"),
    "about": _QUIET,
    "preview": _QUIET,
    "found": Look("on-hit", "hit-ground", "bold"),
    "row-cursor": Look(ground="cursor-ground"),
    "row-chosen": Look("on-select", "select-ground"),
    "row-cursor-away": Look(ground="cursor-away-ground"),
    "key": Look("unread", attributes="bold"),
    # The article
    "title": Look("headline", attributes="bold"),
    "standfirst": Look("reading", attributes="italic"),
    "byline": _QUIET,
    "date": _QUIET,
    "heading": Look("headline", attributes="bold"),
    "author": _QUIET,
    "caption": Look("quiet", attributes="italic"),
    "credit": Look("quiet", attributes="not italic"),
    "code": Look("text-success"),
    "table-head": Look(attributes="bold"),
    "rule": _QUIET,
    "note": Look("quiet", attributes="italic"),
    "address": _QUIET,
    "mark": _QUIET,
    "emphasis": Look(attributes="italic"),
    "strong": Look(attributes="bold"),
    "link": Look("link", attributes="underline"),
    "link-number": _QUIET,
    "line-cursor": Look("edge"),
    "line-cursor-away": Look("cursor-ground"),
    # What is painted on
    "lit": Look(ground="lit-ground"),
    "passage-yellow": Look(ground="yellow-ground"),
    "passage-green": Look(ground="green-ground"),
    "passage-blue": Look(ground="blue-ground"),
    "passage-red": Look(ground="red-ground"),
    "passage-overlap": Look(attributes="underline"),
    "words-in": Look("headline", "green-ground", "underline"),
    "words-out": Look("reading", "red-ground", "strike"),
    "hit": Look("on-hit", "hit-ground", "underline"),
    "hit-current": Look("on-hit-current", "hit-current-ground", "bold"),
    "hint": Look("on-hit-current", "hit-current-ground", "bold"),
    "toned-down": _QUIET,
    "selection": Look("on-select", "select-ground"),
    # The sidebar
    "point": Look("reading"),
    "row": Look("reading"),
    "standing": Look("unread", attributes="italic"),
    "sign": Look("unread", attributes="bold"),
    "here": Look("edge"),
    "doubt": Look("error"),
    # The footer
    "said": Look("headline"),
    "label": _QUIET,
    "happened": Look("error", attributes="bold"),
    "advice": Look("headline"),
}


class Looks:
    """The looks in the colors of one theme."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self._styles: dict[str, Style] = {}

    def style(self, name: str) -> Style:
        """The style of a name; nothing for a name without a look."""
        style = self._styles.get(name)
        if style is None:
            look = LOOKS.get(name, Look())
            style = self._colors(look) + Style.parse(look.attributes)
            self._styles[name] = style
        return style

    def _colors(self, look: Look) -> Style:
        """Color and ground; a ground written as "reverse COLOR" is that color turned round, whatever the text's own."""
        turned, _, named = self._variables.get(look.ground, "").partition(" ")
        if turned != "reverse":
            return Style(color=self._color(look.color), bgcolor=self._color(look.ground))
        return Style(color=Color.parse(named).rich_color.name if named else None, reverse=True)

    def _color(self, name: str) -> str | None:
        found = self._variables.get(name)
        return Color.parse(found).rich_color.name if found and not found.startswith("reverse") else None


class Themed(Protocol):
    """An app that knows how text looks in the theme that it shows."""

    @property
    def looks(self) -> Looks:
        """The looks in the colors of that theme."""


def looks_of(app: object) -> Looks:
    """The looks of the app that a widget belongs to."""
    return cast("Themed", app).looks
