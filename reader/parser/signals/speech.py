"""What short pieces announce (comments, other stories, newsletters, sharing, law), and how long ago it was announced."""

from __future__ import annotations

from bisect import bisect_right

from reader.parser.seen import Seen
from reader.parser.vocabulary import SPEECH_KINDS, speech_kinds

_LONGEST = 25
"""Words of the longest piece that is listened to."""
_LABEL = 9
"""Words of the longest piece that can announce what follows it."""
_WELL_INTO = 300.0
"""Characters of running text after which an announcement counts: before them it is part of the page's head."""


_LONG_AGO, _MANY = 40, 8
"""Pieces since an announcement, and announcements, beyond which more tell no more."""


class Heard:
    """What pieces speak of, worked out for those that are asked about."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.known: dict[int, tuple[int, int]] = {}

    def kinds(self, index: int) -> tuple[int, int]:
        """The kinds that a piece speaks of, as bits, and how many of its words do."""
        found = self.known.get(index)
        if found is None:
            brief = self.seen.counts[index] <= _LONGEST
            found = self.known[index] = speech_kinds(self.seen.words[index]) if brief else (0, 0)
        return found

    def share(self, index: int) -> float:
        """The share of a piece's words that speak of furniture."""
        return self.kinds(index)[1] / self.seen.counts[index]


def columns(seen: Seen, heard: Heard, chosen: list[int]) -> dict[str, list[float]]:
    """How much of a piece is such words, and what was announced before it."""
    result: dict[str, list[float]] = {"furniture words": [heard.share(index) for index in chosen]}
    counts = seen.counts
    brief = [index for index in range(_begin(seen), chosen[-1] + 1) if counts[index] <= _LABEL]
    labels = [(index, heard.kinds(index)[0]) for index in brief]
    for number, kind in enumerate(SPEECH_KINDS):
        flag = 1 << number
        if kind != "about":
            result |= _announced(kind, [index for index, value in labels if value & flag], chosen)
    return result


def _begin(seen: Seen) -> int:
    for index, total in enumerate(seen.good_sums):
        if total > _WELL_INTO:
            return index
    return len(seen.texts)


def _announced(kind: str, places: list[int], chosen: list[int]) -> dict[str, list[float]]:
    passed = [bisect_right(places, index) for index in chosen]
    last = [-_LONG_AGO, *places]
    since = [index - last[number] for index, number in zip(chosen, passed, strict=True)]
    return {
        f"since {kind}": [pieces if pieces < _LONG_AGO else _LONG_AGO for pieces in since],
        f"passed {kind}": [number if number < _MANY else _MANY for number in passed],
    }
