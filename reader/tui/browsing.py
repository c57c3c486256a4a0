"""Pages in the person's browser: one that draws on the terminal, as w3m and lynx do, has the terminal until it is left."""

from __future__ import annotations

from typing import Any

from textual.app import App, SuspendNotSupported

from reader import outside
from reader.newsroom import Newsroom


def browse(app: App[Any], room: Newsroom, address: str) -> None:
    """Open a web or mail address in the browser. Raises ReaderError."""
    if outside.browses_here():
        try:
            with app.suspend():
                room.browse(address)
            return
        except SuspendNotSupported:
            pass
    room.browse(address)
