"""What all panes share: lines drawn one by one below a title that stays, and nothing drawn that is not in sight."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.text.words import width as cells
from reader.tui.looks import looks_of
from reader.tui.painting import Stretch

HEAD = 2
"""Lines on top that do not scroll: the pane's title, and an empty one."""


class LinePane(ScrollView, can_focus=True):
    """A pane of lines. Whoever derives from it says how many there are and what stands on each."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._looks: dict[tuple[str, ...], Style] = {}
        self._strips: dict[int, Strip] = {}
        self._drawn_width = -1

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
        """Make the lines fit the width, if they do not yet."""

    def heading(self, text: str) -> Stretch:
        """The name of the pane, told apart where the focus is."""
        return Stretch(text, ("title-line-focus" if self.has_focus else "title-line",))

    # Drawing

    @property
    def inner(self) -> int:
        """Cells of a line."""
        return max(1, self.scrollable_content_region.width)

    @property
    def room(self) -> int:
        """Lines in sight below the title."""
        return max(1, self.size.height - HEAD)

    @property
    def first(self) -> int:
        """The first line in sight."""
        return self.scroll_offset.y

    def changed(self) -> None:
        """The lines are others now: draw all of them anew."""
        self._strips.clear()
        self.virtual_size = Size(self.inner, self.count() + HEAD)
        self.refresh()

    def redraw(self, lines: Iterable[int]) -> None:
        """Draw some lines anew."""
        for number in lines:
            self._strips.pop(number, None)
            y = number + HEAD
            if HEAD <= y - self.first < self.size.height:
                self.refresh(Region(0, y - self.first, self.size.width, 1))

    def redraw_title(self) -> None:
        """Draw the title anew."""
        self.refresh(Region(0, 0, self.size.width, 1))

    def scroll_line(self, first: int) -> None:
        """Scroll so that a line is the first in sight, as far as the end allows."""
        last = max(0, self.count() - self.room)
        self.scroll_to(y=max(0, min(first, last)), animate=False, force=True)

    def into_sight(self, first: int, last: int, margin: int = 2) -> None:
        """Scroll no more than needed to see these lines with some around them."""
        margin = min(margin, max(0, (self.room - (last - first + 1)) // 2))
        if first - margin < self.first:
            self.scroll_line(first - margin)
        elif last + margin >= self.first + self.room:
            self.scroll_line(min(first, last + margin - self.room + 1))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region. Panes have no border, padding or opacity, so Textual's cache of styles, which looks
        after those for each line, is passed by: a scrolled page takes half the time."""
        if self.empty:
            return [Strip.blank(crop.width, self.rich_style)] * crop.height
        filters, background = self.get_line_filters(), self.background_colors[1]
        strips = []
        for y in crop.line_range:
            strip = self.render_line(y)
            for each in filters:
                strip = strip.apply_filter(each, background)
            strips.append(strip)
        first, last = crop.column_span
        whole = (first, last) == (0, self.size.width)
        return strips if whole else [strip.crop(first, last) for strip in strips]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show, not even a title."""
        return not self.count() and not self.title()

    def render_line(self, y: int) -> Strip:
        """A line as the terminal gets it. Painting may come before the event that tells of a new size."""
        if self._drawn_width != self.size.width:
            self._drawn_width = self.size.width
            self._strips.clear()
            self.fit()
        if y < HEAD:
            return self._strip(self.title() if y == 0 else (), ())
        number = self.first + y - HEAD
        if number >= self.count():
            return Strip.blank(self.size.width, self.rich_style)
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strip(self.line(number), self.ground(number))
            if len(self._strips) > 2000:
                self._strips.clear()
            self._strips[number] = strip
        return strip

    def _strip(self, stretches: Iterable[Stretch], ground: tuple[str, ...]) -> Strip:
        width = self.size.width
        segments = [Segment(it.text, self.look((*ground, *it.names))) for it in stretches if it.text]
        used = sum(cells(segment.text) for segment in segments)
        return Strip(segments, used).adjust_cell_length(width, self.look(ground))

    def look(self, names: tuple[str, ...]) -> Style:
        """The style of these names, later ones on top."""
        style = self._looks.get(names)
        if style is None:
            themed = looks_of(self.app)
            style = sum((themed.style(name) for name in names), self.rich_style)
            self._looks[names] = style
        return style

    def notify_style_update(self) -> None:
        """Colors may be others now."""
        self._looks.clear()
        self._strips.clear()
        super().notify_style_update()

    def cursor_lines(self) -> Iterable[int]:
        """The lines that look otherwise with the focus."""
        return ()

    def on_focus(self) -> None:
        """The cursor is drawn otherwise where the focus is."""
        self._forget(self.cursor_lines())

    def on_blur(self) -> None:
        """The cursor is drawn otherwise where the focus is not."""
        self._forget(self.cursor_lines())

    def _forget(self, lines: Iterable[int]) -> None:
        for number in lines:
            self._strips.pop(number, None)
