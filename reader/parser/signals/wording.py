"""How a piece is worded: length, sentences, case, small words, addresses."""

from __future__ import annotations

import re
from collections import Counter
from math import log1p

from reader.parser.seen import ENDS, Seen
from reader.parser.vocabulary import STOP

_CREDIT = re.compile(r"(?:photo|image|picture|foto|bild|credit|photograph|getty|reuters|afp|source|quelle)\b")
_TAIL = 50
"""Characters at a piece's end in which a credit stands."""
_HEAD = 40
"""Words of a piece that are looked at one by one: more tell no more."""

_NAMES = ("word size", "sentence", "commas", "capitals", "stop words", "late credit", "address")


def _row(text: str, words: list[str], count: int) -> tuple[float, ...]:
    head = words[:_HEAD]
    number = len(head)
    return (
        min(len(text) / count, 20.0),
        text.endswith(ENDS),
        min(3.0, (text.count(",") + text.count("、") + text.count("，")) / count * 10),
        sum(map(str.isupper, [word[0] for word in head])) / number,
        sum(map(STOP.__contains__, head)) / number,
        _CREDIT.search(text[-_TAIL:].lower()) is not None,
        "@" in text or "http" in text or "www." in text,
    )


def columns(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    """Signals of the words alone."""
    rows = [_row(seen.texts[index], seen.words[index], seen.counts[index]) for index in chosen]
    result: dict[str, list[float]] = dict(zip(_NAMES, map(list, zip(*rows, strict=True)), strict=True))
    again = Counter(seen.texts)
    result["size"] = [log1p(len(seen.texts[index])) for index in chosen]
    result["again"] = [1.0 if again[seen.texts[index]] > 1 else 0.0 for index in chosen]
    return result
