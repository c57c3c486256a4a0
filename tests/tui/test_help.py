"""Help and palette show the table of commands, whole and with the keys as they are."""

from __future__ import annotations

import pytest

from reader.commands import COMMANDS, Command, Context, keys_of, remapped
from reader.newsroom import Newsroom
from reader.tui.keys import Resolver
from reader.tui.views.help import help_lines
from reader.tui.views.palette import Palette, label_of, likeness
from tests.builders import an_article
from tests.tui.conftest import fill, reading


def told(resolver: Resolver, *contexts: Context, width: int = 200) -> list[str]:
    return ["".join(it.text for it in line).strip() for line in help_lines(resolver, contexts, width)]


@pytest.mark.parametrize("context", sorted({it.where[0] for it in COMMANDS}))
def test_help_tells_every_command_once_wherever_one_is(context: Context) -> None:
    lines = told(Resolver(COMMANDS), context, "everywhere")
    for command in COMMANDS:
        keys = " ".join(keys_of(command)) or f":{command.label}"
        rows = [line for line in lines if line.startswith(keys) and line.endswith(command.help)]
        below = [keys, command.help]
        assert len(rows) == 1 or below in [lines[n : n + 2] for n in range(len(lines))], command.id


def test_help_shows_a_persons_own_keys() -> None:
    lines = told(Resolver(remapped({"star": "S f2"})), "list", "everywhere")
    (row,) = (line for line in lines if line.endswith("Star, or take the star away"))
    assert row.startswith("S F2 ")


@pytest.mark.parametrize("keys", [(), ("enter",), ("enter", "tab"), ("enter", "v"), ("apostrophe",), ("comma",)])
async def test_the_palette_has_every_command_that_can_be_asked_for(keys: tuple[str, ...], room: Newsroom) -> None:
    fill(room, an_article())
    async with reading(room) as reader:
        await reader.press(*keys)
        wanted = reader.app.resolver.here(getattr(reader.app.screen, "contexts", ()))
        await reader.press(":")
        palette = reader.app.screen
        assert isinstance(palette, Palette)
        assert {it.id for it in palette.found} == {it.id for it in wanted} - {"palette", "point"}
        for number, command in enumerate(palette.found):
            row = "".join(it.text for it in palette.pane.line(number)).strip()
            told = row[50:]  # behind the columns of names and keys
            assert row.startswith(label_of(command)) and told
            assert told == command.help or command.help.startswith(told.removesuffix("…")), command.id
            assert all(key in row for key in list(keys_of(command))[:2]), command.id


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_is_found_by_its_name(command: Command) -> None:
    assert likeness(command.label, command, 0.0) == 1.0
