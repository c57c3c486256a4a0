"""How a piece is worded: length, sentences, case, digits, small words, addresses."""

from __future__ import annotations

import re
from math import log1p

from reader.parser.seen import ENDS, Seen
from reader.parser.vocabulary import STOP

_CREDIT = re.compile(r"(?:photo|image|picture|foto|bild|credit|photograph|getty|reuters|afp|source|quelle)\b", re.I)
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d|\bago\b|updated|published", re.I)
_PERSONS = frozenset(
    "I I'm I’m my you your me we our You My We Our ich mein du dein je mon ma eu meu yo mi io mio ik mijn".split()
)
_HEAD = 40
"""Words of a piece that are looked at one by one: more tell no more."""

_NAMES = (
    "word size",
    "sentence",
    "colon",
    "stops",
    "commas",
    "quote",
    "capitals",
    "upper",
    "digits",
    "stop words",
    "lower",
    "bars",
    "credit",
    "late credit",
    "date",
    "address",
    "arrow",
    "person",
)


def _row(text: str, words: list[str], count: int) -> tuple[float, ...]:
    size, last, head = len(text), text[-1], words[:_HEAD]
    short, number = size < 300, len(head)
    start = text[:60]
    return (
        min(size / count, 20.0),
        text.endswith(ENDS),
        last == ":",
        min(8, text.count(". ") + text.count("? ") + text.count("! ") + text.count("。")),
        min(3.0, (text.count(",") + text.count("、") + text.count("，")) / count * 10),
        text[0] in "\"“„«'‘",
        sum([word[0].isupper() for word in head]) / number,
        short and text.isupper(),
        sum([letter.isdigit() for letter in start]) / len(start),
        sum([word in STOP for word in head]) / number,
        text[0].islower(),
        min(5, text.count("|") + text.count("·") + text.count("•") + text.count("›") + text.count("»")) if short else 0,
        _CREDIT.search(text[:300]) is not None,
        _CREDIT.search(text[-60:]) is not None,
        short and _DATE.search(text[:200]) is not None,
        "@" in text or "http" in text or "www." in text,
        last in "»›→>" or text.endswith("..."),
        min(3, len(_PERSONS.intersection(head))),
    )


def columns(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    """Signals of the words alone."""
    rows = [_row(seen.texts[index], seen.words[index], seen.counts[index]) for index in chosen]
    result: dict[str, list[float]] = dict(zip(_NAMES, map(list, zip(*rows, strict=True)), strict=True))
    pieces = seen.out.pieces
    result["size"] = [log1p(len(seen.texts[index])) for index in chosen]
    result["bold"] = [min(1.0, pieces[index].bold / len(seen.texts[index])) for index in chosen]
    return result
