"""What short pieces announce (comments, other stories, newsletters, sharing, law), and how long ago it was announced."""

from __future__ import annotations

from dataclasses import dataclass

from reader.parser.seen import Seen
from reader.parser.vocabulary import SPEECH_KINDS, speech_kinds

_LONGEST = 25
"""Words of the longest piece that is listened to."""
_LABEL = 9
"""Words of the longest piece that can announce what follows it."""
_WELL_INTO = 300.0
"""Characters of running text after which an announcement counts: before them it is part of the page's head."""


@dataclass(frozen=True, slots=True)
class Heard:
    """For every piece: the kinds it speaks of, as bits, and the share of its words that do."""

    bits: list[int]
    shares: list[float]


def hear(seen: Seen) -> Heard:
    """Listen to every piece of a page."""
    bits: list[int] = []
    shares: list[float] = []
    for words, count in zip(seen.words, seen.counts, strict=True):
        found, number = speech_kinds(words) if count <= _LONGEST else (0, 0)
        bits.append(found)
        shares.append(number / count)
    return Heard(bits, shares)


def columns(seen: Seen, heard: Heard, chosen: list[int]) -> dict[str, list[float]]:
    """How much of a piece is such words, and what was announced before it."""
    result: dict[str, list[float]] = {"furniture words": [heard.shares[index] for index in chosen]}
    bits = heard.bits
    start = _begin(seen)
    labels = [
        (index, value)
        for index, (value, count) in enumerate(zip(bits, seen.counts, strict=True))
        if value and count <= _LABEL and index >= start
    ]
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
    since: list[float] = []
    passed: list[float] = []
    number, count, last = 0, len(places), -99
    for index in chosen:
        while number < count and places[number] <= index:
            last = places[number]
            number += 1
        since.append(min(40, index - last))
        passed.append(min(8, number))
    return {f"since {kind}": since, f"passed {kind}": passed}
