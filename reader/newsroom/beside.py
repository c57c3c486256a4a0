"""An update beside whoever reads: in a process of its own, which opens the library for itself and tells each outcome.

Reading feeds and pages holds Python's one lock for hundreds of milliseconds a second; in the process of the screen every
key would wait for it. What the update puts on the shelf is seen as what any other program puts there. It ends with the
process that wanted it, and keeps what came until then.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from reader.apart import Apart
from reader.errors import LibraryError
from reader.library import Library
from reader.model import Outcome, Source

_ERRAND = "reader.newsroom.errand"
"""What the process runs."""
_SUMMED_UP = 500
"""Entries that are summed up ahead; of more nobody reads the rows soon."""

Which = Literal["due", "due or all"]


@dataclass(frozen=True, slots=True)
class Step:
    """How far an update is: what came of a feed, `number` of `expected`, or of a page when all feeds were asked
    (`number` is 0). The first step has no outcome: it tells how much there is to do."""

    number: int
    expected: int
    outcome: Outcome | None = None


class Asking(Protocol):
    """What an update needs of whoever asks the web."""

    @property
    def library(self) -> Library:
        """Where what comes is put."""

    @property
    def clock(self) -> Callable[[], datetime]:
        """What time it is."""

    def due(self) -> tuple[Source, ...]:
        """The feeds that may be asked now."""

    def update(self, only: Collection[int] | None = None) -> Iterator[Outcome]:
        """Ask feeds; an outcome for each."""

    def ahead(self) -> Iterator[Outcome]:
        """Fetch what waits; an outcome for each."""

    def stop(self) -> None:
        """End whatever is under way."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is told to the process: the library, what time it is, which feeds are to be asked."""

    library: Path
    now: datetime
    which: Which | tuple[int, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Failed:
    """How the process tells that it cannot go on; a defect of ours with its traceback."""

    happened: str
    advice: str = ""
    defect: str = ""


class Beside:
    """One update, until it has ended or was stopped."""

    def __init__(self, web: Asking) -> None:
        self._web = web
        self._apart: Apart | None = None
        self._stopped = threading.Event()

    def run(self, which: Which | tuple[int, ...], points: int) -> Iterator[Step]:
        """The steps, as they come; here, where no process can be started. Raises ReaderError where it cannot be done."""
        try:
            apart = Apart(_ERRAND, patient=True)
        except OSError:
            yield from steps(self._web, which, points, self._stopped)
            return
        with apart:
            self._apart = apart
            try:
                apart.tell(Wish(self._web.library.path, self._web.clock(), which, points))
                if self._stopped.is_set():  # before there was anything to be told
                    apart.hang_up()
                while (step := apart.hear()) is not None:
                    if isinstance(step, Failed):
                        raise _error(step)
                    yield step
            except EOFError as error:
                if not self._stopped.is_set():
                    raise LibraryError("The update ended before its time.", "What came until then is kept.") from error

    def stop(self) -> None:
        """Let it come to its end: what is under way is skipped, what came is kept."""
        self._stopped.set()
        if self._apart is not None:
            self._apart.hang_up()


def _error(told: Failed) -> Exception:
    return RuntimeError(told.defect) if told.defect else LibraryError(told.happened, told.advice)


def steps(web: Asking, which: Which | tuple[int, ...], points: int, stopped: threading.Event) -> Iterator[Step]:
    """An update in this process, then what is fetched ahead, and at last summaries of so many points."""
    wanted = which if isinstance(which, tuple) else _due(web, everything=which == "due or all")
    yield Step(0, len(wanted))
    came: list[Outcome] = []
    for number, outcome in enumerate(web.update(wanted) if wanted and not stopped.is_set() else (), 1):
        came.append(outcome)
        yield Step(number, len(wanted), outcome)
        if stopped.is_set():  # perhaps before there was anything to stop
            web.stop()
    by_hand = which == "due or all"  # addresses may wait for a network where there is no feed yet
    for outcome in web.ahead() if (wanted or by_hand) and not stopped.is_set() else ():
        came.append(outcome)
        yield Step(0, len(wanted), outcome)
    _sum_up(web.library, came, points, stopped)


def _sum_up(library: Library, came: Sequence[Outcome], points: int, stopped: threading.Event) -> None:
    """Sum up what came, the last first, as long as nobody wants the end."""
    from reader.newsroom import summing

    made = 0
    for outcome in reversed(came):
        if stopped.is_set() or made >= _SUMMED_UP:
            return
        made += summing.ahead(library, (outcome,), points)


def _due(web: Asking, *, everything: bool) -> tuple[int, ...]:
    """The feeds that may be asked; all of them where none may and `everything` is wished for."""
    due = tuple(it.id for it in web.due())
    return due or (tuple(it.id for it in web.library.shelf.sources() if it.kind == "feed") if everything else ())
