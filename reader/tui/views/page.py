"""A page to leaf through: lines with a cursor, and the keys that move and leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from textual.app import ComposeResult

from reader.commands import Context
from reader.text.clean import one_line
from reader.tui.forgetting import forget
from reader.tui.keys import Resolver
from reader.tui.list_rows import cut
from reader.tui.moves import Moves
from reader.tui.painting import Stretch
from reader.tui.pressing import Keyed
from reader.tui.settling import SettledScreen
from reader.tui.status import StatusLine

Lines = Sequence[Sequence[Stretch]]
T = TypeVar("T")


class LinesPane(Moves):
    """Lines that somebody made, with a title."""

    def __init__(self, title: str, build: Callable[[int], Lines], *, ascii: bool = False) -> None:
        super().__init__(id="page", ascii=ascii)
        self.add_class("view")
        self._title = title
        self._build = build
        self._narrowed = self._count = ""
        self.dots = "..." if ascii else "…"
        self._lines: Lines = ()

    def narrowed(self, words: str, count: str) -> None:
        """Say in the title how many items there are, and the words by which they are fewer."""
        self._narrowed = f": {one_line(words)}" if words else ""
        self._count = f" {count}"
        self.redraw_title()

    def fit(self) -> None:
        """Lines are filled anew."""
        self.renew()

    def renew(self) -> None:
        """Make the lines anew."""
        self._lines = self._build(max(10, self.inner - 4))
        self.cursor = max(0, min(self.cursor, len(self._lines) - 1))
        self.changed()

    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def title(self) -> Iterable[Stretch]:
        """What this page is."""
        name = cut(f"{self._title}{self._narrowed}", self.inner - len(self._count) - 3, self.dots)
        return self.heading(f"  {name} "), Stretch(self._count, ("title-count",))

    def line(self, number: int) -> Iterable[Stretch]:
        """A line, two cells from the edge."""
        return (Stretch("  ", ()), *self._lines[number])

    def filled(self, number: int) -> bool:
        """Every line may hold the cursor."""
        return 0 <= number < len(self._lines)

    def do_down(self, count: int | None) -> None:
        """Lines down: the page moves, for there is nothing to stand on."""
        self.scroll_line(self.first + (count or 1))

    def do_up(self, count: int | None) -> None:
        """Lines up."""
        self.scroll_line(self.first - (count or 1))

    def do_bottom(self, _: int | None) -> None:
        """To the end."""
        self.scroll_line(self.count())

    def do_top(self, _: int | None) -> None:
        """To the beginning."""
        self.scroll_line(0)

    def _leap(self, lines: int) -> None:
        self.scroll_line(self.first + lines)


class PartsPane(LinesPane):
    """Lines in parts, of which it knows where each begins."""

    def __init__(self, title: str, build: Callable[[int], tuple[Lines, list[int]]], *, ascii: bool = False) -> None:
        super().__init__(title, self._made, ascii=ascii)
        self._both = build
        self.starts: list[int] = []

    def _made(self, width: int) -> Lines:
        lines, self.starts = self._both(width)
        return lines


class ItemsPane(PartsPane):
    """Parts of which one is chosen: the cursor is the first line of it.

    Items have `height` lines each; without it they reach to the empty line before the next.
    """

    def __init__(
        self, title: str, build: Callable[[int], tuple[Lines, list[int]]], *, height: int = 0, ascii: bool = False
    ) -> None:
        super().__init__(title, build, ascii=ascii)
        self._height = height

    @property
    def number(self) -> int:
        """The number of the item under the cursor."""
        return max(0, sum(start <= self.cursor for start in self.starts) - 1)

    def end(self, number: int) -> int:
        """The line behind an item."""
        if self._height and number < len(self.starts):
            return self.starts[number] + self._height
        return self.starts[number + 1] - 1 if number + 1 < len(self.starts) else self.count()

    def ground(self, number: int) -> tuple[str, ...]:
        """The item under the cursor is told apart."""
        return ("row-cursor",) if self.starts and self.cursor <= number < self.end(self.number) else ()

    def cursor_lines(self) -> Iterable[int]:
        """The item under the cursor."""
        return range(self.cursor, self.end(self.number)) if self.starts else ()

    def renew(self) -> None:
        """Make the lines anew; the cursor stays on the item with the same number."""
        number = self.number
        super().renew()
        self.cursor = self.starts[min(number, len(self.starts) - 1)] if self.starts else 0
        self.into_sight(self.cursor, max(self.cursor, self.end(self.number) - 1), 1)

    def go(self, number: int) -> None:
        """Put the cursor on the item with that number."""
        if self.starts:
            before = self.number
            after = max(0, min(number, len(self.starts) - 1))
            self.cursor = self.starts[after]
            self.into_sight(self.cursor, max(self.cursor, self.end(after) - 1), 1)
            for item in (before, after):
                self.redraw(range(self.starts[item], self.end(item)))

    def do_down(self, count: int | None) -> None:
        """Items down."""
        self.go(self.number + (count or 1))

    def do_up(self, count: int | None) -> None:
        """Items up."""
        self.go(self.number - (count or 1))

    def do_top(self, _: int | None) -> None:
        """The first item."""
        self.go(0)

    def do_bottom(self, _: int | None) -> None:
        """The last item."""
        self.go(len(self.starts) - 1)

    def _leap(self, lines: int) -> None:
        self.scroll_line(self.first + lines)
        seen = [number for number, start in enumerate(self.starts) if start >= self.first]
        self.go(seen[0] if seen else len(self.starts) - 1)


class PageScreen(Keyed, SettledScreen[T]):
    """A screen with one page and the footer."""

    AUTO_FOCUS = None
    contexts: tuple[Context, ...] = ("page", "everywhere")

    def __init__(self, pane: Moves, resolver: Resolver, *, ascii: bool = False) -> None:
        super().__init__()
        self._pane = pane
        self.resolver = resolver
        self.status = StatusLine(ascii=ascii)

    @property
    def pane(self) -> Moves:
        """The page."""
        return self._pane

    def compose(self) -> ComposeResult:
        """The page and the footer."""
        yield self.pane
        yield self.status

    def on_mount(self) -> None:
        """The page takes the keys."""
        self.pane.focus()
        self.hint()
        self.call_after_refresh(self.stand)

    def on_unmount(self) -> None:
        """Nothing of the page is kept."""
        forget()

    def do_leave(self, _: int | None) -> None:
        """Back to where one was."""
        self.close(None)

    def close(self, result: T | None) -> None:
        """Close the page, unless something stands over it."""
        if self.is_current:
            self.dismiss(result)
