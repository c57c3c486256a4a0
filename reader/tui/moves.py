"""Moving a cursor over lines: by line, page, half page, to the ends. The page follows at the edge."""

from __future__ import annotations

from collections.abc import Iterable

from reader.tui.line_pane import LinePane

LEAD = 3
"""Lines that stay in sight above and below the cursor."""


class Moves(LinePane):
    """A pane with a cursor line."""

    def __init__(self, *, id: str, ascii: bool = False) -> None:
        super().__init__(id=id, ascii=ascii)
        self.cursor = 0

    def cursor_lines(self) -> Iterable[int]:
        """The cursor line."""
        return (self.cursor,)

    def filled(self, number: int) -> bool:
        """Whether the cursor may stand on a line."""
        return 0 <= number < self.count()

    def moved(self) -> None:
        """The cursor stands on another line."""

    def past_end(self) -> None:
        """Somebody wants a page more where there is none."""

    def go(self, number: int) -> None:
        """Put the cursor on a line, or on the last before it that may hold it."""
        before = self.cursor
        number = max(0, min(number, self.count() - 1))
        while number > 0 and not self.filled(number):
            number -= 1
        self.cursor = number
        if number != before:
            self.redraw((before, number))
            self.into_sight(number, number, LEAD)
            self.moved()

    def _step(self, number: int, step: int) -> int:
        """The line, or the next in that direction that may hold the cursor; where there is none, the present one."""
        while 0 <= number < self.count() and not self.filled(number):
            number += step
        return number if self.filled(number) else self.cursor

    def do_down(self, count: int | None) -> None:
        """Lines down."""
        self.go(self._step(min(self.cursor + (count or 1), self.count() - 1), 1 if not count or count == 1 else -1))

    def do_up(self, count: int | None) -> None:
        """Lines up."""
        self.go(self._step(max(0, self.cursor - (count or 1)), -1))

    def do_page_down(self, count: int | None) -> None:
        """Pages down; two lines stay in sight, as a thread for the eye."""
        if self.first + self.room >= self.count():
            self.past_end()
            return
        self._leap((count or 1) * max(1, self.room - 2))

    def do_page_up(self, count: int | None) -> None:
        """Pages up."""
        self._leap(-(count or 1) * max(1, self.room - 2))

    def do_half_down(self, count: int | None) -> None:
        """Half pages down."""
        self._leap((count or 1) * max(1, self.room // 2))

    def do_half_up(self, count: int | None) -> None:
        """Half pages up."""
        self._leap(-(count or 1) * max(1, self.room // 2))

    def _leap(self, lines: int) -> None:
        before, away = self.first, self.cursor - self.first
        self.scroll_line(self.first + lines)
        whole = self.first - before == lines
        wished = self.first + away if whole else self.cursor + lines
        self.go(self._step(max(0, min(wished, self.count() - 1)), -1))

    def do_top(self, _: int | None) -> None:
        """To the first line."""
        self.go(self._step(0, 1))
        self.scroll_line(0)

    def do_bottom(self, count: int | None) -> None:
        """To the last line, or to that one."""
        self.go(self._step(self.count() - 1 if count is None else min(count, self.count()) - 1, -1))
