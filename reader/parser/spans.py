"""Inline marks of a piece as spans of a block, and addresses made whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from urllib.parse import urljoin

from reader.model import Span, SpanStyle
from reader.parser.pieces import Mark, Piece
from reader.text.clean import one_line

_WORD = re.compile(r"\S+")
_FEW = 8
"""Marks of a piece up to which their places are worked out one by one."""
_STYLES: dict[str, SpanStyle] = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
}


def spans(piece: Piece, base: str | None) -> tuple[Span, ...]:
    """A piece's marks with offsets in its collapsed text."""
    if not piece.marks:
        return ()
    collapsed = _collapsing(piece.raw, len(piece.marks))
    found = [_span(mark, piece.raw, base, collapsed) for mark in piece.marks]
    return tuple(
        sorted((span for span in found if span is not None), key=lambda span: (span.start, -span.end, span.style))
    )


def _collapsing(raw: str, places: int) -> Callable[[int], int]:
    """From a place in a raw text to how long the text up to there is with its white space collapsed.

    For few places what lies before is split each time, which C does. For many the words are looked for once: a paragraph of
    200,000 links took minutes otherwise.
    """
    if places <= _FEW:
        return lambda place: len(" ".join(raw[:place].split()))
    starts, ends, lengths, length = list[int](), list[int](), list[int](), 0
    for word in _WORD.finditer(raw):
        start, end = word.span()
        starts.append(start)
        ends.append(end)
        lengths.append(length)
        length += end - start + 1

    def collapsed(place: int) -> int:
        last = bisect_left(starts, place) - 1
        return 0 if last < 0 else lengths[last] + min(place, ends[last]) - starts[last]

    return collapsed


def _span(mark: Mark, raw: str, base: str | None, collapsed: Callable[[int], int]) -> Span | None:
    start, end = mark.start, mark.end
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    link = address(mark.address, base) if mark.tag == "a" else None
    if mark.tag == "a" and link is None:
        return None
    before = collapsed(start)
    gap = before > 0 and raw[start - 1].isspace()
    return Span(before + gap, collapsed(end), _STYLES[mark.tag], link)


# Nothing is to be resolved in these, which nine links of ten are.
_WHOLE = re.compile(
    r"https?://[a-z0-9.-]+(?:/[\w./%~+@!$&'()*,:=-]*(?:\?[\w./%~+@!$&'()*,:=-]+)?)?(?:#[\w/=-]+)?", re.ASCII
)


def address(written: str | None, base: str | None) -> str | None:
    """An address as a page writes it, made whole; None for one that leads nowhere else."""
    if not written:
        return None
    if _WHOLE.fullmatch(written):
        return written
    whole = one_line(written)
    if whole.startswith(("#", "javascript:", "data:")):
        return None
    try:
        return urljoin(base, whole) if base else whole
    except ValueError:
        return None
