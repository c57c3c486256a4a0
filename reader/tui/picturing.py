"""Pictures: the one at the cursor, fetched because it was asked for and shown on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual.message import Message

from reader.errors import UsageError
from reader.model import Block, Place
from reader.text.addresses import public
from reader.text.clean import one_line
from reader.tui.messages import Ready

if TYPE_CHECKING:
    from reader.tui.stage import Stage


class Picturing:
    """Showing what a caption tells of."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen

    def do_picture(self, _: int | None) -> None:
        """The picture at the cursor, or the nearest."""
        reading = self._screen.reading
        if reading is None:
            raise UsageError("No article is open.", "Enter opens one; gp then shows its pictures.")
        block = nearest(reading.article.blocks, self._screen.article.place)
        if block is None or block.address is None:
            raise UsageError("This article has no picture with an address.", "o shows its page in your browser.")
        address, room = block.address, self._screen.room
        self._screen.status.say(f"Fetching {one_line(public(address))}", stays=True)

        def run() -> Message:
            picture = room.web.picture(address, reading.article.url)

            def show() -> None:
                from reader.tui.views.picture import PictureScreen

                self._screen.status.settle()
                if self._screen.reading is reading and self._screen.is_current:
                    self._screen.app.push_screen(PictureScreen(picture, block, self._screen))

            return Ready(show)

        self._screen.jobs.latest("picture", run)


def nearest(blocks: Sequence[Block], place: Place | None) -> Block | None:
    """The picture that is nearest to a place among those that can be asked for; the one before it where two are."""
    here = place.index if place is not None and place.part in ("block", "caption") else 0
    found = [
        (abs(number - here), number)
        for number, block in enumerate(blocks)
        if block.kind == "image" and urlsplit(block.address or "").scheme in ("http", "https")
    ]
    return blocks[min(found)[1]] if found else None
