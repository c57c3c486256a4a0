"""The palette's source: every command that can be asked for here, most used first, found by typing."""

from __future__ import annotations

from functools import partial
from typing import Protocol, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.commands import Command, Context, keys_of
from reader.tui.keys import Resolver


class Commanded(Protocol):
    """A screen whose commands can be asked for by name."""

    resolver: Resolver

    def run_command(self, name: str, count: int | None = None) -> None:
        """Do what a command says."""


def contexts_of(screen: object) -> tuple[Context, ...]:
    """The contexts that hold on a screen; everywhere where it names none."""
    here: tuple[Context, ...] = getattr(screen, "contexts", ("everywhere",))
    return here


class Commands(Provider):
    """Commands of the screen that is shown."""

    def _commands(self) -> list[Command]:
        contexts = contexts_of(self.screen)
        resolver: Resolver = cast("Commanded", self.screen).resolver
        used: dict[str, int] = getattr(self.app, "used", {})
        found = [it for it in resolver.here(contexts) if it.id not in ("palette", "point")]
        return sorted(found, key=lambda it: -used.get(it.id, 0))

    def _run(self, command: Command) -> None:
        cast("Commanded", self.screen).run_command(command.id)

    async def discover(self) -> Hits:
        """Everything, most used first."""
        for command in self._commands():
            yield DiscoveryHit(_title(command), partial(self._run, command), help=command.help)

    async def search(self, query: str) -> Hits:
        """What is like the words typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = likeness(query, command, matcher.match(command.label))
            if score > 0:
                yield Hit(score, matcher.highlight(_title(command)), partial(self._run, command), help=command.help)


def likeness(query: str, command: Command, fuzzy: float) -> float:
    """How well a command fits what was typed, 0 to 1: words as they begin before words as they are, guesses last."""
    wanted, label, told = query.casefold().strip(), command.label.casefold(), command.help.casefold()
    if label.startswith(wanted):
        return 1.0
    if any(word.startswith(wanted) for word in label.split()):
        return 0.9
    if any(word.startswith(wanted) for word in told.split()):
        return 0.7
    if wanted in label or wanted in told:
        return 0.6
    return 0.4 * min(1.0, fuzzy) if wanted[:1] == label[:1] else 0.0


def _title(command: Command) -> str:
    keys = " ".join(keys_of(command))
    label = command.label[:1].upper() + command.label[1:]
    return f"{label}  ({keys})" if keys else label
