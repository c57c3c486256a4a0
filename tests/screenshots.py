"""Makes the pictures in `screenshots/` from the real program over its samples: `python -m tests.screenshots`."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader import newsroom
from reader.settings import Settings
from reader.tui import themes
from reader.tui.app import NewsReader

FOLDER = Path(__file__).resolve().parent.parent / "screenshots"
WHEN = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the size of the screen, the theme, and the keys that lead there."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    theme: str = themes.DARK


_PASSAGES = ("enter", "}", "}", "m", "}", "a", *"check", "enter")
SHOTS = (
    Shot("wide-dark", (160, 45), ("j", "j", "j", "j", "j", "j", "j", "enter", "j", "j", "j")),
    Shot("wide-light", (160, 45), ("j", "j", "enter", "}", "}"), themes.LIGHT),
    Shot("middle", (100, 30), ("j", "enter", "}", "}")),
    Shot("narrow", (60, 20), ("j", "j", "enter")),
    Shot("search", (160, 45), ("j", "j", "j", "j", "j", "j", "j", "enter", "/", *"tereshchenko")),
    Shot("passage", (160, 45), ("j", "j", "enter", "}", "}", "m", "}", "}", "v", "j")),
    Shot("passages", (100, 30), ("j", "j", *_PASSAGES, "apostrophe"), themes.LIGHT),
    Shot("help", (100, 30), ("question_mark",)),
)


async def take(shot: Shot) -> str:
    """The picture as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        settings = Settings(data_dir=place, state_dir=place, config_file=place / "config.toml", theme=shot.theme)
        with newsroom.start(settings, lambda: WHEN, samples=True) as room:
            app = NewsReader(room, settings, clock=lambda: WHEN)
            async with app.run_test(size=shot.size) as pilot:
                await pilot.pause()
                for key in shot.keys:
                    await pilot.press(key)
                    while app.reading_screen.jobs.busy:
                        await asyncio.sleep(0.01)
                await pilot.pause(0.3)
                return app.export_screenshot(title="newsreader")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for shot in SHOTS:
        (FOLDER / f"{shot.name}.svg").write_text(asyncio.run(take(shot)), "utf-8")


if __name__ == "__main__":
    main()
