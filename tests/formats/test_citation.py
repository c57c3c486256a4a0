"""A quote with where it comes from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.citation import citation
from reader.model import Article
from tests.builders import an_article

FERRY = an_article(byline=("Ada Brandt", "Chidi Ogun"), publisher="Port Post", url="https://h.example/ferry")


def test_a_citation_tells_who_what_where_and_when() -> None:
    assert citation(FERRY, " It sails in May. ") == (
        "“It sails in May.”\n"
        "— Ada Brandt, Chidi Ogun, “Ferry line to reopen”, Port Post, 2026-03-14\n"
        "https://h.example/ferry"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert citation(Article(""), "It sails.") == "“It sails.”"
    assert citation(Article("", publisher="Port Post"), "It sails.") == "“It sails.”\n— Port Post"
    assert citation(Article("", url="https://h.example"), "It sails.") == "“It sails.”\nhttps://h.example"


@pytest.mark.parametrize(
    ("quote", "written"),
    [
        ("“We waited.”", "“We waited.”"),
        ('"We waited."', '"We waited."'),
        ("«Aspettiamo»", "«Aspettiamo»"),
        ("„Wir warten“", "„Wir warten“"),
        ("»Wir warten«", "»Wir warten«"),
        ("“Yes,” she said. “We waited.”", "““Yes,” she said. “We waited.””"),
        ("“We waited,” she said.", "““We waited,” she said.”"),
        ("“", "““”"),
        ("", ""),
    ],
)
def test_one_pair_of_marks_stands_around_a_quote(quote: str, written: str) -> None:
    assert citation(Article(""), quote) == written


def test_the_day_is_the_one_of_the_persons_zone() -> None:
    late = an_article(published=datetime(2026, 3, 31, 22, 0, tzinfo=UTC), title="")
    assert citation(late, "x", timezone(timedelta(hours=9))).endswith("2026-04-01")
    assert citation(late, "x", UTC).endswith("2026-03-31")


@given(st.text(), st.text(), st.datetimes(timezones=st.just(UTC)), st.integers(-23, 23))
def test_any_quote_of_any_day_can_be_cited(quote: str, title: str, when: datetime, hours: int) -> None:
    told = citation(an_article(title=title, published=when), quote, timezone(timedelta(hours=hours)))
    assert quote.strip() in told
    assert title in told


@pytest.mark.parametrize("when", [datetime.min, datetime.max])
@pytest.mark.parametrize("hours", [-12, 12])
def test_the_ends_of_the_calendar_have_a_day_in_every_zone(when: datetime, hours: int) -> None:
    told = citation(an_article(published=when.replace(tzinfo=UTC)), "x", timezone(timedelta(hours=hours)))
    assert told.splitlines()[1].endswith(("0001-01-01", "9999-12-31"))
