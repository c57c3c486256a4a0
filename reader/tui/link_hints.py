"""Links by hint: each link in sight gets a letter, painted over its first character. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from string import ascii_lowercase

from reader.model import Line
from reader.text.words import graphemes
from reader.tui.painting import Stretch


@dataclass(frozen=True, slots=True)
class Link:
    """A link in sight: its address, and where it begins on the screen."""

    address: str
    line: int
    start: int


def links_in(lines: Iterable[tuple[int, Line]]) -> dict[str, Link]:
    """The links of these lines by their letters, two for each where there are more than letters."""
    found: list[Link] = []
    before: tuple[str, object] | None = None
    for number, line in lines:
        for piece in line.pieces:
            if piece.address is None or piece.place is None:
                continue
            link = (piece.address, (piece.place.part, piece.place.index))
            if link != before:  # else it goes on from the line above, or in another style
                found.append(Link(piece.address, number, piece.start))
            before = link
    size = 1 if len(found) <= len(ascii_lowercase) else 2
    letters = map("".join, product(ascii_lowercase, repeat=size))
    return dict(zip(letters, found, strict=False))


def with_hints(stretches: Iterable[Stretch], number: int, links: Mapping[str, Link]) -> list[Stretch]:
    """A line's stretches with the letters of the links that begin on it."""
    shown = list(stretches)
    for hint, link in links.items():
        if link.line == number:
            shown = _painted_over(shown, link.start, hint)
    return shown


def _painted_over(stretches: Iterable[Stretch], start: int, hint: str) -> list[Stretch]:
    """The stretches with as many characters covered as the hint has, from an offset of the line on."""
    shown: list[Stretch] = []
    at, left = 0, hint
    for each in stretches:
        end = at + len(each.text)
        if not left or end <= start:
            shown.append(each)
        else:
            inside = max(0, start - at)
            covered = _covered(each.text[inside:], len(left))
            shown.append(Stretch(each.text[:inside], each.names))
            shown.append(Stretch(left, (*each.names, "hint")))
            shown.append(Stretch(each.text[inside + covered :], each.names))
            left = ""
        at = end
    return [it for it in shown if it.text]


def _covered(text: str, cells: int) -> int:
    """The characters that make so many graphemes."""
    ends = [end for _, end in graphemes(text[: 8 * cells])][:cells]
    return ends[-1] if ends else 0
