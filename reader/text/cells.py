"""Filling where characters differ in width, join one another, or stand without spaces.

A text is drawn as an image of itself, a letter a cell, that says what each cell is; lines end where a regular expression
finds an end in the image. So 50,000 words of Arabic or Chinese take tens of milliseconds, word by word they took 500.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from reader.text.words import cells, graphemes

Cut = tuple[int, int]
"""Start and end of a line in its text."""

# Kinsoku: what may not begin a line and what may not end one in Chinese and Japanese (JIS X 4051, the common part);
# in Thai and Lao the vowels and signs that stand before or behind their consonant.
_NOT_FIRST = frozenset(
    "、。，．：；！？）］｝」』】〉》〕〗ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々〻…‥,.:;!?)]}’”»›%％"
    "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0eb3\u0ec6\uff9e\uff9f"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔〖([{‘“«‹$¥￥＄\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
# Thai, Lao, Burmese, Khmer, and what Chinese and Japanese are written with: a line may end between two of them.
_SOLID = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_JOINING = re.compile("[\u200d\ufe0f\u1100-\u11ff\U0001f1e6-\U0001f1ff]")
"""Characters whose graphemes are not as wide as their characters together: joined emoji, flags, loose Hangul."""
_WORD = re.compile("[^ ]+")


class _Images(dict[int, str]):
    """Each character's image, made when it is first met; the second cell of a wide one is a letter of its own.

    `a` letter or digit, `o` other sign, `-` dash, `f` may not begin a line, `l` may not end one, `s` solid; in capitals
    the same two cells wide, with a small `w`, `v`, `m` or `n` behind. A mark has none: it goes with what it stands on.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        size = cells(char)
        image = _image(char, size > 1) if size else ""
        self[code] = image
        return image


def _image(char: str, wide: bool) -> str:
    if char == " ":
        return " "
    if char in _NOT_FIRST:
        return "Fv" if wide else "f"
    if char in _NOT_LAST or "\u0600" <= char <= "\u0605":
        return "Mm" if wide else "l"
    if _SOLID.match(char):
        return "Ww" if wide else "s"
    if wide:
        return "Nn"
    return "-" if char in "-–—/" else "a" if char.isalnum() else "o"


_IMAGES = _Images()


@lru_cache(maxsize=512)
def _filling(columns: int) -> re.Pattern[str]:
    """A line in an image: to the last space, dash between letters, or border of a solid character; else to the last cell."""
    rest = max(0, columns - 1)
    ends = r"(?<! )(?= |\Z)|(?<=[awns]-)(?=a)|(?<=[wvs])(?=[WMNsaol-])|(?<=[aofn-])(?=[WMs])"
    return re.compile(rf"[^ ].{{0,{rest}}}(?:{ends})|[^ ]{{1,{columns}}}(?![wvmn])|[^ ][wvmn]*")


def fill_by_cells(text: str, columns: int, room: int) -> list[Cut]:
    """The lines of a text as start and end; the first is `room` cells wide."""
    unseen = "".join(sorted(char for char in set(text) if not _IMAGES[ord(char)]))
    if _JOINING.search(text) or (unseen and _any_of(unseen, r"(?:\A| )").search(text)):
        image, origin = _spliced(text)
        return [(origin[start], origin[end]) for start, end in _ends(image, columns, room)]
    image = text.translate(_IMAGES)
    marks = [found.start() - number for number, found in enumerate(_any_of(unseen).finditer(text))] if unseen else []
    return list(_offsets(image, marks, _ends(image, columns, room)))


def _ends(image: str, columns: int, room: int) -> list[Cut]:
    """The lines of an image."""
    if room == columns:
        return [match.span() for match in _filling(columns).finditer(image)]
    begun = _filling(room).search(image)
    rest = [] if begun is None else _filling(columns).finditer(image, begun.end())
    return [match.span() for match in (begun, *rest) if match is not None]


def _offsets(image: str, marks: list[int], lines: list[Cut]) -> Iterator[Cut]:
    """Lines of an image in offsets of the text: without second cells, and with the marks that have no cell."""
    done = second = 0
    for start, end in lines:
        first = start - second
        second += sum(image.count(cell, done, end) for cell in "wvmn")
        done, last = end, end - second
        if marks:
            first, last = first + (bisect_right(marks, first) if first else 0), last + bisect_right(marks, last)
        yield first, last


@lru_cache(maxsize=256)
def _any_of(chars: str, before: str = "") -> re.Pattern[str]:
    return re.compile(f"{before}[{re.escape(chars)}]")


def _of_size(size: int) -> str:
    """The image of a grapheme of several characters."""
    return "N" + "n" * (size - 1) if size > 1 else "o" * size


def _spliced(text: str) -> tuple[str, list[int]]:
    """The image where some words have to be taken grapheme by grapheme, and the offset of each of its letters."""
    parts: list[str] = []
    starts: list[int] = []
    done = 0
    for word in _WORD.finditer(text):
        if not _JOINING.search(word[0]) and _IMAGES[ord(word[0][0])]:
            continue
        parts += [_IMAGES[code] for code in map(ord, text[done : word.start()])]
        starts += range(done, word.start())
        for begin, end in graphemes(word[0]):
            one = word[0][begin:end]
            image = _IMAGES[ord(one)] if len(one) == 1 else _of_size(cells(one))
            parts.append(image or "o" * (not begin))  # a mark on nothing takes a cell, so that some line has it
            # A mark behind a space stands on it: their line begins with the space.
            behind = not begin and word.start() > 0 and not _IMAGES[ord(one[0])]
            starts.append(word.start() + begin - behind)
        done = word.end()
    parts += [_IMAGES[code] for code in map(ord, text[done:])]
    starts += range(done, len(text))
    origin = [start for part, start in zip(parts, starts, strict=True) for _ in part]
    return "".join(parts), [*origin, len(text)]
