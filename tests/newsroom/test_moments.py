"""Moments to come, as a person says them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reader.errors import UsageError
from reader.newsroom.moments import until_of
from tests.builders import NOON


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("5 h", 5),
        ("in 1 hour", 1),
        ("tomorrow", 18),
        ("3 d", 66),
        ("in 2 weeks", 14 * 24 - 6),
        ("1", 18),
        ("2wks", 330),
    ],
)
def test_moments_are_understood(said: str, hours: int) -> None:
    assert until_of(said, NOON, UTC) == NOON + timedelta(hours=hours)


@pytest.mark.parametrize(
    "said",
    ["", "soon", "1999-01-01", "2026-99-99", "\x1b[31m", "3 months", "10 minutes", "2 years", "0", "0 h", "٣ d",
     "2026-12-24 10:30", "0001-01-01"],
)  # fmt: skip
def test_other_words_are_not(said: str) -> None:
    for zone in (UTC, None):
        with pytest.raises(UsageError):
            until_of(said, NOON, zone)


def test_a_day_is_meant_in_the_morning() -> None:
    assert until_of("2026-12-24", NOON, UTC) == datetime(2026, 12, 24, 6, tzinfo=UTC)


def test_mornings_are_those_of_the_person() -> None:
    evening = datetime(2026, 3, 15, 2, tzinfo=UTC)  # in Vancouver the 14th, 19:00, a week after the clocks went forward
    there = ZoneInfo("America/Vancouver")
    assert until_of("tomorrow", evening, there) == datetime(2026, 3, 15, 13, tzinfo=UTC)
    assert until_of("2026-12-24", evening, there) == datetime(2026, 12, 24, 14, tzinfo=UTC)
