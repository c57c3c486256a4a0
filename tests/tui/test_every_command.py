"""Every command of the table, asked for from the keyboard alone in each place where it applies: something comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from textual.app import App

from reader.commands import COMMANDS, Command, Context, is_sequence
from reader.filters import Rule
from reader.library import Origin
from reader.model import Block, Enclosure, Removed, Span
from reader.newsroom import Newsroom
from tests.builders import NOON, an_article, paragraph, place
from tests.tui.conftest import COURIER, Reader, reading

FIRST = "The ferry sails again in May. Its crew has waited two years for the day. The city pays half of the repair."
BLOCKS = (
    paragraph(FIRST),
    Block("paragraph", "Read all about it here.", spans=(Span(9, 14, "link", "https://courier.example/b"),)),
    Block("heading", "The crew", level=2),
    *(paragraph(f"Paragraph {number} tells about the ferry and pier {number}. It goes on.") for number in range(40)),
    Block("heading", "The city", level=2),
    paragraph("The last paragraph of it."),
)
FERRY = replace(
    an_article(url="https://courier.example/ferry"), blocks=BLOCKS, removed=(Removed("Subscribe now", "newsletter"),)
)

ITS_OWN = Origin("feed", "http://127.0.0.1:1/feed", "Ferry News")  # nobody answers there
"""Another source than that of the other pages: muting it leaves something in the list."""

TO: Mapping[Context, Sequence[str]] = {
    "list": (),
    "article": ("enter", "g", "g", "}"),
    "sidebar": ("enter", "tab"),
    "asking": ("enter", "/", "f"),
    "linking": ("enter", ";", "a"),
    "choosing": ("v",),
    "selecting": ("enter", "g", "g", "}", "}", "}", "}", "v"),
    "found": ("enter", "/", *"ferry", "enter"),
    "narrowed": ("&", *"ferry", "enter"),
    "passages": ("'",),
    "sources": ("S",),
    "rules": ("g", "r"),
    "files": ("g", "f"),
    "settings": (",",),
    "changes": ("enter", "d"),
    "page": ("?",),
    "everywhere": (),
}
"""The keys that lead from the top of the list to each place."""

BEFORE: Mapping[str, Sequence[str]] = {
    "up": "j", "page-up": "G", "half-up": "G", "top": "j", "heading-up": "G", "previous-unread": "j", "previous-article": "j",
    "previous-passage": "G", "split": "j", "sentence-less": "j", "word-less": "w", "paragraph-less": "}}", "undo": "s",
    "back": "G", "first-widths": ">", "previous-change": "n", "from-newer": "[", "to-older": "[", "to-newer": "[{",
}  # fmt: skip
"""Keys without which a command would have nothing to do."""

AFTER: Mapping[str, Sequence[str]] = {"delete": "u", "mute": "u"}
"""Keys that bring back what the commands behind it need."""

ENDS = {"quit", "quit-now"}
UNSEEN = {"redraw", "suspend", "picture"}
"""What a test without a terminal cannot see; test_customs has them in one. test_picturing has a server with pictures."""


def came(room: Newsroom) -> None:
    """A library in which every command has something to do."""
    for number in range(8):
        older = an_article(
            f"The text of page {number}, which is another.",
            title=f"Page {number}",
            url=f"https://courier.example/{number}",
        )
        room.library.shelf.add(older, COURIER, identity=f"page {number}", fetched=NOON - timedelta(days=number + 1))
    for day, last in enumerate(("It was hot.", "It was cold.", "It rained.")):
        article = replace(FERRY, blocks=(*BLOCKS, paragraph(last)))
        entry = room.library.shelf.add(article, ITS_OWN, fetched=NOON + timedelta(days=day)).entry_id
    room.library.fed.enclose([(entry, [Enclosure("https://courier.example/ferry.mp3", "audio/mpeg", 4_000_000)])])
    room.web.keep_rule(Rule(words="tram", tags=("rails",)))
    room.mark_passage(entry, [place(0, 0, len(FIRST))], "ask")
    room.mark_passage(entry, [place(20, 0, 30)], "why")


@contextmanager
def left(app: App[None]) -> Iterator[None]:
    """The screen left to another program, where there is none to leave."""
    yield


async def to(reader: Reader, *keys: str) -> None:
    """From wherever one is to the top of the list, and from there by keys."""
    for _ in range(8):
        if reader.app.screen is reader.screen and reader.screen.contexts[0] == "list" and not reader.screen.prompt.kind:
            break
        await reader.press("escape")
    await reader.press("g", "g", *keys)


def seen(reader: Reader) -> tuple[str, ...]:
    """All that the terminal would get, and what the footer says."""
    app: App[None] = reader.app
    return (*(strip.render(app.console) for strip in app.screen._compositor.render_strips()), reader.said)


async def ask(reader: Reader, command: Command) -> None:
    """Ask for a command by its first key, else by its name in the palette."""
    if command.keys:
        key = command.keys[0]
        await reader.press(*(key if is_sequence(key) else (key,)))
        return
    await reader.pilot.press(":", *("space" if sign == " " else sign for sign in command.label))
    await reader.pilot.pause(0.3)
    await reader.press("enter")
    await reader.pilot.pause(0.05)
    await reader.settle()


def test_every_place_is_gone_to() -> None:
    assert {it.where[0] for it in COMMANDS} <= set(TO)


@pytest.mark.parametrize("context", TO)
async def test_every_command_does_something_that_is_seen(
    context: Context, room: Newsroom, browsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    monkeypatch.setattr(App, "suspend", left)
    came(room)
    async with reading(room, (140, 30)) as reader:
        for command in [it for it in COMMANDS if it.where[0] == context and it.id not in ENDS | UNSEEN]:
            await to(reader, *TO[context], *BEFORE.get(command.id, ()))
            assert context in getattr(reader.app.screen, "contexts", ()) or reader.screen.prompt.kind, command.id
            before = seen(reader)
            await ask(reader, command)
            assert seen(reader) != before, f"{command.id} in {context}: nothing is seen of it"
            failed = getattr(reader.app.screen, "status", reader.screen.status).failed
            assert not failed, f"{command.id} in {context}: {reader.said}"
            await reader.press(*AFTER.get(command.id, ()))


@pytest.mark.parametrize("command", sorted(ENDS))
async def test_the_ways_out_end_the_program(command: str, room: Newsroom) -> None:
    (row,) = (it for it in COMMANDS if it.id == command)
    for key in row.keys:
        async with reading(room) as reader:
            await reader.pilot.press(key)
            assert not reader.app.is_running, key
