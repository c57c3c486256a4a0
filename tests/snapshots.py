"""Writes the snapshots that tests/tui/test_snapshots.py compares: `python -m tests.snapshots`.

A snapshot is what stands on the screen, the names of the looks row by row, and what each look is: plain text, so that a
difference can be read. It is made of pages, summaries and a clock of its own; only a change of the screen changes it.
"""

from __future__ import annotations

import asyncio
import io
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby
from pathlib import Path

from rich.style import Style

from reader import linear, newsroom
from reader.library import Origin
from reader.model import Article, Block, Glance, Place, Point, Span, Summary
from reader.newsroom import Newsroom
from reader.settings import Settings
from reader.tui import themes
from reader.tui.app import NewsReader
from reader.tui.line_pane import LinePane
from tests.builders import NOON, Clock, an_article, paragraph

FOLDER = Path(__file__).resolve().parent / "tui" / "snapshots"
_COURIER = Origin("folder", "/press/courier", "Harbor Courier")

FERRY = Article(
    "The ferry that waited two years for its harbor",
    (
        paragraph(
            "The ferry across the harbor will sail again in May. Its crew of nine has waited two years for the day."
        ),
        Block("image", "", caption="The ferry at pier 7, before the repair", credit="Ines Moreau"),
        Block("quote", "“We kept the engine warm,” she said.", author="Ines Moreau, who has steered it since 1998"),
        Block("heading", "What it costs", level=2),
        Block(
            "paragraph",
            "The city pays half of the repair, as the council decided in its last session. Nothing else was asked for.",
            spans=(Span(4, 8, "strong", None), Span(45, 52, "link", "https://courier.example/council")),
        ),
        Block("list_item", "a new engine, which is the old one taken apart and put together"),
        Block("list_item", "a bell"),
        Block("table", "", rows=(("Part", "Cost"), ("engine", "410,000"), ("bell", "900"))),
        Block("code", "pier 7: 06:10 06:40\n        07:10"),
        paragraph("港のフェリーは五月にまた動き出す。Nobody on the pier believes it yet."),
    ),
    standfirst="Nine people, one engine and a bell: in May they cross again.",
    byline=("Nora Whitfield",),
    published=NOON,
    publisher="Harbor Courier",
    language="en",
)
_SUMMARY = Summary(
    "Chosen sentences",
    "chosen",
    (
        Point("The ferry across the harbor will sail again in May.", Place("block", 0, 0, 51)),
        Point("The city pays half of the repair.", Place("block", 4, 0, 33)),
    ),
)


@dataclass(frozen=True, slots=True)
class Shot:
    """A screen: its name, its size, the theme, the keys that lead there, whether it is in color."""

    name: str
    size: tuple[int, int]
    keys: Sequence[str]
    theme: str = themes.DARK
    color: str = "auto"


SHOTS = (
    Shot("wide-dark", (160, 45), ("enter", "}", "}", "m")),
    Shot("middle-light", (100, 30), ("enter", "}", "}", "v", "j"), themes.LIGHT),
    Shot("narrow-terminal-colors", (60, 20), ("enter", "/", *"ferry", "enter", "n"), "terminal"),
    Shot("small-light", (40, 12), ("j",), themes.LIGHT),
    Shot("middle-no-color", (100, 30), ("enter", "G", "tab"), color="never"),
)
LINEAR = ("list", "open 1", "mark", "find bell", "summary", "passages", "quit")
"""What is asked of the linear edition."""


def shelve(room: Newsroom) -> None:
    """Pages with all that a page can hold, and with summaries that no other room has a hand in."""
    for number, title in enumerate(("A bell for pier 7", "Rain until Thursday")):
        article = an_article("Another text.", title=title)
        room.library.shelf.add(article, _COURIER, identity=title, fetched=NOON - timedelta(days=number + 1))
    entry = room.library.shelf.add(FERRY, _COURIER, identity="ferry", fetched=NOON).entry_id
    room.library.shelf.keep_summary(entry, [_SUMMARY])
    room.library.shelf.keep_glance(entry, Glance((), (), ()))


@contextmanager
def _surroundings(color: str) -> Iterator[None]:
    """Times in UTC, and colors as wished for, whatever the machine has."""
    before = {name: os.environ.get(name) for name in ("TZ", "NO_COLOR", "COLORTERM")}
    os.environ.update({"TZ": "UTC", "COLORTERM": "truecolor"} | ({"NO_COLOR": "1"} if color == "never" else {}))
    if color != "never":
        os.environ.pop("NO_COLOR", None)
    time.tzset()
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
        time.tzset()


@contextmanager
def _room(wished: Settings) -> Iterator[Newsroom]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        settings = replace(wished, data_dir=place, state_dir=place, config_file=place / "config.toml")
        with newsroom.start(settings, Clock()) as room:
            shelve(room)
            yield room


async def _taken(shot: Shot, room: Newsroom) -> str:
    app = NewsReader(room, room.settings, clock=Clock())
    async with app.run_test(size=shot.size) as pilot:
        for key in ("", *shot.keys):
            await pilot.press(*([key] if key else []))
            while app.reading_screen.jobs.busy:
                await asyncio.sleep(0.01)
            await pilot.pause()
        return told(app)


def take(shot: Shot) -> str:
    """The snapshot of a screen."""
    wished = Settings(theme=shot.theme, color=shot.color, samples=False, read_after=3600.0)
    with _surroundings(shot.color), _room(wished) as room:
        return asyncio.run(_taken(shot, room))


def told(app: NewsReader) -> str:
    """Rows, looks row by row, and a legend of the looks."""
    width, height = app.size
    named = [
        (style, f"{pane.id} {' '.join(key)}".strip())
        for pane in app.screen.query(LinePane)
        for key, style in pane._looks.items()
    ]
    names = dict(sorted(named, key=lambda it: (-len(it[1]), it[1])))  # of several that look alike, the shortest name
    rows, looks, used = [], [], {}
    for strip in app.screen._compositor.render_strips()[:height]:
        rows.append(strip.text.rstrip())
        cells = [(names.get(it.style or Style.null(), str(it.style)), it.cell_length, it.style) for it in strip]
        used.update({name: style for name, _, style in cells if name != str(style)})
        runs = [(name, sum(it[1] for it in each)) for name, each in groupby(cells, key=lambda it: it[0])]
        looks.append(" | ".join(f"{name} {size}" for name, size in runs))
    legend = [f"{name}: {style}" for name, style in sorted(used.items())]
    return "\n".join((f"{width}x{height}", "", *rows, "", *looks, "", *legend, ""))


def linear_edition() -> str:
    """The same pages line by line."""
    said = io.StringIO()
    with _surroundings("never"), _room(Settings(samples=False)) as room:
        linear.run(room, room.settings, (), io.StringIO("".join(f"{line}\n" for line in LINEAR)), said)
    return said.getvalue()


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for shot in SHOTS:
        (FOLDER / f"{shot.name}.txt").write_text(take(shot), "utf-8")
    (FOLDER / "linear.txt").write_text(linear_edition(), "utf-8")


if __name__ == "__main__":
    main()
