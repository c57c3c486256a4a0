"""An update beside whoever reads: in a process of its own, which opens the library for itself and tells each outcome.

Reading feeds and pages holds Python's one lock for hundreds of milliseconds a second; in the process of the screen every
key would wait for it. What the update puts on the shelf is seen as what any other program puts there. It ends with the
process that wanted it, and keeps what came until then.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Literal

from reader.apart import Apart
from reader.errors import LibraryError, ReaderError
from reader.library import Library
from reader.model import Outcome

if TYPE_CHECKING:
    from reader.apart import Channel
    from reader.newsroom.web import Web

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


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is told to the process: the library, what time it is, which feeds are to be asked."""

    library: Path
    now: datetime
    which: Which | tuple[int, ...]
    points: int


@dataclass(frozen=True, slots=True)
class _Failed:
    """How the process tells that it cannot go on; a defect of ours with its traceback."""

    happened: str
    advice: str = ""
    defect: str = ""


class Beside:
    """One update, until it has ended or was stopped."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._apart: Apart | None = None
        self._stopped = threading.Event()

    def run(self, which: Which | tuple[int, ...], points: int) -> Iterator[Step]:
        """The steps, as they come; here, where no process can be started. Raises ReaderError where it cannot be done."""
        try:
            apart = Apart(__name__, patient=True)
        except OSError:
            yield from steps(self._web, which, points, self._stopped)
            return
        with apart:
            self._apart = apart
            try:
                apart.tell(_Wish(self._web.library.path, self._web.clock(), which, points))
                if self._stopped.is_set():  # before there was anything to be told
                    apart.hang_up()
                while (step := apart.hear()) is not None:
                    if isinstance(step, _Failed):
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


def _error(told: _Failed) -> Exception:
    return RuntimeError(told.defect) if told.defect else LibraryError(told.happened, told.advice)


def main(channel: Channel) -> None:
    """Be the process: do one update for whoever is at the other end."""
    from reader.newsroom.desks import all_but_two
    from reader.newsroom.web import Web

    wish: _Wish = channel.hear()
    began, stopped = monotonic(), threading.Event()

    def clock() -> datetime:
        return wish.now + timedelta(seconds=monotonic() - began)

    try:
        with Library.open(wish.library, clock=clock) as library:
            web = Web(library, clock)
            web.desks = all_but_two()
            threading.Thread(target=_heed, args=(channel, web, stopped), daemon=True).start()
            for step in steps(web, wish.which, wish.points, stopped):
                channel.tell(step)
            web.close()
        channel.tell(None)
    except ReaderError as error:
        channel.tell(_Failed(error.happened, error.advice))
    except EOFError:  # nobody is there any more
        return
    except BaseException:
        channel.tell(_Failed("", defect=traceback.format_exc()))


def _heed(channel: Channel, web: Web, stopped: threading.Event) -> None:
    """Stop when the other end says nothing more, as a killed program does not."""
    for _ in channel.heard():
        pass
    stopped.set()
    web.stop()


def steps(web: Web, which: Which | tuple[int, ...], points: int, stopped: threading.Event) -> Iterator[Step]:
    """An update in this process, then what is fetched ahead, and at last summaries of so many points."""
    wanted = which if isinstance(which, tuple) else _due(web, everything=which == "due or all")
    yield Step(0, len(wanted))
    came: list[Outcome] = []
    for number, outcome in enumerate(web.update(wanted) if wanted and not stopped.is_set() else (), 1):
        came.append(outcome)
        yield Step(number, len(wanted), outcome)
        if stopped.is_set():  # perhaps before there was anything to stop
            web.stop()
    for outcome in web.ahead() if wanted and not stopped.is_set() else ():
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


def _due(web: Web, *, everything: bool) -> tuple[int, ...]:
    """The feeds that may be asked; all of them where none may and `everything` is wished for."""
    due = tuple(it.id for it in web.due())
    return due or (tuple(it.id for it in web.library.shelf.sources() if it.kind == "feed") if everything else ())
