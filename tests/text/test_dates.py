"""Dates as pages write them, in the words and orders of many languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.dates import Order, day_in_address, find_dates, read_date, short_dates
from reader.text.months import MONTHS, fold_word


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


DAYS = [
    "2024-03-05",
    "2024/03/05",
    "2024.03.05",
    "20240305",
    "5 March 2024",
    "5th of March 2024",
    "March 5, 2024",
    "Mar. 5th, 2024",
    "05-Mar-2024",
    "5. März 2024",
    "Dienstag, 5. Maerz 2024",
    "05.03.2024",
    "5 mars 2024",
    "le 5 mars 2024",
    "5 de marzo de 2024",
    "martes, 5 de marzo del 2024",
    "5 marzo 2024",
    "5 de março de 2024",
    "5 maart 2024",
    "5 marca 2024",
    "5 марта 2024 г.",
    "5 березня 2024",
    "5. března 2024",
    "den 5 mars 2024",
    "5. maaliskuuta 2024",
    "5 Mart 2024",
    "5 Μαρτίου 2024",
    "5 مارس 2024",
    "2024年3月5日",
    "2024년 3월 5일",
    "5 मार्च 2024",
]


@pytest.mark.parametrize("text", DAYS)
def test_a_day_in_any_of_the_languages(text: str) -> None:
    assert read_date(text) == utc(2024, 3, 5)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2024-03-05T10:20:30Z", utc(2024, 3, 5, 10, 20, 30)),
        ("2024-03-05T10:20:30+02:00", utc(2024, 3, 5, 8, 20, 30)),
        ("2024-03-05T10:20:30-0500", utc(2024, 3, 5, 15, 20, 30)),
        ("2024-03-05 10:20", utc(2024, 3, 5, 10, 20)),
        ("Tue, 05 Mar 2024 10:20:30 +0100", utc(2024, 3, 5, 9, 20, 30)),
        ("March 5, 2024, 3:15 p.m. EST", utc(2024, 3, 5, 20, 15)),
        ("March 5, 2024 at 12:05 AM ET", utc(2024, 3, 5, 5, 5)),
        ("July 5, 2024 at 12:05 PM ET", utc(2024, 7, 5, 16, 5)),
        ("5. März 2024, 9:30 Uhr", utc(2024, 3, 5, 9, 30)),
        ("Publié le 5 mars 2024 à 17h20", utc(2024, 3, 5, 17, 20)),
        ("5 марта 2024, 10:00 МСК", utc(2024, 3, 5, 7, 0)),
        ("Updated 4:03 PM EST, Tue March 5, 2024", utc(2024, 3, 5, 21, 3)),
        ("5 March 2024 | 10:20 GMT+5:30", utc(2024, 3, 5, 4, 50)),
        ("5 March 2024 | 5 min read", utc(2024, 3, 5)),
        ("5 March 2024 | 5 h read", utc(2024, 3, 5)),
        ("Tue, 03/05/2024 - 10:20", utc(2024, 3, 5, 10, 20)),
        ("Fri 03/05/2024", utc(2024, 5, 3)),
        ("martes 03/05/2024", utc(2024, 3, 5)),
        ("Miércoles, 05/06/2024", utc(2024, 6, 5)),
        ("5 March 2024, 10:20 UTC+5:30", utc(2024, 3, 5, 4, 50)),
        ("1709634030", utc(2024, 3, 5, 10, 20, 30)),
        ("1709634030000", utc(2024, 3, 5, 10, 20, 30)),
    ],
)
def test_a_time_of_day_with_its_zone(text: str, when: datetime) -> None:
    assert read_date(text) == when


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("03/05/2024", "month", utc(2024, 3, 5)),
        ("05/03/2024", "day", utc(2024, 3, 5)),
        ("05/03/2024", None, None),
        ("25/03/2024", None, utc(2024, 3, 25)),
        ("03/25/2024", None, utc(2024, 3, 25)),
        ("03.25.2024", None, utc(2024, 3, 25)),
        ("04/04/2024", None, utc(2024, 4, 4)),
    ],
)
def test_numbers_alone_are_read_only_where_their_order_is_known(text: str, order: Order | None, day: datetime) -> None:
    assert read_date(text, order) == day


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("06.11.23", None, utc(2023, 11, 6)),
        ("30/10/23", None, utc(2023, 10, 30)),
        ("10/11/98", "month", utc(1998, 10, 11)),
        ("am 6.1.24, 9:30 Uhr", None, utc(2024, 1, 6, 9, 30)),
    ],
)
def test_a_year_of_two_digits_where_one_is_asked_for(text: str, order: Order | None, day: datetime) -> None:
    assert [dated.when for dated in short_dates(text, order)] == [day]
    assert list(find_dates(text, order)) == []


@pytest.mark.parametrize("text", ["10/11/12", "1.10.11.12", "06.11.2023", "v3.11.12-rc1", "31.31.23", "192.16.11.12"])
def test_what_is_no_day_with_a_year_of_two_digits(text: str) -> None:
    assert list(short_dates(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "March 2024",
        "2024",
        "31 February 2024",
        "2024-13-45",
        "0000-00-00T00:00:00Z",
        "9999-12-31",
        "0001-01-01T00:00:00+14:00",
        "99999999999999999999",
        "12:30",
        "version 1.2.2024.5",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_date(text) is None


def test_several_dates_in_one_line_come_in_order_with_their_places() -> None:
    text = "Published 5 March 2024, updated March 6, 2024 at 10:00 GMT"
    found = list(find_dates(text))
    assert [dated.when for dated in found] == [utc(2024, 3, 5), utc(2024, 3, 6, 10)]
    assert [text[dated.start : dated.end] for dated in found] == ["5 March 2024", "March 6, 2024"]
    assert [dated.timed for dated in found] == [False, True]


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://post.example/2024/03/05/tide.html", utc(2024, 3, 5)),
        ("https://post.example/2024/mar/05/tide", utc(2024, 3, 5)),
        ("https://post.example/news/tide-20240305", utc(2024, 3, 5)),
        ("https://post.example/2024-03-05-tide", utc(2024, 3, 5)),
        ("https://post.example/2024/03/tide", None),
        ("https://post.example/p/1234567890", None),
        ("https://post.example/2024/99/05/tide", None),
    ],
)
def test_the_day_in_an_address(address: str, day: datetime | None) -> None:
    assert day_in_address(address) == day


def test_every_month_is_found_under_its_folded_name() -> None:
    assert all(MONTHS[fold_word(name)] in range(1, 13) for name in MONTHS)


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for dated in find_dates(text, "day"):
        assert dated.when.tzinfo is UTC
        assert 0 <= dated.start < dated.end <= len(text)
    read_date(text)
    day_in_address(text)


@given(st.datetimes(datetime(1900, 1, 2), datetime(2100, 12, 30), timezones=st.timezones()))
def test_iso_times_of_any_zone_are_read_exactly(when: datetime) -> None:
    text = when.isoformat(timespec="seconds")
    if when.utcoffset() is not None and len(text) == 25:  # zones of old times with seconds are none of ISO's
        assert read_date(text) == when.replace(microsecond=0).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Tue May 12 09:14:00 CEST 2026", 7),
        ("Tue May 12 09:14:00 2026 +0200", 7),
        ("Tue May 12 09:14:00 -0400 2026", 13),
        ("Tue May 12 09:14:00 2026", 9),
    ],
)
def test_unix_sets_the_hour_before_the_year(text: str, hour: int) -> None:
    (dated,) = find_dates(text)
    assert (dated.when.isoformat(), dated.timed) == (f"2026-05-12T{hour:02}:14:00+00:00", True)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        # American clocks go on on the second Sunday of March and back on the first of November, whatever its date.
        ("March 7, 2026, 12:00 PM ET", 17),
        ("March 8, 2026, 12:00 PM ET", 16),
        ("March 13, 2027, 12:00 PM ET", 17),
        ("March 14, 2027, 12:00 PM ET", 16),
        ("October 31, 2026, 12:00 PM PT", 19),
        ("November 1, 2026, 12:00 PM PT", 20),
        ("November 6, 2027, 12:00 PM CT", 17),
        ("November 7, 2027, 12:00 PM CT", 18),
        ("November 8, 2026, 12:00 PM MT", 19),
        ("July 1, 2026, 12:00 PM EST", 17),
        ("January 1, 2026, 12:00 PM EDT", 16),
        ("July 1, 2026, 12:00 PM BST", 11),
    ],
)
def test_american_clocks_are_on_summer_time_from_march_to_november(text: str, hour: int) -> None:
    found = read_date(text)
    assert found is not None and found.hour == hour


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("12/13/2024", None, utc(2024, 12, 13)),
        ("13/12/2024", None, utc(2024, 12, 13)),
        ("12/12/2024", None, utc(2024, 12, 12)),
        ("11/12/2024", None, None),
        ("12.11.2024", None, utc(2024, 11, 12)),
        ("12.11.2024", "month", utc(2024, 11, 12)),
        ("12/11/2024", "month", utc(2024, 12, 11)),
        ("13/13/2024", "day", None),
        ("31/04/2024", "day", None),
        ("29/02/2023", "day", None),
        ("29/02/2024", "day", utc(2024, 2, 29)),
    ],
)
def test_a_number_above_twelve_is_the_day_and_points_put_it_first(
    text: str, order: Order | None, day: datetime
) -> None:
    assert read_date(text, order) == day
