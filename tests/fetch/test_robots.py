"""robots.txt by RFC 9309, also where somebody made it to be slow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.fetch.robots import read

TEXT = """
# a comment
User-agent: Googlebot
User-agent: NewsReader   # us
Disallow: /private/
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search?*page=
Crawl-delay: 10

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/x", False),
        ("/private/open/x", True),
        ("/a.pdf", False),
        ("/a.pdf?x", True),
        ("/search?q=1&page=2", False),
        ("/search?q=1", True),
    ],
)
def test_the_longest_rule_decides(path: str, allowed: bool) -> None:
    assert read(TEXT, "newsreader").allow(path) is allowed


def test_who_is_not_named_has_the_rules_for_all() -> None:
    assert not read(TEXT, "other").allow("/anything")
    assert read("User-agent: other\nDisallow: /", "newsreader").allow("/anything")


def test_groups_of_one_name_are_one() -> None:
    rules = read("User-agent: a\nDisallow: /1\n\nUser-agent: b\nDisallow: /2\n\nUser-agent: a\nDisallow: /3", "a")
    assert [rules.allow(path) for path in ("/1", "/2", "/3")] == [False, True, False]


def test_an_empty_rule_forbids_nothing_and_a_tie_allows() -> None:
    assert read("User-agent: *\nDisallow:", "a").allow("/x")
    assert read("User-agent: *\nDisallow: /x\nAllow: /x", "a").allow("/x")


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/a*b", "/axxb", True),
        ("/a*b$", "/axxbc", False),
        ("/a*b$", "/ab", True),
        ("/*a*a$", "/a", False),
        ("*", "/", True),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/aa$*", "/a", False),
    ],
)
def test_wildcards(pattern: str, path: str, fits: bool) -> None:
    assert read(f"User-agent: *\nDisallow: {pattern}", "a").allow(path) is not fits


def test_a_pattern_made_to_be_slow_is_not() -> None:
    rules = read("User-agent: *\nDisallow: /" + "*a" * 20_000 + "b", "x")
    assert rules.allow("/" + "a" * 100_000)


@given(st.text(max_size=200), st.text(max_size=30))
def test_no_text_raises(text: str, path: str) -> None:
    assert read(f"User-agent: *\n{text}", "a").allow(path) in (True, False)
