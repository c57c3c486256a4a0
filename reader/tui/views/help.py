"""The help: every key that works where one is, made from the command table."""

from __future__ import annotations

from collections.abc import Sequence

from reader.commands import Command, Context, keys_of
from reader.text.words import width as cells
from reader.tui.keys import Resolver
from reader.tui.painting import Stretch
from reader.tui.views.page import Lines, LinesPane, PageScreen
from reader.typeset.breaking import fill

_HEADS: dict[Context, str] = {
    "asking": "While typing a find",
    "linking": "With a link picked",
    "choosing": "With rows chosen",
    "selecting": "While selecting",
    "found": "While a find is shown",
    "narrowed": "In a search or filter",
    "list": "In the list",
    "article": "In the article",
    "sidebar": "In the sidebar",
    "passages": "In the list of passages",
    "sources": "In the list of sources",
    "rules": "In the list of rules",
    "files": "In the list of an entry’s files",
    "picture": "Where a picture is shown",
    "settings": "In the settings",
    "changes": "Where two versions are compared",
    "page": "Here",
    "everywhere": "Everywhere",
}
_UNHINTED = 99
_KEYS = 18
"""Cells for the keys of a command."""


class Help(PageScreen[None]):
    """Keys and what they do, nearest first."""

    def __init__(self, resolver: Resolver, contexts: Sequence[Context], *, ascii: bool = False) -> None:
        title = "Keys: a number before one repeats it; : finds all"
        pane = LinesPane(title, lambda width: help_lines(resolver, contexts, width), ascii=ascii)
        super().__init__(pane, resolver, ascii=ascii)

    do_help = PageScreen.do_leave


def help_lines(resolver: Resolver, contexts: Sequence[Context], width: int) -> Lines:
    """The commands of these contexts under a head each, what the footer shows first; then all others."""
    lines: list[list[Stretch]] = []
    told: set[str] = set()
    here = {command.id for command in resolver.here(contexts)}
    for context in contexts:
        found = [it for it in resolver.commands if context in it.where and it.id in here and it.id not in told]
        found.sort(key=lambda it: it.hint or _UNHINTED)
        told.update(it.id for it in found)
        lines += _section(_HEADS[context], found, width)
    for context, head in _HEADS.items():
        found = [it for it in resolver.commands if context in it.where and it.id not in told]
        told.update(it.id for it in found)
        if context not in contexts:
            lines += _section(head, found, width)
    return lines[1:]


def _section(head: str, commands: Sequence[Command], width: int) -> list[list[Stretch]]:
    if not commands:
        return []
    lines = [[], [Stretch(head, ("head",))]]
    for command in commands:
        keys = " ".join(keys_of(command)) or f":{command.label}"
        column = min(_KEYS, max(6, width // 3))
        room = max(10, width - column)
        first = True
        if cells(keys) >= column:
            lines.append([Stretch(keys, ("key",))])
            keys = ""
        for start, end in fill(command.help, room):
            left = keys if first else ""
            lines.append(
                [Stretch(left + " " * (column - cells(left)), ("key",)), Stretch(command.help[start:end], ("seen",))]
            )
            first = False
    return lines
