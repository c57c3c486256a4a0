"""A page that asks: it has a prompt in the place of the footer, and takes the keys that are typed into it."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult

from reader.tui.keys import Resolver
from reader.tui.prompt import Prompt
from reader.tui.views.page import ItemsPane, PageScreen

T = TypeVar("T")


class AskingScreen(PageScreen[T]):
    """A screen with one page, the footer, and a prompt. Its page may show only what fits a filter."""

    prompt: Prompt

    def __init__(self, page: ItemsPane, resolver: Resolver, *, ascii: bool = False) -> None:
        super().__init__(page, resolver, ascii=ascii)
        self._page = page
        self._filter = ""
        self.prompt = Prompt(self.status, self.typed)

    def compose(self) -> ComposeResult:
        """The page, the prompt and the footer."""
        yield self.pane
        yield self.prompt
        yield self.status

    def typed(self, kind: str, text: str) -> None:
        """A key in the prompt: nothing follows it, unless a page wants something to."""

    def filter_by(self, words: str) -> None:
        """Show only what fits some words, or all again."""
        self._filter = words
        self._page.renew()

    def do_leave(self, _: int | None) -> None:
        """Take the filter back; where there is none, back to where one was."""
        if self._filter:
            self.filter_by("")
        else:
            super().do_leave(None)
