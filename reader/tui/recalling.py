"""Coming back to passages: the list of all, the next and the one before, one for each day, where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Passage
from reader.text.clean import one_line
from reader.tui.messages import Ready

if TYPE_CHECKING:
    from textual.message import Message

    from reader.tui.stage import Stage


class Recalling:
    """From passage to passage, within the article and beyond."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._beyond: tuple[int, int] | None = None

    def do_next_passage(self, count: int | None) -> None:
        """The next passage."""
        self._walk(count or 1)

    def do_previous_passage(self, count: int | None) -> None:
        """The passage before."""
        self._walk(-(count or 1))

    def _walk(self, step: int) -> None:
        """From the one that was gone to last, if the cursor stands where it begins: several may begin on one line."""
        screen = self._screen
        article, lines = screen.article, screen.article.passage_lines()
        cursor, meant = article.cursor, article.meant
        after = next((at + 1 for at, it in enumerate(lines) if meant and it == (cursor, meant)), None)
        if step > 0:
            ahead = [it for it in lines if it[0] > cursor] if after is None else lines[after:]
        else:
            ahead = ([it for it in lines if it[0] < cursor] if after is None else lines[: after - 1])[::-1]
        if not ahead:
            self._walk_on(1 if step > 0 else -1)
            return
        self._beyond = None
        line, passage = ahead[min(abs(step), len(ahead)) - 1]
        screen.going.remember()
        article.reveal(passage.places[0])
        article.mean(passage)
        if line == cursor:
            screen.status.say(f"On this line, too: “{one_line(passage.quote)[:60]}”")

    def _walk_on(self, step: int) -> None:
        """Past the last passage: say where the next is; asked again, go there."""
        screen, reading = self._screen, self._screen.reading
        where = "No passage further down." if step > 0 else "No passage further up."
        found = None if reading is None else screen.room.margins.beyond(reading.entry.id, step)
        if found is None or reading is None:
            screen.status.say(where)
        elif self._beyond == (reading.entry.id, step):
            self._beyond = None
            self.open(found)
        else:
            self._beyond = (reading.entry.id, step)
            key = screen.resolver.key_for("next-passage" if step > 0 else "previous-passage")
            screen.status.say(f"{where} {key} again goes on in: {screen.room.row(found.entry_id).title}")

    def do_passages(self, _: int | None) -> None:
        """All passages of the library."""
        from reader.tui.views.passages import Passages

        self._screen.app.push_screen(Passages(self._screen), self._chosen)

    def _chosen(self, passage: Passage | None) -> None:
        self._screen.acting.renew()
        if passage is not None:
            self.open(passage)

    def open(self, passage: Passage) -> None:
        """Open a passage's article at its place; one that is gone, in the version where it last stood."""
        screen = self._screen
        if passage.state == "gone" or not passage.places:
            screen.comparing.open_version(passage.entry_id, passage.version, None, passage)
            return
        place, reading = passage.places[0], screen.reading
        if reading is not None and reading.version is None and reading.entry.id == passage.entry_id:
            screen.going.jump(place)
        else:
            screen.going.open(screen.room.row(passage.entry_id), at=place)
            screen.article.light(place)
        screen.article.mean(passage)

    def do_passage_of_the_day(self, _: int | None) -> None:
        """One passage, another each day."""
        screen = self._screen
        day = screen.clock().astimezone().date()

        def run() -> Message:
            found = screen.room.margins.of_the_day(day)
            return Ready(lambda: self._show_today(found))

        screen.jobs.latest("today", run)

    def _show_today(self, passage: Passage | None) -> None:
        if passage is None:
            self._screen.status.say("No passage is bookmarked yet: m in an article bookmarks a sentence.")
            return
        self.open(passage)
        self._screen.status.say("The passage of today.")
