"""Addresses in feeds: those on the web are made whole, what runs or reads this machine is none."""

from __future__ import annotations

import pytest

from reader.feeds.wording import address

BASE = "https://courier.example/feed/"


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("HTTP://a.example/x", "HTTP://a.example/x"),
        ("x?a=1&b=2", "https://courier.example/feed/x?a=1&b=2"),
        ("//b.example/y", "https://b.example/y"),
        ("https://a.\nexample/\tx", "https://a.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("urn:uuid:1", "urn:uuid:1"),
    ],
)
def test_an_address_is_made_whole(written: str, made: str) -> None:
    assert address(written, BASE) == made


@pytest.mark.parametrize(
    "written",
    [
        None, "", "  ", "javascript:alert(1)", "JAVA\nSCRIPT:alert(1)", "&#x6A;avascript:alert(1)", "&#1;javascript:alert(1)",
        "javascript&colon;alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "view-source:javascript:x",
        "http:javascript:alert(1)", "https:///javascript:alert(1)", "feed:javascript:x", "ms-msdt:/id",
    ],
)  # fmt: skip
def test_what_no_browser_follows_to_a_page_is_none(written: str | None) -> None:
    assert address(written, BASE) is None
    assert address(written) is None
