"""Marks of a piece as spans of its text, by either way of counting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.parser import spans
from reader.parser.pieces import Mark, Piece

RAW = st.text(alphabet="ab \n\u00a0", min_size=1, max_size=60)
PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["a", "b", "em"])), max_size=8)


def piece_of(raw: str, places: list[tuple[int, int, str]]) -> Piece:
    """A piece with marks inside its text."""
    inside = [(min(start, end, len(raw)), min(max(start, end), len(raw)), tag) for start, end, tag in places]
    marks = [Mark(start, end, tag, "/ferry" if tag == "a" else None) for start, end, tag in inside]
    return Piece(" ".join(raw.split()), raw, 0, marks=marks)


@given(RAW, PLACES)
def test_both_ways_of_counting_agree(raw: str, places: list[tuple[int, int, str]]) -> None:
    piece = piece_of(raw, places)
    one_by_one = [spans._span(mark, raw, None) for mark in piece.marks]
    assert [span for span in one_by_one if span is not None] == spans._many(piece, None)


@given(RAW, PLACES)
def test_a_span_holds_the_words_of_its_mark(raw: str, places: list[tuple[int, int, str]]) -> None:
    for start, end, tag in places:
        piece = piece_of(raw, [(start, end, tag)])
        marked = " ".join(raw[piece.marks[0].start : piece.marks[0].end].split())
        assert [piece.text[span.start : span.end] for span in spans.spans(piece, None)] == ([marked] if marked else [])


def test_a_piece_of_very_many_marks_is_read_at_once() -> None:
    raw = "the tide " * 200_000
    piece = Piece(raw.strip(), raw, 0, marks=[Mark(at, at + 8, "b") for at in range(0, len(raw), 9)])
    found = spans.spans(piece, None)
    assert len(found) == 200_000
    assert piece.text[found[-1].start : found[-1].end] == "the tide"
