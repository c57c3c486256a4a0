"""What a pane with a set article knows of its passages: where they are, which are under the cursor, what the margin shows."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from reader.model import Line, Passage, Place
from reader.tui.painting import PassageMarks, Stretch, extent, in_order, margin_sign
from reader.tui.set_pane import SetPane

if TYPE_CHECKING:
    from reader.tui.selection import Selecting, Selection


class MarkedPane(SetPane):
    """Lines of a set article, some of them marked."""

    def __init__(
        self, *, id: str, measure: int = 76, zone: tzinfo | None = None, ascii: bool = False, justified: bool = False
    ) -> None:
        super().__init__(id=id, measure=measure, zone=zone, ascii=ascii, justified=justified)
        self.selecting: Selecting | None = None
        self.selection: Selection | None = None
        self.reshaped: Passage | None = None
        self.passages: tuple[Passage, ...] = ()
        self._marks = PassageMarks()
        self._passage_lines: list[tuple[int, Passage]] | None = None
        self._meant: tuple[str, int] | None = None

    @property
    def finished(self) -> bool:
        """Whether its end is in sight, after what stands above went out of it: there is nothing to come back to."""
        return self._set is not None and self.first > 0 and self.first + self.room >= len(self._set)

    def begin_selecting(self) -> None:
        """Make the article ready for selecting."""
        if self.selecting is None and self.article is not None:
            from reader.tui.selection import Selecting

            self.selecting = Selecting(self.article)

    def _typeset(self) -> None:
        self._passage_lines = None
        super()._typeset()

    def _hold(self, passages: tuple[Passage, ...]) -> None:
        self.passages = passages
        self._marks = PassageMarks(passages)
        self._passage_lines = None

    def passages_here(self) -> list[Passage]:
        """The passages that the cursor line touches."""
        if self._set is None or not 0 <= self.cursor < len(self._set):
            return []
        places = [piece.place for piece in self._set[self.cursor].pieces if piece.place is not None]
        return list({it.id: it for place in places for it in self._marks.touching(place)}.values())

    def mean(self, passage: Passage | None) -> None:
        """Of several passages on the cursor line this one is meant by what is done next."""
        self._meant = None if passage is None else (passage.id, self.cursor)

    def mean_at(self, place: Place) -> None:
        """The passage that begins with a place is meant, if one does."""
        self.mean(next((it for it in self.passages if it.places[:1] == (place,)), None))

    @property
    def meant(self) -> Passage | None:
        """The passage on the cursor line that was made, gone to or clicked at last."""
        return next((it for it in self.passages_here() if self._meant == (it.id, self.cursor)), None)

    def passage_here(self) -> Passage | None:
        """The passage on the cursor line that is meant, else the shortest, which is painted on top."""
        return self.meant or min(self.passages_here(), key=extent, default=None)

    def passage_lines(self) -> list[tuple[int, Passage]]:
        """The lines at which passages begin, in reading order, with the passages."""
        if self._passage_lines is None:
            self._passage_lines = [(self.at(it.places[0]), it) for it in self.in_order()]
        return self._passage_lines

    def in_order(self) -> list[Passage]:
        """The passages that stand in the article, in reading order."""
        return list(in_order(self.passages))

    def margin(self, line: Line, left: int, *, here: bool) -> tuple[Stretch, ...]:
        """What stands beside a line: the sign of its passages' kind, and the cursor's.

        Where there are but two cells, the cursor's takes the place of the other.
        """
        sign = ("|" if self._ascii else "▎") if here else " "
        beside = margin_sign(self._marks.kinds(it.place for it in line.pieces if it.place), ascii=self._ascii)
        if left == 2 and not here:
            sign = beside
        cursor = ("line-cursor" if self.has_focus else "line-cursor-away",)
        return (
            Stretch(" " * (left - 3), ()),
            Stretch(beside if left > 2 else "", ("sign",) if beside.strip() else ()),
            Stretch(sign, cursor if sign.strip() else ()),
            Stretch(" ", ()),
        )
