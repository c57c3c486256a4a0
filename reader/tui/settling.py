"""A screen that paints once what one thing led to, however many widgets it went through."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack

from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType

from reader.tui.forgetting import forget

TURNS = 3
"""Turns of the loop before what a key or a new size changed is painted: widgets tell the screen that they are to be drawn,
one turn for the widget, one for the screen."""


class SettledScreen(Screen[ScreenResultType]):
    """A screen that paints a new size, or a new layout, when all that follows from it has happened.

    Textual paints a new size twice and a bit: when it comes, when the screen is told of it as one of its own widgets, and
    when the widgets, having sizes, have asked for a layout. With an article of 50,000 words that took 60 to 70 ms of CPU and
    sent 48 KB; once took 52 to 58 and sent 16 (160x45, a slow machine).
    """

    _laid_out: Size | None = None
    _settling = False

    def on_resize(self, event: Resize) -> None:
        """Begin to settle; the same size once more, and the first of all, change nothing that is seen."""
        if event.size == self._laid_out:
            event.prevent_default()
        elif self._laid_out is not None and not self._settling:
            self._settling = True
            forget()
            held = ExitStack()
            held.enter_context(self.app.batch_update())
            self.app.call_next(self._settle, held)
        self._laid_out = event.size

    async def _settle(self, held: ExitStack) -> None:
        """Let happen what a new size leads to, then paint."""
        with held:
            for _ in range(TURNS):
                await asyncio.sleep(0)
        self._settling = False
        if self.app.screen_stack:
            self.app.screen.check_idle()

    def _compositor_refresh(self) -> None:
        """Textual paints from within a layout, whatever `batch_update` says, and all of it again right behind that where
        everything is to be painted."""
        if not self._settling and not (self._layout_required and self._repaint_required):
            super()._compositor_refresh()
