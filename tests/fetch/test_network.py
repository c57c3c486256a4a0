"""Connections: which of a name's numbers is called, who is never called, and that a deadline holds."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import certifi
import httpcore
import pytest

from reader.fetch.network import Network, PrivateError, StoppedError, trust

Names = Callable[..., None]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Gives the host a.example its numbers, or an error."""
    real = socket.getaddrinfo

    def give(*numbers: str, error: Exception | None = None) -> None:
        def look(host: str, port: int, *args: Any, **more: Any) -> Any:
            if host != "a.example":
                return real(host, port, *args, **more)
            if error is not None:
                raise error
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

        monkeypatch.setattr(socket, "getaddrinfo", look)

    return give


class Lines(httpcore.NetworkBackend):
    """Lines on which one number answers, or none; and which were called, with the seconds that each was given."""

    def __init__(self, answering: str) -> None:
        self.answering = answering
        self.called: list[str] = []
        self.waited: list[float] = []

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *args: Any) -> httpcore.NetworkStream:
        """A line to a number."""
        self.called.append(host)
        self.waited.append(timeout or 0.0)
        if host != self.answering:
            raise (httpcore.ConnectTimeout if len(self.called) % 2 else httpcore.ConnectError)(host)
        return httpcore.NetworkStream()


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Lines]:
    """Makes the lines on which one number answers."""

    def make(answering: str = "") -> Lines:
        made = Lines(answering)
        monkeypatch.setattr("reader.fetch.network._BACKEND", made)
        return made

    return make


Make = Callable[[str], Lines]


def network(*, guarded: bool = True) -> Network:
    return Network(3.0, threading.Event(), guarded=guarded)


def call(it: Network, own_host: str | None = "a.example", seconds: float = 60.0) -> None:
    """Call a.example by its name."""
    with it.until(time.monotonic() + seconds, own_host):
        it.connect_tcp("a.example", 443)


def test_where_a_number_does_not_answer_the_next_is_called_and_the_last_may_take_its_time(
    names: Names, lines: Make
) -> None:
    names("192.0.2.1", "192.0.2.2", "192.0.2.3")
    told, it = lines("192.0.2.3"), network(guarded=False)
    call(it)
    assert told.called == ["192.0.2.1", "192.0.2.2", "192.0.2.3"]
    assert told.waited == [1.0, 1.0, 3.0]


def test_where_no_number_answers_the_last_one_s_error_is_told(names: Names, lines: Make) -> None:
    names("192.0.2.1", "192.0.2.2")
    lines("")
    with pytest.raises(httpcore.ConnectError, match=r"192\.0\.2\.2"):
        call(network(guarded=False))


@pytest.mark.parametrize(
    ("numbers", "called"), [((2, 3, 4, 5, 1), [2, 3, 4, 5]), ((2, 3, 4, 1), [2, 3, 4, 1]), ((2, 2, 2, 2, 2, 1), [2, 1])]
)
def test_of_very_many_numbers_four_are_called(
    names: Names, lines: Make, numbers: tuple[int, ...], called: list[int]
) -> None:
    names(*(f"192.0.2.{number}" for number in numbers))
    told = lines("192.0.2.1")
    with contextlib.suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
        call(network(guarded=False))
    assert told.called == [f"192.0.2.{number}" for number in called]


@pytest.mark.parametrize("own_host", [None, "b.example"])
def test_a_name_that_leads_inside_is_called_only_where_the_person_said_so(
    names: Names, lines: Make, own_host: str | None
) -> None:
    names("127.0.0.1", "10.0.0.1")
    told, it = lines("127.0.0.1"), network()
    with pytest.raises(PrivateError):
        call(it, own_host)
    assert (told.called, it.inside) == ([], set())
    call(it)
    assert (told.called, it.inside) == (["127.0.0.1"], {"a.example"})


def test_of_a_name_that_leads_inside_and_outside_only_the_outside_is_called(names: Names, lines: Make) -> None:
    names("127.0.0.1", "8.8.8.8")
    told, it = lines("8.8.8.8"), network()
    call(it, None)
    assert (told.called, it.inside) == (["8.8.8.8"], set())


@pytest.mark.parametrize("error", [socket.gaierror("unknown"), UnicodeError("label too long")])
def test_a_name_that_nobody_knows_is_an_error_of_connecting(names: Names, error: Exception) -> None:
    names(error=error)
    with pytest.raises(httpcore.ConnectError, match=r"unknown|too long"):
        call(network())


def test_a_name_without_a_number_was_not_found_in_time(names: Names) -> None:
    names()
    with pytest.raises(httpcore.ConnectTimeout):
        call(network())


def test_nothing_is_begun_after_the_end_or_when_it_was_stopped(names: Names) -> None:
    names("127.0.0.1")
    with pytest.raises(httpcore.ReadTimeout):
        call(network(), seconds=-1)
    it = network()
    it.stop.set()
    with pytest.raises(StoppedError):
        call(it)


def test_an_errand_ends_where_it_ends() -> None:
    it = network()
    with pytest.raises(httpcore.ReadTimeout), it.until(time.monotonic() - 1, "a.example"):
        it.left()
    assert it.left() == float("inf") and it.errand.own_host is None


def test_a_line_that_stays_silent_is_left_with_the_errand_or_when_it_is_silent_for_too_long() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        it = network()
        with it.until(time.monotonic() + 0.1, "127.0.0.1"):
            stream = it.connect_tcp("127.0.0.1", listening.getsockname()[1])
            with pytest.raises(httpcore.ReadTimeout, match="whole request"):
                stream.read(10, timeout=60)
        with it.until(time.monotonic() + 0.1, "127.0.0.1"), pytest.raises(httpcore.ReadTimeout, match="timed out"):
            stream.read(10, timeout=0)
        stream.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has authorities of its own beside those of a file")
def test_whom_the_system_trusts_is_trusted_and_certifi_only_where_it_trusts_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pem = Path(certifi.where()).read_text("utf-8")
    begin = pem.index("-----BEGIN")
    (tmp_path / "one.pem").write_text(pem[begin : pem.index("-----END CERTIFICATE-----") + 26], "utf-8")
    (tmp_path / "none").mkdir()
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "one.pem"))
    assert trust().cert_store_stats()["x509_ca"] == 1
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    assert trust().cert_store_stats()["x509_ca"] > 50
