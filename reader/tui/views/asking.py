"""A page that asks: it has a prompt in the place of the footer, and takes the keys that are typed into it."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult

from reader.tui.keys import Resolver
from reader.tui.moves import Moves
from reader.tui.prompt import Prompt
from reader.tui.views.page import PageScreen

T = TypeVar("T")


class AskingScreen(PageScreen[T]):
    """A screen with one page, the footer, and a prompt."""

    prompt: Prompt

    def __init__(self, pane: Moves, resolver: Resolver, *, ascii: bool = False) -> None:
        super().__init__(pane, resolver, ascii=ascii)
        self.prompt = Prompt(self.status, self.typed)

    def compose(self) -> ComposeResult:
        """The page, the prompt and the footer."""
        yield self.pane
        yield self.prompt
        yield self.status

    def typed(self, kind: str, text: str) -> None:
        """A key in the prompt: nothing follows it, unless a page wants something to."""
