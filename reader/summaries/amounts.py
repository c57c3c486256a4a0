"""Numbers that a sentence tells, made alike: "twelve", "£340 million" and "340m" as their value, with what they count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reader.summaries.opposites import NUMBER_WORDS, meaning
from reader.summaries.sentence import stem
from reader.summaries.tongues import calendar, number_words
from reader.summaries.wording import MONTHS

_SCALES = {
    "dozen": 12, "tausend": 1e3, "mil": 1e3, "mila": 1e3, "duizend": 1e3, "mille": 1e3,
    "millionen": 1e6, "mio": 1e6, "millions": 1e6, "millones": 1e6, "millón": 1e6, "milhões": 1e6, "milhão": 1e6, "milioni": 1e6,
    "milione": 1e6, "miljoen": 1e6, "milliarden": 1e9, "milliarde": 1e9, "mrd": 1e9, "milliards": 1e9, "milliard": 1e9,
    "miliardi": 1e9, "miliardo": 1e9, "miljard": 1e9,
    "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_ONES = {"one": "1", **{word: value for word, value in NUMBER_WORDS.items() if int(value) < 10}}
_TENS = [word for word, value in NUMBER_WORDS.items() if int(value) >= 20]
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?:(?!\dD\b)(?P<digits>\d{{1,3}}(?:[\u00a0\u202f ]\d{{3}})+(?![\d.,])|\d+(?:[.,]\d+)*)(?:st|nd|rd|th)?|"
    rf"(?P<word>(?:{'|'.join(_TENS)})-(?:{'|'.join(_ONES)})|{_longest_first(NUMBER_WORDS)})\b)"
    rf"(?:[\s\u00a0-]?(?P<scale>{_longest_first(_SCALES)})\b)?(?:[\s-](?P<thing>[^\W\d_]{{3,}}))?",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\btwice(?= (?:an?|per|each|every|in|daily|weekly|before|that|since)\b|[,.;:]|$)", re.IGNORECASE)
_THOUSANDS = re.compile(r"[.,\u00a0\u202f ](?=\d{3}(?!\d))")
_MONTH = re.compile(rf"(?<![.!?] )(?<!^)\b((?=[A-ZÄÖÜ])(?:{MONTHS}))\b")
_BESIDE_DAY = re.compile(r"\b([a-z]{3,9})(?= \d)|(?<=\d )([a-z]{3,9})\b")
_MONTH_NAMES = frozenset(MONTHS.lower().replace("?", "").split("|"))
"""Texts without capitals have months too, but "may" is one only beside a day."""
_PAIR = re.compile(
    r"\b(?:the|both|these|those) (two|three|four|five)(?= (?:were|was|are|have|had|will|would|could|can|may|might|"
    r"must|should|do|"
    r"did|still|also|now|both|later|first|then|men|women|people|\w+ed|said|met|say|plan|want|hope)\b|[,.;:]|$| of them\b)",
    re.IGNORECASE,
)
"""Who was spoken of, not how many."""
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_PLAIN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_COUNTING = frozenset(("twice", *_ONES, *NUMBER_WORDS, *_PARTS, *(f"{it}s" for it in _PARTS)))
"""Without one of these or a digit a text has no number but months, which is soon seen."""
_FRACTION = re.compile(
    rf"\b({'|'.join(_PARTS)})(s?)(?= of\b| the\b|[,.;:]|$| (?:more|less|fewer|higher|lower|in|during|to|as|since|from)\b)",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    rf"(?:\b(?P<beyond>more than|over|under|less than) )?(?:\b(?P<rough>nearly|almost|about|around|roughly|up to) )?"
    rf"(?:\b(?P<many>an?|{'|'.join(_ONES)})[ -])?$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"\b(one|{_longest_first(NUMBER_WORDS)}|\d+) (?:(?:in|out of) (?:every )?|[a-z]{{3,}} in (?=[a-z]))"
    rf"({_longest_first(NUMBER_WORDS)}|\d+)\b(?![.,]\d| (?:second|minute|hour|day|week|month|year|decade)s)",
    re.IGNORECASE,
)
_UNITS = [
    frozenset(map(meaning, map(stem, family.split())))
    for family in (
        "euros dollars pounds pence cents francs kronor kroner crowns pesos rupees yen yuan",
        "seconds minutes hours days weeks months years decades centuries",
        "millimeters centimeters meters kilometers miles feet yards",
        "milligrams grams kilograms kilos tons tonnes",
    )
]
"""Units of which one number has only one."""
_SHORT = 2_000
"""Characters of a sentence or a few, whose numbers each rule asks for again."""
_HOURS = {"hour": 1, "day": 24, "week": 168, "year": 8_766, "decad": 87_660, "century": 876_600, "hundr": 876_600}
_ROUGHLY = re.compile(
    r"\b(?:about|around|almost|nearly|roughly|some|more than|over|at least|fewer than|less than|under|up to|a further|another) "
    r"(?:US|A|C|NZ|HK)?[$€£¥]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A value as text, the stem of the word behind it, where it stands, and whether "about" or "more than" does before it."""

    value: str
    thing: str = ""
    at: int = field(default=0, compare=False)
    rough: bool = field(default=False, compare=False)


def amounts(text: str, language: str = "en") -> list[Amount]:
    """The numbers of a text; months and fractions too, which are as easily wrong."""
    if len(text) < _SHORT:
        return list(_amounts_again(text, language))
    return _english(text, language) if language in {"en", ""} else _amounts_in(text, language)


@lru_cache(maxsize=128)
def _amounts_again(text: str, language: str) -> tuple[Amount, ...]:
    """The same for what is asked about several times in a row."""
    return tuple(_english(text, language) if language in {"en", ""} else _amounts_in(text, language))


def _english(text: str, language: str) -> list[Amount]:
    if not _DIGIT.search(text) and _COUNTING.isdisjoint(_LETTERS.findall(text.lower())):
        return [Amount(_month(it), at=it.start()) for it in _MONTH.finditer(text)]
    parts = [(match.start(), match.end(), it) for match in _SHARE.finditer(text) if (it := _share(match))]
    parts += [(it.at, match.end(), it) for match in _FRACTION.finditer(text) if (it := _fraction(match))]
    found = [
        _amount(match, language)
        for match in _AMOUNT.finditer(text)
        if not any(start <= match.start() < end for start, end, _ in parts)
    ]
    found += [amount for *_, amount in parts]
    found += [Amount("2", "tim", match.start()) for match in _TWICE.finditer(text)]
    pairs = {match.start(1) for match in _PAIR.finditer(text)}
    found = [it for it in found if it.at not in pairs]
    months = [
        *_MONTH.finditer(text),
        *(it for it in _BESIDE_DAY.finditer(text) if it[it.lastindex or 0] in _MONTH_NAMES),
    ]
    return [*found, *(Amount(_month(it), at=it.start()) for it in months)]


def _month(match: re.Match[str]) -> str:
    """Of "Nov" and of "November" the same."""
    return match[match.lastindex or 0].lower()[:3]


def _amounts_in(text: str, language: str) -> list[Amount]:
    """The numbers, months and weekdays of a text in another language than English."""
    found = [_amount(match, language) for match in _AMOUNT.finditer(text) if match["digits"]]
    words = number_words(language)
    found += [
        Amount(words[match.group().lower()], at=match.start())
        for match in _PLAIN.finditer(text)
        if match.group().lower() in words
    ]
    dates = calendar(language)
    return [*found, *(Amount(it.group().lower(), at=it.start()) for it in (dates.finditer(text) if dates else ()))]


def _share(match: re.Match[str]) -> Amount | None:
    """ "Nine in ten" in percent; None for what is no share."""
    part, whole = (float(it) if it.isdigit() else float(NUMBER_WORDS.get(it.lower(), 1)) for it in match.groups())
    return Amount(f"{100 * part / whole:.3g}", "percent", match.start()) if part < whole else None


def _fraction(match: re.Match[str]) -> Amount | None:
    """ "A tenth", "two thirds of", "half the" in percent; None for "the third," and what is told as a bound."""
    before = _HOW_MANY.search(match.string, max(0, match.start() - 30), match.start())
    part, many = match[1].lower(), before["many"] if before else None
    if (before and before["beyond"]) or (many is None and part != "half" and not match[2]):
        return None
    count = float(_ONES.get(many.lower(), 1)) if many else 1.0
    at = before.start() if before else match.start()
    return Amount(
        f"{100 * count / _PARTS[part]:.3g}", "percent", at, before is not None and before["rough"] is not None
    )


def _amount(match: re.Match[str], language: str) -> Amount:
    digits = match["digits"]
    plain = _THOUSANDS.sub("", digits).replace(",", ".") if digits else _value_of(match["word"].lower())
    if match["scale"] and plain.count(".") < 2:
        plain = f"{float(plain) * _SCALES[match['scale'].lower()]:.10g}"
    rough = _ROUGHLY.search(match.string, max(0, match.start() - 16), match.start())
    thing = meaning(stem(match["thing"], language)) if match["thing"] else ""
    return Amount(plain, thing, match.start(), rough is not None)


def _value_of(word: str) -> str:
    """Of "twelve" or "thirty-four"."""
    ten, _, one = word.partition("-")
    return str(int(NUMBER_WORDS[ten]) + int(_ONES[one])) if one else NUMBER_WORDS[ten]


def lasts(amount: Amount, known: Iterable[Amount]) -> bool:
    """Whether a time is among those known in another unit: two days, 48 hours."""
    hours = _hours(amount)
    near = 8 if amount.rough else 20
    return hours is not None and any(other and abs(hours - other) <= hours / near for other in map(_hours, known))


def implied(amount: Amount, known: Iterable[Amount]) -> bool:
    """Whether "seven times as much" or "half" comes of two numbers of those known."""
    if (amount.thing != "tim" and amount.value != "50") or not _is_number(amount.value):
        return False
    ratio = float(amount.value) / (100 if amount.thing == "percent" else 1)
    values = [float(it.value) for it in known if _is_number(it.value)]
    return any(other and abs(one / other - ratio) <= ratio / 12 for one in values for other in values if one != other)


def remeasured(amount: Amount, known: Iterable[Amount]) -> bool:
    """Whether all that is known of a value gives it another unit of the same kind: 50 pounds, 50 pence."""
    family = next((it for it in _UNITS if amount.thing in it), None)
    things = [it.thing for it in known if it.value == amount.value]
    return family is not None and bool(things) and all(it in family and it != amount.thing for it in things)


def _hours(amount: Amount) -> float | None:
    unit = _HOURS.get(amount.thing)
    return float(amount.value) * unit if unit and _is_number(amount.value) else None


def inside(found: Iterable[Amount], spans: Iterable[tuple[int, int]]) -> Iterator[list[Amount]]:
    """The amounts that begin in each of several spans."""
    ordered = sorted(found, key=lambda it: it.at)
    places = [it.at for it in ordered]
    for start, end in spans:
        yield ordered[bisect_left(places, start) : bisect_left(places, end)]


def among(amount: Amount, known: frozenset[str]) -> bool:
    """Whether a value is among those known, or, where it is told roughly, within a tenth of one."""
    if amount.value in known:
        return True
    if not amount.rough or not _is_number(amount.value):
        return False
    near = float(amount.value)
    return any(abs(near - float(it)) <= float(it) / 10 for it in known if _is_number(it))


def _is_number(value: str) -> bool:
    return value.replace(".", "", 1).replace("e+", "", 1).isdecimal()
