"""The palette: every command that can be asked for here, most used first, found by typing.

Our own and not Textual's, which looks for what was typed behind the next key: Enter right behind a word did whatever stood
on top before, and it looks like no other page here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.events import Key
from textual.fuzzy import FuzzySearch

from reader.commands import Command, keys_of
from reader.text.words import width as cells
from reader.tui.keys import Resolver
from reader.tui.list_rows import cut
from reader.tui.messages import Answered, Dismissed
from reader.tui.painting import Stretch
from reader.tui.views.asking import AskingScreen
from reader.tui.views.page import ItemsPane, Lines

_NAME = 34
"""Cells for the name of a command; the longest has 31."""
_KEYS = 16
"""Cells for its keys."""
_MOVES = {"down": "down", "ctrl+n": "down", "tab": "down", "up": "up", "ctrl+p": "up", "shift+tab": "up"}
_LEAPS = {"pagedown": "page_down", "pageup": "page_up"}


class Palette(AskingScreen[Command]):
    """Commands that are typed for; it is closed with the one that is to be done."""

    def __init__(
        self, resolver: Resolver, commands: Sequence[Command], used: Mapping[str, int], *, ascii: bool = False
    ) -> None:
        """`commands` are those that can be asked for, `used` how often each was done."""
        self._page = ItemsPane("Typing finds a command, ↓ ↑ choose, Enter does it", self._build, height=1, ascii=ascii)
        super().__init__(self._page, resolver, ascii=ascii)
        self._dots = "..." if ascii else "…"
        self._all = sorted(
            (it for it in commands if it.id not in ("palette", "point")), key=lambda it: -used.get(it.id, 0)
        )
        self._wanted = ""
        self.found: Sequence[Command] = self._all

    def on_mount(self) -> None:
        """Typing can begin."""
        self.prompt.ask("command", "Command", "", "what you want to do")

    async def key(self, event: Key) -> None:
        """A key: it moves the cursor, or is typed."""
        move = (_MOVES | _LEAPS).get(event.key)
        if move is not None:
            getattr(self._page, f"do_{move}")(None)
        else:
            await super().key(event)

    def typed(self, kind: str, text: str) -> None:
        """What was typed so far: the best that fits is on top."""
        self._wanted = text
        self.found = fitting(text, self._all) if text.strip() else self._all
        self._page.cursor = 0
        self._page.renew()
        self._page.scroll_line(0)
        self.prompt.tell("" if self.found else "no command is called so")

    def on_answered(self, _: Answered) -> None:
        """Enter: what the cursor is on, if there is anything."""
        self.close(self.found[min(self._page.number, len(self.found) - 1)] if self.found else None)

    def on_dismissed(self, _: Dismissed) -> None:
        """Esc."""
        self.close(None)

    def _build(self, width: int) -> tuple[Lines, list[int]]:
        lines = [_row(it, self._wanted, width, self._dots) for it in self.found]
        return lines, list(range(len(lines)))


def _row(command: Command, wanted: str, width: int, dots: str) -> list[Stretch]:
    """Name, keys, and what it does where there is room for it; the letters that were typed are lit."""
    name = cut(label_of(command), min(_NAME - 2, width), dots)
    lit = set(FuzzySearch().match(wanted, name)[1]) if wanted.strip() else set()
    row = [Stretch(sign, ("hit",) if at in lit else ("unread",)) for at, sign in enumerate(name)]
    keys = " ".join(keys_of(command))
    column = min(_NAME, max(0, width - _KEYS))
    row.append(Stretch(" " * max(1, column - cells(name)), ()))
    row.append(Stretch(cut(keys, _KEYS - 2, dots), ("key",)))
    room = width - column - _KEYS
    if room > 10:
        row.append(Stretch(" " * max(1, _KEYS - cells(cut(keys, _KEYS - 2, dots))), ()))
        row.append(Stretch(cut(command.help, room, dots), ("quiet",)))
    return row


def label_of(command: Command) -> str:
    """A command's name as a row begins with it."""
    return command.label[:1].upper() + command.label[1:]


def fitting(wanted: str, commands: Sequence[Command]) -> list[Command]:
    """The commands that fit what was typed, the best first, else in their own order."""
    fuzzy = FuzzySearch()
    scored = [(likeness(wanted, it, fuzzy.match(wanted, it.label)[0]), it) for it in commands]
    return [it for score, it in sorted(scored, key=lambda pair: -pair[0]) if score > 0]


def likeness(wanted: str, command: Command, fuzzy: float) -> float:
    """How well a command fits what was typed, 0 to 1: words as they begin before words as they are, guesses last.

    `fuzzy` is above 0 where the letters typed stand in the label in their order.
    """
    wanted, label, told = wanted.strip().casefold(), command.label.casefold(), command.help.casefold()
    if label.startswith(wanted):
        return 1.0
    if any(word.startswith(wanted) for word in label.split()):
        return 0.9
    if any(word.startswith(wanted) for word in told.split()):
        return 0.7
    if wanted in label or wanted in told:
        return 0.6
    return 0.4 * min(1.0, fuzzy) if wanted[:1] == label[:1] else 0.0
