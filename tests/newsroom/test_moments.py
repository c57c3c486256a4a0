"""Moments to come, as a person says them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reader.errors import UsageError
from reader.newsroom.moments import until_of
from tests.builders import NOON


@pytest.mark.parametrize(
    ("said", "hours"), [("5 h", 5), ("tomorrow", 18), ("3 d", 66), ("in 2 weeks", 14 * 24 - 6), ("1", 18)]
)
def test_moments_are_understood(said: str, hours: int) -> None:
    assert until_of(said, NOON) == NOON + timedelta(hours=hours)


@pytest.mark.parametrize("said", ["", "soon", "1999-01-01", "2026-99-99", "\x1b[31m"])
def test_other_words_are_not(said: str) -> None:
    with pytest.raises(UsageError):
        until_of(said, NOON)


def test_a_day_is_meant_in_the_morning() -> None:
    assert until_of("2026-12-24", NOON) == datetime(2026, 12, 24, 6, tzinfo=UTC)
