"""How wide list and sidebar are: by keys, by dragging their borders, and as they were left the last time.

The style sheet has the bounds: a pane keeps 20 columns, and the article a third of the window at least. So a width that
was kept suits every window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.line_pane import LinePane

if TYPE_CHECKING:
    from reader.tui.stage import Stage

_FACT = "pane widths"
"""The name under which the library remembers them, in columns: "list=44 sidebar=30"."""
_STEP = 2
_WIDEST = 999
"""More columns than this are a mistake in the library."""


def told(widths: dict[str, int]) -> str:
    """Widths as the library remembers them."""
    return " ".join(f"{name}={columns}" for name, columns in sorted(widths.items()))


def read(fact: str) -> dict[str, int]:
    """Widths of panes by their names, as far as they can be read."""
    pairs = (each.partition("=") for each in fact.split())
    return {
        name: int(columns)
        for name, _, columns in pairs
        if name in ("list", "sidebar") and columns.isascii() and columns.isdigit() and 0 < int(columns[:4]) <= _WIDEST
    }


class Sizing:
    """The widths that were wished for. Only these styles are set in code: a number of the person's is no state that a
    class could name."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._widths: dict[str, int] = {}

    def restore(self) -> None:
        """Make the panes as wide as they were left."""
        self._widths = read(self._screen.room.library.recall(_FACT) or "")
        for pane in (self._screen.list, self._screen.sidebar):
            if pane.id in self._widths:
                pane.styles.width = self._widths[pane.id]

    def do_wider(self, count: int | None) -> None:
        """The pane wider."""
        self._grow(count or _STEP)

    def do_narrower(self, count: int | None) -> None:
        """The pane narrower."""
        self._grow(-(count or _STEP))

    def do_first_widths(self, _: int | None) -> None:
        """All panes as they were at first."""
        for pane in (self._screen.list, self._screen.sidebar):
            pane.styles.clear_rule("width")
            pane.refresh(layout=True)
        self._widths = {}
        self.settle()
        self._screen.status.say("The panes are as wide as they were at first.")

    def drag(self, pane: str, column: int) -> None:
        """Put the border on the left of a pane at a column of the screen."""
        if pane == self._screen.sidebar.id:
            self._set(self._screen.sidebar, self._screen.sidebar.region.right - column)
        elif self._screen.list.display:
            self._set(self._screen.list, column - self._screen.list.region.x)

    def settle(self) -> None:
        """A border was let go, or a key has moved it: keep the widths for the next start."""
        fact = told(self._widths)
        self._screen.jobs.act(lambda: self._screen.room.library.remember(_FACT, fact))

    def _grow(self, columns: int) -> None:
        """A side pane by so many columns; the article by taking them from those beside it."""
        screen = self._screen
        beside = [pane for pane in (screen.list, screen.sidebar) if pane.display]
        if len(beside) + screen.article.display < 2:
            screen.status.say("There is one pane here, and it has the whole width.")
            return
        if screen.pane is screen.article:
            moved = [self._set(pane, self._width(pane) - columns) for pane in beside]
        else:
            side = screen.sidebar if screen.pane is screen.sidebar else screen.list
            moved = [self._set(side, self._width(side) + columns)]
        self.settle()
        if not any(moved):
            screen.status.say(f"The pane cannot be {'wider' if columns > 0 else 'narrower'} here.")

    def _set(self, pane: LinePane, columns: int) -> bool:
        """Whether the pane has another width then."""
        before, width = self._width(pane), self._bounded(pane, columns)
        pane.styles.width = self._widths[pane.id or ""] = width
        return width != before

    def _width(self, pane: LinePane) -> int:
        """The width as it is, or will be with the next paint."""
        return self._bounded(pane, self._widths.get(pane.id or "", pane.size.width))

    def _bounded(self, pane: LinePane, columns: int) -> int:
        least, most = pane.styles.min_width, pane.styles.max_width
        assert least is not None and most is not None  # the style sheet has both
        return max(int(least.value), min(columns, int(most.value * self._screen.size.width / 100)))
