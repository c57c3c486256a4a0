"""The article pane: the article set in a measure, a cursor line, hits and passages painted on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import tzinfo
from typing import TYPE_CHECKING

from textual.events import Click, MouseDown, MouseMove, MouseUp, Resize

from reader import search, typeset
from reader.model import Article, Passage, Place
from reader.tui.line_pane import HEAD
from reader.tui.list_rows import cut
from reader.tui.marked_pane import MarkedPane
from reader.tui.messages import EndReached, PlaceReached
from reader.tui.moves import LEAD
from reader.tui.painting import HitMarks, Layer, Stretch, Stretches, painted

if TYPE_CHECKING:
    from reader.tui.selection import Selection

_ROOMY = 50
"""Cells from which the margin has a cell more."""


class ArticlePane(MarkedPane):
    """The open article."""

    def __init__(
        self, *, measure: int = 76, zone: tzinfo | None = None, ascii: bool = False, justified: bool = False
    ) -> None:
        super().__init__(id="article", ascii=ascii)
        self._measure = measure
        self._zone = zone
        self._justified = justified
        self._left = 0
        self.hits: HitMarks | None = None
        self._layers: list[Layer] = []
        self._lit: Stretches | None = None
        self._lit_place: Place | None = None
        self._dragged: Place | None = None
        self._dragging = False
        self._minutes = 0
        self._first_text = 0
        self._version = ""

    # What it shows

    def show(self, article: Article, passages: tuple[Passage, ...], at: Place | None = None, version: str = "") -> None:
        """Show an article from its beginning, or at a place; `version` names it where it is not the newest."""
        self._version = version
        self.article = article
        self._hold(passages)
        self.selecting, self.selection, self.hits = None, None, None
        self._lit = self._lit_place = None
        self._minutes = typeset.minutes(article) if article.blocks else 0
        self._typeset()
        self._paint()
        self.cursor = self._first_text
        self.changed()
        self.scroll_line(0)
        if at is not None:
            self.reveal(at, quietly=True)
        self._reached()

    def clear(self) -> None:
        """Show no article."""
        self.article = self._set = None
        self.selection, self.hits, self._lit, self._lit_place = None, None, None, None
        self._hold(())
        self.cursor = 0
        self.changed()

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        """Paint other passages."""
        if passages != self.passages:
            self._hold(passages)
            self._repaint()

    def show_hits(self, hits: search.Hits | None, current: int | None = None) -> None:
        """Paint the hits of a find."""
        self.hits = None if hits is None else HitMarks(hits, current)
        self._repaint()

    def light(self, place: Place | None) -> None:
        """Light a sentence that was jumped to, until the cursor leaves it."""
        self._lit = None if place is None else Stretches([(place, "lit")])
        self._lit_place = place
        self._repaint()

    def select(self, selection: Selection | None) -> None:
        """Select a piece of the article, or nothing."""
        self.selection = selection
        self.reshaped = self.reshaped if selection is not None else None
        self._repaint()
        if selection is not None and self._set is not None and self.selecting is not None:
            places = self.selecting.places(selection)
            moving = places[0] if selection.backward else places[-1]
            edge = moving.start if selection.backward else max(moving.start, moving.end - 1)
            self.go(self._set.line_of(Place(moving.part, moving.index, edge, edge + 1)))

    def _repaint(self) -> None:
        self._paint()
        self._strips.clear()
        self.refresh()

    def _paint(self) -> None:
        layers: list[Layer] = [self._marks]
        if self._lit is not None:
            layers.append(self._lit)
        if self.hits is not None:
            layers.append(self.hits)
        if self.selection is not None and self.selecting is not None:
            layers.append(Stretches([(it, "selection") for it in self.selecting.places(self.selection)]))
        self._layers = layers

    def _typeset(self) -> None:
        if self.article is None:
            return
        self._passage_lines = None
        beside = 3 if self.inner >= _ROOMY else 2  # the cursor's sign, and that of a passage's kind
        width = max(1, min(self._measure, self.inner - beside - 2))
        self._left = max(beside, (self.inner - width) // 2)
        self._set = typeset.composed(self.article, width, ascii=self._ascii, zone=self._zone, justified=self._justified)
        self._first_text = next((n for n in range(min(len(self._set), 40)) if self.place_of(n) is not None), 0)

    # Lines

    def count(self) -> int:
        """Lines of the set article, and a few empty ones below, so that the end can be read in the middle."""
        return 0 if self._set is None else len(self._set) + 2

    def title(self) -> Iterable[Stretch]:
        """Where the article comes from, how much is left."""
        if self.article is None or self._set is None:
            return ()
        told = self._progress()
        name = ", ".join(it for it in (self._version, self.article.publisher) if it)
        room = max(0, self.inner - len(told) - 4)
        text = cut(name, room, "..." if self._ascii else "…")
        return (
            self.heading(f"  {text}"),
            Stretch(told.rjust(max(0, self.inner - len(text) - 4)), ("title-count",)),
        )

    def _progress(self) -> str:
        assert self._set is not None
        if self.first + self.room >= len(self._set) and self.first:
            return "end"
        read = self.cursor / max(1, len(self._set))
        left = round(self._minutes * (1 - read))
        if self.cursor <= self._first_text:
            return f"{self._minutes} min" if self._minutes else ""
        return f"{left} min left  {read:.0%}" if left else f"{read:.0%}"

    def line(self, number: int) -> Iterable[Stretch]:
        """A line with the cursor's sign in the margin and what is painted on it."""
        if self._set is None or number >= len(self._set):
            return ()
        line = self._set[number]
        here = number == self.cursor and self.selection is None
        margin = self.margin(line, self._left, here=here)
        roles = (line.role.replace(" ", "-"),)
        return (*margin, *(Stretch(it.text, (*roles, *map(_css, it.names))) for it in painted(line, self._layers)))

    # Places

    @property
    def place(self) -> Place | None:
        """Where one reads: what stands on the cursor line, or the next line that shows something."""
        for number in range(self.cursor, min(self.cursor + 12, len(self._set or ()))):
            found = self.place_of(number)
            if found is not None:
                return found
        return None

    def place_of(self, number: int) -> Place | None:
        """The first character that a line shows of the article."""
        return None if self._set is None else self._set.place_at(number)

    def sentence_place(self) -> Place | None:
        """The present hit, else the middle of the cursor line: its sentence is the one that most of the line shows."""
        if self._set is None or not 0 <= self.cursor < len(self._set):
            return None
        hit = self.hits.place if self.hits is not None else None
        if hit is not None and self.shows(hit):
            return hit
        text = self._set[self.cursor].text
        return self._set.place_at(self.cursor, len(text) // 2)

    def reveal(self, place: Place, *, quietly: bool = False) -> None:
        """Put the cursor on the line where a place begins, in the upper half of the pane."""
        if self._set is None:
            return
        number = self._set.line_of(place)
        if quietly or not self.first + LEAD <= number < self.first + self.room - LEAD:
            self.scroll_line(number - self.room // 3)
        self.go(number)

    def shows(self, place: Place) -> bool:
        """Whether the cursor line shows a part of a place."""
        return self._set is not None and any(self._set.cells(self.cursor, place))

    def filled(self, number: int) -> bool:
        """Whether the cursor may stand on a line."""
        return self._set is not None and 0 <= number < len(self._set) and bool(self._set[number].text)

    def moved(self) -> None:
        """The cursor stands on another line; a lit sentence is lit until it has been left."""
        if self._lit_place is not None and not self.shows(self._lit_place):
            self.light(None)
        self._reached()

    def past_end(self) -> None:
        """Somebody wants to read on past the end."""
        self.post_message(EndReached())

    def _reached(self) -> None:
        self.redraw_title()
        self.post_message(PlaceReached(self.place))

    def on_resize(self, _: Resize) -> None:
        """The line under the eye stays where it is, at whatever width."""
        if self._set is None:
            return
        place, away = self.place, self.cursor - self.first
        self._typeset()
        if place is not None:
            self.cursor = self._set.line_of(place)
        self.changed()
        self.scroll_line(self.cursor - max(0, min(away, self.room - 1)))
        self.into_sight(self.cursor, self.cursor, LEAD)

    def scrolled(self) -> None:
        """With the wheel the cursor stays in sight."""
        if self._set is not None and not self.first <= self.cursor < self.first + self.room:
            before, self.cursor = self.cursor, max(self.first, min(self.cursor, self.first + self.room - 1))
            self.redraw((before, self.cursor))
            self._reached()

    # The mouse

    def _pointed(self, x: int, y: int) -> Place | None:
        if self._set is None or y < HEAD:
            return None
        return self._set.place_at(self.first + y - HEAD, x - self._left)

    def on_mouse_down(self, event: MouseDown) -> None:
        """A drag begins."""
        self._dragging = False
        self._dragged = self._pointed(event.x, event.y)
        self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """What is dragged over is selected, word by word."""
        place = self._pointed(event.x, event.y)
        if self._dragged is None or place is None or not event.button or place == self._dragged:
            return
        self.begin_selecting()
        assert self.selecting is not None
        if not self._dragging:
            self._dragging, self.reshaped = True, None
        self.selection = self.selecting.between(self._dragged, place)
        self._repaint()

    def on_mouse_up(self, _: MouseUp) -> None:
        """A drag ends."""
        self._dragged = None
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """A click puts the cursor there."""
        if event.y < HEAD or self._dragging:  # the end of a drag is a click too
            self._dragging = False
            return
        if self.selection is not None:
            self.select(None)
        self.go(self.first + event.y - HEAD)
        if event.chain == 2:
            self._select_at(event)

    def _select_at(self, event: Click) -> None:
        """A second click selects the sentence."""
        place = self._pointed(event.x, event.y)
        self.begin_selecting()
        if place is not None and self.selecting is not None:
            self.select(self.selecting.unit_at(place, "sentence"))

    # Commands of its own

    def do_paragraph_down(self, count: int | None) -> None:
        """Paragraphs down."""
        self._walk((), count or 1)

    def do_paragraph_up(self, count: int | None) -> None:
        """Paragraphs up."""
        self._walk((), -(count or 1))

    def do_heading_down(self, count: int | None) -> None:
        """Headings down."""
        self._walk(("title", "heading"), count or 1)

    def do_heading_up(self, count: int | None) -> None:
        """Headings up."""
        self._walk(("title", "heading"), -(count or 1))

    def _walk(self, roles: tuple[str, ...], step: int) -> None:
        if self._set is None:
            return
        lines = self._set.beginnings(*roles)
        if step > 0:
            at = bisect_right(lines, self.cursor) + step - 1
        else:
            at = bisect_left(lines, self.cursor) + step
        if lines and (at < len(lines) or step == 1):
            self.go(lines[max(0, at)] if at < len(lines) else len(self._set) - 1)


def _css(name: str) -> str:
    return name.replace(" ", "-")
