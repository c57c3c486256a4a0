"""Values of JSON as they go out, and foreign ones as they are taken: only what they should be, or nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.values import (
    listed,
    mapping,
    place_from,
    place_json,
    size_text,
    text_of,
    time_from,
    time_json,
    truth,
    whole,
)
from reader.model import Place
from tests.builders import NOON

FOREIGN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["part", "index", "start", "end"]), inner)
    ),
    max_leaves=6,
)
PLACES = st.builds(
    Place,
    st.sampled_from(["title", "standfirst", "block", "caption"]),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(9, 20),
)


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("2026-03-14T12:00:00Z", NOON),
        (" 2026-03-14T13:00:00+01:00 ", NOON),
        ("2026-03-14T12:00:00", NOON),
        ("2026-03-14", datetime(2026, 3, 14, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", None),
        ("14.03.2026", None),
        ("", None),
        (1773489600, None),
        (None, None),
    ],
)
def test_a_time_is_taken_in_utc_or_not_at_all(said: object, when: datetime | None) -> None:
    assert time_from(said) == when


@given(st.datetimes(datetime(1900, 1, 2), datetime(2100, 1, 1)), st.integers(-23, 23))
def test_a_time_comes_back_whatever_its_zone(naive: datetime, hours: int) -> None:
    when = naive.replace(tzinfo=timezone(timedelta(hours=hours)))
    written = time_json(when)
    assert written is not None and written.endswith("Z") and "+" not in written
    assert time_from(written) == when


def test_no_time_is_none() -> None:
    assert time_json(None) is None


@given(PLACES)
def test_a_place_comes_back(place: Place) -> None:
    assert place_from(place_json(place)) == place


@pytest.mark.parametrize(
    "change",
    [
        {"part": "page"},
        {"part": None},
        {"index": -1},
        {"index": True},
        {"start": "3"},
        {"end": 2},
        {"end": None},
        {"end": 2**31},
    ],
)
def test_what_is_no_place_is_none(change: dict[str, object]) -> None:
    told = place_json(Place("block", 1, 3, 9))
    assert place_from(told) == Place("block", 1, 3, 9)
    assert place_from(told | change) is None
    assert place_from(told | {"end": 3}) == Place("block", 1, 3, 3)


@given(FOREIGN)
def test_any_value_is_what_it_should_be_or_nothing(value: object) -> None:
    found = place_from(value)
    assert found is None or 0 <= found.start <= found.end
    assert text_of(value) != "" and isinstance(text_of(value), str | None)
    number = whole(value)
    assert number is None or (number == value and type(number) is int and 0 <= number < 2**31)
    assert truth(value) in (True, False, None) and (truth(value) is None) == (not isinstance(value, bool))
    assert mapping(value) == (value if isinstance(value, dict) else {})
    assert listed(value, whole) == tuple(
        it for it in (value if isinstance(value, list) else ()) if whole(it) is not None
    )


@pytest.mark.parametrize(
    ("value", "text"), [("Pier", "Pier"), ("Pi\x1ber", "Pier"), ("\x07", None), ("", None), (7, None)]
)
def test_a_text_is_cleaned_and_an_empty_one_none(value: object, text: str | None) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("value", "number"), [(0, 0), (2**31 - 1, 2**31 - 1), (2**31, None), (-1, None), (True, None), (1.0, None)]
)
def test_a_whole_number_fits_where_it_is_kept(value: object, number: int | None) -> None:
    assert whole(value) == number


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (None, ""), (0, ""), (1, "1 kB"), (999, "1 kB"), (2_000, "2 kB"), (99_999, "99 kB"), (100_000, "0.1 MB"),
        (34_500_000, "34.5 MB"), (2_000_000_000, "2,000.0 MB"),
    ],
)  # fmt: skip
def test_a_size_is_told_in_what_people_count_files_in(size: int | None, text: str) -> None:
    assert size_text(size) == text
