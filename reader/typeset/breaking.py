"""Where lines end: greedy filling by cells, grapheme by grapheme where the text needs it."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.text.words import cells, graphemes, width

Cut = tuple[int, int]

# Kinsoku: what may not begin a line and what may not end one in Chinese and Japanese (JIS X 4051, the common part).
_NOT_FIRST = frozenset(
    "、。，．：；！？）］｝」』】〉》〕〗ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々〻…‥,.:;!?)]}’”»›%％"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔〖([{‘“«‹$¥￥＄")
_SOLID = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_PLAIN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0557\u1e00-\u1fff\u2000-\u200a\u2010-\u2027\u2030-\u205f€™−]*"
)


@lru_cache(maxsize=512)
def _filling(columns: int) -> re.Pattern[str]:
    """A line of text whose characters take one cell each: to the last space, or the last dash between letters."""
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
        return _fill_by_cells(text, columns, max(1, columns if first is None else first))
    if first is not None and first != columns:
        begun = _filling(max(1, first)).search(text)
        if begun is None:
            return []
        rest = _filling(columns).finditer(text, begun.end())
        return [begun.span(), *(match.span() for match in rest)]
    return [match.span() for match in _filling(columns).finditer(text)]


def _fill_by_cells(text: str, columns: int, room: int) -> list[Cut]:
    """Filling where characters differ in width or stand without spaces."""
    found: list[Cut] = []
    start = stop = -1  # of the line; where it may end
    used = since = 0  # cells of the line, and of what stands after `stop`
    before = " "
    for begin, end in graphemes(text):
        char = text[begin]
        size = cells(text[begin:end])
        if start >= 0 and char != " " and _may_break(before, char):
            stop, since = begin, 0
        if start >= 0 and used + size > room and char != " ":
            cut = stop if stop > start else begin
            found.append((start, start + len(text[start:cut].rstrip(" "))))
            start, used, room = cut, since if stop > start else 0, columns
            since = used
        if start < 0 and char != " ":
            start = begin
        if start >= 0:
            used, since = used + size, since + size
        before = text[end - 1] if end - begin == 1 else char
    if start >= 0:
        found.append((start, start + len(text[start:].rstrip(" "))))
    return found


def _may_break(before: str, char: str) -> bool:
    """Whether a line may end between two characters."""
    if before == " ":
        return True
    if before in _NOT_LAST or char in _NOT_FIRST:
        return False
    if before in "-–—/":
        return char.isalnum()
    return bool(_SOLID.match(before) or _SOLID.match(char))


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
    return fill(text, high)


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
