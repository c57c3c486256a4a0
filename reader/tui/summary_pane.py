"""The sidebar: summary points, outline, passages, who says what, figures, names, related stories; each leads to its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from textual.events import Click
from textual.message import Message

from reader.model import Article, Glance, Passage, Place, Summary
from reader.tui.line_pane import HEAD, LinePane
from reader.tui.messages import PlaceChosen, told
from reader.tui.painting import HitMarks, Mark, Stretch, with_marks

if TYPE_CHECKING:
    from reader.search import Hits
    from reader.tui.side_rows import Side, SideLine, Target


Seek = Callable[[tuple[str, ...]], "Hits"]
"""Finds in texts of the sidebar; the hits stand in blocks with the texts' numbers."""


class TargetChosen(Message):
    """A row of the sidebar that is no place in the article was opened."""

    def __init__(self, target: Target) -> None:
        super().__init__()
        self.target = target


class SummaryPane(LinePane):
    """What the open article says, and what belongs to it. The cursor is the number of a target."""

    def __init__(self, *, ascii: bool = False) -> None:
        super().__init__(id="sidebar", ascii=ascii)
        self._ascii = ascii
        self._side: Side | None = None
        self._shown: tuple[Article, Sequence[Summary] | None, tuple[Passage, ...], Glance | None] | None = None
        self._unfolded: frozenset[str] = frozenset()
        self.cursor = 0
        self.here: int | None = None
        self._seek: Seek | None = None
        self._hits: HitMarks | None = None
        self._lights = True

    def show(
        self,
        article: Article,
        summaries: Sequence[Summary] | None,
        passages: tuple[Passage, ...],
        glance: Glance | None = None,
    ) -> bool:
        """Show what belongs to an article; whether that is anything new."""
        if self._shown == (article, summaries, passages, glance):
            return False
        same = self._shown is not None and self._shown[0] == article
        self._shown = (article, summaries, passages, glance)
        self._seek = self._seek if same else None
        self._build()
        self.cursor = min(self.cursor, max(0, len(self._targets) - 1)) if same else 0
        self.here = self.here if same else None
        self.changed()
        if not same:
            self.scroll_line(0)
        return True

    def _build(self) -> None:
        if self._shown is not None:
            from reader.tui.side_lines import side
            from reader.tui.side_rows import Manner

            article, summaries, passages, glance = self._shown
            manner = Manner(max(4, self.inner - 2), self._ascii, self._unfolded)
            self._side = side(article, summaries, passages, manner, glance)
            self._find()

    def show_hits(self, seek: Seek | None, *, lit: bool = True) -> int:
        """Light what a find has here, and go on doing so when something else stands here; how many hits there are, lit
        or not."""
        before, self._seek, self._lights = self._hit_lines(), seek, lit
        self._find()
        self.redraw_only({*before, *self._hit_lines()})
        return 0 if self._hits is None else len(self._hits.hits)

    def _find(self) -> None:
        self._hits = None
        if self._seek is not None and self._side is not None:
            hits = self._seek(tuple(self._side.texts))
            self._hits = HitMarks(hits, alone=not self._lights) if len(hits) else None

    def _hit_lines(self) -> list[int]:
        """The lines in sight with hits."""
        if self._hits is None:
            return []
        return [
            n for n in range(self.first, min(self.first + self.room, self.count())) if any(self._marks(self._lines[n]))
        ]

    def _marks(self, line: SideLine) -> Iterable[Mark]:
        """The hits on a line, in its own characters."""
        if self._hits is None or line.said is None:
            return ()
        before = sum(len(it.text) for it in line.stretches if it.names == ("sign",))
        (number, start), size = line.said, sum(len(it.text) for it in line.stretches) - before
        shift = before - start
        found = self._hits(Place("block", number, start, start + size))
        return [(max(a, start) + shift, b + shift, name) for a, b, name in found]

    @property
    def _targets(self) -> Sequence[Target]:
        return self._side.targets if self._side else ()

    @property
    def _lines(self) -> Sequence[SideLine]:
        return self._side.lines if self._side else ()

    def read_at(self, place: Place | None) -> None:
        """Light the point under which one reads: the last whose sentence begins at or before the place."""
        found = None
        if place is not None and place.part == "block":
            for number, target in enumerate(self._targets):
                there = target.place
                if (
                    target.kind == "point"
                    and there is not None
                    and (there.index, there.start) <= (place.index, place.end)
                ):
                    found = number if found is None or self._later(number, found) else found
        if found != self.here:
            before, self.here = self.here, found
            self.redraw((*self._lines_of(before), *self._lines_of(found)))

    def _later(self, one: int, other: int) -> bool:
        a, b = self._targets[one].place, self._targets[other].place
        return a is not None and b is not None and (a.index, a.start) >= (b.index, b.start)

    @property
    def target(self) -> Target | None:
        """What the cursor is on."""
        return self._targets[self.cursor] if self.cursor < len(self._targets) else None

    # Lines

    def count(self) -> int:
        """Lines of all sections."""
        return len(self._lines)

    def title(self) -> Iterable[Stretch]:
        """What this pane is."""
        return (self.heading(" About this article"),) if self._shown else ()

    def line(self, number: int) -> Iterable[Stretch]:
        """A line of a section, one cell from the edge; the point that is being read has a sign there."""
        row = self._lines[number]
        here = row.target is not None and row.target == self.here
        edge = Stretch(("|" if self._ascii else "▎") if here else " ", ("here",))
        return (edge, *with_marks(row.stretches, self._marks(row)))

    def ground(self, number: int) -> tuple[str, ...]:
        """What the cursor is on is told apart while the pane has the focus."""
        target = self._lines[number].target
        return ("row-cursor",) if self.has_focus and target is not None and target == self.cursor else ()

    def cursor_lines(self) -> Iterable[int]:
        """What the cursor is on."""
        return self._lines_of(self.cursor)

    def _lines_of(self, target: int | None) -> list[int]:
        return [n for n, line in enumerate(self._lines) if target is not None and line.target == target]

    def go(self, target: int) -> None:
        """Put the cursor on a target."""
        before = self.cursor
        self.cursor = max(0, min(target, len(self._targets) - 1))
        lines = self._lines_of(self.cursor)
        self.redraw((*self._lines_of(before), *lines))
        if lines:
            self.into_sight(lines[0], lines[-1], 2)
        if self.cursor == 0:
            self.scroll_line(0)
        if self.cursor == len(self._targets) - 1:
            self.scroll_line(self.count())

    def fit(self) -> None:
        """Lines are filled anew."""
        self._build()
        self.changed()

    def on_click(self, event: Click) -> None:
        """A click opens a row."""
        line = self.first + event.y - HEAD
        if event.y >= HEAD and line < self.count() and event.x < self.inner and not self.dragged_border:
            target = self._lines[line].target
            if target is not None:
                self.go(target)
                self.do_open(None)

    # Commands

    def do_down(self, count: int | None) -> None:
        """Rows down."""
        self.go(self.cursor + (count or 1))

    def do_up(self, count: int | None) -> None:
        """Rows up."""
        self.go(self.cursor - (count or 1))

    def do_page_down(self, count: int | None) -> None:
        """Pages down."""
        self.scroll_line(self.first + (count or 1) * self.room)

    def do_page_up(self, count: int | None) -> None:
        """Pages up."""
        self.scroll_line(self.first - (count or 1) * self.room)

    def do_half_down(self, count: int | None) -> None:
        """Half pages down."""
        self.scroll_line(self.first + (count or 1) * self.room // 2)

    def do_half_up(self, count: int | None) -> None:
        """Half pages up."""
        self.scroll_line(self.first - (count or 1) * self.room // 2)

    def do_top(self, _: int | None) -> None:
        """To the first row."""
        self.go(0)

    def do_bottom(self, _: int | None) -> None:
        """To the last row."""
        self.go(len(self._targets) - 1)

    def do_open(self, _: int | None) -> None:
        """Open what the cursor is on."""
        target = self.target
        if target is None:
            return
        if target.place is not None:
            told(self, PlaceChosen(target.place))
        elif target.kind == "fold":
            self._fold(target.words)
        else:
            told(self, TargetChosen(target))

    def _fold(self, section: str) -> None:
        """Show a section whole, or a few of its rows again; the cursor stays where it is, or goes to what was folded."""
        opened = section not in self._unfolded
        self._unfolded ^= {section}
        self._build()
        self.changed()
        folds = [n for n, it in enumerate(self._targets) if it.kind == "fold" and it.words == section]
        self.go(self.cursor if opened or not folds else folds[0])

    def point(self, digit: int) -> Place | None:
        """The place of the point with that digit."""
        for number, target in enumerate(self._targets):
            if target.digit == digit:
                self.go(number)
                return target.place
        return None
