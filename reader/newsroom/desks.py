"""Several desks at once, so that reading feeds uses several cores: answers of the network in, feeds ready for the shelf out.

A few feeds are read right here. Where what came so far says that there will be more than `WORTH_IT`, each desk moves to a
process of its own; one whose process ends before its time is here again, with the feed that it had.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from queue import Empty, Full, Queue
from typing import Any, Generic, TypeVar

from reader.apart import Apart
from reader.errors import LibraryError, UnreadableError
from reader.filters import Rule
from reader.library.packing import Packed
from reader.model import Page, Source
from reader.newsroom import preparing
from reader.newsroom.preparing import Desk, Made, Refused, Told

T = TypeVar("T")
U = TypeVar("U")

WORTH_IT = 400_000
"""Bytes of feeds from which processes are worth their start: two take 0.33 CPU seconds, as reading so much."""

MOST = 3
"""Desks at most: one thread puts away what all of them make ready, and keeps up with two or three."""


def all_but_two() -> int:
    """Desks in other processes at most beside somebody who reads: one core is for the keys, one for the update itself."""
    return max(0, min(MOST, (os.cpu_count() or 1) - 2))


_WAITING = 4
"""Feeds at most that are ready and not yet put away: they are held in memory."""


class Moving:
    """A desk that moves to a process of its own when there is `much` to do."""

    def __init__(self) -> None:
        self._here: Desk | None = Desk()
        self._apart: Apart | None = None
        self._had: tuple[Page, str] | None = None
        self._may_move = True
        self.much = False

    def move(self) -> None:
        """Be in another process from the next feed on, where one can be started; once only, for a process that dies may
        do so again."""
        if self._may_move:
            self._may_move = False
            with suppress(OSError):
                self._apart = Apart(preparing.__name__)
                self._here = None

    def read(self, page: Page, address: str) -> Told:
        """What a page says as the feed of a source at an address. Raises UnreadableError."""
        self._had = (page, address)
        answer = self._asked("read", page, address)
        return self._back().read(page, address) if answer is None else answer

    def make(self, wanted: Sequence[int], source: Source, rules: Sequence[Rule]) -> Sequence[Made]:
        """The items of the feed with these positions, ready for the shelf; where there is much, their titles first."""
        away = self._here is None
        answer = self._asked("make", wanted, source, rules, self.much)
        if answer is not None:
            return tuple(answer)
        desk = self._back()
        if away and self._had is not None:
            desk.read(*self._had)
        return desk.make(wanted, source, rules, self.much)

    def finish(self, texts: Sequence[bytes]) -> Sequence[Packed]:
        """Texts that were left to be read later."""
        answer = self._asked("finish", texts)
        return tuple(answer) if answer is not None else self._back().finish(texts)

    def close(self) -> None:
        """Leave the other process."""
        if self._apart is not None:
            self._apart.end()
            self._apart = None

    def _asked(self, *question: object) -> Any:
        """What the desk in the other process says; None where it is here. Raises UnreadableError for a page that
        it refuses, LibraryError for a text."""
        if self._apart is None:
            return None
        try:
            self._apart.tell(question)
            answer = self._apart.hear()
        except EOFError:  # the system ended it, perhaps for want of memory
            self.close()
            return None
        if isinstance(answer, Refused):
            raise (UnreadableError if question[0] == "read" else LibraryError)(answer.happened, answer.advice)
        return answer

    def _back(self) -> Desk:
        self._here = self._here or Desk()
        return self._here


class Desks(Generic[T, U]):
    """Desks at work: each takes the next of what comes and does its work on it."""

    def __init__(
        self,
        coming: Iterator[T],
        work: Callable[[Moving, T], U],
        size: Callable[[T], int],
        expected: int,
        apart: int | None = None,
    ) -> None:
        """So many are `expected` to come; `size` are the bytes that there are to read in one. `apart` desks at most move
        to other processes, else as many as there are cores, `MOST` at most. With none of them there is one here."""
        self._expected = expected
        self._apart = min(MOST, os.cpu_count() or 1) if apart is None else apart
        self._coming = coming
        self._work = work
        self._size = size
        self._lock = threading.Lock()
        self._bytes = self._came = 0
        self._done: Queue[U | _Ended] = Queue(_WAITING)
        self._dropped = threading.Event()

    def ready(self) -> Generator[list[U], None, None]:
        """What came of each, as they are ready: all that are at a time. Raises what the work raises; closing it ends the
        work."""
        left = max(1, self._apart)
        for number in range(left):
            threading.Thread(target=self._sit, name=f"desk {number}", daemon=True).start()
        try:
            while left:
                done = [self._done.get()]
                with suppress(Empty):
                    while True:
                        done.append(self._done.get_nowait())
                if found := [it for it in done if not isinstance(it, _Ended)]:
                    yield found
                ended = [it for it in done if isinstance(it, _Ended)]
                for error in (it.error for it in ended if it.error is not None):
                    raise error
                left -= len(ended)
        finally:
            self._dropped.set()

    def _sit(self) -> None:
        """One desk, until nothing comes any more."""
        desk = Moving()
        error: BaseException | None = None
        try:
            while not self._dropped.is_set() and (taken := self._next()):
                desk.much = desk.much or self._bytes * self._expected > WORTH_IT * self._came
                if self._apart and desk.much:
                    desk.move()
                self._hand_over(self._work(desk, taken[0]))
        except BaseException as caught:
            error = caught
        finally:
            desk.close()
            self._hand_over(_Ended(error))

    def _next(self) -> tuple[T] | None:
        """The next that comes; None after the last."""
        with self._lock:
            for it in self._coming:
                self._bytes += self._size(it)
                self._came += 1
                return (it,)
        return None

    def _hand_over(self, done: U | _Ended) -> None:
        while not self._dropped.is_set():
            try:
                self._done.put(done, timeout=0.2)
                return
            except Full:
                continue


class _Ended:
    """A desk ended, with what it met."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error
