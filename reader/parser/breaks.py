"""Breaks within one piece of HTML: where they part a header, questions from answers, items, and the lines of a poem.

Most breaks stand where somebody's program wrapped a line, and part nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.parser.pieces import BREAK, Mark, Outline, Piece

_ITEM = re.compile(r"(?:[•▪◦‣●○■·*–—-]|\d{1,2}[.)])\s+\S")
_BULLET = re.compile(r"\s*[•▪◦‣●○■·*–—-]\s+(?=\S)")
_SPEAKER = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2}|[QAFR]): ?\S")
_VERSE_LEAST, _VERSE_MOST, _CAPITALS = 3, 64, 0.8
"""Lines of the shortest poem or list, characters of its longest line, and how many of its lines begin with a capital."""
_ROOMY_LEAST, _ROOMY = 4, 0.6
"""Lines of the shortest verse without capitals, and how many of them had room for the next line's first word."""
_LONGEST = 6_000
"""Characters of the longest piece that is looked at."""
_OPENING = "“„«\"'‘(¿¡—–-… "


def lines(piece: Piece) -> list[Piece]:
    """A piece's lines as pieces, with what of its marks stands in each; those without words go with the one before."""
    found: list[Piece] = []
    start = 0
    for raw in piece.raw.split(BREAK):
        end = start + len(raw)
        marks = [
            Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.tag, mark.address)
            for mark in piece.marks
            if mark.start < end and mark.end > start
        ]
        text = " ".join(raw.split())
        if text:
            linked, bold = _covered(marks, ("a",)), _covered(marks, ("b", "strong"))
            links = sum(mark.tag == "a" for mark in marks)
            found.append(replace(piece, text=text, raw=raw, marks=marks, linked=linked, bold=bold, links=links))
        start = end + len(BREAK)
    return found


def _covered(marks: Sequence[Mark], tags: Sequence[str]) -> int:
    return sum([mark.end - mark.start for mark in marks if mark.tag in tags])


def part(out: Outline, index: int) -> int:
    """Make a piece of each line of one; how many more there are then."""
    parted = lines(out.pieces[index])
    more = len(parted) - 1
    if more > 0:
        out.pieces[index : index + 1] = parted
        out.words[index : index + 1] = [piece.text.split() for piece in parted]
        out.first[:] = [at + more if at > index else at for at in out.first]
        out.last[:] = [at + more if at > index else at for at in out.last]
        for picture in out.pictures:
            picture.before += more if picture.before > index else 0
    return more


def parted(piece: Piece) -> Sequence[Piece]:
    """The lines of a paragraph where its breaks part what stands on them, else the paragraph as it is."""
    if BREAK not in piece.raw or len(piece.raw) > _LONGEST:
        return (piece,)
    found = lines(piece)
    if len(found) < 2:
        return (piece,)
    if _all_apart(found):
        return found
    return tuple(_strong_apart(found)) if any(map(_strong, found)) else (piece,)


def _all_apart(found: Sequence[Piece]) -> bool:
    """Whether each line stands for itself: items, speakers, verses."""
    texts = [piece.text for piece in found]
    for kind in (_ITEM, _SPEAKER):
        if sum([kind.match(text) is not None for text in texts]) >= max(2, len(texts) - 1):
            return True
    width = max(map(len, texts))
    if len(texts) < _VERSE_LEAST or width > _VERSE_MOST:
        return False
    capitals = sum([(begins := text.lstrip(_OPENING)[:1]).isupper() or begins.isdigit() for text in texts])
    roomy = sum([len(text) + 1 + len(after.partition(" ")[0]) <= width for text, after in pairwise(texts)])
    return capitals >= _CAPITALS * len(texts) or (len(texts) >= _ROOMY_LEAST and roomy >= _ROOMY * (len(texts) - 1))


def without_bullet(piece: Piece) -> Piece | None:
    """An item without the sign that it begins with; None where that is a number, or none."""
    bullet = _BULLET.match(piece.raw)
    if bullet is None:
        return None
    cut = bullet.end()
    marks = [Mark(max(0, mark.start - cut), mark.end - cut, mark.tag, mark.address) for mark in piece.marks]
    raw = piece.raw[cut:]
    return replace(piece, text=" ".join(raw.split()), raw=raw, marks=[mark for mark in marks if mark.end > 0])


def _strong(piece: Piece) -> bool:
    return piece.bold >= len(piece.text)


def _strong_apart(found: Sequence[Piece]) -> Iterator[Piece]:
    """Lines with those in bold apart, the others together as they came."""
    held: list[Piece] = []
    for piece in found:
        if _strong(piece) != (bool(held) and _strong(held[-1])) and held:
            yield _together(held)
            held = []
        held.append(piece)
    yield _together(held)


def _together(held: Sequence[Piece]) -> Piece:
    """Lines as one piece again."""
    marks: list[Mark] = []
    at = 0
    for piece in held:
        marks += [Mark(mark.start + at, mark.end + at, mark.tag, mark.address) for mark in piece.marks]
        at += len(piece.raw) + len(BREAK)
    raw = BREAK.join([piece.raw for piece in held])
    return replace(held[0], text=" ".join(raw.split()), raw=raw, marks=marks)
