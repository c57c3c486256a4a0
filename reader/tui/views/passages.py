"""All bookmarked passages of the library, newest first, filtered while typing; Enter goes to the place in the article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import ReaderError, UsageError
from reader.files import folder_of
from reader.model import Article, Entry, Passage
from reader.newsroom.tagging import tags_of
from reader.newsroom.undoing import noted, tagged, undone
from reader.text.clean import one_line
from reader.text.words import cells
from reader.tui.acting import TAGS
from reader.tui.arranging import kind_after
from reader.tui.list_rows import Look, cut, date
from reader.tui.messages import Answered, Dismissed, Ready
from reader.tui.noting import edited, is_long
from reader.tui.painting import Stretch, margin_sign
from reader.tui.standing import told
from reader.tui.views.asking import AskingScreen
from reader.tui.views.page import ItemsPane, Lines
from reader.typeset.breaking import fill

if TYPE_CHECKING:
    from reader.newsroom.notebook import Written
    from reader.tui.stage import Stage

_MOST = 300
"""Passages that are shown: more are found by typing more. Filling the lines of 300 was measured at 30 ms."""
_NOTE = 4
"""Lines of a note that are shown."""
_HINT = 'words  #tag  from:…  title:…  note:…  kind:green  is:gone  after:"last week"'
_TITLE = 12
"""Cells of an article's title that are shown at least: it is cut before what the person did."""
_QUOTE = 3
"""Lines of a quote that are shown."""


class Passages(AskingScreen[Passage]):
    """The list of passages."""

    contexts = ("passages", "everywhere")

    def __init__(self, reading: Stage) -> None:
        ascii = reading.settings.ascii
        self._page = ItemsPane("Passages", self._build, ascii=ascii)
        super().__init__(self._page, reading.resolver, ascii=ascii)
        self._reading = reading
        self._room = reading.room
        self._look = Look(1, reading.clock(), ascii=ascii)
        self._dots = self._look.sign("…", "...")
        self._found: tuple[Passage, ...] = ()
        self._asked: Passage | None = None  # what a question is about: others may have come before the answer
        self._entries: dict[int, Entry | None] = {}
        self._articles: dict[int, Article | None] = {}

    # Lines

    def _build(self, width: int) -> tuple[Lines, list[int]]:
        try:
            self._found = self._room.passages(filter=self._filter, limit=_MOST)
            self._page.narrowed(self._filter, self._count())
            self.prompt.tell("" if self.prompt.kind is None else self._count())
        except UsageError as error:  # what is being typed cannot be read yet: the list stays
            self.prompt.tell(error.happened)
        lines: list[list[Stretch]] = []
        starts = []
        for passage in self._found:
            starts.append(len(lines))
            lines += [*self._passage(passage, min(width, 100)), []]
        said = self._last_line()
        lines += [[Stretch(said[a:b], ("quiet",))] for a, b in fill(said, width)]
        return lines, starts

    def _count(self) -> str:
        return "none" if not self._found else f"{len(self._found)}{'+' if len(self._found) == _MOST else ''}"

    def _last_line(self) -> str:
        if len(self._found) == _MOST:
            return f"These are the newest {_MOST}: / shows only those with some words, a #tag, from: a source."
        if self._found:
            return ""
        if self._filter:
            return f"No passage holds “{self._filter}”. Esc shows all again."
        return "No passage is bookmarked yet: m in an article bookmarks the sentence at the cursor line."

    def _passage(self, passage: Passage, width: int) -> Iterator[list[Stretch]]:
        bar = f"{margin_sign({passage.kind}, ascii=self._look.ascii)} "
        quote = one_line(passage.quote[: _QUOTE * width * 8])
        yield from self._lines(quote, width, _QUOTE, Stretch(bar, ("sign",)), f"passage-{passage.kind}")
        note = one_line(passage.note[: _NOTE * width * 8])
        yield from self._lines(note, width, _NOTE, Stretch("  ", ()), "note")
        state = told(passage, self._article(passage), 2 * width, self._dots)
        if passage.state == "gone":
            state += f"; Enter reads it in version {passage.version}, where it stood"
        yield from self._lines(state, width, 4, Stretch("  ", ()), "standing")
        yield [Stretch("  ", ()), Stretch(cut(self._about(passage, width - 2), width - 2, self._dots), ("about",))]

    def _lines(self, text: str, width: int, most: int, before: Stretch, name: str) -> Iterator[list[Stretch]]:
        """A text on at most so many lines."""
        cuts = fill(text, width - 2) if text else []
        for number, (start, end) in enumerate(cuts[:most]):
            last = number == most - 1 and len(cuts) > most
            yield [before, Stretch(cut(text[start:], width - 2, self._dots) if last else text[start:end], (name,))]

    def _about(self, passage: Passage, width: int) -> str:
        entry = self._entry(passage.entry_id)
        parts = [
            entry.origin if entry else "",
            date(passage.created, self._look) if passage.created else "",
            passage.kind,
            *(f"#{tag}" for tag in passage.tags),
        ]
        between = self._look.sign(" · ", " - ")
        said = one_line(between.join(it for it in parts if it))
        title = one_line(entry.title) if entry else ""
        room = max(_TITLE, width - cells(between) - cells(said))
        return between.join(it for it in (cut(title, room, self._dots), said) if it)

    def _entry(self, number: int) -> Entry | None:
        if number not in self._entries:
            try:
                self._entries[number] = self._room.row(number)
            except ReaderError:  # deleted meanwhile: the passage still has its own words
                self._entries[number] = None
        return self._entries[number]

    def _article(self, passage: Passage) -> Article | None:
        """The article of a passage that was reworded: its words are shown beside those that were marked."""
        if passage.state != "reworded":
            return None
        if passage.entry_id not in self._articles:
            try:
                self._articles[passage.entry_id] = self._room.open(passage.entry_id).article
            except ReaderError:
                self._articles[passage.entry_id] = None
        return self._articles[passage.entry_id]

    @property
    def passage(self) -> Passage | None:
        """The passage under the cursor."""
        return self._found[self._page.number] if self._found else None

    # Commands

    def do_open(self, _: int | None) -> None:
        """To its place in the article; one that is gone, in the version where it stood."""
        if self.passage is not None:
            self.close(self.passage)

    def do_remove_passage(self, _: int | None) -> None:
        """Take it out."""
        if self.passage is not None:
            self._room.remove_passage(self.passage.id)
            self._said(f"Passage taken out. {self.way_back}")

    def do_undo(self, _: int | None) -> None:
        """Take back what was done last."""
        self._said(undone(self._room.undo()))

    def do_kind(self, count: int | None) -> None:
        """Another color."""
        if self.passage is not None:
            kind = kind_after(self.passage.kind, count)
            self._room.change_passage(self.passage.id, kind=kind)
            self._said(f"The passage is {kind}. {self.way_back}")

    def do_annotate(self, _: int | None) -> None:
        """A note on it; a long one in the editor."""
        if self.passage is None:
            return
        if is_long(self.passage.note):
            self.do_write_note(None)
        else:
            self._asked = self.passage
            self.prompt.ask("note", "Note", one_line(self._asked.note))

    def do_write_note(self, _: int | None) -> None:
        """Its note in the editor."""
        if self.passage is not None:
            self._note(self.passage, edited(self._reading, self.passage))

    def do_tags(self, _: int | None) -> None:
        """Ask for its tags."""
        if self.passage is not None:
            self._asked = self.passage
            self.prompt.ask("tags", "Passage tags", " ".join(self._asked.tags), TAGS)

    def do_filter_passages(self, _: int | None) -> None:
        """Only those that fit some words and fields."""
        self.prompt.ask("filter", "Passages with", self._filter, _HINT, chosen=True)

    def do_copy(self, _: int | None) -> None:
        """The quote with its source."""
        if self.passage is not None:
            article = self._room.open(self.passage.entry_id).article
            self.app.copy_to_clipboard(self._room.citation(article, self.passage.quote))
            self.status.say("Copied, with its source.")

    def do_write(self, _: int | None) -> None:
        """All that fit the filter, as notes in a folder."""
        if self.passage is not None:
            told = "a folder; it is made if it is not there"
            self.prompt.ask("write", "Write notes into folder", str(Path.cwd()), told)

    # The prompt

    def typed(self, kind: str, text: str) -> None:
        """The filter follows the typing."""
        if kind == "filter":
            self.filter_by(text)

    def on_answered(self, event: Answered) -> None:
        """Enter in the prompt."""
        self._page.focus()
        try:
            self._answer(event.kind, event.text)
        except ReaderError as error:
            self.refused(event.kind, error)

    def _answer(self, kind: str, text: str) -> None:
        passage = self._asked
        if kind == "filter":
            self._room.passages(filter=text, limit=1)  # says in two lines what cannot be read
        elif kind == "note" and passage is not None:
            self._note(passage, text)
        elif kind == "tags" and passage is not None:
            tags = tags_of(text)
            self._room.change_passage(passage.id, tags=tags)
            self._said(f"{tagged(tags)} {self.way_back}")
        elif kind == "write" and text:
            self._write(folder_of(text))

    def _note(self, passage: Passage, text: str) -> None:
        if text == passage.note:
            self.status.say("The note is as it was.")
        else:
            self._room.margins.note(passage, text)
            self._said(f"{noted(text)} {self.way_back}")
        self._room.margins.forget_draft(passage.id)

    def _said(self, text: str) -> None:
        self._page.renew()
        self.status.say(text)

    def _write(self, folder: Path) -> None:
        """In the background: each file is forced to the disk, which takes a second for some hundred."""
        room, filter = self._room, self._filter
        self.status.say(f"Writing notes into {one_line(str(folder))}.")

        def run() -> Message:
            try:
                written = room.write_notes(room.passages(filter=filter), folder)
            except ReaderError as error:
                failed = error
                return Ready(lambda: self.status.fail(failed))
            return Ready(lambda: self.status.say(_told(written, folder)))

        self._reading.jobs.act(run)

    def on_dismissed(self, event: Dismissed) -> None:
        """Esc in the prompt."""
        if event.kind == "filter":
            self.filter_by("")
        self._page.focus()


def _told(written: Written, folder: Path) -> str:
    """What became of the notes, in one line."""
    count = written.new + written.changed + written.same + written.grown
    kept = f", {written.same:,} as they were" if written.same else ""
    return f"{count:,} note{'' if count == 1 else 's'} in {one_line(str(folder))}{kept}."
