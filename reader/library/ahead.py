"""JSON lines read ahead of the library: understood and made ready, in parts. For a long file that is done in a process
of its own, so that two cores share the work: half of it is reading, folding and compressing, half is the database.

The process reads the open file that it is given as standard input, writes parts to standard output, and ends with
either. It knows nothing of the library; where it fails, the rest is read here.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, BinaryIO

from reader.errors import ReaderError
from reader.library.lines import Line, Shape, line_from
from reader.library.packing import Packer

_LONGEST = 64 * 2**20
# A part ends after so many bytes as well, whatever its lines.
_PART_BYTES = 16 * 2**20
# The process takes 0.2 s to start: a file is worth it from about a thousand articles on.
_WORTH_IT = 4 * 2**20
_PROGRAM = f"from {__name__} import main; main()"
_ROOT = str(Path(__file__).resolve().parents[2])


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that could not be taken in, by its number from 1, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that are taken in together: how many they are, and how many bytes with their ends."""

    told: tuple[tuple[Line | None, Shape | None], ...]
    wrong: tuple[Wrong, ...]
    lines: int
    bytes: int


class Ahead:
    """Parts of a file from a line and an offset on."""

    def __init__(self, stream: BinaryIO, line: int, offset: int, length: int, now: datetime) -> None:
        self._stream = stream
        self._line = line
        self._offset = offset
        self._length = length
        self._now = now

    def parts(self, size: int) -> Iterator[Part]:
        """Parts until the end of the file; `size` is what the file holds in bytes."""
        if size - self._offset > _WORTH_IT and (os.cpu_count() or 1) > 1:
            with suppress(OSError, EOFError, pickle.UnpicklingError), self._elsewhere() as coming:
                while (part := pickle.load(coming)) is not None:
                    yield self._passed(part)
                return
        self._stream.seek(self._offset)
        for part in understood(self._stream, self._line, self._length, self._now):
            yield self._passed(part)

    def _passed(self, part: Part) -> Part:
        self._line += part.lines
        self._offset += part.bytes
        return part

    @contextmanager
    def _elsewhere(self) -> Iterator[IO[bytes]]:
        """What another process writes about the rest of the file."""
        os.lseek(self._stream.fileno(), self._offset, os.SEEK_SET)
        worker = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM, str(self._line), str(self._length), self._now.isoformat()],
            stdin=self._stream.fileno(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))},
            start_new_session=True,  # an interrupt is for who imports, and ends this too
        )
        assert worker.stdout is not None
        try:
            with worker.stdout as coming:
                yield coming
        finally:
            worker.kill()
            worker.wait()


def understood(stream: BinaryIO, line: int, length: int, now: datetime) -> Iterator[Part]:
    """A stream of lines in parts of that length; `line` are before it, `now` is when they come in."""
    packer = Packer()
    while raw := _lines(stream, length):
        told = list[tuple[Line | None, Shape | None]]()
        wrong = list[Wrong]()
        for number, it in enumerate(raw, line + 1):
            if not it.strip():
                continue
            try:
                told.append(line_from(it, now, packer.pack))
            except ReaderError as error:
                wrong.append(Wrong(number, error.happened))
        yield Part(tuple(told), tuple(wrong), len(raw), sum(map(len, raw)))
        line += len(raw)


def _lines(stream: BinaryIO, length: int) -> list[bytes]:
    raw, size = list[bytes](), 0
    while len(raw) < length and size < _PART_BYTES and (it := stream.readline(_LONGEST)):
        raw.append(it)
        size += len(it)
    return raw


def main() -> None:
    """Read standard input ahead for the process that started this one."""
    line, length, now = int(sys.argv[1]), int(sys.argv[2]), datetime.fromisoformat(sys.argv[3])
    out = sys.stdout.buffer
    gc.disable()  # nothing here goes in circles, and looking for circles took a third of the time
    with suppress(BrokenPipeError):
        for part in understood(sys.stdin.buffer, line, length, now):
            pickle.dump(part, out, pickle.HIGHEST_PROTOCOL)
            out.flush()
        pickle.dump(None, out)
        out.flush()
    os._exit(0)  # nothing is left to be written, and nobody may be there to read it
