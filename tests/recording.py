"""Makes `screenshots/tour.svg`, a recording of the real program over its samples: `python -m tests.recording`.

An animated SVG without script: each row that was ever on the screen once, shown while it was there. Whoever asks for
less motion sees one still picture.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from rich.style import Style

from reader import newsroom
from reader.settings import Settings
from reader.text.words import width as cells
from reader.tui.app import NewsReader
from reader.tui.themes import DARK, THEMES
from tests.screenshots import FOLDER, WHEN

SIZE = (100, 30)
_CELL, _ROW = 8.4, 17
"""Pixels of a character, at 14 pixels of type."""
_GROUND = next(theme.background for theme in THEMES if theme.name == DARK)


@dataclass(frozen=True, slots=True)
class Beat:
    """Keys pressed one after another, and how long each of their screens is shown, in seconds."""

    keys: Sequence[str]
    stays: float = 0.9


TOUR = (
    Beat(("",), 1.6),
    Beat(("j",) * 6, 0.18),
    Beat(("j", "enter"), 1.2),
    Beat(("j",) * 3, 0.25),
    Beat(("space",), 1.4),
    Beat(("/",), 0.8),
    Beat(tuple("tereshchenko"), 0.16),
    Beat(("",), 1.6),
    Beat(("enter", "n", "n"), 0.9),
    Beat(("escape", "}"), 0.5),
    Beat(("m",), 1.4),
    Beat(("}", "a"), 0.8),
    Beat(tuple("ask her"), 0.14),
    Beat(("enter",), 1.6),
    Beat(("i",), 1.2),
    Beat(("j", "j", "enter"), 0.8),
    Beat(("apostrophe",), 1.8),
    Beat(("j", "enter"), 1.4),
    Beat(("q",), 1.8),
)

Row = tuple[tuple[str, Style], ...]
"""What stands in a row: texts that look alike."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen, and when it is shown, in seconds from the beginning."""

    rows: tuple[Row, ...]
    begin: float
    end: float


async def play(beats: Sequence[Beat] = TOUR) -> list[Frame]:
    """Press the keys and write down what is seen."""
    frames: list[Frame] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        settings = Settings(data_dir=place, state_dir=place, config_file=place / "config.toml")
        with newsroom.start(settings, lambda: WHEN, samples=True) as room:
            app = NewsReader(room, settings, clock=lambda: WHEN)
            async with app.run_test(size=SIZE) as pilot:
                for key, stays in ((key, beat.stays) for beat in beats for key in beat.keys):
                    await pilot.press(*([{" ": "space"}.get(key, key)] if key else []))
                    while app.reading_screen.jobs.busy:
                        await asyncio.sleep(0.01)
                    await pilot.pause(0.05)
                    begin = frames[-1].end if frames else 0.0
                    frames.append(Frame(tuple(_rows(app)), begin, begin + stays))
    return frames


def _rows(app: NewsReader) -> Iterator[Row]:
    for strip in app.screen._compositor.render_strips()[: SIZE[1]]:
        parts = [(it.text, it.style or Style.null()) for it in strip]
        yield tuple(("".join(text for text, _ in each), style) for style, each in groupby(parts, key=lambda it: it[1]))


class Drawing:
    """The SVG while it is put together: looks are classes, times are animations."""

    def __init__(self, length: float) -> None:
        self._length = length
        self._looks: dict[str, str] = {}
        self._times: dict[tuple[tuple[float, float], ...], str] = {}

    def row(self, y: int, row: Row, times: Sequence[tuple[float, float]], *, still: bool) -> str:
        """A row of the screen, seen from when to when; `still` in the picture without motion too."""
        name = self._times.setdefault(tuple(times), f"t{len(self._times)}")
        parts = [*_grounds(row, y)]
        at = 0
        for text, style in row:
            words = text.strip()
            if words:
                lead = at + cells(text[: len(text) - len(text.lstrip())])
                place = f'x="{_pixels(lead)}" y="{y * _ROW + 13}" textLength="{_pixels(cells(words))}"'
                parts.append(f'<text {place} class="{self._look(style)}">{escape(words)}</text>')
            at += cells(text)
        return f'<g class="{name}{" still" if still else ""}">{"".join(parts)}</g>' if parts else ""

    def _look(self, style: Style) -> str:
        told = f"fill:{style.color.name if style.color else '#d8d4cb'}"
        told += ";font-weight:bold" if style.bold else ""
        told += ";font-style:italic" if style.italic else ""
        told += ";text-decoration:underline" if style.underline else ""
        return self._looks.setdefault(told, f"l{len(self._looks)}")

    def sheet(self) -> str:
        """The style sheet."""
        rules = [f".{name}{{{told}}}" for told, name in self._looks.items()]
        for times, name in self._times.items():
            if times == ((0.0, self._length),):
                rules.append(f".{name}{{visibility:visible}}")
                continue
            steps = ["0%{visibility:hidden}"]
            for begin, end in times:
                steps.append(f"{begin / self._length:.2%}{{visibility:visible}}")
                steps.append(f"{end / self._length:.2%}{{visibility:hidden}}" if end < self._length else "")
            rules.append(f"@keyframes {name}{{{''.join(steps)}}}")
            rules.append(f".{name}{{animation:{name} {self._length:g}s step-end infinite}}")
        return (
            "g{visibility:hidden}text{font:14px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}"
            + "".join(rules)
            + "@media(prefers-reduced-motion:reduce){g{animation:none!important;visibility:hidden}.still{visibility:visible}}"
        )


def _grounds(row: Row, y: int) -> Iterator[str]:
    """Rectangles for what does not stand on the common ground."""
    at = 0
    for ground, each in groupby(row, key=lambda part: part[1].bgcolor.name if part[1].bgcolor else _GROUND):
        size = sum(cells(text) for text, _ in each)
        if ground != _GROUND:
            place = f'x="{_pixels(at)}" y="{y * _ROW}" width="{_pixels(size)}" height="{_ROW}"'
            yield f'<rect {place} fill="{ground}"/>'
        at += size


def _pixels(columns: int) -> str:
    return f"{columns * _CELL:g}"


def drawn(frames: Sequence[Frame], still: int) -> str:
    """The recording as SVG; `still` is the number of the frame for those who want no motion."""
    drawing = Drawing(frames[-1].end)
    body: list[str] = []
    for y in range(SIZE[1]):
        shown: dict[Row, list[tuple[float, float]]] = {}
        for row, each in groupby(frames, key=lambda frame: frame.rows[y]):
            lasting = list(each)
            shown.setdefault(row, []).append((lasting[0].begin, lasting[-1].end))
        body += [drawing.row(y, row, times, still=row == frames[still].rows[y]) for row, times in shown.items()]
    width, height = round(SIZE[0] * _CELL), SIZE[1] * _ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 {width + 20} {height + 20}">'
        f"<title>newsreader: opening, finding, marking, coming back</title><style>{drawing.sheet()}</style>"
        f'<rect x="-10" y="-10" width="{width + 20}" height="{height + 20}" rx="8" fill="{_GROUND}"/>'
        f"{''.join(body)}</svg>\n"
    )


def main() -> None:
    """Write it."""
    frames = asyncio.run(play())
    (FOLDER / "tour.svg").write_text(drawn(frames, still=len(frames) // 2), "utf-8")


if __name__ == "__main__":
    main()
