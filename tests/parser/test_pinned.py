"""Made pages, lines and bytes come out as they are pinned: `python -m tests.pins parser`, and `--write` to pin them anew."""

from __future__ import annotations

import pytest

from tests import pins
from tests.parser.pinned import TABLES


@pytest.mark.parametrize("table", TABLES)
def test_nothing_comes_out_differently(table: str) -> None:
    assert pins.moved(pins.read(pins.file_of("parser", table)), TABLES[table]()) == []
