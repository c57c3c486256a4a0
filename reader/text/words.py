"""Words, graphemes and terminal cells, for scripts without spaces too.

Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without spaces: there each character (with its marks)
counts as a word of its own, so that any name is found as a phrase of such words, whatever stands around it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# Scripts written without spaces: Thai, Lao, Burmese, Khmer, kana, Han with its extensions.
_SOLID = (
    "\u0e01-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003fffd"
)
# Their marks, which belong to the character before.
_SOLID_MARK = (
    "\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    "\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u17b4-\u17d3\u3099\u309a\uff9e\uff9f"
)
# Marks within words of other scripts, which Python leaves out of \w; joiners and the soft hyphen stand there too.
_MARK = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0951-\u0957"
    "\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70-\u0a75\u0a81-\u0a83"
    "\u0abc-\u0acd\u0ae2\u0ae3\u0b01-\u0b03\u0b3c-\u0b57\u0b62\u0b63\u0b82\u0bbe-\u0bd7\u0c00-\u0c04\u0c3c-\u0c56"
    "\u0c62\u0c63\u0c81-\u0c83\u0cbc-\u0cd6\u0ce2\u0ce3\u0d00-\u0d03\u0d3b-\u0d57\u0d62\u0d63\u0d81-\u0d83"
    "\u0dca-\u0df3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200c\u200d"
)
# Bytes in UTF-8 with which no character of these scripts begins.
_ELSEWHERE = bytes(it for it in range(256) if it not in (0xE0, 0xE1, *range(0xE3, 0xEA), 0xEF, 0xF0))
_LETTER = rf"(?:[^\W_{_SOLID}]|[{_MARK}])"
_ASCII_WORD = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|'(?=[A-Za-z])|(?<=\d)[.,](?=\d))*")


@cache
def _word() -> re.Pattern[str]:
    """A word; compiled when first asked for, which takes 5 ms."""
    return re.compile(
        rf"[{_SOLID}][{_SOLID_MARK}]*"
        rf"|[^\W_{_SOLID}](?:{_LETTER}|['’ʼ](?=[^\W\d_])|(?<=\d)[.,](?=\d))*"
    )


@cache
def _touching() -> re.Pattern[str]:
    """Where a character of a script without spaces touches another."""
    return re.compile(rf"(?<=[{_SOLID}])(?=[^\s{_SOLID_MARK}])|(?<=[^\s])(?=[{_SOLID}])(?![{_SOLID_MARK}])")


@cache
def _solid_run() -> re.Pattern[str]:
    return re.compile(f"[{_SOLID}]+")


def solid(text: str) -> list[str]:
    """The runs of characters of scripts without spaces. Whether there may be any is told by first bytes: a pattern looks ten
    times as long at a paragraph in Latin letters that has a curly quote."""
    if text.isascii() or not text.encode("utf-8", "surrogatepass").translate(None, _ELSEWHERE):
        return []
    return _solid_run().findall(text)


def word_count(text: str) -> int:
    """How many words a text has, about: what stands between spaces, and two signs of scripts without them as one, as these
    take as long to read (238 words or 500 signs a minute)."""
    return len(text.split()) + sum(map(len, solid(text))) // 2


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word; an apostrophe between letters and a point between digits belong to it."""
    pattern = _ASCII_WORD if text.isascii() else _word()
    return [match.span() for match in pattern.finditer(text)]


def segmented(text: str) -> str:
    """The text with spaces between the characters of scripts without spaces: for an index that splits there."""
    return text if text.isascii() else _touching().sub(" ", text)


@lru_cache(maxsize=8192)
def _kind(char: str) -> str:
    """How a character joins others: E extends, Z joiner, R regional, L V T of Hangul, P prepends, or nothing."""
    code = ord(char)
    if char == "\u200d":
        return "Z"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return "R"
    if unicodedata.category(char) in {"Mn", "Me", "Mc"} or char in "\u0e33\u0eb3\u200c\uff9e\uff9f":
        return "E"
    if 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F:
        return "E"
    for low, high, kind in ((0x1100, 0x115F, "L"), (0x1160, 0x11A7, "V"), (0x11A8, 0x11FF, "T")):
        if low <= code <= high:
            return kind
    return "P" if 0x600 <= code <= 0x605 or code in {0x6DD, 0x70F, 0x110BD} else ""


@lru_cache(maxsize=8192)
def _cells(char: str) -> int:
    """Terminal cells of a character that stands alone (Unicode Annex 11); marks and skin tones take none."""
    code = ord(char)
    if code == 0xAD or 0x600 <= code <= 0x605 or code in {0x6DD, 0x70F, 0x890, 0x891, 0x8E2}:
        return 1
    if 0x1160 <= code <= 0x11FF or 0x1F3FB <= code <= 0x1F3FF:
        return 0
    if unicodedata.category(char) in {"Mn", "Me", "Mc", "Cf", "Cc", "Cs"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _simple(text: str) -> bool:
    """Whether every character is a grapheme of its own."""
    return text.isascii() or not any(map(_kind, set(text)))


def graphemes(text: str) -> list[tuple[int, int]]:
    """Start and end of what a reader takes for one character (Unicode Standard Annex 29, extended clusters)."""
    if _simple(text) and "\r\n" not in text:
        return [(i, i + 1) for i in range(len(text))]
    found: list[tuple[int, int]] = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not _joined(text, start, i):
            found.append((start, i))
            start = i
    return found


def _joined(text: str, start: int, i: int) -> bool:
    """Whether the character at `i` belongs to the grapheme that began at `start`."""
    last, char = text[i - 1], text[i]
    before, kind = _kind(last), _kind(char)
    if last in "\r\n" or char in "\r\n":
        joined = last + char == "\r\n"
    elif kind in ("E", "Z") or before == "P":
        joined = True
    elif before == "Z":
        joined = i - 1 > start and _pictograph(text[start]) and _pictograph(char)
    elif kind == "R":
        joined = before == "R" and i - start == 1
    else:
        joined = _syllable(last, char)
    return joined


def _syllable(last: str, char: str) -> bool:
    """Whether two characters are parts of one Hangul syllable."""
    before, kind = _kind(last), _kind(char)
    if "가" <= last <= "힣":
        return kind in ("V", "T")
    if before == "L" and "가" <= char <= "힣":
        return True
    return bool(kind) and kind in {"L": "LV", "V": "VT", "T": "T"}.get(before, "")


def _pictograph(char: str) -> bool:
    return char in "©®‼⁉™ℹ" or "\u2190" <= char <= "\u2bff" or "\u3030" <= char <= "\u3299" or char >= "\U0001f000"


def width(text: str) -> int:
    """Cells that the text takes in a terminal."""
    if text.isascii():
        return len(text) if text.isprintable() else sum(map(_cells, text))
    if "\u200d" in text or "\ufe0f" in text or any(_kind(c) == "R" for c in set(text)):
        return sum(cells(text[start:end]) for start, end in graphemes(text))
    return sum(map(_cells, text))


def cells(grapheme: str) -> int:
    """Cells of one grapheme: a joined emoji, a flag, and a sign asked to be an emoji are two."""
    if len(grapheme) == 1:
        return _cells(grapheme)
    if "\ufe0f" in grapheme and (_pictograph(grapheme[0]) or grapheme[0] in "0123456789#*"):
        return 2
    if _kind(grapheme[0]) == "R":
        return 2
    if "\u200d" in grapheme and _pictograph(grapheme[0]):
        return _cells(grapheme[0])
    return sum(map(_cells, grapheme))


def word_set(words: str) -> frozenset[str]:
    """The words of a line that lists them."""
    return frozenset(words.split())
