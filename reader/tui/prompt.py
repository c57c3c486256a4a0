"""One line to type in, at the bottom: for a find, a search, a filter, a note, tags, an address."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from reader.text.clean import one_line
from reader.tui.messages import Answered, Dismissed, Typed


class Prompt(Horizontal):
    """Asks for one line at a time."""

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self.kind: str | None = None

    def compose(self) -> ComposeResult:
        """A label, the line, and what is told about it."""
        yield Static("", id="prompt-label", markup=False)
        yield Input(id="prompt-input", select_on_focus=False)
        yield Static("", id="prompt-told", markup=False)

    @property
    def line(self) -> Input:
        """The line itself."""
        return self.query_one("#prompt-input", Input)

    @property
    def told(self) -> str:
        """What is told about the line."""
        return str(self.query_one("#prompt-told", Static).content)

    def ask(self, kind: str, label: str, text: str = "", placeholder: str = "") -> None:
        """Ask for a line, with a text that stands there already."""
        self.kind = kind
        self.query_one("#prompt-label", Static).update(label)
        self.tell("")
        self.line.placeholder = placeholder
        with self.prevent(Input.Changed):
            self.line.value = text
        self.line.cursor_position = len(text)
        self.add_class("-asking")
        self.screen.add_class("-asking-something")
        self.line.focus()

    def tell(self, text: str) -> None:
        """Tell something about what stands there: a count of hits, why it cannot be read."""
        self.query_one("#prompt-told", Static).update(text)

    def dismiss(self) -> None:
        """Leave without an answer."""
        self._close(Dismissed)

    def _close(self, what: type[Dismissed]) -> None:
        kind, self.kind = self.kind, None
        self._hide()
        if kind is not None:
            self.post_message(what(kind))

    def _hide(self) -> None:
        self.remove_class("-asking")
        self.screen.remove_class("-asking-something")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Somebody typed."""
        event.stop()
        if self.kind is not None:
            self.post_message(Typed(self.kind, one_line(event.value)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter was pressed."""
        event.stop()
        kind, self.kind = self.kind, None
        self._hide()
        if kind is not None:
            self.post_message(Answered(kind, one_line(event.value)))
