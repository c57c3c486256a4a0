"""A file of JSON lines read ahead in a process of its own: nothing is another for it, whatever becomes of that."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reader.errors import LibraryError
from reader.formats import article_json
from reader.library import Library, ahead, exchange
from reader.library.ahead import Ahead, Part, understood
from reader.library.exchange import Exchange
from reader.library.instances import IMPORTING
from reader.library.packing import Packed
from reader.model import View
from tests.builders import NOON, Clock, an_article
from tests.library.conftest import HARBOR

LINES = 30


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Thirty articles, and two lines that are none."""
    source = {"kind": "feed", "address": HARBOR.address, "title": HARBOR.title}
    path = tmp_path / "in.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(LINES):
            article = an_article(f"Zelenskiy told {number}.", title=f"Told {number}", url=f"https://a.example/{number}")
            stream.write(json.dumps({"article": article_json(article), "source": source, "tags": ["sea"]}) + "\n")
        stream.write("not JSON\n\n{}\n")
    return path


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even the shortest file is worth a process."""
    monkeypatch.setattr(ahead, "_WORTH_IT", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(exchange, "PART", 7)


def here(path: Path, line: int = 0, offset: int = 0, length: int = 7) -> list[Part]:
    stream = io.BytesIO(path.read_bytes()[offset:])
    return list(understood(stream, line, length, NOON))


def told_of(part: Part) -> tuple[object, ...]:
    """A part without its names, which are given out again where another takes over."""
    bodies = [it.body for line, _ in part.told if line and isinstance(it := line.incoming.article, Packed)]
    return bodies, part.wrong, part.lines, part.bytes


def coming(path: Path, line: int = 0, offset: int = 0) -> Generator[Part, None, None]:
    with path.open("rb") as stream:
        yield from Ahead(stream, line, offset, 7, NOON).parts(path.stat().st_size)


@pytest.mark.usefixtures("elsewhere")
def test_another_process_reads_what_this_one_would(file: Path) -> None:
    assert list(coming(file)) == here(file)
    assert [it.lines for it in here(file)] == [7, 7, 7, 7, 5]
    assert [it.line for part in coming(file) for it in part.wrong] == [LINES + 1, LINES + 3]


@pytest.mark.usefixtures("elsewhere")
def test_reading_begins_in_the_middle_where_it_was(file: Path) -> None:
    first = here(file)[0]
    assert list(coming(file, first.lines, first.bytes)) == here(file, first.lines, first.bytes)
    assert next(it.line for part in coming(file, first.lines, first.bytes) for it in part.wrong) == LINES + 1


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("program", ["import sys; sys.exit(3)", "print('no pickle')", "syntax error"])
def test_what_another_process_does_not_read_is_read_here(
    file: Path, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_PROGRAM", program)
    assert list(coming(file)) == here(file)


@pytest.mark.usefixtures("elsewhere")
def test_a_process_that_dies_half_way_leaves_the_rest(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dying = (
        "import itertools, os, pickle, sys; from reader.library.ahead import understood; from datetime import datetime\n"
        "parts = understood(sys.stdin.buffer, int(sys.argv[1]), int(sys.argv[2]), datetime.fromisoformat(sys.argv[3]))\n"
        "for part in itertools.islice(parts, 2): pickle.dump(part, sys.stdout.buffer)\n"
        "sys.stdout.buffer.write(b'\\x80\\x05half'); sys.stdout.buffer.flush(); os.kill(os.getpid(), 9)\n"
    )
    monkeypatch.setattr(ahead, "_PROGRAM", dying)
    assert [told_of(it) for it in coming(file)] == [told_of(it) for it in here(file)]


def test_where_no_process_can_be_started_everything_is_read_here(
    file: Path, elsewhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert list(coming(file)) == here(file)


@pytest.mark.usefixtures("elsewhere")
def test_stopping_early_leaves_no_process(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def noting(*args: Any, **more: Any) -> subprocess.Popen[bytes]:
        begun.append(popen(*args, **more))
        return begun[-1]

    monkeypatch.setattr(subprocess, "Popen", noting)
    parts = coming(file)
    next(parts)
    parts.close()
    assert [it.returncode is not None for it in begun] == [True]


def test_a_part_ends_when_it_is_long_enough_in_bytes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_PART_BYTES", 1000)
    parts = here(file, length=1000)
    assert len(parts) > 5
    assert sum(it.bytes for it in parts) == file.stat().st_size
    assert sum(it.lines for it in parts) == LINES + 3


def test_an_import_is_the_same_either_way(
    file: Path, tmp_path: Path, elsewhere: None, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    def imported(name: str) -> dict[str, list[object]]:
        with Library.open(tmp_path / name, clock=clock) as library:
            *_, step = Exchange(library).read(file)
            assert (step.new, step.failed) == (LINES, 2)
            assert len(library.index.search("zelensky", limit=99)) == LINES
            tables = ("entries", "versions", "identities", "spellings", "entry_tags", "sources", "changes")
            return {it: library.db.rows(f"SELECT * FROM {it} ORDER BY 1, 2") for it in tables}

    there = imported("there.db")
    monkeypatch.setattr(ahead, "_WORTH_IT", 2**40)
    assert imported("here.db") == there


def test_the_index_is_put_together_at_the_end(
    library: Library, file: Path, elsewhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "PART", 3)
    steps = Exchange(library).read(file)
    for _ in range(10):
        next(steps)
    segments = library.index.segments
    assert segments.count() == 10
    list(steps)
    assert segments.count() == 1
    assert len(library.index.search("told", limit=99)) == LINES
    assert library.shelf.counts(View()).total == LINES


def test_an_import_that_is_stopped_leaves_the_index_as_usual(library: Library, file: Path, elsewhere: None) -> None:
    steps = Exchange(library).read(file)
    next(steps)
    assert library.index.segments.left_piling
    steps.close()
    assert not library.index.segments.left_piling


def test_only_one_imports_at_a_time(library: Library, file: Path, clock: Clock) -> None:
    with Library.open(library.path, clock=clock) as other, other.instance.alone(IMPORTING):
        with pytest.raises(LibraryError) as caught:
            list(Exchange(library).read(file))
        assert "busy" in caught.value.happened
    assert list(Exchange(library).read(file))[-1].new == LINES


def test_times_pass_through(file: Path, elsewhere: None) -> None:
    now = datetime(2026, 5, 4, 3, 2, 1, 99, tzinfo=UTC)
    with file.open("rb") as stream:
        part = next(Ahead(stream, 0, 0, 1, now).parts(file.stat().st_size))
    (line, _), *_ = part.told
    assert line is not None
    assert line.incoming.added == now
