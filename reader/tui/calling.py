"""Commands called by their names: the palette over whatever is shown, and how often each was called, for the next time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.commands import Command
from reader.tui.pressing import Keyed
from reader.tui.views.palette import Palette

if TYPE_CHECKING:
    from reader.tui.stage import Stage

_FACT = "commands called"
"""The name under which the library remembers how often each was: "sort=3 theme=1"."""
_HIGHEST = 999


def told(used: Counter[str]) -> str:
    """Counts as the library remembers them."""
    return " ".join(f"{name}={min(count, _HIGHEST)}" for name, count in sorted(used.items()))


def read(fact: str) -> Counter[str]:
    """How often commands were called, as far as it can be read."""
    pairs = (each.rpartition("=") for each in fact.split())
    return Counter({name: int(count[:3]) for name, _, count in pairs if name and count.isascii() and count.isdigit()})


class Calling:
    """The palette, and the counts."""

    def __init__(self, reading: Stage) -> None:
        self._reading = reading
        self._library = reading.room.library
        self._used = read(self._library.recall(_FACT) or "")

    def call(self) -> None:
        """Show the palette; the command that is chosen is done where one was."""
        reading = self._reading
        asked = reading.app.screen
        if not isinstance(asked, Keyed):
            return

        def chosen(command: Command | None) -> None:
            if command is not None:
                self._used[command.id] += 1
                fact = told(self._used)
                reading.jobs.act(lambda: self._library.remember(_FACT, fact))
                asked.run_command(command.id)

        commands = reading.resolver.here(asked.contexts)
        reading.app.push_screen(Palette(reading.resolver, commands, self._used, ascii=reading.settings.ascii), chosen)
