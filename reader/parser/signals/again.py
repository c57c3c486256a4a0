"""A second look at pieces, knowing what the first made of them and of all around them.

Neighbors, kin and the words of what is surely the article tell ends, boxes and other stories better than a piece alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from math import exp, log1p

from reader.parser.seen import Seen, running_sums
from reader.parser.signals.neighbors import shifted
from reader.parser.signals.standing import kin

_SURE = 1.386
"""Log odds of 0.8: a piece that is taken to be the article's."""
_NO = -6.0
"""Log odds beyond the page's ends, and the bounds of all."""
_WORD = re.compile(r"\w{5,}")
_READ = 1500
"""Characters of a piece whose words are compared."""


def second_columns(seen: Seen, scores: list[float], chosen: list[int]) -> dict[str, list[float]]:
    """Signals from the first look's log odds (one for every piece), for the chosen pieces."""
    odds = [max(_NO, min(-_NO, score)) for score in scores]
    expected = [count / (1.0 + exp(-score)) for count, score in zip(seen.counts, odds, strict=True)]
    result = {"first look": [odds[index] for index in chosen]}
    for step in (-3, -2, -1, 1, 2, 3):
        result[f"first look at {step}"] = shifted(odds, chosen, step, _NO)
    result |= _around(seen, expected, chosen)
    nodes = [seen.out.parents[node] for node in seen.owners]
    result |= _group("parent", nodes, seen, odds, expected, chosen)
    result |= _group("kin", kin(seen), seen, odds, expected, chosen)
    result |= _words_shared(seen, odds, chosen)
    return result | _sure_ones(seen, odds, chosen)


def _around(seen: Seen, expected: list[float], chosen: list[int]) -> dict[str, list[float]]:
    """How much of what stands around a piece, before it and after it is expected to be the article."""
    sums, words = running_sums(expected), running_sums([float(count) for count in seen.counts])
    count, total, all_words = len(expected), sums[-1] or 1.0, words[-1]
    result: dict[str, list[float]] = {}
    for reach in (3, 8, 20):
        bounds = [(max(0, index - reach), min(count, index + reach + 1)) for index in chosen]
        result[f"expected in {reach}"] = [(sums[b] - sums[a]) / max(1.0, words[b] - words[a]) for a, b in bounds]
    result["expected before"] = [sums[index] / total for index in chosen]
    result["words before"] = [log1p(sums[index]) for index in chosen]
    result["words after"] = [log1p(max(0.0, total - sums[index + 1])) for index in chosen]
    result["density before"] = [sums[index] / max(1.0, words[index]) for index in chosen]
    result["density after"] = [(total - sums[i + 1]) / max(1.0, all_words - words[i + 1]) for i in chosen]
    number = len(chosen)
    result["expected"] = [log1p(total)] * number
    result["expected share"] = [total / max(1.0, all_words)] * number
    unsure = sum([min(value, number - value) for value, number in zip(expected, seen.counts, strict=True)])
    result["unsure"] = [unsure / total] * number
    return result


def _group(
    name: str, keys: Sequence[Hashable], seen: Seen, odds: list[float], expected: list[float], chosen: list[int]
) -> dict[str, list[float]]:
    """What the first look made of the others in a piece's group."""
    held: dict[Hashable, float] = {}
    words: dict[Hashable, int] = {}
    total: dict[Hashable, float] = {}
    number = Counter(keys)
    for key, value, count, score in zip(keys, expected, seen.counts, odds, strict=True):
        held[key] = held.get(key, 0.0) + value
        words[key] = words.get(key, 0) + count
        total[key] = total.get(key, 0.0) + score
    everything = sum(expected) or 1.0
    mine = [keys[index] for index in chosen]
    others = [
        (total[key] - odds[index]) / (number[key] - 1) if number[key] > 1 else 0.0
        for key, index in zip(mine, chosen, strict=True)
    ]
    return {
        f"{name} expected": [held[key] / words[key] for key in mine],
        f"{name} others": others,
        f"{name} of all": [held[key] / everything for key in mine],
    }


def _words_shared(seen: Seen, odds: list[float], chosen: list[int]) -> dict[str, list[float]]:
    """How many of a piece's long words stand elsewhere in what is surely the article."""
    sets = {index: set(_WORD.findall(seen.texts[index][:_READ].lower())) for index in chosen}
    known: Counter[str] = Counter()
    for index, words in sets.items():
        if odds[index] > _SURE:
            known.update(words)
    shares: list[float] = []
    counts: list[float] = []
    for index in chosen:
        words, own = sets[index], 1 if odds[index] > _SURE else 0
        both = sum([known[word] > own for word in words])
        shares.append(both / len(words) if words else -1.0)
        counts.append(log1p(both))
    return {"words shared": shares, "words in common": counts}


def _sure_ones(seen: Seen, odds: list[float], chosen: list[int]) -> dict[str, list[float]]:
    """How far it is to the last and to the next piece that is surely the article's."""
    places = [index for index, score in enumerate(odds) if score > _SURE and seen.counts[index] >= 8]
    before: list[float] = []
    after: list[float] = []
    number, count = 0, len(places)
    for index in chosen:
        while number < count and places[number] < index:
            number += 1
        here = number < count and places[number] == index
        before.append(0 if here else min(60, index - places[number - 1]) if number else 60)
        after.append(0 if here else min(60, places[number] - index) if number < count else 60)
    return {"since sure": before, "until sure": after}
