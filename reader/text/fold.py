"""One folding for every search: in an article, in the library, for passages. What folds alike is the same word.

Folding takes away case, accents, ligatures, full-width and other compatibility forms, invisible characters, kinds
of quotes and dashes, and makes each run of white space one space. It keeps the way back to the original offsets.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

# Letters that Unicode does not decompose, as readers without them on the keyboard type them.
_LETTERS = {
    "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H", "ı": "i", "ŧ": "t",
    "Ŧ": "T", "ŋ": "n", "Ŋ": "N", "ə": "e", "Ə": "E", "ς": "σ", "ѣ": "е", "ґ": "г", "Ґ": "Г", "ʻ": "'", "ʼ": "'",
    "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه",
}  # fmt: skip
_SINGLE = "‘’‚‛′‵ʹʾʿ´＇‹›"
_DOUBLE = "“”„‟″‶«»〝〞〟＂"
_DASHES = "‐‑‒–—―−﹘﹣－⁃"
_SIGNS = {ord(c): to for signs, to in ((_SINGLE, "'"), (_DOUBLE, '"'), (_DASHES, "-")) for c in signs}
# Marks that are dropped: accents of alphabets (U+0300 to U+036F), Cyrillic titlo, Hebrew points, Arabic vowel
# signs and tatweel. Marks of Indic scripts, Thai and kana are letters to their readers and stay.
_ACCENT = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0640\u064b-\u065f\u0670]")
_RUN = r"\s{2,}|[^\S ]"
_UNEVEN_SPACE = re.compile(_RUN)


@lru_cache(maxsize=8192)
def _folded(char: str, cased: bool) -> str:
    """What one character folds to: none, one or several characters."""
    if char in _LETTERS:
        plain = _LETTERS[char]
    elif ord(char) in _SIGNS:
        plain = _SIGNS[ord(char)]
    elif char.isspace():
        plain = " "
    elif unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f":
        plain = ""
    elif unicodedata.category(char) == "Sk":  # an accent standing alone would leave a space
        plain = char
    else:
        bare = _ACCENT.sub("", unicodedata.normalize("NFKD", char)).strip()
        plain = "".join(_LETTERS.get(c, _SIGNS.get(ord(c), c)) for c in unicodedata.normalize("NFC", bare))
    return plain if cased else plain.casefold()


def lowered(text: str) -> str:
    """Lower case with every character in its place. Patterns are asked of it rather than told to ignore case: then each of
    their alternatives is tried by table, at three to five times the time."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("İ", "i").lower()  # the only letter that becomes two


class _Table(dict[int, str]):
    """What `str.translate` asks: filled as characters are met."""

    def __init__(self, cased: bool) -> None:
        super().__init__()
        self.cased = cased

    def __missing__(self, code: int) -> str:
        self[code] = to = _folded(chr(code), self.cased)
        return to


_TABLES = {False: _Table(False), True: _Table(True)}


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the way back.

    From folded offset `at[k]` on, until the next, characters stand one to one from the original `origins[k]` on.
    """

    text: str
    length: int
    at: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    @property
    def even(self) -> bool:
        """Whether every character stands one to one for one of the original."""
        return len(self.at) == 1 and self.origins[0] == 0 and self.length == len(self.text)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text that the folded stretch from `start` to `end` came from."""
        if self.even:
            return start, end
        first = self._back(start)
        if end <= start:
            return first, first
        last = self._back(end - 1)
        while end < len(self.text) and self._back(end) == last:
            end += 1
        return first, self._back(end) if end < len(self.text) else self.length

    def _back(self, offset: int) -> int:
        k = bisect_right(self.at, offset) - 1
        return self.origins[k] + offset - self.at[k] if offset < len(self.text) else self.length


def fold(text: str, *, cased: bool = False) -> Folded:
    """The folded text with its way back; `cased` keeps capitals apart."""
    table = _TABLES[cased]
    odd = "".join(sorted(c for c in (() if text.isascii() else set(text)) if len(table[ord(c)]) != 1))
    if not odd and not _UNEVEN_SPACE.search(text):
        if text.isascii():
            return Folded(text if cased else text.lower(), len(text))
        return Folded(text.translate(table), len(text))
    return _fold_uneven(text, odd, table)


def _fold_uneven(text: str, odd: str, table: _Table) -> Folded:
    """Folding where characters vanish, expand or white space runs together."""
    parts: list[str] = []
    at, origins = [0], [0]
    done = size = 0
    for match in _uneven(odd).finditer(text):
        plain = text[done : match.start()].translate(table)
        to = " " if match[0].isspace() else table[ord(match[0])]
        parts += plain, to
        size += len(plain)
        done = match.end()
        if len(to) != len(match[0]):
            for offset in range(len(to)):
                _step(at, origins, size + offset, match.start())
            _step(at, origins, size + len(to), done)
        size += len(to)
    parts.append(text[done:].translate(table))
    return Folded("".join(parts), len(text), tuple(at), tuple(origins))


def _step(at: list[int], origins: list[int], offset: int, origin: int) -> None:
    """Note that `offset` came from `origin`; the later word on one offset counts."""
    if at[-1] == offset:
        origins[-1] = origin
    else:
        at.append(offset)
        origins.append(origin)


@lru_cache(maxsize=256)
def _uneven(odd: str) -> re.Pattern[str]:
    """What does not fold one to one in a text whose odd characters are these."""
    return re.compile(f"{_RUN}|[{re.escape(odd)}]" if odd else _RUN)
