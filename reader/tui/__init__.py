"""The screen. The only room that knows Textual; its app is imported when somebody asks for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime

from reader.newsroom import Newsroom
from reader.settings import Settings

ESCAPE_DELAY = "25"
"""Milliseconds that a lone Esc waits for the rest of a sequence: vim's and tmux' advice for quick terminals."""

FRAMES = "120"
"""Paints a second at most. Textual's 60 would let a key wait 16.7 ms for the next one."""


def run(room: Newsroom, settings: Settings, clock: Callable[[], datetime], sources: Sequence[str] = ()) -> None:
    """Open the screen over a newsroom; sources are added once it is painted. Returns when the person leaves."""
    os.environ.setdefault("ESCDELAY", ESCAPE_DELAY)
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    if settings.color == "never":
        os.environ["NO_COLOR"] = "1"
    else:
        os.environ.pop("NO_COLOR", None)  # an empty one counts for Textual, and the settings may say "always"
    dark, typed = True, bytearray()
    if settings.theme == "auto":
        from reader.tui.background import is_dark

        dark = is_dark(typed=typed.extend)
    from reader.tui.app import NewsReader

    app = NewsReader(room, settings, clock=clock, sources=sources, dark=dark)
    app.typed_before = bytes(typed)
    app.run(mouse=settings.mouse)
    if (defect := app._exception or app.defect) is not None:  # Textual only returns; whoever started us has to know
        raise defect
