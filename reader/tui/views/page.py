"""A page to leaf through: lines with a cursor, and the keys that move and leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from reader.commands import Context
from reader.errors import ReaderError
from reader.tui.keys import Pressed, Resolver, Unknown, written
from reader.tui.list_rows import cut
from reader.tui.moves import Moves
from reader.tui.painting import Stretch
from reader.tui.status import StatusLine

Lines = Sequence[Sequence[Stretch]]
T = TypeVar("T")


class LinesPane(Moves):
    """Lines that somebody made, with a title."""

    def __init__(self, title: str, build: Callable[[int], Lines]) -> None:
        super().__init__(id="page")
        self.add_class("view")
        self._title = title
        self._build = build
        self._lines: Lines = ()

    def on_resize(self) -> None:
        """Lines are filled anew."""
        self.renew()

    def renew(self) -> None:
        """Make the lines anew."""
        self._lines = self._build(max(10, self.inner - 4))
        self.cursor = max(0, min(self.cursor, len(self._lines) - 1))
        self.changed()

    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def title(self) -> Iterable[Stretch]:
        """What this page is."""
        return (self.heading(f"  {cut(self._title, self.inner - 3, '...')}"),)

    def line(self, number: int) -> Iterable[Stretch]:
        """A line, two cells from the edge."""
        return (Stretch("  ", ()), *self._lines[number])

    def filled(self, number: int) -> bool:
        """Every line may hold the cursor."""
        return 0 <= number < len(self._lines)

    def do_down(self, count: int | None) -> None:
        """Lines down: the page moves, for there is nothing to stand on."""
        self.scroll_line(self.first + (count or 1))

    def do_up(self, count: int | None) -> None:
        """Lines up."""
        self.scroll_line(self.first - (count or 1))

    def do_bottom(self, _: int | None) -> None:
        """To the end."""
        self.scroll_line(self.count())

    def do_top(self, _: int | None) -> None:
        """To the beginning."""
        self.scroll_line(0)

    def _leap(self, lines: int) -> None:
        self.scroll_line(self.first + lines)


class PageScreen(Screen[T]):
    """A screen with one page and the footer."""

    AUTO_FOCUS = None
    contexts: tuple[Context, ...] = ("page", "everywhere")

    def __init__(self, pane: Moves, resolver: Resolver, *, ascii: bool = False) -> None:
        super().__init__()
        self.pane = pane
        self.resolver = resolver
        self.status = StatusLine(ascii=ascii)
        self._closed = False

    def compose(self) -> ComposeResult:
        """The page and the footer."""
        yield self.pane
        yield self.status

    def on_mount(self) -> None:
        """The page takes the keys."""
        self.pane.focus()
        self.status.hint(self.resolver.hints(self.contexts))

    def on_key(self, event: Key) -> None:
        """A key."""
        event.stop()
        event.prevent_default()
        self.press(written(event.key, event.character))

    def press(self, key: str) -> None:
        """Take a key as if it had been pressed here."""
        meant = self.resolver.press(key, self.contexts)
        self.status.typed(self.resolver.typed)
        if isinstance(meant, Unknown):
            self.status.say(f"{meant.key} is no key here; ? shows what is.")
        elif isinstance(meant, Pressed):
            self.status.settle()
            self.run_command(meant.command.id, meant.count)

    def run_command(self, name: str, count: int | None = None) -> None:
        """Do what a command of the table says."""
        method = self.method(name)
        if method is not None:
            try:
                method(count)
            except ReaderError as error:
                self.status.fail(error)

    def method(self, name: str) -> Callable[[int | None], Any] | None:
        """The method that does a command."""
        for owner in (self.pane, self, self.app):
            found = getattr(owner, f"do_{name.replace('-', '_')}", None)
            if found is not None:
                return found  # type: ignore[no-any-return]
        return None

    def do_leave(self, _: int | None) -> None:
        """Back to where one was."""
        self.close(None)

    def close(self, result: T | None) -> None:
        """Close the page once: a key that comes after it finds it closed already."""
        if self.is_current and not self._closed:
            self._closed = True
            self.dismiss(result)
