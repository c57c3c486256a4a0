"""Where lines end: greedy filling by cells, grapheme by grapheme where the text needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    """Filling where characters differ in width or stand without spaces: by words, and within one only where needed."""
    found: list[Cut] = []
    start = end = used = 0
    for word in _WORD.finditer(text):
        gap = word.start() - end
        size = width(word[0])
        if used and used + gap + size <= room:
            end, used = word.end(), used + gap + size
            continue
        whole = size <= columns and plain(word[0]) and not _DASHED.search(word[0])
        parts = ((word.start(), word.end(), size),) if whole else _parts(word[0], word.start(), columns)
        for begin, stop, cells_ in parts:
            gap = begin - end
            if used and used + gap + cells_ > room:
                found.append((start, end))
                used, room = 0, columns
            start, used = (start, used + gap) if used else (begin, 0)
            end, used = stop, used + cells_ or 1
    return [*found, (start, end)] if end > start else found


_WORD = re.compile("[^ ]+")
_DASHED = re.compile(r"\w[-–—/](?=\w)")


def _parts(word: str, offset: int, columns: int) -> Iterator[tuple[int, int, int]]:
    """The parts of a word between which a line may end, with their cells; one that fits no line, by graphemes."""
    start = size = 0
    whole: list[tuple[int, int]] = []
    for begin, end in [*graphemes(word), (len(word), len(word))]:
        if begin > start and (begin == len(word) or _may_break(word[begin - 1], word[begin])):
            if size <= columns:
                yield offset + start, offset + begin, size
            else:
                yield from ((offset + a, offset + b, cells(word[a:b])) for a, b in whole)
            start, size, whole = begin, 0, []
        size += cells(word[begin:end]) if end > begin else 0
        whole.append((begin, end))


@lru_cache(maxsize=8192)
def _may_break(before: str, char: str) -> bool:
    """Whether a line may end between two characters."""
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
