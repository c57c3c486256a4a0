"""What is told of our own articles comes out as it is pinned: `python -m tests.pins summaries`, `--write` to pin it anew."""

from __future__ import annotations

import pytest

from tests import pins
from tests.summaries.pinned import TABLES


@pytest.mark.parametrize("table", TABLES)
def test_nothing_comes_out_differently(table: str) -> None:
    assert pins.moved(pins.read(pins.file_of("summaries", table)), TABLES[table]()) == []
