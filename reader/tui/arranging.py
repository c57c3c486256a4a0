"""Passages given other colors, tags and borders."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

from reader.errors import ReaderError
from reader.model import Passage, PassageKind, Place
from reader.newsroom import Reading
from reader.newsroom.tagging import tags_of
from reader.newsroom.undoing import tagged
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.tui.stage import Stage

KINDS: tuple[PassageKind, ...] = get_args(PassageKind)


def kind_after(kind: PassageKind, count: int | None) -> PassageKind:
    """The kind with that number from 1 on, or without one the next."""
    at = KINDS.index(kind) + 1 if count is None else max(1, min(count, len(KINDS))) - 1
    return KINDS[at % len(KINDS)]


class Arranging:
    """What is done to a passage of the open article."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._tagged: Passage | None = None

    def _act(self, work: Callable[[], object], said: str) -> None:
        told = f"{said} {self._screen.way_back}"

        def run() -> str:
            work()
            return told

        self._screen.act(run)

    def do_kind(self, count: int | None) -> None:
        """Another color."""
        passage = self._screen.marking.here()
        kind = kind_after(passage.kind, count)
        room = self._screen.room
        self._act(lambda: room.change_passage(passage.id, kind=kind), f"The passage is {kind}.")

    # Tags

    def do_tag_passage(self, _: int | None) -> None:
        """Ask for its tags."""
        self._tagged = self._screen.marking.here()
        told = one_line(self._tagged.quote)[:60]
        self._screen.prompt.ask("passage tags", "Passage tags", " ".join(self._tagged.tags), told)

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about a passage's tags."""
        passage, room = self._tagged, self._screen.room
        if kind != "passage tags" or passage is None:
            return False
        self._tagged = None
        tags = tags_of(text)
        self._act(lambda: room.change_passage(passage.id, tags=tags), tagged(tags))
        return True

    # Borders

    def do_reshape(self, _: int | None) -> None:
        """Select the passage, to be extended and shrunk; m keeps it so."""
        from reader.tui.selection import Selection

        article = self._screen.article
        passage = self._screen.marking.here()
        self._newest()
        article.begin_selecting()
        if article.selecting is None:
            return
        article.select(Selection(*article.selecting.parts.ends(passage.places)))
        article.reshaped = passage
        self._screen.status.say(
            "w b by word, j k by sentence, } { by paragraph, o the other end; m keeps it, Esc does not."
        )

    def reshaped(self, places: tuple[Place, ...]) -> bool:
        """What is selected is the new extent of a passage; whether one is being changed."""
        passage = self._screen.article.reshaped
        reading, room = self._screen.reading, self._screen.room
        if passage is None or reading is None:
            return False
        article = reading.article
        if places != passage.places:
            self._act(lambda: room.margins.reshape(passage.id, article, places), "The passage has another extent.")
        return True

    def do_join(self, _: int | None) -> None:
        """One passage of those that overlap at the cursor, else of this one and the next."""
        article = self._newest().article
        here = self._screen.marking.here()
        ids = _together(here, self._screen.article.in_order())
        if len(ids) < 2:
            raise ReaderError(
                "There is no passage after this one.", "gj joins the passage at the cursor with the next."
            )
        room = self._screen.room
        self._act(lambda: room.margins.join(ids, article), f"{len(ids)} passages joined.")

    def do_split(self, _: int | None) -> None:
        """Two passages, the second from the sentence at the cursor line on."""
        screen = self._screen
        article = self._newest().article
        passage = screen.marking.here()
        selection = screen.marking.at_cursor("sentence")
        if selection is None or screen.article.selecting is None:
            return
        place = screen.article.selecting.places(selection)[0]
        room = screen.room
        self._act(lambda: room.margins.split(passage.id, article, place), "Split in two.")

    def _newest(self) -> Reading:
        reading = self._screen.reading
        if reading is None or reading.version is not None:
            raise ReaderError(
                "This is an older version: its passages are changed in the newest.",
                "Leave it and open the entry again.",
            )
        return reading


def _together(here: Passage, ordered: list[Passage]) -> list[str]:
    """The passages that overlap or touch this one, over any chain; without one the next in reading order."""
    reach = [here]
    grown = True
    while grown:
        more = [it for it in ordered if it not in reach and any(_meet(it, other) for other in reach)]
        reach += more
        grown = bool(more)
    if len(reach) == 1:
        reach += ordered[ordered.index(here) + 1 :][:1]
    return [it.id for it in reach]


def _meet(one: Passage, other: Passage) -> bool:
    """Whether two passages share a character, or nothing stands between them but a space."""
    return any(
        (a.part, a.index) == (b.part, b.index) and a.start <= b.end + 1 and b.start <= a.end + 1
        for a in one.places
        for b in other.places
    )
