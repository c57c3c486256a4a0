"""Killed at any moment: what was acknowledged is there, and the file is whole.

pytest -m long tests/library/test_kills.py      two hundred kills
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.formats import article_json
from reader.library import Library
from reader.library.doctor import examine
from tests.builders import Clock, an_article
from tests.library.conftest import HARBOR

ROOT = Path(__file__).resolve().parents[2]
LINES = 3000
# Imports (read ahead by another process), marks, passages, new versions, merging of the index, one after the other;
# each is told once the library has said that it is kept.
VICTIM = """
import datetime, itertools, sys
from pathlib import Path
from reader.library import Library, Origin, ahead, exchange
from reader.model import Article, Block, View
exchange.PART, ahead._WORTH_IT = 20, 0
path, file = Path(sys.argv[1]), Path(sys.argv[2])
library = Library.open(path, clock=lambda: datetime.datetime.now(datetime.UTC))
origin = Origin("feed", "https://harbor.example/feed", "Harbor Courier")
print("open", flush=True)
steps = exchange.Exchange(library).read(file)
for turn in itertools.count():
    step = next(steps, None)
    if step is not None:
        print("lines", step.lines, flush=True)
    if turn % 5 == 4:
        next(library.index.segments.merged(), None)
    rows = library.shelf.window(View(), 0, 50)
    row = rows[turn * 7 % len(rows)]
    library.shelf.mark([row.id], starred=True)
    print("starred", row.id, flush=True)
    passage = library.margins.add(row.id, "Told", (), "{}")
    print("passage", passage.id, flush=True)
    article = Article(f"Version {turn}", (Block("paragraph", f"Walrus{turn} words."),), url=row.url)
    added = library.shelf.add(article, origin, fetched=datetime.datetime.now(datetime.UTC))
    print("version", added.entry_id, turn, flush=True)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file to import that is longer than any of the victims lives."""
    source = {"kind": "feed", "address": HARBOR.address, "title": HARBOR.title}
    path = tmp_path / "in.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(LINES):
            article = an_article(title=f"Told {number}", url=f"https://a.example/{number}")
            stream.write(json.dumps({"article": article_json(article), "source": source}) + "\n")
    return path


def kill_once(path: Path, file: Path, seconds: float) -> list[list[str]]:
    """Let a victim work for so long after it has opened the library; what it had told before it was killed."""
    victim = subprocess.Popen(
        [sys.executable, "-c", VICTIM, str(path), str(file)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert victim.stdout is not None
    assert victim.stdout.readline() == "open\n"
    time.sleep(seconds)
    victim.kill()
    told = victim.stdout.read()
    victim.wait()
    return [line.split() for line in told[: told.rfind("\n") + 1].splitlines()]


def check(path: Path, told: list[list[str]]) -> None:
    wrong = [it for it in examine(path) if not it.well]
    assert not wrong, wrong
    with Library.open(path, clock=Clock()) as library:
        entries = library.db.value("SELECT count(*) FROM entries")
        for what, *rest in told:
            if what == "lines":
                assert entries >= int(rest[0])
            elif what == "starred":
                assert library.shelf.entry(int(rest[0])).starred
            elif what == "passage":
                assert library.margins.passage(rest[0])
            else:
                titles = [
                    library.shelf.article(int(rest[0]), it.number).title for it in library.shelf.versions(int(rest[0]))
                ]
                assert f"Version {rest[1]}" in titles


def kills(tmp_path: Path, file: Path, count: int) -> None:
    chance, told = random.Random(count), list[list[str]]()
    path = tmp_path / "library.db"
    for number in range(count):
        told += kill_once(path, file, chance.uniform(0.0, 0.4))
        if number % 20 == 19:  # begin anew, so that early moments of a library's life are met too
            check(path, told)
            path, told = tmp_path / f"library{number}.db", []
        else:
            check(path, told[-200:])
    if told:
        check(path, told)


def test_ten_kills(tmp_path: Path, file: Path) -> None:
    kills(tmp_path, file, 10)


@pytest.mark.long
def test_two_hundred_kills(tmp_path: Path, file: Path) -> None:
    kills(tmp_path, file, 200)
