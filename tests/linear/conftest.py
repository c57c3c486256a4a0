"""A conversation over a real library: lines in, what was said out."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader import linear, newsroom
from reader.library import Origin
from reader.model import Article
from reader.newsroom import Newsroom
from reader.settings import Settings
from tests.builders import Clock, an_article

HARBOR = Origin("feed", "https://harbor.example/feed", "Harbor Courier")


class Talk:
    """Talks to one newsroom; each call is a new conversation over the same library."""

    def __init__(self, room: Newsroom, clock: Clock) -> None:
        self.room = room
        self.clock = clock
        self.code = 0

    def add(self, article: Article | None = None) -> int:
        """Put an article into the library; its number there."""
        return self.room.library.shelf.add(article or an_article(), HARBOR, fetched=self.clock()).entry_id

    def __call__(self, *lines: str, sources: tuple[str, ...] = (), **wishes: Any) -> str:
        """What was said to a script of these lines, with these settings."""
        told = io.StringIO()
        settings = replace(self.room.settings, **wishes)
        self.code = linear.run(self.room, settings, sources, io.StringIO("".join(f"{line}\n" for line in lines)), told)
        return told.getvalue()

    def answer(self, *lines: str) -> str:
        """What was said to the last of these lines."""
        return _PROMPT.split(self(*lines))[len(lines)].rstrip("\n")

    def meanwhile(self, *lines: str | Callable[[], object]) -> str:
        """What was said to these lines, between which something is done elsewhere."""
        told = io.StringIO()
        self.code = linear.run(self.room, self.room.settings, (), _Lines(lines), told)
        return told.getvalue()


class _Lines(io.StringIO):
    """Lines of a script, and what is done before the next of them is read."""

    def __init__(self, lines: Sequence[str | Callable[[], object]]) -> None:
        super().__init__()
        self._lines = list(lines)

    def readline(self, _: int | None = -1, /) -> str:  # type: ignore[override]  # io's own bases ask for bytes
        """The next line."""
        while self._lines and callable(done := self._lines[0]):
            done()
            del self._lines[0]
        return f"{self._lines.pop(0)}\n" if self._lines else ""


_PROMPT = re.compile(r"^(?:[\d,]+ of [\d,]+(?:, end)?|list|summary|passages)> .*\n", re.MULTILINE)


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    clock = Clock()
    with newsroom.start(replace(Settings(), data_dir=tmp_path / "data"), clock) as room:
        yield Talk(room, clock)
