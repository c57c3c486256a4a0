"""Going from pane to pane, and which of them are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.stage import Stage


class Turning:
    """Which pane one is in."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen

    def do_leave(self, _: int | None) -> None:
        """Outwards by one pane."""
        screen = self._screen
        if screen.has_class("-zen"):
            screen.remove_class("-zen")
        screen.at("article" if screen.pane is screen.sidebar else "list")
        screen.going.keep_position()

    def do_next_pane(self, _: int | None) -> None:
        """The next pane."""
        self._turn(1)

    def do_previous_pane(self, _: int | None) -> None:
        """The pane before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        screen = self._screen
        panes = ["list", "article", "sidebar"] if screen.reading else ["list"]
        if screen.has_class("-wide") and not screen.has_class("-sidebar"):
            panes = [it for it in panes if it != "sidebar"]
        screen.remove_class("-zen")
        here = screen.pane.id if screen.pane.id in panes else "list"
        screen.at(panes[(panes.index(here) + step) % len(panes)])

    def do_sidebar(self, _: int | None) -> None:
        """Show or hide the sidebar; where there is no room for it beside the article, go there and back."""
        screen = self._screen
        if screen.reading is None:
            screen.status.say("The sidebar belongs to an article: open one first.")
        elif screen.has_class("-wide"):
            shown = not screen.has_class("-sidebar") or screen.has_class("-zen")
            screen.remove_class("-zen")
            screen.set_class(shown, "-sidebar")
            if not shown and screen.pane is screen.sidebar:
                screen.at("article")
        else:
            screen.remove_class("-zen")
            screen.at("article" if screen.pane is screen.sidebar else "sidebar")

    def do_zen(self, _: int | None) -> None:
        """The article alone, or all panes again."""
        if self._screen.reading is None:
            self._screen.status.say("Open an article first.")
            return
        self._screen.toggle_class("-zen")
        self._screen.at("article")
