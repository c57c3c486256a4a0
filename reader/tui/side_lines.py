"""The sidebar: summary, outline, passages, what the article holds for a glance, related stories, what was left out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.model import Article, Glance, Passage, Place, Point, Summary
from reader.text.clean import one_line
from reader.text.unplaced import unplaced
from reader.tui.painting import order
from reader.tui.side_glance import add_glance
from reader.tui.side_passages import passage_lines
from reader.tui.side_rows import Builder, Manner, Side, SideLine, Target
from reader.tui.standing import told


def side(
    article: Article,
    summaries: Sequence[Summary] | None,
    passages: Iterable[Passage],
    manner: Manner,
    glance: Glance | None = None,
) -> Side:
    """The sidebar of an article; `summaries` is None while they are being made."""
    made = _Sections(manner)
    if summaries is None:
        made.head("Summary")
        made.text("Being made …" if not manner.ascii else "Being made ...", "quiet")
    for summary in summaries or ():
        made.summary(summary)
    made.outline(article)
    made.passages(passages, article)
    if glance is not None:
        add_glance(made, article, glance)
    made.related(article)
    made.left_out(article)
    return made.side


class _Sections(Builder):
    """Puts section after section."""

    def __init__(self, manner: Manner) -> None:
        super().__init__(manner)
        self._digit = 0

    def summary(self, summary: Summary) -> None:
        """Its label, its points, each with its digit, and its remark."""
        self.head(summary.label)
        for point in summary.points:
            self._point(point)
        if summary.remark:
            self.text(summary.remark, "quiet")

    def _point(self, point: Point) -> None:
        digit = number = None
        if (there := point.place or point.nearest) is not None:
            digit = self._digit + 1 if self._digit < 9 else None
            self._digit += digit is not None
            number = self.target(Target("point", there, digit=digit))
        self.text(point.text, "point", number, f"{digit or ' '} ", "  ", point.unknown, sought=True)
        doubt = unplaced(point) + (": compare" if point.nearest else "")
        if unknown := ", ".join(f"“{point.text[start:end]}”" for start, end in point.unknown):
            doubt = f"{doubt}; nowhere in it: {unknown}" if doubt else f"nowhere in the text: {unknown}"
        if doubt:
            self.text(doubt, "doubt", number, "  ", "  ")

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
            self.text(block.text, "row", target, indent, indent, sought=True)

    def passages(self, passages: Iterable[Passage], article: Article) -> None:
        """This article's passages in its order, with their notes."""
        found = sorted(passages, key=lambda it: (not it.places, order(it)))
        if not found:
            return
        self.head(f"Passages {len(found)}")
        for passage in found:
            target = self.target(Target("passage", passage.places[0] if passage.places else None, passage))
            standing = told(passage, article, 4 * self.manner.width, self.manner.sign("…", "..."))
            texts = (self.seek(one_line(passage.quote)), self.seek(one_line(passage.note)))
            lines = passage_lines(
                passage.quote, passage.note, passage.kind, standing, self.manner.width, self.manner.ascii
            )
            for stretches, said in lines or (((), None),):
                self.side.lines.append(SideLine(stretches, target, said and (texts[said[0]], said[1])))

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
            self.text(related.title, "row", target, bullet, "  ", sought=True)

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
