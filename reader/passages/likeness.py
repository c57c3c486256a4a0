"""Where in a text a quote stands word for word, and where it may stand in other words."""

from __future__ import annotations

from dataclasses import dataclass

from reader.passages.wording import Wording, weight_of

_MOST_TWINS = 4000
_COMMON = 1500
_ENOUGH = 400


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `last` of a text (both inclusive), and how many of a quote's rare words stand there."""

    score: float
    first: int
    last: int

    def meets(self, first: int, end: int) -> bool:
        """Whether it shares a word with words `first` to `end` (exclusive)."""
        return self.first < end and self.last >= first


def occurrences(text: Wording, quote: list[str], marks: str, most: int = _MOST_TWINS) -> list[int]:
    """The numbers of the words at which the quote stands word for word, at most `most`."""
    found: list[int] = []
    at = text.sketch.find(marks)
    while at >= 0 and len(found) < most:
        if text.words[at : at + len(quote)] == quote:
            found.append(at)
        at = text.sketch.find(marks, at + 1)
    return found


def windows(text: Wording, quote: list[str], most: int, without: tuple[int, int] | None = None) -> list[Window]:
    """The stretches richest in the quote's rarer words, best first, none meeting another or words `without`."""
    hits = _hits(text, quote)
    if not hits:
        return []
    wanted: dict[str, int] = {}
    for word in quote:
        wanted[word] = wanted.get(word, 0) + 1
    ranked = sorted(_slide(hits, wanted, int(1.3 * len(quote)) + 6), key=lambda window: -window.score)
    kept: list[Window] = []
    for window in ranked:
        if len(kept) >= most or window.score < 0.25 * ranked[0].score:
            break
        if without is not None and window.meets(*without):
            continue
        if not any(window.meets(other.first, other.last + 1) for other in kept):
            kept.append(window)
    return kept


def _hits(text: Wording, quote: list[str]) -> list[tuple[int, str, float]]:
    """Where the quote's rarer words stand: number, word and weight, in order of the text."""
    rows = sorted(
        ((len(at), word, at) for word in dict.fromkeys(quote) if (at := text.positions.get(word))),
        key=lambda row: row[0],
    )
    hits: list[tuple[int, str, float]] = []
    for number, (count, word, at) in enumerate(rows):
        common = count > max(12, len(text.words) // 60) and number >= 1
        if common or count > _COMMON or (number >= 4 and len(hits) + count > _ENOUGH):
            break
        weight = weight_of[word] / (1 + 0.15 * min(count, 60))
        hits += [(place, word, weight) for place in at]
    if not hits and rows:
        hits = [(place, rows[0][1], 0.1) for place in rows[0][2][:50]]
    hits.sort()
    return hits


def _slide(hits: list[tuple[int, str, float]], wanted: dict[str, int], breadth: int) -> list[Window]:
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
        found.append(Window(score, hits[oldest][0], place))
    return found
