"""Many addresses at once: all of them, few to a host, and they can be left alone half way."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator

import pytest

from reader.fetch import Fetcher, Limits, Request, fetch_all
from tests.fakes import Server, a_feed


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def test_nothing_to_fetch_is_nothing() -> None:
    with Fetcher() as fetcher:
        assert list(fetch_all(fetcher, [])) == []


def test_every_request_has_its_result(server: Server) -> None:
    addresses = [server.page(f"/{number}", a_feed(f"Story {number}")) for number in range(100)]
    addresses += [server.url("/none"), "no address", "file:///etc/passwd"]
    with Fetcher() as fetcher:
        results = {result.request.address: result for result in fetch_all(fetcher, map(Request, addresses))}
    assert set(results) == set(addresses)
    troubles = {address: result.failure.trouble for address, result in results.items() if result.failure}
    assert troubles == {server.url("/none"): "missing", "no address": "address", "file:///etc/passwd": "address"}
    assert len(server.asked) == 101


def test_a_host_is_asked_by_two_at_most(server: Server) -> None:
    addresses = [server.page(f"/{number}") for number in range(40)]
    with Fetcher(Limits(at_once=12, at_a_host=2)) as fetcher:
        assert sum(result.answer is not None for result in fetch_all(fetcher, map(Request, addresses))) == 40
    assert 1 <= server.busiest <= 2


def test_one_may_leave_half_way(server: Server) -> None:
    addresses = [server.page(f"/{number}") for number in range(200)]
    with Fetcher(Limits(at_once=4)) as fetcher:
        results = fetch_all(fetcher, map(Request, addresses))
        next(results)
        assert isinstance(results, Generator)
        results.close()
    assert len(server.asked) < 100


def test_what_is_under_way_can_be_stopped(server: Server) -> None:
    addresses = [server.url("/silent")] * 6
    with Fetcher(Limits(at_once=3, at_a_host=3, silence=30, total=60)) as fetcher:
        threading.Timer(0.3, fetcher.stop.set).start()
        results = list(fetch_all(fetcher, map(Request, addresses)))
    assert [result.failure.trouble for result in results if result.failure] == ["stopped"] * 6


def test_a_mistake_of_ours_is_not_swallowed(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda arguments: None)
    with Fetcher() as fetcher:
        fetcher.get = None  # type: ignore[assignment, method-assign]
        with pytest.raises(RuntimeError, match="ended before its time"):
            list(fetch_all(fetcher, [Request(server.page("/a"))]))
