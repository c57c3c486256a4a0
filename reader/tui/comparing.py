"""Comparing versions: what the publisher changed, and older versions opened for reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import ReaderError
from reader.model import Entry, Passage, Place
from reader.newsroom import Reading
from reader.tui.list_rows import Look, date
from reader.tui.messages import Ready

if TYPE_CHECKING:
    from reader.newsroom.editions import Changes
    from reader.tui.stage import Stage
    from reader.tui.views.changes import ChangesView, Chosen


class Comparing:
    """Versions of the open article, or of the entry under the cursor."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._view: ChangesView | None = None

    def _meant(self) -> Entry:
        entry = self._screen.acting.entry
        if entry is None or entry.id < 0:
            raise ReaderError("There is one version of this article.", "Pages that come again are kept beside it.")
        return entry

    # What the publisher changed

    def do_changes(self, _: int | None) -> None:
        """What the publisher changed."""
        entry = self._meant()
        self._compare(entry.id, None, None, partial(self._push, entry.id))

    def _compare(self, number: int, old: int | None, new: int | None, show: Callable[[Changes], None]) -> None:
        room = self._screen.room

        def run() -> Message:
            found = room.changes(number, old, new)
            return Ready(lambda: show(found))

        self._screen.jobs.latest("changes", run)

    def _push(self, number: int, found: Changes) -> None:
        from reader.tui.views.changes import ChangesView

        screen = self._screen
        view = ChangesView(found, partial(self._compare, number), screen.resolver, self._look)
        screen.app.push_screen(view, partial(self._chosen, number))

    @property
    def _look(self) -> Look:
        return Look(1, self._screen.clock(), ascii=self._screen.settings.ascii)

    def _chosen(self, number: int, chosen: Chosen | None) -> None:
        if chosen is not None:
            self.open_version(number, chosen[0], chosen[1])

    # Older versions

    def do_older_version(self, _: int | None) -> None:
        """The version before the one that is shown."""
        self._step(-1)

    def do_newer_version(self, _: int | None) -> None:
        """The version after the one that is shown."""
        self._step(1)

    def _step(self, step: int) -> None:
        screen, reading = self._screen, self._screen.reading
        if reading is None or reading.entry.id < 0:
            raise ReaderError("No article with versions is open.", "Open one first: Enter in the list.")
        numbers = [it.number for it in screen.room.library.shelf.versions(reading.entry.id)]
        at = numbers.index(reading.shown) + step if reading.shown in numbers else -1
        if not 0 <= at < len(numbers):
            screen.status.say("This is the newest version." if step > 0 else "There is no older version.")
            return
        self.open_version(reading.entry.id, numbers[at], screen.article.place)

    def open_version(self, number: int, version: int, at: Place | None = None, passage: Passage | None = None) -> None:
        """Open a version of an entry at a place, or at a passage that stands in it."""
        room = self._screen.room

        def run() -> Message:
            reading = room.open_version(number, version)
            return Ready(lambda: self._show(reading, at, passage))

        self._screen.jobs.latest("version", run)

    def _show(self, reading: Reading, at: Place | None, passage: Passage | None) -> None:
        screen = self._screen
        screen.going.keep_position()
        screen.going.remember()
        found = next((it for it in reading.passages if passage is not None and it.id == passage.id), None)
        place = found.places[0] if found is not None else at
        screen.show_reading(reading, place)
        screen.at("article")
        if found is not None and place is not None:
            screen.article.light(place)
        screen.hint()
        screen.status.say(self._told(reading))

    def _told(self, reading: Reading) -> str:
        if reading.version is None:
            return f"Version {reading.shown}, the newest."
        kept = {it.number: it for it in self._screen.room.library.shelf.versions(reading.entry.id)}
        day = date(kept[reading.version].fetched, self._look)
        return f"Version {reading.version} of {reading.entry.versions}, as it was on {day}. d shows what changed."
