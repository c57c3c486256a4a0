"""Rows of the sidebar: lines, what each leads to, and the builder that sections are put together with. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from reader.model import Passage, Place, Related
from reader.text.words import width as cells
from reader.tui.list_rows import cut
from reader.tui.painting import Stretch
from reader.typeset.breaking import fill

Kind = Literal["point", "heading", "passage", "said", "figure", "name", "fold", "related", "left out"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a row of the sidebar leads to: a place in the article, a passage, another story, what was left out.

    `words` are what a name is searched for by, or the section that a fold opens and closes.
    """

    kind: Kind
    place: Place | None = None
    passage: Passage | None = None
    related: Related | None = None
    digit: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class SideLine:
    """A line of the sidebar; `target` is the number of what it leads to, None for what leads nowhere.

    `said` is which of the texts in which words are found the line shows, and from which character on.
    """

    stretches: tuple[Stretch, ...] = ()
    target: int | None = None
    said: tuple[int, int] | None = None


@dataclass(slots=True)
class Side:
    """All lines of the sidebar, what they lead to, and the texts in which a find looks."""

    lines: list[SideLine] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the sidebar is drawn, and which of its sections are shown whole."""

    width: int
    ascii: bool = False
    unfolded: frozenset[str] = frozenset()

    def sign(self, pretty: str, plain: str) -> str:
        """A sign of our own, as the terminal can draw it."""
        return plain if self.ascii else pretty


class Builder:
    """Puts line after line."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        self.side = Side()
        self.dots = manner.sign("…", "...")

    def head(self, title: str) -> None:
        """The title of a section."""
        if self.side.lines:
            self.side.lines.append(SideLine())
        self.text(title, "head")

    def line(self, *stretches: Stretch, target: int | None = None) -> None:
        """A line that is as wide as it may be already."""
        self.side.lines.append(SideLine(stretches, target))

    def text(
        self,
        text: str,
        name: str,
        target: int | None = None,
        first: str = "",
        rest: str = "",
        doubts: Sequence[tuple[int, int]] = (),
        sought: bool = False,
    ) -> None:
        """A filled text; `first` and `rest` stand before its lines as far as they leave half of the width.

        `doubts` are stretches of the text that are told apart, as long as its white space is single. A find looks in
        what is `sought`.
        """
        words = " ".join(text.split())
        nth = self.seek(words) if sought else None
        half = self.manner.width // 2
        room = max(1, self.manner.width - min(half, cells(rest)))
        marks = doubts if words == text else ()
        for number, (start, end) in enumerate(fill(words, room) or [(0, 0)]):
            prefix = (rest if number else first)[:half]
            before = (Stretch(prefix, ("sign",)),) if prefix else ()
            shown = cut(words[start:end], room, self.dots)
            said = None if nth is None else (nth, start)
            self.side.lines.append(SideLine((*before, *_marked(shown, start, name, marks)), target, said))

    def seek(self, text: str) -> int:
        """A text in which words are found; its number."""
        self.side.texts.append(text)
        return len(self.side.texts) - 1

    def target(self, target: Target) -> int:
        """A new target; its number."""
        self.side.targets.append(target)
        return len(self.side.targets) - 1


def _marked(shown: str, start: int, name: str, marks: Sequence[tuple[int, int]]) -> list[Stretch]:
    """A line of a text that begins at `start`, cut where its marks begin and end."""
    found: list[Stretch] = []
    at = 0
    for low, high in ((low - start, high - start) for low, high in marks):
        if low < len(shown) and high > at:
            found += [Stretch(shown[at : max(at, low)], (name,)), Stretch(shown[max(at, low) : high], (name, "doubt"))]
            at = min(high, len(shown))
    return [it for it in (*found, Stretch(shown[at:], (name,))) if it.text]
