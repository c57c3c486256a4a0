"""How anchors read a text: its words, folded, and for each word a code, of which one printable mark is kept.

Quotes, dashes, spaces, paragraph breaks, case and soft hyphens vanish here, so that a page that was only set anew
reads the same. The word rule and the marks are part of every stored anchor: neither may change without a new
anchor version. That is why they are not the folding that search uses, which may grow.
"""

from __future__ import annotations

import re
import unicodedata
from zlib import crc32

# Written inside a word without being part of it: soft hyphen, zero-width space and joiners, word joiner.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"\w[\w\u0300-\u036f{_INVISIBLE}]*")
_DROPPED = re.compile(f"[{_INVISIBLE}]+")
# Scripts that set no space between words. Han and Hiragana: a character is a word. Katakana: a run is one. Thai,
# Lao, Burmese, Khmer: a consonant with the vowel before it and the marks after it, which an edit nearby leaves alone.
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KATAKANA = "\u30a0-\u30ff\uff66-\uff9f"
_SOUTHEAST = "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17d3"
_LEADING = "\u0e40-\u0e44\u0ec0-\u0ec4"
_TRAILING = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u17b4-\u17d3"
_UNSPACED = re.compile(f"[{_HAN}{_KATAKANA}{_SOUTHEAST}]")
_WORD_UNSPACED = re.compile(
    f"[{_HAN}][\u3099\u309a\ufe00-\ufe0f]*|[{_KATAKANA}]+"
    f"|[{_LEADING}]?[{_SOUTHEAST}](?:[{_TRAILING}]|\u1039[\u1000-\u1021]|\u17d2[\u1780-\u17a2])*"
    rf"|[^\W{_HAN}{_KATAKANA}{_SOUTHEAST}](?:[^\W{_HAN}{_KATAKANA}{_SOUTHEAST}]|[\u0300-\u036f{_INVISIBLE}])*"
)
# Marks that cost one byte in JSON: printable ASCII without the quote and the backslash.
MARKS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_KINDS = 0xD7  # codes of each mark: with the mark as low byte they stay below the surrogates
_EDGES = ".,;:!?'\"()[]“”‘’„«»–—…"  # no part of a word; without them most stretches are one
_CACHED = 200_000
_LONGEST_CACHED = 40  # characters; what is longer hardly comes again


class _Folded(dict[str, str]):
    """Words as written to words as compared."""

    def __missing__(self, word: str) -> str:
        folded = unicodedata.normalize("NFKC", _DROPPED.sub("", word).casefold())
        if len(self) < _CACHED:
            self[word] = folded
        return folded


class _Coded(dict[str, str]):
    """Stretches without a space to the codes of their words."""

    def __missing__(self, stretch: str) -> str:
        word = stretch.strip(_EDGES)
        plain = word.isascii() and word.isalnum()
        codes = _code(word.lower()) if plain else "".join(map(_code, words_of(stretch)))
        if len(self) < _CACHED and len(stretch) <= _LONGEST_CACHED:
            self[stretch] = codes
        return codes


class _Weighed(dict[str, float]):
    """Words as compared to what finding one of them is worth: long words say more than short ones."""

    def __missing__(self, word: str) -> float:
        weight = 0.6 if _UNSPACED.match(word) else min(1.0, len(word) / 6) + 0.1
        if len(self) < _CACHED:
            self[word] = weight
        return weight


_folded, _coded, weight_of = _Folded(), _Coded(), _Weighed()


def _code(word: str) -> str:
    kind, mark = divmod(crc32(word.encode("utf-8", "surrogatepass")), len(MARKS))
    return chr((kind % _KINDS + 1) << 8 | ord(MARKS[mark]))


def _pattern(text: str) -> re.Pattern[str]:
    return _WORD_UNSPACED if not text.isascii() and _UNSPACED.search(text) else _WORD


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: folded, in order."""
    return list(map(_folded.__getitem__, _pattern(text).findall(text)))


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where each of those words stands."""
    return list(map(re.Match.span, _pattern(text).finditer(text)))


def codes_of(text: str) -> str:
    """One character for each word: equal words have equal codes, two others in 20,000 by chance.

    Codes are for the moment, and cost half of what the words themselves do: no word has a space in it, and what stands
    between two spaces is read once.
    """
    return "".join(map(_coded.__getitem__, text.split()))


def sketch(codes: str) -> str:
    """One printable mark for each code, to be kept: equal words have equal marks, two others in 91 by chance."""
    return codes.encode("utf-16-le")[::2].decode("ascii")
