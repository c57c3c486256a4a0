"""Notes on passages: one line in the prompt, long ones in the person's editor. Nothing that was typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.errors import ReaderError
from reader.model import Passage
from reader.newsroom.undoing import noted
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.tui.stage import Stage

_LINE = 500
"""Characters of a note that still fit into a prompt; a longer one, or one of several lines, is for an editor."""


def is_long(note: str) -> bool:
    """Whether a note cannot be edited in one line without losing something."""
    return len(note) > _LINE or one_line(note) != note.strip()


class Noting:
    """Notes on passages of the open article."""

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self._noted: Passage | None = None
        self._drafts: dict[str, str] = {}

    def do_annotate(self, _: int | None) -> None:
        """A note on the passage at the cursor line; where there is none, on its sentence."""
        marking = self._screen.marking
        try:
            passage = marking.here()
        except ReaderError:
            marking.mark_sentence(self.ask)
            return
        self.ask(passage)

    def do_annotate_selection(self, _: int | None) -> None:
        """Bookmark what is selected and write a note on it."""
        self._screen.marking.mark_selected(self.ask)

    def ask(self, passage: Passage) -> None:
        """Ask for a note; a long one is opened in the editor."""
        if is_long(passage.note):
            self.edit(passage)
            return
        self._noted = passage
        text = self._drafts.get(passage.id, one_line(passage.note))
        self._screen.prompt.ask("note", "Note", text, one_line(passage.quote)[:60])

    def answered(self, kind: str, text: str) -> bool:
        """Enter in the prompt; whether it was about a note."""
        if kind != "note" or self._noted is None:
            return False
        passage, self._noted = self._noted, None
        self._drafts[passage.id] = text  # until it is on the disk
        self._write(passage, text)
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
            self._left(passage)

    def _left(self, passage: Passage) -> None:
        self._screen.status.say("The note is as it was." if passage.note else "Bookmarked without a note.")

    def _write(self, passage: Passage, text: str) -> None:
        room, way_back = self._screen.room, self._screen.way_back

        def run() -> str:
            room.margins.note(passage, text)
            room.margins.forget_draft(passage.id)
            if self._drafts.get(passage.id) == text:
                del self._drafts[passage.id]
            return f"{noted(text)} {way_back}"

        self._screen.act(run)

    # The editor

    def do_write_note(self, _: int | None) -> None:
        """The note in the editor; where there is no passage, on the sentence."""
        marking = self._screen.marking
        try:
            passage = marking.here()
        except ReaderError:
            marking.mark_sentence(self.edit)
            return
        self.edit(passage)

    def edit(self, passage: Passage) -> None:
        """Leave the screen to the editor; what it left is written, unless it is as it was."""
        text = edited(self._screen, passage)
        if text != passage.note:
            self._write(passage, text)
        else:
            self._screen.room.margins.forget_draft(passage.id)
            self._left(passage)


def edited(screen: Stage, passage: Passage) -> str:
    """The note as the editor left it. Raises ReaderError when it failed; what was written by then is kept."""
    room = screen.room
    try:
        with screen.app.suspend():
            return room.margins.edit(passage)
    except SuspendNotSupported as error:
        raise ReaderError(
            "This terminal cannot be left to an editor.", "Write the note in the prompt: a. Or use another terminal."
        ) from error
