"""Connections that keep a deadline and ask nobody whom they must not. The only module that opens sockets.

httpcore's own time limits hold for each read: a server that sends a byte a second keeps one waiting for ever. Here
every read also ends with its request, and the number that a host's name stands for is looked at before it is called,
so that a name cannot lead into the person's own network (nor change between looking and calling).
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from typing import Any

import certifi
import httpcore

from reader.fetch.guard import is_number, is_private

_SLICE = 0.5
"""Seconds after which a read looks whether it is still wanted."""


class PrivateError(Exception):
    """A name or number that leads into this machine or its network."""


class StoppedError(Exception):
    """The person wants no more."""


class _Errand(threading.local):
    """What the thread at work is allowed: until when, and which host wherever it stands."""

    deadline: float = float("inf")
    own_host: str | None = None


class Network(httpcore.NetworkBackend):
    """Opens connections for a pool, for as many threads as want; a thread has one errand at a time."""

    errand = _Errand()

    def __init__(self, connect: float, stop: threading.Event, *, guarded: bool = True) -> None:
        """`guarded` is off towards a proxy, which the person chose and which looks up names itself."""
        self.guarded = guarded
        self.connect = connect
        self.stop = stop
        self.inside: set[str] = set()  # hosts of the person's own network that are connected by permission

    @contextlib.contextmanager
    def until(self, deadline: float, own_host: str | None) -> Iterator[None]:
        """All that this thread does within ends at a time of `time.monotonic`."""
        self.errand.deadline, self.errand.own_host = deadline, own_host
        try:
            yield
        finally:
            self.errand.deadline, self.errand.own_host = float("inf"), None

    def left(self) -> float:
        """Seconds that the thread's errand still has. Raises StoppedError, ReadTimeout."""
        if self.stop.is_set():
            raise StoppedError
        seconds = self.errand.deadline - time.monotonic()
        if seconds <= 0:
            raise httpcore.ReadTimeout("the whole request took too long")
        return seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a host by the first of its numbers that answers. Raises PrivateError."""
        numbers = self._numbers(host, port)
        if self.guarded and host != self.errand.own_host:
            numbers = [number for number in numbers if not is_private(number)]
        elif any(map(is_private, numbers)):
            self.inside.add(host)
        if not numbers:
            raise PrivateError(host)
        *others, last = numbers

        def called(number: str, share: int) -> Stream:
            wait = min(timeout or self.connect, self.left()) / share
            return Stream(_BACKEND.connect_tcp(number, port, wait, local_address, socket_options), self)

        for number in others:
            with contextlib.suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return called(number, 3)
        return called(last, 1)

    def _numbers(self, host: str, port: int) -> list[str]:
        """The numbers of a name, at most four. The system's resolver knows no time limit, so a thread waits for it."""
        found: list[str] = []
        trouble: list[OSError] = []

        def look() -> None:
            try:
                rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                found.extend(dict.fromkeys(str(row[4][0]) for row in rows))
            except (OSError, UnicodeError) as error:
                trouble.append(error if isinstance(error, OSError) else OSError(str(error)))

        if is_number(host):
            look()
        else:
            waiting = threading.Thread(target=look, daemon=True)
            waiting.start()
            waiting.join(min(self.connect, self.left()))
        if trouble:
            raise httpcore.ConnectError(str(trouble[0])) from trouble[0]
        if not found:
            raise httpcore.ConnectTimeout("its name could not be looked up in time")
        return found[:4]


class Stream(httpcore.NetworkStream):
    """A connection whose every wait ends with the errand of the thread that waits."""

    def __init__(self, inner: httpcore.NetworkStream, network: Network) -> None:
        self.inner = inner
        self.network = network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes. Raises ReadTimeout when the line or the whole request took too long."""
        silent_since = time.monotonic()
        while True:
            wait = min(self.network.left(), _SLICE)
            try:
                return self.inner.read(max_bytes, wait)
            except httpcore.ReadTimeout:
                if timeout is not None and time.monotonic() - silent_since >= timeout:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self.inner.write(buffer, min(timeout or _SLICE, self.network.left()))

    def close(self) -> None:
        """Hang up."""
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        wait = min(timeout or self.network.connect, self.network.left())
        return Stream(self.inner.start_tls(ssl_context, server_hostname, wait), self.network)

    def get_extra_info(self, info: str) -> Any:
        """What the pool wants to know of it."""
        return self.inner.get_extra_info(info)


_BACKEND = httpcore.SyncBackend()


def trust() -> ssl.SSLContext:
    """Whom to trust: the system's authorities, which SSL_CERT_FILE can change; certifi's where it has none."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        context.load_verify_locations(cafile=certifi.where())
    return context
