"""One line to type in, at the bottom: for a find, a search, a filter, a note, tags, an address."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.events import Key
from textual.widget import Widget

from reader.errors import ReaderError
from reader.text.clean import one_line
from reader.tui.history import History
from reader.tui.messages import Answered, Dismissed, told
from reader.tui.status import StatusLine

if TYPE_CHECKING:
    from textual.widgets import Static

    from reader.tui.prompt_parts import Line


class Prompt(Widget):
    """Asks for one line at a time, in the place of the footer. Its parts are made when it first asks.

    `typed` gets the kind of the question and what stands in the line, at each key.
    """

    def __init__(self, footer: StatusLine, typed: Callable[[str, str], None]) -> None:
        super().__init__(id="prompt")
        self.display = False
        self._footer = footer
        self._typed = typed
        self.kind: str | None = None
        self._parts: tuple[Static, Line, Static] | None = None

    def prepare(self) -> tuple[Static, Line, Static]:
        """A label, the line, and what is told about it."""
        if self._parts is None:
            from reader.tui.prompt_parts import parts

            self._parts = parts(self._heard)
            self.mount_all(self._parts)
        return self._parts

    def _heard(self, text: str) -> None:
        if self.kind is not None:
            if self._footer.display:  # why the answer before could not be read has been seen
                self._footer.settle()
                self._footer.display = False
            self._typed(self.kind, one_line(text))

    def _focus(self) -> None:
        if self.kind is not None:
            self.screen.set_focus(self.line)

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.prepare()[1]

    @property
    def told(self) -> str:
        """What is told about the line."""
        return str(self.prepare()[2].content)

    def ask(self, kind: str, label: str, text: str = "", placeholder: str = "", *, chosen: bool = False) -> None:
        """Ask for a line, with a text that stands there already; what is typed takes its place if it is `chosen`."""
        self.kind = None  # what stands there already was not typed
        line = self.line
        self.prepare()[0].update(label)
        self.tell("")
        line.placeholder = placeholder
        line.password = kind == "password"
        line.value = text
        self.kind = kind
        line.cursor_position = len(text)
        if chosen:
            line.select_all()
        self._stand_in(True)
        self.call_after_refresh(self._focus)  # what is not shown yet cannot have the focus

    def turn(self, history: History, step: int) -> None:
        """Have an earlier or a later line stand there."""
        self.line.value = history.turn(step, self.line.value)
        self.line.cursor_position = len(self.line.value)

    def again(self, kind: str, error: ReaderError) -> None:
        """Ask the same once more with what was typed, which could not be read; below the line stands why."""
        self.kind = kind
        self._footer.fail(error, stays=True)
        self.display = True
        self.call_after_refresh(self._focus)

    def relabel(self, label: str) -> None:
        """Ask by another name."""
        self.prepare()[0].update(label)

    async def key(self, event: Key) -> bool:
        """A key: the line takes it, whether it has the focus already or not. Whether it means anything to a line."""
        if event.key == "escape":
            self.dismiss()
        elif event.key == "enter":
            self._answer(self.line.value)
        elif event.is_printable and event.character is not None:
            self._put(event.character)
        else:
            return await self.line.edit(event.key)
        return True

    def paste(self, text: str) -> None:
        """Put the first line of a text in the place of what is selected."""
        self._put(one_line(next(iter(text.splitlines()), "")))

    def _put(self, text: str) -> None:
        self.line.replace(text, *self.line.selection)

    def tell(self, text: str) -> None:
        """Tell something about what stands there: a count of hits, why it cannot be read."""
        self.prepare()[2].update(text, layout=False)

    def dismiss(self) -> None:
        """Leave without an answer."""
        kind = self._close()
        self._footer.settle()
        if kind is not None:
            told(self, Dismissed(kind))

    def _close(self) -> str | None:
        kind, self.kind = self.kind, None
        self._stand_in(False)
        return kind

    def _stand_in(self, asking: bool) -> None:
        """Be seen in the place of the footer, or the footer again. No classes: the style sheet would be asked for each of
        the parts, a third of the work of an Esc."""
        self.display = asking
        self._footer.display = not asking

    def _answer(self, text: str) -> None:
        kind = self._close()
        if kind is not None:
            told(self, Answered(kind, one_line(text)))
