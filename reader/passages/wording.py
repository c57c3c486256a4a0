"""A text as anchors see it: its words in order, and one printable mark for each.

Quotes, dashes, spaces, paragraph breaks, case and soft hyphens vanish here, so that a page that was only set anew
reads the same. The word rule and the marks are part of every stored anchor: neither may change without a new
anchor version. That is why they are not the folding that search uses, which may grow.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property, lru_cache
from zlib import crc32

from reader.text.parts import Spot

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
_CACHED = 200_000


class _Folded(dict[str, str]):
    """Words as written to words as compared."""

    def __missing__(self, word: str) -> str:
        folded = unicodedata.normalize("NFKC", _DROPPED.sub("", word).casefold())
        if len(self) < _CACHED:
            self[word] = folded
        return folded


class _Marked(dict[str, str]):
    """Words as compared to their mark."""

    def __missing__(self, word: str) -> str:
        mark = MARKS[crc32(word.encode("utf-8", "surrogatepass")) % len(MARKS)]
        if len(self) < _CACHED:
            self[word] = mark
        return mark


class _Weighed(dict[str, float]):
    """Words as compared to what finding one of them is worth: long words say more than short ones."""

    def __missing__(self, word: str) -> float:
        weight = 0.6 if _UNSPACED.match(word) else min(1.0, len(word) / 6) + 0.1
        if len(self) < _CACHED:
            self[word] = weight
        return weight


_folded, _marked, weight_of = _Folded(), _Marked(), _Weighed()


def _pattern(text: str) -> re.Pattern[str]:
    return _WORD_UNSPACED if not text.isascii() and _UNSPACED.search(text) else _WORD


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: folded, in order."""
    return list(map(_folded.__getitem__, _pattern(text).findall(text)))


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where each of those words stands."""
    return list(map(re.Match.span, _pattern(text).finditer(text)))


def sketch(words: list[str]) -> str:
    """One mark for each word: equal words have equal marks, two others in 91 by chance."""
    return "".join(map(_marked.__getitem__, words))


class Wording:
    """Paragraphs as one text of words, with what finding needs, each built when first asked for."""

    def __init__(self, paragraphs: tuple[str, ...]) -> None:
        self.paragraphs = paragraphs
        self.text = "\n".join(paragraphs)
        self.words = words_of(self.text)
        self.sketch = sketch(self.words)

    @cached_property
    def check(self) -> int:
        """A number that two texts share only if, in all likelihood, their words are the same."""
        return self.sum(0, len(self.words))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in `text`."""
        return spans_of(self.text)

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends in `text`."""
        return [end for _, end in self.spans]

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """The numbers at which each word stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            found[word].append(number)
        return dict(found)

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """Where each paragraph begins in `text`."""
        starts, at = [], 0
        for paragraph in self.paragraphs:
            starts.append(at)
            at += len(paragraph) + 1
        return starts

    def sum(self, first: int, end: int) -> int:
        """A check sum of words `first` to `end`."""
        return crc32(self.sketch[first:end].encode("ascii"))

    def flat(self, spot: Spot) -> int:
        """The offset in `text` of a spot in a paragraph."""
        return self.paragraph_starts[spot[0]] + spot[1]

    def spot(self, offset: int, *, end: bool = False) -> Spot:
        """The spot of an offset in `text`; an `end` belongs to the paragraph that it closes."""
        number = max(0, bisect_right(self.paragraph_starts, offset) - 1)
        within = min(offset - self.paragraph_starts[number], len(self.paragraphs[number]))
        if end and within == 0 and number:
            return number - 1, len(self.paragraphs[number - 1])
        return number, within

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The words that stand, wholly or in part, between two offsets: first, and one after the last."""
        first = bisect_right(self.ends, start)
        last = first
        while last < len(self.spans) and self.spans[last][0] < end:
            last += 1
        return first, last


@lru_cache(maxsize=8)
def wording(paragraphs: tuple[str, ...]) -> Wording:
    """The wording of these paragraphs; the last few texts are kept, as passages come many to an article."""
    return Wording(paragraphs)
