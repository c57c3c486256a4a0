"""Scraped text to an article: which lines are the body, what the rest is."""

from __future__ import annotations

from reader.model import Article
from reader.parser import scrape
from reader.parser.digest import digest
from reader.parser.linehead import read_line_head
from reader.parser.lines import Lines, after_body, build, find_captions, find_furniture, find_related
from reader.parser.pieces import Piece

_ENDS = (".", "!", "?", "…", "。", "！", "？", "”", '"', "»", "’", "।", ":", "“")


def sentence(piece: Piece) -> bool:
    """Whether a line reads as running text."""
    return len(piece.text) >= 60 and piece.text.endswith(_ENDS)


def _span(lines: Lines) -> tuple[int, int]:
    """The densest run of sentence lines."""
    best = current = 0.0
    start, span = 0, (0, 0)
    for index, piece in enumerate(lines.pieces):
        if lines.said[index]:
            gain = -15.0
        else:
            gain = float(len(piece.text)) if sentence(piece) else -60.0
        if current <= 0:
            current, start = 0.0, index
        current += gain
        if current > best:
            best, span = current, (start, index + 1)
    return span


def _title(lines: Lines, first: int) -> tuple[str, str | None, set[int]]:
    """Headline and standfirst: lines before the body that nothing else explains."""
    for index in range(first + 1):
        text = lines.pieces[index].text
        if lines.said[index] or (len(text.split()) < 4 and first > 3):
            continue
        following = index + 1
        if following < len(lines.pieces) and not lines.said[following] and len(lines.pieces[following].text) > 50:
            under = lines.pieces[following].text
            again = any(piece.text.startswith(under.rstrip(".")) for piece in lines.pieces[following + 1 :])
            if again or lines.pieces[following].gap == 0 or following + 1 < first:
                return text, under, {index, following}
        return text, None, {index}
    return "", None, set()


def read_lines(text: str, url: str | None) -> Article:
    """The article in a scraped text."""
    pieces = scrape.outline(text).pieces
    lines = Lines(pieces, [False] * len(pieces))
    find_captions(lines)
    find_furniture(lines)
    summary, used = digest(pieces)
    for index in used:
        lines.said[index] = "meta"
    first, last = _span(lines)
    title, standfirst, taken = _title(lines, first)
    for index in taken:
        lines.said[index] = "meta"
    known = {index: said for index, said in enumerate(lines.said) if said and index not in taken}
    head = read_line_head(pieces, min(taken, default=0), first, skip=known, url=url)
    for index in head.said:
        lines.said[index] = "meta"
    first, last = _span(lines)
    find_related(lines, last)
    for index in range(first, last):
        lines.keep[index] = not lines.said[index]
    after_body(lines, last)
    parts = build(lines, first, last)
    return Article(
        title,
        tuple(parts.blocks),
        standfirst,
        head.byline,
        head.published,
        head.updated,
        head.publisher,
        url=head.url,
        language=head.language,
        publisher_summary=summary,
        related=tuple(parts.related),
        notes=tuple(parts.notes),
        removed=tuple(parts.removed),
    )
