"""From key presses to commands: counts and sequences resolved here, by the command table alone.

Pure: no widget, no clock. A key that no context knows is answered with what is near.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.commands import Command, Context, is_sequence, key_name

MOST = 9999
"""The highest count: what is typed beyond it stays there."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A command was asked for, with the count typed before it and the key that asked."""

    command: Command
    count: int | None
    key: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A count or the beginning of a sequence stands there."""

    typed: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No command has this key here; `near` are commands whose sequences begin so, or that have it elsewhere."""

    key: str
    near: tuple[Command, ...] = ()


class Resolver:
    """Takes keys one by one and says what they mean."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self.commands = tuple(commands)
        self._by_context: dict[Context, dict[str, Command]] = {}
        for command in self.commands:
            for place in command.where:
                table = self._by_context.setdefault(place, {})
                for key in command.keys:
                    table.setdefault(key, command)
        self._count = ""
        self._begun = ""
        self._hints: dict[tuple[Context, ...], list[Command]] = {}

    @property
    def typed(self) -> str:
        """The count and the beginning of a sequence that wait for more."""
        return self._count + self._begun

    def reset(self) -> None:
        """Forget what was begun."""
        self._count = self._begun = ""

    def press(self, key: str, contexts: Iterable[Context]) -> Pressed | Waiting | Unknown:
        """What a key means where these contexts hold, the nearest first. Esc takes back what was begun."""
        places = tuple(contexts)
        if key == "escape" and self.typed:
            self.reset()
            return Waiting("")
        if self._is_count(key, places):
            self._count = str(min(MOST, int(self._count + key)))
            return Waiting(self.typed)
        said = self._begun + key
        command = self._find(said, places)
        if command is not None:
            count = int(self._count) if self._count else None
            self.reset()
            return Pressed(command, count, said)
        if len(key) == 1 and self._begins(said, places):
            self._begun = said
            return Waiting(self.typed)
        near = tuple(self._near(self._begun or key, places))
        self.reset()
        return Unknown(said, near)

    def single(self, key: str, context: Context) -> Command | None:
        """What a key that is not to be typed means in one context: no count, no sequence."""
        return self._by_context.get(context, {}).get(key) if len(key) > 1 else None

    def key_for(self, command_id: str, contexts: Iterable[Context] = ()) -> str | None:
        """The first key of a command, as it is printed."""
        places = set(contexts)
        for command in self.commands:
            if command.id == command_id and command.keys and (not places or places & set(command.where)):
                return key_name(command.keys[0])
        return None

    def here(self, contexts: Iterable[Context]) -> list[Command]:
        """The commands that can be asked for where these contexts hold, each with the keys that no nearer one took."""
        places = tuple(contexts)
        found: dict[str, Command] = {}
        for place in places:
            for key, command in self._by_context.get(place, {}).items():
                found.setdefault(key, command)
        reached: dict[Command, list[str]] = {}
        for key, command in found.items():
            reached.setdefault(command, []).append(key)
        return [
            replace(command, keys=tuple(key for key in command.keys if key in reached.get(command, ())))
            for command in self.commands
            if command in reached or (not command.keys and not set(places).isdisjoint(command.where))
        ]

    def hints(self, contexts: Sequence[Context]) -> list[Command]:
        """What the footer shows where these contexts hold: those of the nearest first, help last."""
        key = tuple(contexts)
        if key not in self._hints:
            self._hints[key] = self._sought(key)
        return self._hints[key]

    def _sought(self, contexts: tuple[Context, ...]) -> list[Command]:
        nearest = {id: at for at, place in reversed(list(enumerate(contexts))) for id in self._ids(place)}
        shown = [it for it in self.here(contexts) if it.hint and it.keys and it.id in nearest]
        return sorted(shown, key=lambda it: (nearest[it.id], it.hint))

    def _ids(self, place: Context) -> list[str]:
        return [command.id for command in self.commands if place in command.where]

    def _is_count(self, key: str, places: tuple[Context, ...]) -> bool:
        if self._begun or len(key) != 1 or not key.isascii() or not key.isdigit():
            return False
        return bool(self._count) or (key != "0" and self._find(key, places) is None)

    def _find(self, said: str, places: tuple[Context, ...]) -> Command | None:
        return next((command for it in places if (command := self._by_context.get(it, {}).get(said))), None)

    def _begins(self, said: str, places: tuple[Context, ...]) -> bool:
        return any(_continues(key, said) for it in places for key in self._by_context.get(it, {}))

    def _near(self, key: str, places: tuple[Context, ...]) -> Iterable[Command]:
        tables = [self._by_context.get(it, {}) for it in places]
        begun = [command for table in tables for known, command in table.items() if _continues(known, key)]
        swapped = [command for table in tables if (command := table.get(key.swapcase()))]
        elsewhere = [command for table in self._by_context.values() if (command := table.get(key))]
        return dict.fromkeys([*begun, *swapped, *elsewhere])


def _continues(key: str, said: str) -> bool:
    """Whether a key is a sequence of characters that goes on from what was typed."""
    return len(said) == 1 and key[0] == said and is_sequence(key)


def written(key: str, character: str | None) -> str:
    """A key press as the table writes it: the printed character, else the key's name."""
    printed = character is not None and character.isprintable() and character != " "
    return character if character and printed and not key.startswith("alt+") else key
