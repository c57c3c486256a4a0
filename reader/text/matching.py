"""What two lists of words have in common, in order: by words that stand once in both, and closely in what lies between.

Bounded: two texts of 50,000 words cost a fraction of a second, whatever they hold; stretches that are long and have
no word standing once in both count as different.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

Match = tuple[int, int, int]
"""Where equal words begin in one list and in the other, and how many."""

_CLOSELY = 60_000  # words times words that are compared each with each: some 250 by 250


def matching(one: Sequence[str], other: Sequence[str]) -> list[Match]:
    """The matches of two lists in order, neighboring ones joined."""
    joined: list[Match] = []
    for here, there, count in sorted(_matches(one, other, 0, len(one), 0, len(other))):
        if joined and joined[-1][0] + joined[-1][2] == here and joined[-1][1] + joined[-1][2] == there:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + count)
        else:
            joined.append((here, there, count))
    return joined


def _matches(one: Sequence[str], other: Sequence[str], low: int, high: int, start: int, end: int) -> list[Match]:
    found: list[Match] = []
    waiting = [(low, high, start, end)]
    while waiting:
        low, high, start, end = waiting.pop()
        head = _equal(one, other, low, high, start, end)
        if head:
            found.append((low, start, head))
            low, start = low + head, start + head
        tail = 0
        while high - tail > low and end - tail > start and one[high - tail - 1] == other[end - tail - 1]:
            tail += 1
        if tail:
            high, end = high - tail, end - tail
            found.append((high, end, tail))
        if low == high or start == end:
            continue
        if (high - low) * (end - start) <= _CLOSELY:
            matcher = SequenceMatcher(None, one[low:high], other[start:end], False)
            found += [(low + it.a, start + it.b, it.size) for it in matcher.get_matching_blocks() if it.size]
            continue
        waiting += _between(_once(one, other, low, high, start, end), low, high, start, end)
    return found


def _equal(one: Sequence[str], other: Sequence[str], low: int, high: int, start: int, end: int) -> int:
    count = 0
    while low + count < high and start + count < end and one[low + count] == other[start + count]:
        count += 1
    return count


def _once(one: Sequence[str], other: Sequence[str], low: int, high: int, start: int, end: int) -> list[tuple[int, int]]:
    """Words that stand once in both stretches, as far as they stand in the same order: the longest such row."""
    here, there = Counter(one[low:high]), Counter(other[start:end])
    place = {word: at for at, word in enumerate(other[start:end], start) if there[word] == 1}
    pairs = [(at, place[word]) for at, word in enumerate(one[low:high], low) if here[word] == 1 and word in place]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(tails, at)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(at)
            ends.append(number)
        else:
            tails[length], ends[length] = at, number
    row = []
    number = ends[-1] if ends else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _between(
    pairs: list[tuple[int, int]], low: int, high: int, start: int, end: int
) -> list[tuple[int, int, int, int]]:
    """The stretches from each pair of equal words to the next; each begins with such a pair, but for the first."""
    if not pairs:
        return []
    cuts = [(low, start), *pairs, (high, end)]
    stretches = itertools.pairwise(cuts)
    return [(a, c, b, d) for (a, b), (c, d) in stretches if a < c and b < d]
