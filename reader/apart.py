"""This program once more, in a process of its own: work that would hold up whoever reads is done there.

Python runs one thread at a time, so a thread at work in the background holds up every key by its 5 ms; a process has a
core of its own. Values go to and fro pickled, between two processes of one program and one person only. Either ends with
the other: a killed program leaves nothing running.
"""

from __future__ import annotations

import importlib
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

_ROOT = str(Path(__file__).resolve().parents[1])
_PROGRAM = f"from {__name__} import serve; serve()"
_PATIENCE = 10
"""How nice (`nice(1)`) a patient process is: on a busy machine keys go first, and it still gets a tenth of a core."""


class Channel:
    """Two ends between which values go to and fro."""

    def __init__(self, coming: IO[bytes], going: IO[bytes]) -> None:
        self._coming = coming
        self._going = going

    def tell(self, value: object) -> None:
        """Send a value. Raises EOFError when nobody is there any more."""
        try:
            pickle.dump(value, self._going, pickle.HIGHEST_PROTOCOL)
            self._going.flush()
        except (OSError, ValueError) as error:
            raise EOFError("the other end is gone") from error

    def hear(self) -> Any:
        """The next value that comes. Raises EOFError when none will."""
        try:
            return pickle.load(self._coming)
        except (OSError, ValueError, pickle.UnpicklingError) as error:
            raise EOFError("the other end is gone") from error

    def heard(self) -> Iterator[Any]:
        """Every value that comes, until none will."""
        with suppress(EOFError):
            while True:
                yield self.hear()


class Apart(Channel):
    """A process that runs `main(channel)` of a module, from here to `end`."""

    def __init__(self, module: str, *, patient: bool = False) -> None:
        """Start it; a patient one gives way to whoever else wants the processor. Raises OSError."""
        path = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM, module, str(_PATIENCE * patient)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,  # an interrupt is for the program that was started by a person
        )
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        super().__init__(self._process.stdout, self._process.stdin)

    def hang_up(self) -> None:
        """Let it hear nothing more, which asks it to come to an end; what it still says can be heard."""
        with suppress(OSError):
            self._going.close()

    def end(self) -> None:
        """End it now."""
        self._process.kill()
        self.hang_up()
        self._coming.close()
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()


def serve() -> None:
    """Be the process: what is printed by mistake goes nowhere, standard output belongs to the channel."""
    module, nice = sys.argv[1], int(sys.argv[2])
    if nice and hasattr(os, "nice"):
        os.nice(nice)
    going = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(EOFError):
        importlib.import_module(module).main(Channel(sys.stdin.buffer, going))
    os._exit(0)  # threads that wait for the network are not waited for
