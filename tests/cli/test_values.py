"""Words of a command line as numbers."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.values import at_least, entry_number
from reader.errors import UsageError


@given(st.integers(1, 10**18 - 1))
def test_the_number_of_an_entry_is_read(number: int) -> None:
    assert entry_number(str(number)) == number


@pytest.mark.parametrize("word", ["", "-1", "0", "00", "+1", "1.0", "1_0", " 1", "٣", "²", "x", "9" * 19, "9" * 5000])
def test_what_is_no_number_of_an_entry_is_refused(word: str) -> None:
    with pytest.raises(UsageError) as caught:
        entry_number(word)
    assert len(caught.value.happened) < 100


@given(st.text())
def test_any_word_is_a_number_that_sqlite_can_hold_or_is_refused(word: str) -> None:
    with suppress(UsageError):
        assert 0 < entry_number(word) < 2**63


def test_a_number_that_is_too_small_is_refused_with_the_option_s_name() -> None:
    read = at_least("--width", 20)
    assert read("20") == 20
    for word in ("19", "-20", "", "wide"):
        with pytest.raises(UsageError, match="--width"):
            read(word)
