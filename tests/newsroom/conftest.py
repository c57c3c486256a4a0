"""A newsroom over an empty library, a server on loopback, and a fetcher that does not wait long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader import newsroom
from reader.fetch import Fetcher, Limits
from reader.newsroom import Newsroom
from reader.settings import Settings
from tests.builders import Clock
from tests.fakes import Server


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(tmp_path: Path, clock: Clock) -> Iterator[Newsroom]:
    with newsroom.start(replace(Settings(), data_dir=tmp_path / "data"), clock) as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def fetcher(clock: Clock) -> Iterator[Fetcher]:
    with Fetcher(Limits(connect=2, silence=2, total=5), clock) as running:
        yield running
