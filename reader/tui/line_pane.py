"""What all panes share: lines drawn one by one below a title that stays, a scroll bar, and nothing drawn out of sight.

The pane scrolls by itself and not as Textual's `ScrollView`: that lays the whole screen out anew when the number of
lines changes, has a widget for each bar and paints a focused pane whole, which together took two thirds of opening.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.events import (
    Blur,
    DescendantFocus,
    Focus,
    MouseDown,
    MouseMove,
    MouseScrollDown,
    MouseScrollUp,
    MouseUp,
)
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from reader.text.words import width as cells
from reader.tui.looks import looks_of
from reader.tui.messages import BorderDragged
from reader.tui.painting import Stretch

HEAD = 2
"""Lines on top that do not scroll: the pane's title, and an empty one."""
_WHEEL = 3
"""Lines that a turn of the wheel moves, as terminals do."""
_MOST_KEPT = 2000
"""Drawn lines that are kept: of a long article not all."""

Sign = tuple[str, str]
"""A character of the scroll bar and the name of its look."""


class LinePane(Widget, can_focus=True):
    """A pane of lines. Whoever derives from it says how many there are and what stands on each; `abc` cannot ask for
    that, as Textual's widgets have a metaclass of their own."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str, ascii: bool = False) -> None:
        super().__init__(id=id)
        self.first = 0
        self._thumb = "|" if ascii else "▐"
        self._looks: dict[tuple[str, ...], Style] = {}
        self._links: dict[str, Style] = {}
        self._strips: dict[int, tuple[Sign, Strip]] = {}
        self._titled: tuple[Stretch, ...] = ()
        self._fitted: Size | None = None
        self._painting = False
        self._held = False
        self._border = False
        self.dragged_border = False
        self._page: tuple[Region, list[Strip]] | None = None

    # What a pane says of itself

    def count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def line(self, number: int) -> Iterable[Stretch]:
        """What stands on a line."""
        raise NotImplementedError

    def title(self) -> Iterable[Stretch]:
        """What stands on top."""
        return ()

    def ground(self, number: int) -> tuple[str, ...]:
        """Names of styles for the whole line."""
        return ()

    def fit(self) -> None:
        """Make the lines fit a size that is new."""

    def on_resize(self) -> None:
        """The pane has another size, or had it when it was painted, which may be before: then all is done."""
        if self._fitted != self.size:
            self._fit()
            self.refresh()

    def _fit(self) -> None:
        self._fitted = self.size
        self._strips.clear()
        self.fit()

    def heading(self, text: str) -> Stretch:
        """The name of the pane, told apart where the focus is."""
        return Stretch(text, ("title-line-focus" if self.has_focus else "title-line",))

    # Drawing

    @property
    def size(self) -> Size:
        """Cells of the pane. Textual's own way looks it up in the layout each time: two fifths of a scrolled line."""
        return self.outer_size

    @property
    def inner(self) -> int:
        """Cells of a line; the last column is the scroll bar's."""
        return max(1, self.size.width - 1)

    @property
    def room(self) -> int:
        """Lines in sight below the title."""
        return max(1, self.size.height - HEAD)

    def changed(self) -> None:
        """The lines are others now: draw all of them anew."""
        self._strips.clear()
        self.first = max(0, min(self.first, self.count() - self.room))
        self.refresh()

    def redraw(self, lines: Iterable[int]) -> None:
        """Draw some lines anew."""
        rows = []
        for number in lines:
            self._strips.pop(number, None)
            rows.append(number + HEAD - self.first)
        width, height = self.size
        regions = [Region(0, y, width, 1) for y in rows if HEAD <= y < height]
        if regions:
            self.refresh(*regions)

    def redraw_only(self, lines: Iterable[int]) -> None:
        """Draw these lines in sight anew; those out of sight are drawn anew when they come into it."""
        sight = range(self.first, self.first + self.room)
        self._strips = {number: drawn for number, drawn in self._strips.items() if number in sight}
        self.redraw(lines)

    def redraw_title(self) -> None:
        """Draw the title anew, if it says something else now."""
        title = tuple(self.title())
        if title != self._titled:
            self._titled = title
            self.refresh(Region(0, 0, self.size.width, 1))

    def scroll_line(self, first: int) -> None:
        """Scroll so that a line is the first in sight, as far as the end allows."""
        first = max(0, min(first, self.count() - self.room))
        if first != self.first:
            self.first = first
            self.scrolled()
            self.refresh()

    def scrolled(self) -> None:
        """Other lines are in sight now."""

    def into_sight(self, first: int, last: int, margin: int = 2) -> None:
        """Scroll no more than needed to see these lines with some around them."""
        margin = min(margin, max(0, (self.room - (last - first + 1)) // 2))
        if first - margin < self.first:
            self.scroll_line(first - margin)
        elif last + margin >= self.first + self.room:
            self.scroll_line(min(first, last + margin - self.room + 1))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel."""
        event.stop()
        self.scroll_line(self.first + _WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel."""
        event.stop()
        self.scroll_line(self.first - _WHEEL)

    def on_mouse_down(self, event: MouseDown) -> None:
        """A press on the scroll bar takes hold of it, one on the first column of the border there."""
        self.dragged_border = False
        if self.on_border(event.x):
            self._border = True
            self.capture_mouse()
        elif event.x >= self.inner and event.y >= HEAD:
            self._held = True
            self.capture_mouse()
            self._drag_to(event.y)

    def on_border(self, x: int) -> bool:
        """Whether a column of the pane is where its border to the pane on its left can be taken hold of."""
        return x == 0 and self.region.x > 0

    def on_mouse_move(self, event: MouseMove) -> None:
        """The bar, or the border, goes where the mouse goes."""
        if self._held:
            self._drag_to(event.y)
        elif self._border:
            self.dragged_border = True
            self.post_message(BorderDragged(self.id or "", event.screen_x))

    def on_mouse_up(self, _: MouseUp) -> None:
        """The bar or the border is let go."""
        if self._held or self._border:
            self._held = False
            self.release_mouse()
        if self._border:
            self._border = False
            self.post_message(BorderDragged(self.id or "", None))

    def _drag_to(self, y: int) -> None:
        self.scroll_line(round((y - HEAD) / max(1, self.room - 1) * max(0, self.count() - self.room)))

    def bar(self, row: int) -> Sign:
        """The scroll bar beside a row below the title: where in the whole the lines in sight are."""
        total, room = self.count(), self.room
        if total <= room:
            return " ", ""
        size = max(1, room * room // total)
        top = round(self.first * (room - size) / (total - room))
        return (self._thumb, "bar") if top <= row < top + size else (" ", "")

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """What was drawn is drawn anew; while it is being drawn that is under way."""
        if self._painting:
            return self
        self._page = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region.

        Panes have no border, padding or opacity, so Textual's cache of styles, which looks after those for each line,
        is passed by. Textual asks all panes for all their lines whatever has changed, so the last answer is kept.
        """
        if self._page is None or self._page[0] != crop:
            self._page = (crop, self._rendered(crop))
        return self._page[1]

    def _rendered(self, crop: Region) -> list[Strip]:
        if self._fitted != self.size:  # a second paint, 16 ms later, if it waited for the event
            self._painting = True
            try:
                self._fit()
            finally:
                self._painting = False
        if self.empty:
            return [Strip.blank(crop.width, self.look(()))] * crop.height
        strips = [self.render_line(y) for y in crop.line_range]
        first, last = crop.column_span
        whole = (first, last) == (0, self.size.width)
        return strips if whole else [strip.crop(first, last) for strip in strips]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show, not even a title."""
        return not self.count() and not self.title()

    def render_line(self, y: int) -> Strip:
        """A line as the terminal gets it."""
        if y < HEAD:
            return self._strip(self.title() if y == 0 else (), (), (" ", ""))
        number, sign = self.first + y - HEAD, self.bar(y - HEAD)
        known = self._strips.get(number)
        if known is not None and known[0] == sign:
            return known[1]
        if len(self._strips) > _MOST_KEPT:
            self._strips.clear()
        inside = number < self.count()
        strip = self._strip(self.line(number) if inside else (), self.ground(number) if inside else (), sign)
        self._strips[number] = (sign, strip)
        return strip

    def _strip(self, stretches: Iterable[Stretch], ground: tuple[str, ...], sign: Sign) -> Strip:
        """A line with the bar's sign behind it. What looks alike is one segment: each is a change of colors of up to 40
        bytes, and a scrolled page was 14 KB with a segment for each stretch."""
        parts = [(it.text, self.look((*ground, *it.names), it.address)) for it in stretches if it.text]
        left = self.inner - sum(cells(text) for text, _ in parts)
        if left < 0:
            whole = Strip([Segment(text, style) for text, style in parts], self.inner - left)
            parts = [(it.text, it.style or Style.null()) for it in whole.crop(0, self.inner)]
        parts.append((" " * left, self.look(ground)))
        parts.append((sign[0], self.look((*ground, sign[1]) if sign[1] else ground)))
        alike = groupby(parts, key=itemgetter(1))
        return Strip([Segment("".join(text for text, _ in each), style) for style, each in alike], self.inner + 1)

    def look(self, names: tuple[str, ...], address: str = "") -> Style:
        """The style of these names, later ones on top, and a link of the terminal's.

        A link is one style in all its places: the terminal lights them together, by the number that Rich gives to it.
        """
        if address:
            link = self._links.get(address)
            if link is None:
                link = self._links[address] = Style(link=address)
            return self.look(names) + link
        style = self._looks.get(names)
        if style is None:
            themed = looks_of(self.app)
            style = sum((themed.style(name) for name in names), self.rich_style)
            for each in self.get_line_filters():  # without color, or in the terminal's own
                style = each.apply([Segment("", style)], self.background_colors[1])[0].style or style
            self._looks[names] = style
        return style

    def notify_style_update(self) -> None:
        """Colors may be others now."""
        self._looks.clear()
        self._links.clear()
        self._strips.clear()
        self._page = None
        super().notify_style_update()

    # The focus

    def cursor_lines(self) -> Iterable[int]:
        """The lines that look otherwise with the focus."""
        return ()

    def on_focus(self, event: Focus) -> None:
        """The title and the cursor are drawn otherwise where the focus is; Textual would draw the whole pane anew."""
        event.prevent_default()
        self._focused(True)
        if self.parent is not None:
            self.parent.post_message(DescendantFocus(self))

    def on_blur(self, event: Blur) -> None:
        """The title and the cursor are drawn otherwise where the focus is not."""
        event.prevent_default()
        self._focused(False)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No rule of the style sheet asks for a pane's focus, so the sheet is not asked for the pane: 3 ms."""

    def _focused(self, focus: bool) -> None:
        self.has_focus = focus
        self.redraw_title()
        self.redraw(self.cursor_lines())
