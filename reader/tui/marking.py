"""Marking passages: select by keys, bookmark, annotate, go from one to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import ReaderError
from reader.model import Passage, Place
from reader.text.clean import one_line
from reader.tui.messages import Acted, Marked

if TYPE_CHECKING:
    from reader.tui.screen import ReadingScreen
    from reader.tui.selection import Selection, Unit


class Marking:
    """Passages of the open article."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._noted: Passage | None = None
        self._drafts: dict[str, str] = {}

    # Bookmarks

    def do_mark(self, _: int | None) -> None:
        """Bookmark the sentence at the cursor line."""
        selection = self._at_cursor("sentence")
        if selection is not None:
            self._keep(selection)

    def do_mark_selection(self, _: int | None) -> None:
        """Bookmark what is selected."""
        selection = self._screen.article.selection
        if selection is not None:
            self._keep(selection)
            self.do_end_selecting(None)

    def _keep(self, selection: Selection, then_note: bool = False) -> None:
        screen = self._screen
        reading, selecting = screen.reading, screen.article.selecting
        assert reading is not None and selecting is not None
        places = selecting.places(selection)
        room, number = screen.room, reading.entry.id
        known = next((it for it in reading.passages if it.places == places), None)
        if known is not None:
            screen.status.say("This is bookmarked already; a writes a note, M takes it out.")
            if then_note:
                self._ask_note(known)
            return

        def run() -> Message:
            return Marked(room.mark_passage(number, places))

        self._note_next = then_note
        screen.jobs.act(run)

    _note_next = False

    def marked(self, passage: Passage) -> None:
        """Paint a passage that is on the disk."""
        self._screen.acting.renew()
        if self._note_next:
            self._note_next = False
            self._ask_note(passage)
        else:
            self._screen.status.say("Bookmarked. a writes a note, u takes it back.")

    def do_unmark(self, _: int | None) -> None:
        """Take the passage at the cursor out."""
        passage = self._here()
        room = self._screen.room

        def run() -> Message:
            room.remove_passage(passage.id)
            return Acted(None, "Passage taken out. u brings it back.")

        self._screen.jobs.act(run)

    # Selecting

    def do_select(self, _: int | None) -> None:
        """Begin with the sentence at the cursor line."""
        self._screen.article.select(self._at_cursor("sentence"))

    def do_select_paragraph(self, _: int | None) -> None:
        """Begin with the paragraph at the cursor line."""
        self._screen.article.select(self._at_cursor("paragraph"))

    def _at_cursor(self, unit: Unit) -> Selection | None:
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

    # Notes

    def do_annotate_selection(self, _: int | None) -> None:
        """Bookmark what is selected and write a note on it."""
        selection = self._screen.article.selection
        if selection is not None:
            self._keep(selection, then_note=True)
            self.do_end_selecting(None)

    def do_annotate(self, _: int | None) -> None:
        """A note on the passage at the cursor line; where there is none, on its sentence."""
        try:
            passage = self._here()
        except ReaderError:
            selection = self._at_cursor("sentence")
            if selection is not None:
                self._keep(selection, then_note=True)
            return
        self._ask_note(passage)

    def _ask_note(self, passage: Passage) -> None:
        self._noted = passage
        text = self._drafts.get(passage.id, one_line(passage.note))
        self._screen.prompt.ask("note", "Note", text, one_line(passage.quote)[:60])

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about a note."""
        if kind != "note" or self._noted is None:
            return False
        passage, room = self._noted, self._screen.room
        self._noted = None
        self._drafts.pop(passage.id, None)

        def run() -> Message:
            room.change_passage(passage.id, note=text)
            return Acted(None, f"Note {'written' if text else 'taken out'}. u takes it back.")

        self._screen.jobs.act(run)
        return True

    def dismissed(self, kind: str) -> None:
        """Esc in the prompt: the passage stays as it is; what was typed is there when asked again."""
        passage, self._noted = self._noted, None
        if kind != "note" or passage is None:
            return
        typed = one_line(self._screen.prompt.line.value)
        if typed and typed != one_line(passage.note):
            self._drafts[passage.id] = typed
            self._screen.status.say("The note is not written; a shows again what was typed.")
        else:
            self._screen.status.say("The note is as it was." if passage.note else "Bookmarked without a note.")

    # From passage to passage

    def _here(self) -> Passage:
        """The passage that the cursor line touches."""
        screen = self._screen
        for passage in screen.article.in_order():
            if any(screen.article.shows(place) for place in passage.places):
                return passage
        raise ReaderError("There is no passage on this line.", "m bookmarks its sentence; ] goes to the next passage.")

    def do_next_passage(self, count: int | None) -> None:
        """The next passage."""
        self._walk(count or 1)

    def do_previous_passage(self, count: int | None) -> None:
        """The passage before."""
        self._walk(-(count or 1))

    def _walk(self, step: int) -> None:
        screen = self._screen
        lines = [(screen.article.at(it.places[0]), it.places[0]) for it in screen.article.in_order()]
        cursor = screen.article.cursor
        beyond = [it for it in lines if it[0] > cursor] if step > 0 else [it for it in lines if it[0] < cursor][::-1]
        if not beyond:
            screen.status.say("No passage further down." if step > 0 else "No passage further up.")
            return
        place: Place = beyond[min(abs(step), len(beyond)) - 1][1]
        screen.going.remember()
        screen.article.reveal(place)

    def do_passages(self, _: int | None) -> None:
        """All passages of the library."""
        from reader.tui.views.passages import Passages

        screen = self._screen
        view = Passages(screen.room, screen.resolver, screen.clock, ascii=screen.settings.ascii)
        screen.app.push_screen(view, self.chosen)

    def chosen(self, passage: Passage | None) -> None:
        """Open a passage's article at its place."""
        screen = self._screen
        screen.acting.renew()
        if passage is None:
            return
        place = passage.places[0] if passage.places else None
        reading = screen.reading
        if reading is not None and reading.entry.id == passage.entry_id and place is not None:
            screen.going.jump(place)
            return
        screen.going.open(screen.room.row(passage.entry_id), at=place)
        if place is None:
            screen.status.say("This passage is no longer in the article.")
        else:
            screen.article.light(place)
