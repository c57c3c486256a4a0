"""Work in the background: acts in the order in which they were asked for, everything else the latest of its kind.

A job never touches a widget: it returns a message, or fails with a ReaderError, which becomes one. Anything else
that goes wrong in it is a defect of ours and ends the program with a report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

from textual.message import Message
from textual.message_pump import MessagePump

from reader.errors import ReaderError
from reader.tui.messages import Failed

Work = Callable[[], Message | None]


class Jobs:
    """The background of one screen. `post` takes messages from any thread; `broken` takes what must not happen."""

    def __init__(self, screen: MessagePump, broken: Callable[[BaseException], None]) -> None:
        self._screen = screen
        self._broken = broken
        self._acts = ThreadPoolExecutor(1, "acts")
        self._others: dict[str, ThreadPoolExecutor] = {}
        self._latest: dict[str, Event] = {}
        self._running: set[Future[None]] = set()

    def act(self, work: Work) -> None:
        """Do something a person asked for; one after another, none is ever left out."""
        self._start(self._acts, "act", lambda: self._post(work(), None))

    def latest(self, kind: str, work: Work) -> None:
        """Work of which only the newest result counts: an older one of the same kind is not shown any more."""
        over = self._fresh(kind)
        self._start(self._executor(kind), kind, lambda: None if over.is_set() else self._post(work(), over))

    def stream(self, kind: str, steps: Callable[[], Iterator[Message]]) -> None:
        """Work that tells of each step; it ends with the screen, never by the next of its kind."""
        over = self._latest.setdefault(kind, Event())

        def run() -> None:
            for message in steps():
                self._post(message, None)
                if over.is_set():
                    break

        self._start(self._executor(kind), kind, run)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be done."""
        return any(not it.done() for it in self._running.copy())  # one that ends leaves the set from its own thread

    def close(self) -> None:
        """Finish the acts; leave the rest."""
        for over in self._latest.values():
            over.set()
        for executor in self._others.values():
            executor.shutdown(wait=False, cancel_futures=True)
        self._acts.shutdown(wait=True)

    def _fresh(self, kind: str) -> Event:
        before = self._latest.get(kind)
        if before is not None:
            before.set()
        self._latest[kind] = Event()
        return self._latest[kind]

    def _executor(self, kind: str) -> ThreadPoolExecutor:
        if kind not in self._others:
            self._others[kind] = ThreadPoolExecutor(1, kind)
        return self._others[kind]

    def _post(self, message: Message | None, over: Event | None) -> None:
        if message is not None and not (over is not None and over.is_set()):
            self._screen.post_message(message)

    def _start(self, executor: ThreadPoolExecutor, kind: str, run: Callable[[], None]) -> None:
        def guarded() -> None:
            try:
                run()
            except ReaderError as error:
                self._screen.post_message(Failed(kind, error))
            except BaseException as error:
                self._broken(error)

        future = executor.submit(guarded)
        self._running.add(future)
        future.add_done_callback(self._running.discard)
