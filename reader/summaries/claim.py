"""A sentence that somebody says about an article, taken apart for being held against it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reader.summaries.amounts import Amount, amounts, inside
from reader.summaries.figures import figure_spans
from reader.summaries.grounds import WORD, Grounds
from reader.summaries.stance import Stance, stance_of

_WHOSE = re.compile(r"\b(\w+)['’]s [a-z]+(?: [a-z]+)?(?!,? [A-Z])\b(?! \w+, [A-Z])(?!, [A-Z])")
"""Somebody to whom another belongs: the other need not be told of by that name."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says: its stance, its stems of meaning, its numbers, its dates as sets of values, stems of names with
    the last of each."""

    text: str
    stance: Stance
    told: frozenset[str]
    amounts: tuple[Amount, ...]
    dates: tuple[frozenset[str], ...]
    names: dict[str, str]


def claim_of(sentence: str, grounds: Grounds) -> Claim:
    """A sentence as it is held against what an article offers."""
    names = [[grounds.stem(word) for word in WORD.findall(name)] for name in grounds.names_in(sentence)]
    passed = {grounds.stem(it) for it in _WHOSE.findall(sentence)} | grounds.stops
    last = {it: name[-1] for name in reversed(names) for it in name if it not in passed}
    aged = grounds.ages(sentence)
    found = tuple(it for it in amounts(sentence, grounds.language) if it.at not in aged)
    stance = stance_of(sentence, grounds.language)
    return Claim(sentence, stance, stance.stems - grounds.stops, found, dates_in(sentence, found), last)


def dates_in(text: str, found: Iterable[Amount]) -> tuple[frozenset[str], ...]:
    """Dates of several parts ("5 March", "November 2022") as sets of values, which belong together."""
    every = (frozenset(it.value for it in held) for held in inside(found, figure_spans(text)))
    return tuple(it for it in every if len(it) > 1 and any(part.isalpha() for part in it))
