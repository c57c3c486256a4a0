"""Marking passages: select by keys, bookmark, take out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import ReaderError
from reader.model import Passage
from reader.tui.arranging import kind_after
from reader.tui.favors import Then
from reader.tui.messages import Ready

if TYPE_CHECKING:
    from reader.tui.selection import Selection, Unit
    from reader.tui.stage import Stage


class Marking:
    """Passages of the open article."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen

    # Bookmarks

    def do_mark(self, count: int | None) -> None:
        """Bookmark the sentence at the cursor line, with a number in that color."""
        selection = self.at_cursor("sentence")
        if selection is not None:
            self._keep(selection, count)

    def do_mark_selection(self, count: int | None) -> None:
        """Bookmark what is selected, with a number in that color; or give a passage its new extent."""
        self.mark_selected(None, count)

    def mark_selected(self, then: Then | None, count: int | None = None) -> None:
        """Bookmark what is selected and go on with the passage."""
        screen = self._screen
        selection, selecting = screen.article.selection, screen.article.selecting
        if selection is None or selecting is None:
            return
        if not screen.arranging.reshaped(selecting.places(selection)):
            self._keep(selection, count, then)
        self.do_end_selecting(None)

    def mark_sentence(self, then: Then) -> None:
        """Bookmark the sentence at the cursor line and go on with the passage."""
        selection = self.at_cursor("sentence")
        if selection is not None:
            self._keep(selection, None, then)

    def _keep(self, selection: Selection, count: int | None = None, then: Then | None = None) -> None:
        screen = self._screen
        reading, selecting = screen.reading, screen.article.selecting
        assert reading is not None and selecting is not None
        places = selecting.places(selection)
        if not any(sign.isalnum() for sign in selecting.text(selection)):
            raise ReaderError("There is no word in what is selected.", "Extend it: w by a word, j by a sentence.")
        room, number = screen.room, reading.entry.id
        known = next((it for it in reading.passages if it.places == places), None)
        if known is not None:
            screen.article.mean(known)
            screen.status.say("This is bookmarked already; a writes a note, M takes it out.")
            if then is not None:
                then(known)
            return
        kind = kind_after("yellow", count or 1)

        def run() -> Message:
            try:
                made = room.mark_passage(number, places, kind=kind, seen=reading)
            except ReaderError as error:
                return Ready(partial(self._failed, error))
            return Ready(lambda: self._marked(made, then))

        screen.hold()
        screen.jobs.act(run)

    def _failed(self, error: ReaderError) -> None:
        self._screen.stand()
        self._screen.status.fail(error)

    def _marked(self, passage: Passage, then: Then | None) -> None:
        self._screen.acting.renew()
        self._screen.article.mean(passage)
        self._screen.stand()
        if then is not None:
            then(passage)
        elif passage.state == "gone":
            self._screen.status.say(
                f"Bookmarked in this version; the newest has no such words. {self._screen.way_back}"
            )
        else:
            self._screen.status.say(f"Bookmarked. a writes a note, {self._screen.way_back}")

    def do_unmark(self, _: int | None) -> None:
        """Take the passage at the cursor out."""
        passage = self.here()
        room, way_back = self._screen.room, self._screen.way_back

        def run() -> str:
            room.remove_passage(passage.id)
            return f"Passage taken out. {way_back}"

        self._screen.act(run)

    def here(self) -> Passage:
        """The passage that the cursor line touches; of several the one that was made or gone to, else the shortest."""
        found = self._screen.article.passage_here()
        if found is None:
            raise ReaderError(
                "There is no passage on this line.", "m bookmarks its sentence; ] goes to the next passage."
            )
        return found

    # Selecting

    def do_select(self, _: int | None) -> None:
        """Begin with the sentence at the cursor line."""
        self._screen.article.select(self.at_cursor("sentence"))

    def do_select_paragraph(self, _: int | None) -> None:
        """Begin with the paragraph at the cursor line."""
        self._screen.article.select(self.at_cursor("paragraph"))

    def at_cursor(self, unit: Unit) -> Selection | None:
        """The sentence or paragraph at the cursor line; says so where there is none."""
        article = self._screen.article
        article.begin_selecting()
        place = article.sentence_place()
        found = None if place is None or article.selecting is None else article.selecting.unit_at(place, unit)
        if found is None:
            self._screen.status.say("There is no sentence on this line.")
        return found

    def _grow(self, unit: Unit, count: int | None, *, more: bool) -> None:
        article = self._screen.article
        if article.selection is not None and article.selecting is not None:
            change = article.selecting.more if more else article.selecting.less
            article.select(change(article.selection, unit, count or 1))

    def do_sentence_more(self, count: int | None) -> None:
        """A sentence more."""
        self._grow("sentence", count, more=True)

    def do_sentence_less(self, count: int | None) -> None:
        """A sentence less."""
        self._grow("sentence", count, more=False)

    def do_word_more(self, count: int | None) -> None:
        """A word more."""
        self._grow("word", count, more=True)

    def do_word_less(self, count: int | None) -> None:
        """A word less."""
        self._grow("word", count, more=False)

    def do_paragraph_more(self, count: int | None) -> None:
        """A paragraph more."""
        self._grow("paragraph", count, more=True)

    def do_paragraph_less(self, count: int | None) -> None:
        """A paragraph less."""
        self._grow("paragraph", count, more=False)

    def do_other_end(self, _: int | None) -> None:
        """Move the other end from now on."""
        article = self._screen.article
        if article.selection is not None:
            now = article.selection
            article.select(replace(now, backward=not now.backward))
            self._screen.status.say("The end moves now." if now.backward else "The beginning moves now.")

    def do_end_selecting(self, _: int | None) -> None:
        """Select nothing."""
        self._screen.article.select(None)

    def do_copy_selection(self, _: int | None) -> None:
        """The words with title, publisher, date and address."""
        screen = self._screen
        article = screen.article
        if article.selection is None or article.selecting is None or screen.reading is None:
            return
        text = article.selecting.text(article.selection)
        screen.app.copy_to_clipboard(screen.room.citation(screen.reading.article, text))
        self.do_end_selecting(None)
        screen.status.say("Copied, with its source.")

    # The prompt

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about a passage."""
        return self._screen.noting.answered(kind, text) or self._screen.arranging.answered(kind, text)

    def dismissed(self, kind: str) -> None:
        """Esc in the prompt."""
        self._screen.noting.dismissed(kind)
