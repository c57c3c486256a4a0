"""Inline marks of a piece as spans of a block, and addresses made whole."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from urllib.parse import urljoin

from reader.model import Span, SpanStyle
from reader.parser.pieces import Mark, Piece
from reader.text.clean import one_line

_WORD = re.compile(r"\S+")
_STYLES: dict[str, SpanStyle] = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
}


_MUCH = 2_000_000
"""Characters that are looked at mark by mark, a hundredth of a second. A hostile piece has 100,000 marks in 10 MB."""


def spans(piece: Piece, base: str | None) -> tuple[Span, ...]:
    """A piece's marks with offsets in its collapsed text."""
    if not piece.marks:
        return ()
    if len(piece.marks) * len(piece.raw) > _MUCH:
        found = _many(piece, base)
    else:
        found = [_span(mark, piece.raw, base) for mark in piece.marks]
    return tuple(
        sorted((span for span in found if span is not None), key=lambda span: (span.start, -span.end, span.style))
    )


def _span(mark: Mark, raw: str, base: str | None) -> Span | None:
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
    before = len(" ".join(raw[:start].split()))
    gap = before > 0 and raw[start - 1].isspace()
    return Span(before + gap, len(" ".join(raw[:end].split())), _STYLES[mark.tag], link)


def _many(piece: Piece, base: str | None) -> list[Span | None]:
    """The same for a piece of very many marks or characters, in one pass over its words."""
    starts: list[int] = []
    ends: list[int] = []
    places: list[int] = []
    length = 0
    for word in _WORD.finditer(piece.raw):
        starts.append(word.start())
        ends.append(word.end())
        places.append(length)
        length += word.end() - word.start() + 1
    found: list[Span | None] = []
    for mark in piece.marks:
        first, last = bisect_right(ends, mark.start), bisect_left(starts, mark.end) - 1
        link = address(mark.address, base) if mark.tag == "a" else None
        if first > last or (mark.tag == "a" and link is None):
            continue
        start = places[first] + max(0, mark.start - starts[first])
        end = places[last] + min(ends[last], mark.end) - starts[last]
        found.append(Span(start, end, _STYLES[mark.tag], link))
    return found


def address(written: str | None, base: str | None) -> str | None:
    """An address as a page writes it, made whole; None for one that leads nowhere else."""
    if not written:
        return None
    whole = one_line(written)
    if whole.startswith(("#", "javascript:", "data:")):
        return None
    try:
        return urljoin(base, whole) if base else whole
    except ValueError:
        return None
