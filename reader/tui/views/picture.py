"""One picture of an article, as large as the window allows; it was asked for, nothing loads one by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.model import Block
from reader.pictures import Picture
from reader.text.addresses import public
from reader.text.clean import one_line
from reader.tui.browsing import browse
from reader.tui.line_pane import HEAD
from reader.tui.painting import Stretch
from reader.tui.views.page import LinesPane, PageScreen
from reader.typeset.breaking import fill

if TYPE_CHECKING:
    from reader.tui.stage import Stage

_HALF = "▀"
"""Its upper half in the one color, the ground in the other."""


class PicturePane(LinesPane):
    """A picture in half blocks, with its caption below."""

    def __init__(self, picture: Picture, title: str, caption: str, *, ascii: bool) -> None:
        self._picture = picture
        self._caption = caption
        self._painted: list[Strip] = []
        super().__init__(title, self._lines_for, ascii=ascii)

    def _lines_for(self, width: int) -> list[list[Stretch]]:
        below = [[Stretch(self._caption[a:b], ("about",))] for a, b in fill(self._caption, width)]
        self._painted = list(self._strips_of(self.inner, max(1, self.room - len(below) - 1)))
        return [*([] for _ in self._painted), [], *below]

    def _strips_of(self, columns: int, rows: int) -> Iterable[Strip]:
        ground = self.look(())
        for cells in self._picture.cells(columns, rows):
            left = (columns - len(cells)) // 2
            row = [
                Segment(_HALF, Style(color=Color.from_rgb(*top), bgcolor=Color.from_rgb(*bottom)))
                for top, bottom in cells
            ]
            strip = Strip([Segment(" " * left, ground), *row]).adjust_cell_length(self.size.width, ground)
            for each in self.get_line_filters():  # without color, or in the terminal's own
                strip = strip.apply_filter(each, self.background_colors[1])
            yield strip.simplify()

    def render_line(self, y: int) -> Strip:
        """A line as the terminal gets it: of the picture, or of what stands below."""
        number = self.first + y - HEAD
        return self._painted[number] if y >= HEAD and number < len(self._painted) else super().render_line(y)


class PictureScreen(PageScreen[None]):
    """A page with one picture."""

    contexts = ("picture", "everywhere")

    def __init__(self, picture: Picture, block: Block, reading: Stage) -> None:
        ascii = reading.settings.ascii
        self._room = reading.room
        self._address = block.address or ""
        below = " ".join(it for it in (block.caption, block.credit) if it)
        title = one_line(public(self._address))
        super().__init__(PicturePane(picture, title, one_line(below), ascii=ascii), reading.resolver, ascii=ascii)

    def do_browse(self, _: int | None) -> None:
        """In the browser."""
        browse(self.app, self._room, self._address)
        self.status.say("Opening the picture in the browser.")

    def do_copy(self, _: int | None) -> None:
        """Its address."""
        self.app.copy_to_clipboard(self._address)
        self.status.say("Copied the address.")
