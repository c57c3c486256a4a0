"""Many addresses at once: many hosts, few requests to each, results as they come; it can be stopped at any time."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Iterable, Iterator

from reader.fetch.client import Fetcher
from reader.fetch.guard import target
from reader.fetch.values import NoPageError, Request, Result
from reader.text.addresses import split_secret


def fetch_all(fetcher: Fetcher, requests: Iterable[Request]) -> Iterator[Result]:
    """A result for each request, in the order in which they come in.

    Never raises for a source: a failure is a result. Pages that nobody has taken yet are few, so memory stays small
    however many there are. Closing the iterator begins no more; `fetcher.stop` also ends what is under way.
    """
    work = _Work(fetcher.limits.at_a_host, requests)
    results: queue.Queue[Result | None] = queue.Queue(maxsize=fetcher.limits.at_once)
    left = work.count
    for _ in range(min(fetcher.limits.at_once, left)):
        threading.Thread(target=_worker, args=(fetcher, work, results), daemon=True).start()
    try:
        for _ in range(left):
            result = results.get()
            if result is None:
                raise RuntimeError("a fetching thread ended before its time; its traceback is above")
            yield result
    finally:
        work.drop()


def _worker(fetcher: Fetcher, work: _Work, results: queue.Queue[Result | None]) -> None:
    while (taken := work.take()) is not None:
        host, request = taken
        result = None
        try:
            result = Result(request, answer=fetcher.get(request), finished=fetcher.clock())
        except NoPageError as failure:
            result = Result(request, failure=failure, finished=fetcher.clock())
        finally:
            work.done(host)
            _hand_over(work, results, result)


def _hand_over(work: _Work, results: queue.Queue[Result | None], result: Result | None) -> None:
    """Wait until somebody takes the result, or until nobody will."""
    while not work.dropped:
        try:
            results.put(result, timeout=0.2)
            return
        except queue.Full:
            continue


class _Work:
    """Requests that wait, by host, and how many of each host are under way."""

    def __init__(self, at_a_host: int, requests: Iterable[Request]) -> None:
        self.at_a_host = at_a_host
        self.waiting: dict[str, deque[Request]] = {}
        self.count = 0
        for request in requests:
            self.waiting.setdefault(_host(request), deque()).append(request)
            self.count += 1
        self.ready = deque(self.waiting)
        self.busy: dict[str, int] = {}
        self.free = threading.Condition()
        self.dropped = False

    def take(self) -> tuple[str, Request] | None:
        """A request whose host is not busy; waits for one, None when all are taken."""
        with self.free:
            while self.waiting:
                if self.ready:
                    host = self.ready.popleft()
                    requests = self.waiting[host]
                    request = requests.popleft()
                    self.busy[host] = self.busy.get(host, 0) + 1
                    if not requests:
                        del self.waiting[host]
                        self.free.notify_all()
                    elif self.busy[host] < self.at_a_host:
                        self.ready.append(host)
                    return host, request
                self.free.wait()
            return None

    def done(self, host: str) -> None:
        """A host has a place again."""
        with self.free:
            was_full = self.busy[host] == self.at_a_host
            self.busy[host] -= 1
            if was_full and host in self.waiting:
                self.ready.append(host)
                self.free.notify()

    def drop(self) -> None:
        """Take back whatever nobody has begun."""
        with self.free:
            self.dropped = True
            self.waiting.clear()
            self.ready.clear()
            self.free.notify_all()


def _host(request: Request) -> str:
    try:
        return target(split_secret(request.address)[0]).host
    except NoPageError:
        return ""
