"""Dates as feeds write them, and what is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.dates import moment

ELEVEN = datetime(2024, 7, 8, 23, 11, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2024-07-08T23:11:07Z",
        "2024-07-08T23:11:07.250Z",
        "2024-07-09T01:11:07+02:00",
        "2024-07-08T19:11:07-0400",
        "2024-07-08t23:11:07z",
        "2024-07-08 23:11:07",
        "20240708T231107Z",
        "2024-07-08 23:11:07 UTC",
        "Mon, 08 Jul 2024 23:11:07 GMT",
        "Mon, 8 Jul 2024 23:11:07 +0000",
        "Mon, 08 Jul 24 23:11:07 Z",
        "08 Jul 2024 23:11:07",
        "Mon, 08 Jul 2024 19:11:07 EDT",
        "Tue, 09 July 2024 01:11:07 +0200 (CEST)",
        "Tue, 9 Jul 2024 01:11:07 GMT+2",
        "Monday, July 8, 2024 11:11:07 PM",
        "Jul 8, 2024 11:11:07 pm UTC",
        "Mon Jul  8 23:11:07 2024",
        "Mon Jul 8 23:11:07 UTC 2024",
        "lundi, 8 juillet 2024 23:11:07 GMT",
        "8 de julio de 2024 23:11:07",
        "Пн, 08 июл 2024 23:11:07 GMT",
        "Δευ, 08 Ιούλ 2024 23:11:07 GMT",
        "2024-július-08T23:11:07",
        "2024년 7월 8일 23:11:07",
        "2024-07-08 오후 11:11:07",
        "2024/07/08 23:11:07",
        "08.07.2024 23:11:07",
        "7/8/2024 23:11:07",
        "1720480267",
        "1720480267000",
    ],
)
def test_a_time_is_read(text: str) -> None:
    assert moment(text) == ELEVEN


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024", (2024, 1, 1)),
        ("2024-07", (2024, 7, 1)),
        ("2024-07-08", (2024, 7, 8)),
        ("20240708", (2024, 7, 8)),
        ("8 July 2024", (2024, 7, 8)),
        ("8. března 2024", (2024, 3, 8)),
        ("8. července 2024", (2024, 7, 8)),
        ("8. červen 2024", (2024, 6, 8)),
        ("8. marraskuuta 2024", (2024, 11, 8)),
        ("2 de março de 2024", (2024, 3, 2)),
        ("25/12/2024", (2024, 12, 25)),
        ("12/25/2024", (2024, 12, 25)),
        ("5/6/2024", (2024, 5, 6)),
        ("12/06/2024", (2024, 12, 6)),
        ("13/06/2024", (2024, 6, 13)),
        ("06/13/2024", (2024, 6, 13)),
        ("5.6.2024", (2024, 6, 5)),
        ("12.6.2024", (2024, 6, 12)),
        ("6.13.2024", (2024, 6, 13)),
        ("1 Jan 69", (2069, 1, 1)),
        ("1 Jan 70", (1970, 1, 1)),
    ],
)
def test_a_day_is_read(text: str, day: tuple[int, int, int]) -> None:
    assert moment(text) == datetime(*day, tzinfo=UTC)


def test_midnight_and_leap_seconds_are_times() -> None:
    assert moment("2024-07-08T24:00:00Z") == datetime(2024, 7, 9, tzinfo=UTC)
    assert moment("2016-12-31T23:59:60Z") == datetime(2017, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "0000-00-00 00:00:00",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-14:00",
        "292277026596-12-04T15:30:08Z",
        "Fri, 31 Dec 9999 23:59:59 -1400",
        "2024-13-01",
        "2024-02-30T00:00:00Z",
        "32 Jan 2024",
        "2024-07-08T25:00:00Z",
        "2024-07-08T12:60:00Z",
        "2024-07-08T12:00:61Z",
        "8 Foo 2024",
        "-1",
        "١٢٣٤",
        "9" * 500,
    ],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert moment(text) is None


@given(st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1)), st.integers(-840, 840))
def test_the_two_standards_are_read_exactly(when: datetime, minutes: int) -> None:
    when = when.replace(microsecond=0, tzinfo=UTC)
    sign, span = ("-", -minutes) if minutes < 0 else ("+", minutes)
    offset = f"{sign}{span // 60:02}{span % 60:02}"
    local = datetime.fromtimestamp(when.timestamp() + minutes * 60, UTC)
    assert moment(f"{local:%Y-%m-%dT%H:%M:%S}{offset[:3]}:{offset[3:]}") == when
    assert moment(f"{local:%a, %d %b %Y %H:%M:%S} {offset}") == when


@given(st.text(max_size=60) | st.text("0123456789-:/.TZ+ apmJanOct,", max_size=40))
def test_no_text_raises(text: str) -> None:
    found = moment(text)
    assert found is None or found.tzinfo is UTC
