"""Help: the commands that can be given where one is, from the same table as the screen's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands import key_name
from reader.errors import UsageError
from reader.linear.orders import OWN, SCREEN, TYPED, Order
from reader.settings import options
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.linear.conversation import Conversation

_FIRST = "Type a command, a number, or Enter to read on. Names may be cut short. help all lists every command."


class Guide:
    """Tells the commands."""

    def __init__(self, session: Conversation) -> None:
        self._session = session

    def do_help(self, order: Order) -> None:
        """The commands for where one is; with a word those that hold it; with "all" all."""
        if not order.words:
            self._session.voice.say(_FIRST)
        told = self._told(order.words.lower())
        if not told:
            raise UsageError(f"No command speaks of “{order.words[:40]}”.", "help all lists every command.")
        self._session.voice.say(*told)

    def _told(self, word: str) -> list[str]:
        """The commands that are meant, a line each; two that are typed alike are told once."""
        here = set(self._session.contexts) - {"everywhere"}
        lines: dict[tuple[str, str], str] = {}
        for command in (*OWN, *self._session.table):
            typed, help = TYPED.get(command.id, (command.id, command.help))
            fits = word == "all" or (word in f"{command.id} {typed} {command.label} {help}".lower() if word else False)
            if command.id not in SCREEN and (fits or (not word and here & set(command.where))):
                keys = " ".join(key_name(it) for it in command.keys if len(it) <= 2 and it.isascii())
                lines.setdefault((typed, help), f"{typed}{f' ({keys})' if keys else ''}: {help}.")
        return list(lines.values())

    do_palette = do_help

    def do_settings(self, _: Order) -> None:
        """The settings as they are, and where they are changed."""
        settings = self._session.settings
        told = [
            f"{it.name}: {_said(getattr(settings, it.name))}. {it.help}." for it in options() if it.type is not dict
        ]
        self._session.voice.say(*told, f"They stand in {one_line(str(settings.config_file))}; an editor changes them.")


def _said(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
