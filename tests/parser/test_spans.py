"""Addresses of links made whole: nothing is resolved that is whole already, and none leads nowhere."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.pieces import Mark, Piece
from reader.parser.spans import address, spans

BASE = "https://courier.example/news/ferry?page=2#top"

RAW = st.text(alphabet="ab \n\u00a0", min_size=1, max_size=60)
PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["a", "b", "em"])), max_size=8)


def piece_of(raw: str, places: list[tuple[int, int, str]]) -> Piece:
    """A piece with marks inside its text."""
    inside = [(min(start, end, len(raw)), min(max(start, end), len(raw)), tag) for start, end, tag in places]
    marks = [Mark(start, end, tag, "/ferry" if tag == "a" else None) for start, end, tag in inside]
    return Piece(" ".join(raw.split()), raw, 0, marks=marks)


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


@given(RAW, PLACES)
def test_a_span_holds_the_words_of_its_mark(raw: str, places: list[tuple[int, int, str]]) -> None:
    for start, end, tag in places:
        piece = piece_of(raw, [(start, end, tag)])
        marked = " ".join(raw[piece.marks[0].start : piece.marks[0].end].split())
        assert [piece.text[span.start : span.end] for span in spans(piece, None)] == ([marked] if marked else [])


def test_a_piece_of_very_many_marks_is_read_at_once() -> None:
    raw = "the tide " * 200_000
    piece = Piece(raw.strip(), raw, 0, marks=[Mark(at, at + 8, "b") for at in range(0, len(raw), 9)])
    found = spans(piece, None)
    assert len(found) == 200_000
    assert piece.text[found[-1].start : found[-1].end] == "the tide"
