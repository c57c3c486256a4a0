"""A piece of the article being selected by keys: from where to where, and how it grows and shrinks.

Pure. A spot is the number of a part of the article (as `passages.parts` counts them) and an offset in its text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import Literal

from reader.model import Article, Place
from reader.text.parts import Parts, parts
from reader.text.sentences import sentences
from reader.text.words import words

Spot = tuple[int, int]
Unit = Literal["word", "sentence", "paragraph"]


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected; `backward` when its beginning is the end that moves."""

    start: Spot
    end: Spot
    backward: bool = False


class Selecting:
    """Selects in one article."""

    def __init__(self, article: Article) -> None:
        self.parts: Parts = parts(article)
        self._language = article.language

    def unit_at(self, place: Place, unit: Unit) -> Selection | None:
        """The sentence, word or paragraph that holds a place; None where the place is in no part that holds words."""
        key = (place.part, place.index)
        if key not in self.parts.keys:
            return None
        number = self.parts.keys.index(key)
        spans = self._spans(number, unit)
        if not spans:
            return None
        at = max(0, bisect_right(spans, (place.start, len(self.parts.paragraphs[number]))) - 1)
        return Selection((number, spans[at][0]), (number, spans[at][1]))

    def between(self, first: Place, last: Place) -> Selection | None:
        """The words from one place to another, whichever comes first: what a mouse is dragged over."""
        ends = [self.unit_at(place, "word") for place in (first, last)]
        if ends[0] is None or ends[1] is None:
            return None
        return Selection(min(ends[0].start, ends[1].start), max(ends[0].end, ends[1].end))

    def more(self, now: Selection, unit: Unit, count: int = 1) -> Selection:
        """Extended by so many units at the end that moves; at the article's own end as far as it goes."""
        for _ in range(count):
            spot = self._before(now.start, unit) if now.backward else self._after(now.end, unit)
            if spot is None:
                break
            now = replace(now, start=spot) if now.backward else replace(now, end=spot)
        return now

    def less(self, now: Selection, unit: Unit, count: int = 1) -> Selection:
        """Shrunk by so many units at the end that moves, down to one word."""
        for _ in range(count):
            if now.backward:
                spot = self._begins_after(now.start, unit)
                smaller = replace(now, start=spot) if spot is not None and spot < now.end else None
            else:
                spot = self._ends_before(now.end, unit)
                smaller = replace(now, end=spot) if spot is not None and spot > now.start else None
            if smaller is None:
                break
            now = smaller
        return now

    def places(self, now: Selection) -> tuple[Place, ...]:
        """The places of what is selected, one for each part that is touched."""
        return self.parts.places(now.start, now.end)

    def text(self, now: Selection) -> str:
        """The words that are selected, a part a line."""
        texts = dict(zip(self.parts.keys, self.parts.paragraphs, strict=True))
        return "\n".join(texts[it.part, it.index][it.start : it.end] for it in self.places(now))

    def _spans(self, number: int, unit: Unit) -> tuple[tuple[int, int], ...]:
        return _spans(self.parts.paragraphs[number], unit, self._language)

    def _after(self, spot: Spot, unit: Unit) -> Spot | None:
        """The first end of a unit behind a spot."""
        number, offset = spot
        while number < len(self.parts.paragraphs):
            spans = self._spans(number, unit)
            at = bisect_right(spans, offset, key=_end)
            if at < len(spans):
                return number, spans[at][1]
            number, offset = number + 1, -1
        return None

    def _ends_before(self, spot: Spot, unit: Unit) -> Spot | None:
        """The last end of a unit before a spot."""
        number, offset = spot
        while number >= 0:
            spans = self._spans(number, unit)
            at = bisect_left(spans, offset, key=_end) - 1
            if at >= 0:
                return number, spans[at][1]
            number -= 1
            offset = len(self.parts.paragraphs[number]) + 1 if number >= 0 else 0
        return None

    def _before(self, spot: Spot, unit: Unit) -> Spot | None:
        """The last beginning of a unit before a spot."""
        number, offset = spot
        while number >= 0:
            spans = self._spans(number, unit)
            at = bisect_left(spans, offset, key=_begin) - 1
            if at >= 0:
                return number, spans[at][0]
            number -= 1
            offset = len(self.parts.paragraphs[number]) + 1 if number >= 0 else 0
        return None

    def _begins_after(self, spot: Spot, unit: Unit) -> Spot | None:
        """The first beginning of a unit behind a spot."""
        number, offset = spot
        while number < len(self.parts.paragraphs):
            spans = self._spans(number, unit)
            at = bisect_right(spans, offset, key=_begin)
            if at < len(spans):
                return number, spans[at][0]
            number, offset = number + 1, -1
        return None


_begin, _end = itemgetter(0), itemgetter(1)


@lru_cache(maxsize=256)
def _spans(text: str, unit: Unit, language: str | None) -> tuple[tuple[int, int], ...]:
    """The units of a text; a paragraph is the text without the spaces around it."""
    if unit == "paragraph":
        start = len(text) - len(text.lstrip())
        return ((start, len(text.rstrip())),) if text.strip() else ()
    if unit == "word":
        return tuple(_words(text, _spans(text, "sentence", language)))
    return tuple(sentences(text, language))


def _words(text: str, units: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """Words; the first and the last of a sentence take its marks along, and one without words is a word itself.

    So each border of a sentence is a border of a word, and what was extended can be shrunk to what it was.
    """
    found = words(text)
    at = 0
    for start, end in units:
        first = at
        while at < len(found) and found[at][0] < end:
            at += 1
        borders = [start, *(begin for begin, _ in found[first + 1 : at])]
        stops = [*(stop for _, stop in found[first : max(first, at - 1)]), end]
        yield from zip(borders, stops, strict=True)
