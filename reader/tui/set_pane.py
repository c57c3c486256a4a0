"""A pane with an article set in lines: the ways between places and lines, and moving by paragraph and heading."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import tzinfo
from typing import Literal

from reader import typeset
from reader.model import Article, Place
from reader.tui.moves import LEAD, Moves

_ROOMY = 50
"""Cells from which the margin has a cell more."""

_BETWEEN = ("byline", "date")
"""What stands between headline and text and has no sentence: nobody goes there by paragraphs to read or to mark."""


class SetPane(Moves):
    """An article, set for the width of the pane."""

    def __init__(
        self, *, id: str, measure: int = 76, zone: tzinfo | None = None, ascii: bool = False, justified: bool = False
    ) -> None:
        super().__init__(id=id, ascii=ascii)
        self._measure = measure
        self._zone = zone
        self._ascii = ascii
        self._justified = justified
        self._hyphenated = False
        self._numbering: Literal["marked", "numbered"] = "marked"
        self._opened_by_terminal = False
        self.article: Article | None = None
        self._set: typeset.Setting | None = None
        self._anchor: tuple[typeset.Setting | None, int, Place | None] = (None, -1, None)
        self._left = 0
        self._first_text = 0

    def wish(self, *, measure: int, justified: bool, hyphenated: bool = False, links: str = "marked") -> None:
        """Set the article otherwise from now on; the line under the eye stays."""
        numbered: Literal["marked", "numbered"] = "numbered" if links == "numbered" else "marked"
        wished = (measure, justified, hyphenated, numbered)
        if self._opened_by_terminal != (links == "osc8"):
            self._opened_by_terminal = links == "osc8"
            self.changed()
        if wished != (self._measure, self._justified, self._hyphenated, self._numbering):
            self._measure, self._justified, self._hyphenated, self._numbering = wished
            self.set_anew()

    def set_anew(self) -> None:
        """Set the article for the pane as it is now; the line under the eye stays where it is."""
        if self._set is None:
            return
        place, away = self._eye(), self.cursor - self.first
        self._typeset()
        if place is not None:
            self.cursor = self._set.line_of(place)
        self._anchor = (self._set, self.cursor, place)
        self.changed()
        self.scroll_line(self.cursor - max(0, min(away, self.room - 1)))
        self.into_sight(self.cursor, self.cursor, LEAD)

    def fit(self) -> None:
        """The line under the eye stays where it is, at whatever width."""
        self.set_anew()

    def _eye(self) -> Place | None:
        """Where one reads. As long as the cursor has not been moved, where one read before the article was last set: the
        first character of its line is another at each width, so that a border that is dragged would carry the text off."""
        setting, line, place = self._anchor
        return place if setting is self._set and line == self.cursor else self.place

    @property
    def _beside(self) -> int:
        """Cells left of the text, at least: the cursor's sign, and where there is room that of a passage's kind."""
        return 3 if self.inner >= _ROOMY else 2

    @property
    def _width(self) -> int:
        return max(1, min(self._measure, self.inner - self._beside - 2))

    def set_for(self, article: Article) -> typeset.Setting:
        """An article set for the pane; any thread may ask."""
        return typeset.composed(
            article,
            self._width,
            ascii=self._ascii,
            zone=self._zone,
            justified=self._justified,
            links=self._numbering,
            hyphenated=self._hyphenated,
            before=self._set,
        )

    def _typeset(self) -> None:
        if self.article is None:
            return
        self._left = max(self._beside, (self.inner - self._width) // 2)
        self._set = self.set_for(self.article)
        self._first_text = next((n for n in range(min(len(self._set), 40)) if self.place_of(n) is not None), 0)

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

    def at(self, place: Place) -> int:
        """The line on which a place begins."""
        return 0 if self._set is None else self._set.line_of(place)

    def filled(self, number: int) -> bool:
        """Whether the cursor may stand on a line."""
        return self._set is not None and 0 <= number < len(self._set) and bool(self._set[number].text)

    # Commands

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
        lines = self._set.beginnings(*roles, without=_BETWEEN)
        if step > 0:
            at = bisect_right(lines, self.cursor) + step - 1
        else:
            at = bisect_left(lines, self.cursor) + step
        if lines:
            self.go(lines[max(0, at)] if at < len(lines) else len(self._set) - 1)
