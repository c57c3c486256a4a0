"""The article pane: the article set in a measure, a cursor line, hits and passages painted on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

from textual.events import Click, MouseDown, MouseMove, MouseUp

from reader import search
from reader.model import Article, Line, Passage, Place
from reader.text.parts import BESIDE
from reader.tui.line_pane import HEAD, Sign
from reader.tui.list_rows import cut
from reader.tui.marked_pane import MarkedPane
from reader.tui.messages import EndReached, PlaceReached, told
from reader.tui.painting import HitMarks, Layer, Mark, Stretch, Stretches, extent, painted

if TYPE_CHECKING:
    from reader.tui.bar_marks import BarMarks
    from reader.tui.link_hints import Link
    from reader.tui.selection import Selection

_BAR_SIGNS = {"bar-hit": ("─", "-"), "bar-passage": ("■", "=")}
"""How the scroll bar shows what is there, without and with ASCII alone; different signs, for those who see no color."""


class ArticlePane(MarkedPane):
    """The open article."""

    def __init__(
        self, *, measure: int = 76, zone: tzinfo | None = None, ascii: bool = False, justified: bool = False
    ) -> None:
        super().__init__(id="article", measure=measure, zone=zone, ascii=ascii, justified=justified)
        self.hits: HitMarks | None = None
        self._layers: list[Layer] = []
        self._lit: Stretches | None = None
        self._lit_place: Place | None = None
        self._dragged: Place | None = None
        self._dragging = False
        self._minutes = 0
        self._bar_marks: BarMarks | None = None
        self.links: dict[str, Link] = {}
        self._toned = False
        self.welcome: Sequence[Sequence[Stretch]] = ()
        self._greeting: Callable[[int], Iterable[Sequence[Stretch]]] = lambda _: ()
        self._version = ""

    # What it shows

    def show(self, article: Article, passages: tuple[Passage, ...], at: Place | None = None, version: str = "") -> None:
        """Show an article from its beginning, or at a place; `version` names it where it is not the newest."""
        self._version = version
        self.article = article
        self._hold(passages)
        self.selecting, self.selection, self.hits = None, None, None
        self._lit = self._lit_place = None
        self._typeset()
        self._minutes = self._set.manuscript.minutes if self._set is not None and article.blocks else 0
        self._paint()
        self.cursor = self._first_text
        self.changed()
        self.scroll_line(0)
        if at is not None:
            self.reveal(at, quietly=True)
        self._reached()

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        """Paint other passages."""
        if passages != self.passages:
            self._hold(passages)
            self._repaint()

    def show_hits(self, hits: search.Hits | None, current: int | None = None, *, alone: bool = False) -> None:
        """Paint the hits of a find, or the present one alone: the lines in sight on which one came, went or is another
        now are drawn anew."""
        before, self.hits = self.hits, None if hits is None else HitMarks(hits, current, alone=alone)
        self._paint()
        sight = range(self.first, self.first + self.room)
        self.redraw_only(
            [n for n in sight if self._on_line(n, before) != self._on_line(n, self.hits) or self._barred(n)]
        )

    def _on_line(self, number: int, hits: HitMarks | None) -> list[Mark]:
        """The hits on a line."""
        if hits is None or self._set is None or number >= len(self._set):
            return []
        places = (piece.place for piece in self._set[number].pieces)
        return [mark for place in places if place is not None for mark in hits(place)]

    def _barred(self, number: int) -> bool:
        """Whether the scroll bar beside a line looks otherwise now."""
        drawn = self._strips.get(number)
        return drawn is None or drawn[0] != self.bar(number - self.first)

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

    # Lines

    def count(self) -> int:
        """Lines of the set article, and a few empty ones below, so that the end can be read in the middle."""
        return len(self.welcome) if self._set is None else len(self._set) + 2

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
        if self.finished:
            return "end"
        read = self.cursor / max(1, len(self._set))
        left = round(self._minutes * (1 - read))
        if self.cursor <= self._first_text:
            return f"{self._minutes} min" if self._minutes else ""
        return f"{left} min left  {read:.0%}" if left else f"{read:.0%}"

    def line(self, number: int) -> Iterable[Stretch]:
        """A line with the cursor's sign in the margin and what is painted on it."""
        if self._set is None:
            return self.welcome[number]
        if number >= len(self._set):
            return ()
        line = self._set[number]
        here = number == self.cursor and self.selection is None
        margin = self.margin(line, self._left, here=here)
        roles = (line.role.replace(" ", "-"),)
        toned = ("toned-down",) if self._toned and not self._beside_cursor(line) else ()
        shown = [Stretch(it.text, (*roles, *map(_css, it.names), *toned)) for it in painted(line, self._layers)]
        if self._opened_by_terminal:
            from reader.tui.terminal_links import linked

            shown = list(linked(shown, line))
        if self.links:
            from reader.tui.link_hints import with_hints

            shown = with_hints(shown, number, self.links)
        return (*margin, *shown)

    def _beside_cursor(self, line: Line) -> bool:
        """Whether a line belongs to the paragraph in which the cursor is."""
        here = self.place
        if here is None:
            return True
        places = [it.place for it in line.pieces if it.place is not None]
        return any((it.part, it.index) == (here.part, here.index) for it in places)

    def do_focus(self, _: int | None) -> None:
        """Tone down all but one paragraph, or nothing."""
        self._toned = not self._toned
        self._repaint()

    def show_links(self) -> bool:
        """Letters on the links in sight; whether there are any."""
        from reader.tui.link_hints import links_in

        setting = self._set
        last = 0 if setting is None else min(len(setting), self.first + self.room)
        self.links = {} if setting is None else links_in((n, setting[n]) for n in range(self.first, last))
        self._repaint()
        return bool(self.links)

    def hide_links(self) -> None:
        """No letters any more."""
        if self.links:
            self.links = {}
            self._repaint()

    def bar(self, row: int) -> Sign:
        """The scroll bar shows where in the whole article hits and passages are, too."""
        hits = None if self.hits is None or self.hits.alone else self.hits.hits
        if self._set is None or (hits is None and not self.passages):
            return super().bar(row)
        from reader.tui.bar_marks import BarMarks

        marks = self._bar_marks
        if marks is None or not marks.fits(self._set, self.room):
            marks = self._bar_marks = BarMarks(self._set, self.room, self.count())
        name = marks.at(row, hits, self.passages)
        return super().bar(row) if name is None else (_BAR_SIGNS[name][self._ascii], name)

    def sentence_place(self) -> Place | None:
        """The present hit, else the middle of the cursor line: its sentence is the one that most of the line shows."""
        if self._set is None or not 0 <= self.cursor < len(self._set):
            return None
        hit = self.hits.place if self.hits is not None else None
        if hit is not None and hit.part not in BESIDE and self.shows(hit):
            return hit
        text = self._set[self.cursor].text
        return self._set.place_at(self.cursor, len(text) // 2)

    def moved(self) -> None:
        """The cursor stands on another line; a lit sentence is lit until it has been left."""
        if self._lit_place is not None and not self.shows(self._lit_place):
            self.light(None)
        if self._toned:
            self._repaint()
        self._reached()

    def past_end(self) -> None:
        """Somebody wants to read on past the end."""
        told(self, EndReached())

    def _reached(self) -> None:
        self.redraw_title()
        self.post_message(PlaceReached(self.place))

    def greet(self, told: Callable[[int], Iterable[Sequence[Stretch]]]) -> None:
        """What stands here while no article is open: lines for so many cells, two thirds up."""
        self._greeting = told

    def fit(self) -> None:
        """The line under the eye stays where it is, at whatever width; so does the greeting in its third."""
        super().fit()
        lines = list(self._greeting(self.inner))
        above = max(0, (self.room - len(lines)) // 3)
        self.welcome = ([[]] * above + lines)[: self.room] if lines else ()
        if self._set is None:
            self.changed()

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
        """A drag begins, or the scroll bar is taken hold of."""
        self._dragging = False
        if event.x < self.inner and not self.on_border(event.x):
            self._dragged = self._pointed(event.x, event.y)
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """What is dragged over is selected, word by word."""
        if self._dragged is None:
            return
        place = self._pointed(event.x, event.y)
        if place is None or not event.button or place == self._dragged:
            return
        self.begin_selecting()
        assert self.selecting is not None
        if not self._dragging:
            self._dragging, self.reshaped = True, None
        self.selection = self.selecting.between(self._dragged, place)
        self._repaint()

    def on_mouse_up(self, _: MouseUp) -> None:
        """A drag ends."""
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()

    def on_click(self, event: Click) -> None:
        """A click puts the cursor there."""
        if event.y < HEAD or event.x >= self.inner or self._dragging or self.dragged_border:  # a drag ends as a click
            self._dragging = False
            return
        if self.selection is not None:
            self.select(None)
        self.go(self.first + event.y - HEAD)
        place = self._pointed(event.x, event.y)
        self.mean(None if place is None else min(self._marks.touching(place), key=extent, default=None))
        if event.chain == 2:
            self._select_at(event)

    def _select_at(self, event: Click) -> None:
        """A second click selects the sentence."""
        place = self._pointed(event.x, event.y)
        self.begin_selecting()
        if place is not None and self.selecting is not None:
            self.select(self.selecting.unit_at(place, "sentence"))


def _css(name: str) -> str:
    return name.replace(" ", "-")
