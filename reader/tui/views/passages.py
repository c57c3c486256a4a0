"""All bookmarked passages of the library, newest first, filtered by words; Enter goes to the place in the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from textual.app import ComposeResult
from textual.events import Key

from reader.errors import ReaderError
from reader.model import Entry, Passage
from reader.newsroom import Newsroom
from reader.text.clean import one_line
from reader.tui.keys import Resolver
from reader.tui.list_rows import Look, cut, date
from reader.tui.messages import Answered, Dismissed, Typed
from reader.tui.painting import Stretch
from reader.tui.prompt import Prompt
from reader.tui.views.page import Lines, LinesPane, PageScreen
from reader.typeset.breaking import fill

_QUOTE = 3
"""Lines of a quote that are shown."""


class PassagesPane(LinesPane):
    """Passages, each a few lines. The cursor is the first line of one."""

    def __init__(self, build: Callable[[int], tuple[Lines, list[int]]]) -> None:
        super().__init__("Passages", self._made)
        self._both = build
        self.starts: list[int] = []

    def _made(self, width: int) -> Lines:
        lines, self.starts = self._both(width)
        return lines

    @property
    def number(self) -> int:
        """The number of the passage under the cursor."""
        return max(0, sum(start <= self.cursor for start in self.starts) - 1)

    def renew(self) -> None:
        """Make the lines anew; the cursor stays on the passage with the same number."""
        number = self.number
        super().renew()
        self.cursor = self.starts[min(number, len(self.starts) - 1)] if self.starts else 0

    def ground(self, number: int) -> tuple[str, ...]:
        """The passage under the cursor is told apart."""
        following = self.starts[self.number + 1] - 1 if self.number + 1 < len(self.starts) else self.count()
        return ("row-cursor",) if self.starts and self.cursor <= number < following else ()

    def cursor_lines(self) -> Iterable[int]:
        """All: a passage is a few lines."""
        return range(self.count())

    def go(self, number: int) -> None:
        """Put the cursor on the passage with that number."""
        if self.starts:
            at = max(0, min(number, len(self.starts) - 1))
            self.cursor = self.starts[at]
            end = self.starts[at + 1] - 1 if at + 1 < len(self.starts) else self.count() - 1
            self.into_sight(self.cursor, max(self.cursor, end), 1)
            self._strips.clear()
            self.refresh()

    def do_down(self, count: int | None) -> None:
        """Passages down."""
        self.go(self.number + (count or 1))

    def do_up(self, count: int | None) -> None:
        """Passages up."""
        self.go(self.number - (count or 1))

    def do_top(self, _: int | None) -> None:
        """The first passage."""
        self.go(0)

    def do_bottom(self, _: int | None) -> None:
        """The last passage."""
        self.go(len(self.starts) - 1)

    def _leap(self, lines: int) -> None:
        self.scroll_line(self.first + lines)
        seen = [number for number, start in enumerate(self.starts) if start >= self.first]
        self.go(seen[0] if seen else len(self.starts) - 1)


class Passages(PageScreen[Passage]):
    """The list of passages."""

    contexts = ("passages", "everywhere")

    def __init__(
        self, room: Newsroom, resolver: Resolver, clock: Callable[[], datetime], *, ascii: bool = False
    ) -> None:
        self._page = PassagesPane(self._build)
        super().__init__(self._page, resolver, ascii=ascii)
        self._room = room
        self._look = Look(1, clock(), ascii=ascii)
        self._ascii = ascii
        self._filter = ""
        self._found: tuple[Passage, ...] = ()
        self._entries: dict[int, Entry] = {}
        self.prompt = Prompt(self.status)

    def compose(self) -> ComposeResult:
        """The page, the prompt and the footer."""
        yield self.pane
        yield self.prompt
        yield self.status

    def on_key(self, event: Key) -> None:
        """A key; in the prompt only Esc is ours. Textual would call the base class for it in any case."""
        event.prevent_default()
        if self.prompt.kind is None:
            super().on_key(event)
        elif event.key == "escape":
            event.stop()
            self.prompt.dismiss()
        else:
            self.prompt.key(event)

    def _build(self, width: int) -> tuple[Lines, list[int]]:
        self._found = self._room.passages(filter=self._filter)
        lines: list[list[Stretch]] = []
        starts = []
        for passage in self._found:
            starts.append(len(lines))
            lines += [*self._passage(passage, min(width, 100)), []]
        if not lines:
            said = (
                f"No passage holds “{self._filter}”."
                if self._filter
                else ("No passage is bookmarked yet: m in an article bookmarks the sentence at the cursor line.")
            )
            lines = [[Stretch(said[a:b], ("quiet",))] for a, b in fill(said, width)]
        return lines, starts

    def _passage(self, passage: Passage, width: int) -> Iterator[list[Stretch]]:
        bar = "| " if self._ascii else "▌ "
        dots = "..." if self._ascii else "…"
        quote = one_line(passage.quote)
        cuts = fill(quote[: _QUOTE * width * 2], width - 2)
        for number, (start, end) in enumerate(cuts[:_QUOTE]):
            last = number == _QUOTE - 1 and len(cuts) > _QUOTE
            text = cut(quote[start:], width - 2, dots) if last else quote[start:end]
            yield [Stretch(bar, ("sign",)), Stretch(text, (f"passage-{passage.kind}",))]
        if passage.note:
            for start, end in fill(one_line(passage.note), width - 2):
                yield [Stretch("  ", ()), Stretch(one_line(passage.note)[start:end], ("note",))]
        yield [Stretch("  ", ()), Stretch(cut(self._about(passage), width - 2, dots), ("about",))]

    def _about(self, passage: Passage) -> str:
        entry = self._entry(passage.entry_id)
        state = {"gone": "no longer in the article", "reworded": "reworded since", "moved": "moved since"}
        told = [
            entry.title if entry else "",
            (entry.publisher or entry.source) if entry else "",
            date(passage.created, self._look) if passage.created else "",
            state.get(passage.state, ""),
            *(f"#{tag}" for tag in passage.tags),
        ]
        return " · ".join(it for it in told if it) if not self._ascii else " - ".join(it for it in told if it)

    def _entry(self, number: int) -> Entry | None:
        if number not in self._entries:
            try:
                self._entries[number] = self._room.row(number)
            except ReaderError:  # deleted meanwhile: the passage still has its own words
                return None
        return self._entries[number]

    @property
    def passage(self) -> Passage | None:
        """The passage under the cursor."""
        return self._found[self._page.number] if self._found else None

    # Commands

    def do_open(self, _: int | None) -> None:
        """To its place in the article."""
        if self.passage is not None:
            self.close(self.passage)

    def do_remove_passage(self, _: int | None) -> None:
        """Take it out."""
        if self.passage is not None:
            self._room.remove_passage(self.passage.id)
            self._page.renew()
            self.status.say("Passage taken out. u brings it back.")

    def do_undo(self, _: int | None) -> None:
        """Take back what was done last."""
        act = self._room.undo()
        self._page.renew()
        self.status.say(f"Undone: {act.label}" if act else "There is nothing to undo.")

    def do_annotate(self, _: int | None) -> None:
        """A note on it."""
        if self.passage is not None:
            self.prompt.ask("note", "Note", one_line(self.passage.note))

    def do_filter_passages(self, _: int | None) -> None:
        """Only those that hold some words."""
        self.prompt.ask("filter", "Passages with", self._filter)

    def do_copy(self, _: int | None) -> None:
        """The quote with its source."""
        if self.passage is not None:
            article = self._room.open(self.passage.entry_id).article
            self.app.copy_to_clipboard(self._room.citation(article, self.passage.quote))
            self.status.say("Copied, with its source.")

    def do_write(self, _: int | None) -> None:
        """All that are shown, as notes in a folder."""
        if self.passage is not None:
            self.prompt.ask(
                "write", "Write notes into folder", str(Path.cwd()), "a folder; it is made if it is not there"
            )

    def on_typed(self, event: Typed) -> None:
        """The filter follows the typing."""
        if event.kind == "filter":
            self._filter = event.text
            self._page.renew()

    def on_answered(self, event: Answered) -> None:
        """Enter in the prompt."""
        if event.kind == "note" and self.passage is not None:
            self._room.change_passage(self.passage.id, note=event.text)
            self._page.renew()
            self.status.say("Note written. u takes it back.")
        elif event.kind == "write" and event.text:
            self._write(Path(event.text).expanduser())
        self._page.focus()

    def _write(self, folder: Path) -> None:
        try:
            written = self._room.write_notes(self._found, folder)
        except ReaderError as error:
            self.status.fail(error)
            return
        count = written.new + written.changed + written.same + written.grown
        self.status.say(f"{count} note{'' if count == 1 else 's'} in {one_line(str(folder))}.")

    def on_dismissed(self, event: Dismissed) -> None:
        """Esc in the prompt."""
        if event.kind == "filter":
            self._filter = ""
            self._page.renew()
        self._page.focus()
