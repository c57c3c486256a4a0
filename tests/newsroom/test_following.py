"""Sources by name, how they stand, and their logins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.library import Library, Origin, Standing
from reader.model import Act, Source
from reader.newsroom import Newsroom
from reader.newsroom.following import Subscribed, _quoted, log_in, named
from reader.newsroom.undoing import noted, tagged, undone
from reader.text.addresses import split_secret
from tests.builders import NOON

FEEDS = (
    ("feed", "https://courier.example/feed", "Harbor Courier"),
    ("feed", "https://gazette.example/rss", "Gazette"),
    ("feed", "https://gazette.example/sport", "Gazette Sport"),
    ("file", "files:", "Files"),
    ("page", "pages:harbor.example", "Harbor"),
)


@pytest.fixture
def library(room: Newsroom) -> Library:
    for kind, address, title in FEEDS:
        room.library.sources.add(Origin(kind, address, title))
    return room.library


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("1", "Harbor Courier"),
        ("002", "Gazette"),
        ("Gazette", "Gazette"),
        ("GAZETTE sport", "Gazette Sport"),
        ("sport", "Gazette Sport"),
        ("courier.example", "Harbor Courier"),
        ("https://gazette.example/rss", "Gazette"),
        ("https://jo:pw@gazette.example/rss", "Gazette"),
        ("files:", "Files"),
        ("harbor", "Harbor"),
    ],
)
def test_a_source_is_named_by_its_number_its_address_its_title_or_a_part_that_only_it_has(
    library: Library, words: str, title: str
) -> None:
    assert named(library, words).title == title


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("9", "There is no source “9”."),
        ("0", "There is no source “0”."),
        ("gazette.example", "“gazette.example” names 2 sources."),
        ("a", "“a” names 4 sources."),
        ("x" * 99, f"There is no source “{'x' * 80}”."),
        ("a\x1b[31m\nb", "There is no source “a[31m b”."),
    ],
)
def test_what_names_none_or_several_is_said(library: Library, words: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        named(library, words)
    assert (caught.value.happened, caught.value.advice) == (said, "`newsreader sources` shows their numbers.")


def test_only_sources_of_the_wished_kind_are_named(library: Library) -> None:
    assert named(library, "harbor", "feed").title == "Harbor Courier"
    with pytest.raises(UsageError, match="There is no feed “files:”"):
        named(library, "files:", "feed")
    with pytest.raises(UsageError, match="There is no feed “5”"):
        named(library, "5", "feed")


@pytest.mark.parametrize(
    ("outcome", "failures", "gone", "said"),
    [
        (None, 0, False, ""),
        ("It breaks off.", 0, False, "It breaks off"),
        (None, 1, False, "failed once"),
        ("It is not there.", 1, False, "failed once: It is not there"),
        ("It is\n not there.", 1200, False, "failed 1,200 times: It is not there"),
        ("It is gone.", 1, True, "gone for good: It is gone"),
        (None, 0, True, "gone for good"),
    ],
)
def test_what_is_wrong_with_a_source_is_said_with_how_often(
    outcome: str | None, failures: int, gone: bool, said: str
) -> None:
    source = Source(1, "feed", "https://a.example/", "A", outcome=outcome)
    row = Subscribed(source, Standing(None, None, None, None), 0, 0, failures=failures, gone=gone)
    assert row.trouble == said


def test_a_login_is_kept_beside_the_address_and_taken_away_again(library: Library) -> None:
    log_in(library, 1, "jo:p@ss/w%rd?#[x]")
    assert library.sources.one(1).address == "https://courier.example/feed"
    kept = library.sources.secret(1)
    assert kept == "https://jo:p%40ss%2Fw%25rd%3F%23%5Bx%5D@courier.example/feed"
    log_in(library, 1, "ann:other")
    assert library.sources.secret(1) == "https://ann:other@courier.example/feed"
    log_in(library, 1, None)
    assert library.sources.secret(1) is None


@pytest.mark.parametrize("login", ["", "jo", "jo:a\nb", "jo:a\rb"])
def test_what_is_no_login_is_refused(library: Library, login: str) -> None:
    with pytest.raises(UsageError, match="name and a password"):
        log_in(library, 1, login)
    assert library.sources.secret(1) is None


@given(st.text("ab:@/?#%[]é ", min_size=1, max_size=12).map(lambda it: f"jo:{it}"))
def test_any_login_ends_where_the_host_begins(login: str) -> None:
    address, found = split_secret(f"https://{_quoted(login)}@a.example/feed")
    assert address == "https://a.example/feed"
    assert found == _quoted(login)


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (None, "There is nothing to take back."),
        ("Marked 3 entries read", "Taken back: marked 3 entries read."),
        ("Kept the rule x: hide.", "Taken back: kept the rule x: hide."),
        ("A\nB\x1b", "Taken back: a B."),
        ("", "Taken back: ."),
    ],
)
def test_what_was_taken_back_is_said(label: str | None, said: str) -> None:
    assert undone(None if label is None else Act(1, "mark", label, NOON)) == said


def test_what_became_of_a_note_and_of_tags_is_said() -> None:
    assert (noted("x"), noted("")) == ("Note written.", "Note taken out.")
    assert (tagged(("x",)), tagged(())) == ("Tags written.", "Tags taken off.")
