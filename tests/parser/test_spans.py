"""Addresses of links made whole: nothing is resolved that is whole already, and none leads nowhere."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.pieces import Mark, Piece
from reader.parser.spans import address, spans

BASE = "https://courier.example/news/ferry?page=2#top"


@given(st.text("ab./?#:;&=@[]%~é \t", max_size=30), st.sampled_from(["https://", "http://", "HTTP://", "//", "/", ""]))
def test_an_address_is_what_a_browser_makes_of_it(rest: str, start: str) -> None:
    written = start + rest
    found = address(written, BASE)
    if found is not None and not any(char.isspace() for char in written):
        assert found == urljoin(BASE, written)


@pytest.mark.parametrize("written", ["#top", "javascript:void(0)", "data:text/plain,a", "", None, "http://[::1"])
def test_what_leads_nowhere_is_none(written: str | None) -> None:
    assert address(written, BASE) is None


@pytest.mark.parametrize("before", ["", "  \n", "One \n\n two "])
def test_a_mark_stands_in_the_collapsed_text_where_it_stood_in_the_raw(before: str) -> None:
    raw = f"{before}the plan of it"
    start = raw.index("plan")
    piece = Piece(" ".join(raw.split()), raw, 0, marks=[Mark(start, start + 5, "em")])
    (span,) = spans(piece, None)
    assert piece.text[span.start : span.end] == "plan"
