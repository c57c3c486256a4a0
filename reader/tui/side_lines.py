"""The sidebar as lines: summary, outline, passages, related stories, what was left out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reader.model import Article, Passage, Place, Related, Summary
from reader.text.words import width as cells
from reader.tui.list_rows import cut
from reader.tui.painting import Stretch, order
from reader.tui.side_passages import passage_lines
from reader.tui.standing import told
from reader.typeset.breaking import fill

Kind = Literal["point", "heading", "passage", "related", "left out"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a row of the sidebar leads to: a place in the article, a passage, another story, what was left out."""

    kind: Kind
    place: Place | None = None
    passage: Passage | None = None
    related: Related | None = None
    digit: int | None = None


@dataclass(frozen=True, slots=True)
class SideLine:
    """A line of the sidebar; `target` is the number of what it leads to, None for what leads nowhere."""

    stretches: tuple[Stretch, ...] = ()
    target: int | None = None


@dataclass(slots=True)
class Side:
    """All lines of the sidebar and what they lead to."""

    lines: list[SideLine] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def first_line(self, target: int) -> int:
        """The line at which a target begins."""
        return next((number for number, line in enumerate(self.lines) if line.target == target), 0)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the sidebar is drawn."""

    width: int
    ascii: bool = False

    def sign(self, pretty: str, plain: str) -> str:
        """A sign of our own, as the terminal can draw it."""
        return plain if self.ascii else pretty


def side(article: Article, summaries: Sequence[Summary] | None, passages: Iterable[Passage], manner: Manner) -> Side:
    """The sidebar of an article; `summaries` is None while they are being made."""
    made = _Builder(manner)
    if summaries is None:
        made.head("Summary")
        made.text("Being made …" if not manner.ascii else "Being made ...", "quiet")
    for summary in summaries or ():
        made.summary(summary)
    made.outline(article)
    made.passages(passages, article)
    made.related(article)
    made.left_out(article)
    return made.side


class _Builder:
    """Puts section after section."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        self.side = Side()
        self._digit = 0

    def head(self, title: str) -> None:
        """The title of a section."""
        if self.side.lines:
            self.side.lines.append(SideLine())
        self.text(title, "head")

    def text(self, text: str, name: str, target: int | None = None, first: str = "", rest: str = "") -> None:
        """A filled text; `first` and `rest` stand before its lines as far as they leave half of the width."""
        words, dots = " ".join(text.split()), self.manner.sign("…", "...")
        half = self.manner.width // 2
        room = max(1, self.manner.width - min(half, cells(rest)))
        for number, (start, end) in enumerate(fill(words, room) or [(0, 0)]):
            prefix = (rest if number else first)[:half]
            before = (Stretch(prefix, ("sign",)),) if prefix else ()
            self.side.lines.append(SideLine((*before, Stretch(cut(words[start:end], room, dots), (name,))), target))

    def target(self, target: Target) -> int:
        """A new target; its number."""
        self.side.targets.append(target)
        return len(self.side.targets) - 1

    def summary(self, summary: Summary) -> None:
        """Its label, its points, each with its digit, and its remark."""
        self.head(summary.label)
        for point in summary.points:
            if point.place is None:
                self.text(point.text, "point", None, "  ", "  ")
                continue
            digit = self._digit + 1 if self._digit < 9 else None
            self._digit += digit is not None
            number = self.target(Target("point", point.place, digit=digit))
            self.text(point.text, "point", number, f"{digit or ' '} ", "  ")
        if summary.remark:
            self.text(summary.remark, "quiet")

    def outline(self, article: Article) -> None:
        """The headings of the body."""
        found = [(n, it) for n, it in enumerate(article.blocks) if it.kind == "heading"]
        if not found:
            return
        self.head("Outline")
        least = min(it.level or 1 for _, it in found)
        for number, block in found:
            indent = "  " * min(3, (block.level or 1) - least)
            target = self.target(Target("heading", Place("block", number, 0, len(block.text))))
            self.text(block.text, "row", target, indent, indent)

    def passages(self, passages: Iterable[Passage], article: Article) -> None:
        """This article's passages in its order, with their notes."""
        found = sorted(passages, key=lambda it: (not it.places, order(it)))
        if not found:
            return
        self.head(f"Passages {len(found)}")
        for passage in found:
            target = self.target(Target("passage", passage.places[0] if passage.places else None, passage))
            standing = told(passage, article, 4 * self.manner.width, self.manner.sign("…", "..."))
            lines = passage_lines(
                passage.quote, passage.note, passage.kind, standing, self.manner.width, self.manner.ascii
            )
            self.side.lines += [SideLine(stretches, target) for stretches in lines]

    def related(self, article: Article) -> None:
        """Other stories that the page points to, under its own labels."""
        label = ""
        for related in article.related:
            said = related.label or "Related"
            if said != label:
                label = said
                self.head(label)
            target = self.target(Target("related", related=related))
            bullet = self.manner.sign("→ ", "> ")
            self.text(related.title, "row", target, bullet, "  ")

    def left_out(self, article: Article) -> None:
        """How much the parser left out, by reason."""
        if not article.removed:
            return
        self.head("Left out")
        reasons: dict[str, int] = {}
        for removed in article.removed:
            reasons[removed.reason] = reasons.get(removed.reason, 0) + 1
        told = ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items(), key=lambda it: -it[1]))
        self.text(told, "quiet", self.target(Target("left out")))
