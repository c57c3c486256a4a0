"""Putting aside: entries until a day, sources for some days, and searches under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.newsroom.moments import until_of
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.tui.stage import Stage


class Shelving:
    """What is not to be seen for a while, and what is to be found again."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._put_off: list[int] = []

    def do_snooze(self, _: int | None) -> None:
        """Ask until when an entry, or all that are chosen, are out of the list."""
        self._put_off = [it.id for it in self._screen.acting.some(None)]
        self._screen.prompt.ask("snooze", "Not before", "tomorrow", "tomorrow, 3 d, 2 w, 5 h, 2026-12-24", chosen=True)

    def do_mute(self, count: int | None) -> None:
        """Show nothing from the entry's source for a week, or so many days."""
        entry = self._screen.acting.some(None)[0]
        if not entry.source_id:  # a sample that nothing was done to yet
            raise UsageError("This entry has no source.", "Only what came from a feed, a folder or files has one.")
        source, web = entry.source_id, self._screen.room.web
        self._screen.acting.act(lambda: web.mute(source, count or 7))

    def do_save_search(self, _: int | None) -> None:
        """Ask for a name of what the list is searched for or filtered by."""
        if not self._query:
            self._screen.status.say("Search or filter the list first: / or &.")
            return
        self._screen.prompt.ask("save search", f"Name of “{one_line(self._query)[:30]}”", "", "a word or two")

    def do_saved_search(self, _: int | None) -> None:
        """Ask which saved search the list is to show."""
        names = [it.name for it in self._screen.room.searches.all()]
        if not names:
            self._screen.status.say("No search is saved yet: “save search” in the palette keeps one.")
            return
        self._screen.prompt.ask("saved search", "Saved search", names[0], "the name, or how it begins", chosen=True)
        self._screen.prompt.tell(", ".join(names)[:60])

    @property
    def _query(self) -> str:
        return self._screen.searching.searched or self._screen.view.query

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about putting aside."""
        if kind == "snooze" and text:
            until = until_of(text, self._screen.clock())
            ids = self._put_off
            self._screen.acting.act(lambda: self._screen.room.snooze(ids, until))
        elif kind == "save search" and text:
            query = self._query
            self._screen.acting.act(lambda: self._screen.room.searches.save(text, query))
        elif kind == "saved search" and text:
            self._show(text)
        return kind in ("snooze", "save search", "saved search")

    def _show(self, begun: str) -> None:
        found = next((it for it in self._screen.room.searches.all() if it.name.startswith(begun)), None)
        if found is None:
            raise UsageError(
                f"No saved search begins with “{one_line(begun)[:40]}”.", "The palette lists the commands."
            )
        self._screen.at("list")
        self._screen.searching.filter_by(found.query)
