"""Every fault of the network has an outcome that names it, in time and within bounds, and harms nobody else."""

from __future__ import annotations

import re
import socket
import tracemalloc
from collections.abc import Iterator

import pytest

from reader.fetch import Fetcher, Limits, NoPageError, Request, Result, fetch_all
from tests.fakes import FAULTS, PAGE, Server

QUICK = Limits(connect=1.0, silence=0.8, total=2.0, largest=2 * 1024 * 1024, at_once=24, at_a_host=24)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
PAUSING = ("/429", "/429-odd", "/503")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(QUICK) as running:
        yield running


def check(path: str, result: Result) -> None:
    """What came is what is due, and what is said of it can be shown."""
    due = FAULTS[path].due
    failure = result.failure
    assert (result.answer is None) is (failure is not None), path
    if failure is None:
        assert due != "failure", path
        assert result.answer is not None
        assert result.answer.page is not None
        assert len(result.answer.page.data) <= QUICK.largest, path
        if due == "page":
            assert result.answer.page.data == PAGE, path
    else:
        assert due != "page", f"{path}: {failure}"
        assert failure.happened.endswith("."), path
        assert failure.advice.endswith("."), path
        assert "\n" not in failure.happened + failure.advice, path
        assert len(failure.happened) < 200, path
        assert not CONTROL.search(failure.happened + failure.advice), path


def test_every_fault_has_its_outcome_and_harms_nobody_else(server: Server, fetcher: Fetcher) -> None:
    good = [server.page(f"/good-{number}") for number in range(20)]
    faulty = [path for path in FAULTS if path not in PAUSING]
    requests = [*(Request(server.url(path)) for path in faulty), *map(Request, good)]
    tracemalloc.start()
    try:
        results = {result.request.address: result for result in fetch_all(fetcher, requests)}
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(results) == len(requests)
    for path in faulty:
        check(path, results[server.url(path)])
    for address in good:
        answer = results[address].answer
        assert answer is not None
        assert answer.page is not None
        assert answer.page.data == PAGE
    # Faults at their worst hold one page each, and twenty-four are under way at once.
    assert peak < 64 * 1024 * 1024


@pytest.mark.parametrize("path", PAUSING)
def test_a_host_that_has_enough_is_left_alone(server: Server, fetcher: Fetcher, path: str) -> None:
    other = server.page("/other")
    with pytest.raises(NoPageError) as first:
        fetcher.get(Request(server.url(path)))
    check(path, Result(Request(""), failure=first.value))
    assert first.value.trouble == "busy"
    assert first.value.wait is not None
    assert 3600 <= first.value.wait.total_seconds() <= 7 * 86400
    with pytest.raises(NoPageError, match="left alone"):
        fetcher.get(Request(other))
    assert server.paths() == [path]


def test_nobody_listens(fetcher: Fetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NoPageError, match="Nothing answers at 127"):
        fetcher.get(Request(f"http://127.0.0.1:{port}/"))


def test_a_port_without_tls_is_explained(server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(NoPageError, match="does not speak TLS") as failure:
        fetcher.get(Request(server.url("/ok").replace("http:", "https:")))
    assert failure.value.trouble == "tls"


def test_a_host_that_is_not_there(fetcher: Fetcher) -> None:
    with pytest.raises(NoPageError) as failure:
        fetcher.get(Request("http://no-such-host.invalid/"))
    assert failure.value.trouble in ("network", "timeout")


@pytest.mark.parametrize(
    "address",
    ["", "words", "file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "http://", "http://[::1/%00",
     "http://a.example:99999/", "http://" + "a" * 300 + ".example/", "http://a\x1b[31m.example/", "http://.example./"],
)  # fmt: skip
def test_what_is_no_address_on_the_web_is_named(fetcher: Fetcher, address: str) -> None:
    with pytest.raises(NoPageError) as failure:
        fetcher.get(Request(address))
    assert failure.value.trouble in ("address", "network", "timeout")
    assert not CONTROL.search(failure.value.happened + failure.value.advice)
