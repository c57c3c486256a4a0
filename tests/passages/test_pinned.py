"""Passages in edited texts come out as they are pinned: `python -m tests.pins passages`, and `--write` to pin them anew."""

from __future__ import annotations

import pytest

from tests import pins
from tests.passages.pinned import TABLES


@pytest.mark.parametrize("table", TABLES)
def test_nothing_comes_out_differently(table: str) -> None:
    assert pins.moved(pins.read(pins.file_of("passages", table)), TABLES[table]()) == []


def test_few_are_found_at_a_wrong_place() -> None:
    """The texts are harder than any that people write: words that say nothing, copies of whole sections."""
    pinned = [came for table in TABLES for came in pins.read(pins.file_of("passages", table)).values()]
    verdicts = [came.split(" ", 1)[0] for came in pinned]
    assert verdicts.count("right") + verdicts.count("gone") > 0.75 * 333
    assert verdicts.count("wrong") < 0.05 * 333
