"""Where lines end: greedy filling, even lines for headlines, hard ends for code."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.text.cells import Cut, fill_by_cells
from reader.text.words import graphemes, width

_PLAIN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0557\u1e00-\u1fff\u2000-\u200a\u2010-\u2027\u2030-\u205f€™−]*"
)


@lru_cache(maxsize=512)
def filling(columns: int) -> re.Pattern[str]:
    """A line of a text whose characters take one cell each: to the last space, or the last dash between letters."""
    rest = max(0, columns - 1)
    ends = r"(?<! )(?= |\Z)|(?<=\w[-–—/])(?=\w)"
    return re.compile(rf"[^ ].{{0,{rest}}}(?:{ends})|[^ ]{{1,{max(1, columns)}}}", re.DOTALL)


def plain(text: str) -> bool:
    """Whether each character is one grapheme of one cell, and lines break at spaces."""
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def fill(text: str, columns: int, first: int | None = None) -> list[Cut]:
    """The lines of a text as start and end; spaces at the ends of lines belong to none.

    `first` is the first line's width where it differs. Control characters must have been taken out before.
    """
    columns = max(1, columns)
    if not plain(text):
        return fill_by_cells(text, columns, max(1, columns if first is None else first))
    if first is not None and first != columns:
        begun = filling(max(1, first)).search(text)
        if begun is None:
            return []
        rest = filling(columns).finditer(text, begun.end())
        return [begun.span(), *(match.span() for match in rest)]
    return [match.span() for match in filling(columns).finditer(text)]


def balanced(text: str, columns: int) -> list[Cut]:
    """Lines of about the same length: for headlines, so that no word stands alone at the end."""
    lines = fill(text, columns)
    if len(lines) < 2:
        return lines
    low, high = 1, columns
    while low < high:
        middle = (low + high) // 2
        if len(fill(text, middle)) <= len(lines):
            high = middle
        else:
            low = middle + 1
    return _without_widow(text, fill(text, high), columns)


def _without_widow(text: str, lines: list[Cut], columns: int) -> list[Cut]:
    """The lines with a word more on the last one where that had only one and there is room."""
    (start, end), (last, stop) = lines[-2:]
    gap = text.rfind(" ", start, end)
    if " " in text[last:stop] or gap < 0 or width(text[gap + 1 : stop]) > columns:
        return lines
    return [*lines[:-2], (start, len(text[:gap].rstrip(" "))), (gap + 1, stop)]


def hard(text: str, columns: int) -> list[Cut]:
    """Lines cut where they are full and nowhere else: for code."""
    if plain(text):
        return [(i, min(i + columns, len(text))) for i in range(0, max(1, len(text)), max(1, columns))]
    found: list[Cut] = []
    start = used = 0
    for begin, end in graphemes(text):
        size = width(text[begin:end])
        if used + size > columns and begin > start:
            found.append((start, begin))
            start, used = begin, 0
        used += size
    return [*found, (start, len(text))]
