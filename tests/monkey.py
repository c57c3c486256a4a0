"""Random keys on the screen over a large library with updates going on: nothing fails, and nothing grows.

    python -m tests.monkey [--minutes 60] [--seed 1] [--entries 20000]

Keys are those of the command table, words and sizes of the window, by a seeded chance, through a pseudo-terminal. Told
at the end: keys, memory after five minutes (or half of the time) and at the end, open files. It fails when the program
ends or writes a report of a failure, or when memory grew beyond 1.2 times.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path

from reader import newsroom
from reader.commands import COMMANDS
from reader.library import Origin
from reader.library.rows import Incoming
from reader.newsroom import Newsroom
from tests.builders import NOON, an_article
from tests.fakes import Server, a_feed
from tests.terminal import Terminal
from tests.tui.conftest import settings

CONFIG = """updates = true
read_after = 0.5
[keys]
quit = ""
quit-now = ""
suspend = ""
palette = ""
"""
"""Leaving and suspending have no key: the hour is to be one life. The palette, which offers both, has none either."""

_SENT = {
    "space": " ", "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "home": "\x1b[H", "end": "\x1b[F",
    "delete": "\x1b[3~", "backspace": "\x7f", "f1": "\x1bOP", "alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C",
}  # fmt: skip
"""What a terminal sends for a key."""

_WORDS = (
    "ferry",
    "is:unread",
    "harbor -walrus",
    '"the ferry"',
    "after:yesterday",
    "zzz",
    "3 d",
    "#later",
    "[",
    "\\",
    "é",
)
_CALM = 40
"""A key in so many is none: the window changes its size, or nothing is done for a moment."""
_LIMIT = 1.2
"""How much memory may have grown since the first five minutes."""


@dataclass
class Diary:
    """What was seen: moments in seconds, memory in MB, open files."""

    keys: int = 0
    seen: list[tuple[float, float, int]] = field(default_factory=list)

    def look(self, moment: float, pid: int) -> None:
        """Write down how the process is."""
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
        memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
        self.seen.append((moment, memory / 1024, sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())))

    def growth(self, total: float) -> tuple[float, float]:
        """Memory after five minutes, or after half of a shorter time, and at the end; the mean of five looks each."""
        early = [memory for moment, memory, _ in self.seen if moment >= min(300.0, total / 2)][:5]
        late = [memory for _, memory, _ in self.seen][-5:]
        return sum(early) / len(early), sum(late) / len(late)


def sent(key: str) -> str:
    """A key of the command table as a terminal sends it."""
    if key.startswith("ctrl+") and len(key) == 6:
        return chr(ord(key[-1].upper()) & 0x1F)
    return _SENT.get(key, key)


def keys(chance: random.Random) -> Iterator[str]:
    """Keys without end: single ones, counts, and words typed where something is asked for."""
    never = {"ctrl+z", "ctrl+q", "ctrl+c", "ctrl+p", ":"}
    every = [sent(key) for command in COMMANDS for key in command.keys if key not in never]
    calm = ["j", "k", " ", "\r", "\x1b", "h", "J", "G", "n", "\x1b"]
    while True:
        kind = chance.random()
        if kind < 0.5:
            yield chance.choice(calm)
        elif kind < 0.9:
            yield chance.choice(every)
        elif kind < 0.93:
            yield f"{chance.randint(1, 99)}{chance.choice('jkGm')}"
        elif kind < 0.97:
            yield f"{chance.choice(('/', '&', 'g/'))}{chance.choice(_WORDS)}\r"
        else:
            yield "\x1b\x1b"


def fill(room: Newsroom, entries: int) -> None:
    """A library of so many articles from fifty sources."""
    for start in range(0, entries, 500):
        part = [
            Incoming(
                an_article(
                    *(
                        f"Paragraph {row} of story {number} tells of the ferry, the walrus and the harbor."
                        for row in range(9)
                    ),
                    title=f"Story {number}",
                    url=f"https://a.example/{number}",
                    published=NOON - timedelta(minutes=number),
                ),
                Origin("feed", f"https://a.example/feed{number % 50}", f"Courier {number % 50}"),
                NOON,
            )
            for number in range(start, min(start + 500, entries))
        ]
        room.library.shelf.add_many(part)


def news(server: Server, ending: threading.Event) -> None:
    """A few feeds that have something new every other second."""
    for turn in count():
        for feed in range(4):
            titles = [f"News {turn + step} of {feed}" for step in range(8)]
            server.page(f"/feed{feed}", a_feed(*titles, address=f"https://b.example/{feed}/{turn}"), "text/xml")
        if ending.wait(2):
            return


def live(folder: Path, seconds: float, seed: int, entries: int) -> Diary:
    """Let the monkey play. Raises AssertionError when the program ends or reports a failure of its own."""
    diary, chance, ending = Diary(), random.Random(seed), threading.Event()
    (folder / "config.toml").write_text(CONFIG, "utf-8")
    with Server() as server:
        threading.Thread(target=news, args=(server, ending), daemon=True).start()
        with newsroom.start(settings(folder)) as room:
            fill(room, entries)
            for feed in range(4):
                room.library.sources.add(Origin("feed", server.url(f"/feed{feed}"), f"Feed {feed}"))
        terminal = Terminal(
            folder,
            environment={
                "NEWSREADER_CONFIG": str(folder / "config.toml"),
                "BROWSER": "true",
                "EDITOR": "true",
                "VISUAL": "",
            },
        )
        try:
            terminal.until("Story")
            _play(terminal, chance, diary, seconds)
        finally:
            ending.set()
            terminal.kill()
            log = folder / "state" / "newsreader.log"
            assert not log.exists(), log.read_text("utf-8")[-3000:]
    return diary


def _play(terminal: Terminal, chance: random.Random, diary: Diary, seconds: float) -> None:
    begin, look = time.monotonic(), 0.0
    for key in keys(chance):
        moment = time.monotonic() - begin
        if moment > seconds:
            return
        if moment >= look:
            diary.look(moment, terminal.process.pid)
            look += min(15.0, seconds / 12)
        if chance.randrange(_CALM) == 0:
            terminal.resize(chance.choice((40, 60, 80, 100, 140, 200)), chance.choice((5, 12, 24, 40, 60)))
            if chance.random() < 0.3:
                terminal.press("R")
        terminal.press(key)
        diary.keys += 1
        terminal.quiet(0.02, 0.2)
        if terminal.process.poll() is not None:
            raise AssertionError(f"ended with {terminal.process.poll()} at key {diary.keys}: {terminal.seen[-3000:]!r}")


def main() -> int:
    """Play and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--entries", type=int, default=20_000)
    wished = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsreader-monkey-") as folder:
        home = Path(folder) / "home"  # what it writes beside its own folder goes with it
        home.mkdir()
        diary = live(home, wished.minutes * 60, wished.seed, wished.entries)
    early, late = diary.growth(wished.minutes * 60)
    files = [number for _, _, number in diary.seen]
    sys.stdout.write(
        f"{diary.keys:,} keys in {wished.minutes:g} minutes over {wished.entries:,} entries, seed {wished.seed}\n"
        f"memory {diary.seen[0][1]:.0f} MB at the start, {early:.0f} early, {late:.0f} at the end: {late / early:.2f} times\n"
        f"open files {files[0]} at the start, {max(files)} at most, {files[-1]} at the end\n"
    )
    return int(late > early * _LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
