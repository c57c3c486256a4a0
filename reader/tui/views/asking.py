"""A page that asks: it has a prompt in the place of the footer, and takes the keys that are typed into it."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.events import Key

from reader.tui.keys import Resolver
from reader.tui.moves import Moves
from reader.tui.prompt import Prompt
from reader.tui.views.page import PageScreen

T = TypeVar("T")


class AskingScreen(PageScreen[T]):
    """A screen with one page, the footer, and a prompt."""

    def __init__(self, pane: Moves, resolver: Resolver, *, ascii: bool = False) -> None:
        super().__init__(pane, resolver, ascii=ascii)
        self.prompt = Prompt(self.status, self.typed)

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

    def typed(self, kind: str, text: str) -> None:
        """A key in the prompt: nothing follows it, unless a page wants something to."""
