"""Which lines of a page are its article, from the article's whole text: the heaviest chain of lines in the text's order."""

from __future__ import annotations

import re
from collections import defaultdict

_WORD = re.compile(r"\w+")
# A line's words have to agree with the truth in so many runs of four.
_AGREEING = 0.5
_SIZE = 4
_MOST_PLACES = 40

Match = tuple[int, int, int, float]
"""A line, where in the truth it begins and ends, and what it weighs."""


class _Chains:
    """The heaviest chain that ends at or before each word of the truth (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self.best: list[tuple[float, int]] = [(0.0, -1)] * (size + 2)

    def until(self, end: int) -> tuple[float, int]:
        found, place = (0.0, -1), end + 1
        while place:
            found = max(found, self.best[place])
            place -= place & -place
        return found

    def add(self, end: int, chain: tuple[float, int]) -> None:
        place = end + 1
        while place < len(self.best):
            self.best[place] = max(self.best[place], chain)
            place += place & -place


def _matches(lines: list[str], truth: list[str]) -> list[list[Match]]:
    places: dict[str, list[int]] = defaultdict(list)
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, word in enumerate(truth):
        places[word].append(index)
        runs[tuple(truth[index : index + _SIZE])].append(index)
    found = []
    for number, line in enumerate(lines):
        words = _WORD.findall(line.lower())
        size = len(words)
        starts = () if not size else places.get(words[0], ()) if size < _SIZE else runs.get(tuple(words[:_SIZE]), ())
        weight = size if size >= _SIZE else size / 2
        exact = [(number, at, at + size, weight) for at in starts if truth[at : at + size] == words][:_MOST_PLACES]
        found.append(exact or _nearly(number, words, runs))
    return found


def _nearly(number: int, words: list[str], runs: dict[tuple[str, ...], list[int]]) -> list[Match]:
    """A line that agrees with the truth in most of its runs of words."""
    keys = [tuple(words[at : at + _SIZE]) for at in range(len(words) - _SIZE + 1)]
    hits = [runs[key][0] for key in keys if key in runs]
    if len(words) < 6 or len(hits) < _AGREEING * len(keys):
        return []
    start, end = min(hits), max(hits) + _SIZE
    if end - start > 1.5 * len(words) + _SIZE:
        start, end = hits[0], hits[0] + len(words)
    return [(number, start, end, len(hits))]


def align(lines: list[str], text: str) -> tuple[list[bool | None], float]:
    """For each line whether it is part of the text, and the share of the text that the lines cover."""
    truth = _WORD.findall(text.lower())
    chains = _Chains(2 * len(truth))
    before: list[int] = []
    matches: list[Match] = []
    best = (0.0, -1)
    for options in _matches(lines, truth):
        added = []
        for match in options:
            weight, chain = chains.until(match[1])
            before.append(chain)
            matches.append(match)
            added.append((match[2], (weight + match[3], len(matches) - 1)))
        for end, ending in added:
            chains.add(end, ending)
            best = max(best, ending)
    labels: list[bool | None] = [False] * len(lines)
    place, covered = best[1], 0
    while place >= 0:
        number, start, end, _ = matches[place]
        labels[number] = True
        covered += end - start
        place = before[place]
    return labels, covered / max(1, len(truth))
