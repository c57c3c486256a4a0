"""Inline marks of a piece as spans of a block, and addresses made whole."""

from __future__ import annotations

from urllib.parse import urljoin

from reader.model import Span, SpanStyle
from reader.parser.pieces import Mark, Piece
from reader.text.clean import one_line

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
