"""Where in a text a quote stands word for word, and where it may stand in other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.passages.marks import weight_of
from reader.passages.wording import Wording, positions

_MOST_TWINS = 4000
_COMMON = 1500
_ENOUGH = 120  # hits that are counted; with 400 the benchmark's passages fare the same, but for one in 2,000
_RICH = 0.25  # of the score that the best window has, for another to be one
_CERTAIN = 4  # words whose codes are equal by chance in one of 10^17 places

Hit = tuple[int, str, float]
"""A word of the quote in the text: its number there, its code, what it is worth."""


class Window(NamedTuple):
    """Words `first` to `last` of a text (both inclusive), and how many of a quote's rare words stand there."""

    score: float
    first: int
    last: int

    def meets(self, first: int, end: int) -> bool:
        """Whether it shares a word with words `first` to `end` (exclusive)."""
        return self.first < end and self.last >= first


def occurrences(text: Wording, quote: Sequence[str], codes: str, most: int = _MOST_TWINS) -> list[int]:
    """The numbers of the words at which the quote stands word for word, at most `most`."""
    return [at for at in positions(text.codes, codes, most) if stands_at(text, at, quote, codes)]


def stands_at(text: Wording, at: int, quote: Sequence[str], codes: str) -> bool:
    """Whether the quote stands at a word; words are compared only where so few codes may be equal by chance."""
    end = at + len(codes)
    return text.codes[at:end] == codes and (len(codes) >= _CERTAIN or text.words(at, end) == quote)


def windows(text: Wording, quote: Sequence[str], codes: str, most: int) -> list[Window]:
    """The stretches richest in the quote's rarer words, best first, none meeting another."""
    hits: list[Hit] = []
    for code, count, worth in _telling(text, quote, codes):
        if len(hits) + count > _ENOUGH and hits:
            break
        hits += [(place, code, worth) for place in text.places(code)]
    return _richest(hits, codes, most, 0.0)


def windows_beside(text: Wording, quote: Sequence[str], codes: str, most: int, first: int) -> list[Window]:
    """The same for a quote that stands at word `first` itself: the stretches elsewhere that are like it."""
    last, own = first + len(codes), Counter(codes)
    hits: list[Hit] = []
    whole = elsewhere = 0.0
    telling = _telling(text, quote, codes)
    for code, count, worth in telling:
        whole += worth * own[code]
        elsewhere += worth * min(own[code], count - own[code])
    if elsewhere < _RICH * whole:
        return []
    for code, count, worth in telling:
        if len(hits) + count > _ENOUGH and hits:
            break
        hits += [(at, code, worth) for at in text.places(code) if not first <= at < last]
    return [it for it in _richest(hits, codes, most, _RICH * whole) if not it.meets(first, last)]


def _telling(text: Wording, quote: Sequence[str], codes: str) -> list[tuple[str, int, float]]:
    """The quote's rarer words that stand in the text: code, how often there, what finding one is worth."""
    worth = dict(zip(codes, quote, strict=True))
    counted = sorted((count, number, code) for number, code in enumerate(worth) if (count := text.count(code)))
    most = max(12, len(text) // 60)
    rare = [row for row in counted if row[0] <= most] or counted[:1]
    return [
        (code, count, weight_of[worth[code]] / (1 + 0.15 * min(count, 60)))
        for count, _, code in rare
        if count <= _COMMON
    ]


def _richest(hits: list[Hit], codes: str, most: int, least: float) -> list[Window]:
    """The windows with the highest scores, at least `least` and a share of the best."""
    hits.sort()
    ranked = _slide(hits, Counter(codes), int(1.3 * len(codes)) + 6)
    ranked.sort(key=lambda window: -window[0])
    kept: list[Window] = []
    for score, first, last in ranked:
        if len(kept) >= most or score < max(least, _RICH * ranked[0][0]):
            break
        window = Window(score, first, last)
        if not any(window.meets(other.first, other.last + 1) for other in kept):
            kept.append(window)
    return kept


def _slide(hits: list[Hit], wanted: dict[str, int], breadth: int) -> list[tuple[float, int, int]]:
    """For each hit the window that ends there; a word counts as often as the quote has it."""
    found = []
    inside = dict.fromkeys(wanted, 0)
    score, oldest = 0.0, 0
    for place, word, weight in hits:
        if inside[word] < wanted[word]:
            score += weight
        inside[word] += 1
        while hits[oldest][0] <= place - breadth:
            _, left, lost = hits[oldest]
            inside[left] -= 1
            if inside[left] < wanted[left]:
                score -= lost
            oldest += 1
        found.append((score, hits[oldest][0], place))
    return found
