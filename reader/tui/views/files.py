"""The files that came with an entry: what they are, how large, and the program of the person's choice opens them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reader.formats.values import size_text
from reader.model import Enclosure
from reader.text.addresses import public
from reader.text.clean import one_line
from reader.tui.browsing import browse
from reader.tui.list_rows import cut
from reader.tui.painting import Stretch
from reader.tui.views.page import ItemsPane, Lines, PageScreen

if TYPE_CHECKING:
    from reader.tui.stage import Stage

_WIDEST = 100


class FilesScreen(PageScreen[None]):
    """The list of an entry's files."""

    contexts = ("files", "everywhere")

    def __init__(self, title: str, files: Sequence[Enclosure], reading: Stage) -> None:
        ascii = reading.settings.ascii
        self._files = files
        self._dots = "..." if ascii else "…"
        self._between = " - " if ascii else " · "
        self._room = reading.room
        self._player = reading.settings.player
        self._page = ItemsPane(f"Files of “{one_line(title)}”", self._build, ascii=ascii)
        super().__init__(self._page, reading.resolver, ascii=ascii)

    def _build(self, width: int) -> tuple[Lines, list[int]]:
        room = min(width, _WIDEST)
        lines: list[list[Stretch]] = []
        starts = []
        for it in self._files:
            starts.append(len(lines))
            told = self._between.join(filter(None, (size_text(it.size), one_line(it.media_type or ""))))
            about = self._between.join(filter(None, (told, one_line(public(it.address)))))
            lines += [[Stretch(cut(name_of(it), room, self._dots), ("unread",))]]
            lines += [[Stretch(cut(about, room, self._dots), ("about",))], []]
        return lines, starts

    @property
    def file(self) -> Enclosure:
        """The file under the cursor."""
        return self._files[min(self._page.number, len(self._files) - 1)]

    def do_open(self, _: int | None) -> None:
        """In the program of the settings, else the browser."""
        if not self._player:
            self.do_browse(None)
            return
        self._room.browse(self.file.address, self._player)
        self.status.say(f"Opening {name_of(self.file)}")

    def do_browse(self, _: int | None) -> None:
        """In the browser."""
        browse(self.app, self._room, self.file.address)
        self.status.say(f"Opening {name_of(self.file)}")

    def do_copy(self, _: int | None) -> None:
        """Its address."""
        self.app.copy_to_clipboard(self.file.address)
        self.status.say("Copied the address.")


def name_of(file: Enclosure) -> str:
    """A file's name: the last part of its address, else its host."""
    parts = urlsplit(file.address)
    return one_line(unquote(parts.path.rstrip("/").rpartition("/")[2])) or parts.hostname or one_line(file.address)
