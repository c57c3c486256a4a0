"""Dates as feeds write them: RFC 822 and 3339 and what people take for these, in a dozen languages.

A date that no calendar has, or of another age than ours, is no date.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

EARLIEST, LATEST = 1900, 2199
"""Years: what lies outside is a mistake, not a date."""

# Hours from UTC (RFC 822, 5, and what feeds of other countries write).
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "mez": 1, "met": 1, "cest": 2,
    "mesz": 2, "mest": 2, "eet": 2, "eest": 3, "sast": 2, "msk": 3, "msd": 4, "ist": 5.5, "sgt": 8, "hkt": 8,
    "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "art": -3,
    "brt": -3, "ast": -4, "adt": -3, "est": -5, "edt": -4, "et": -5, "cst": -6, "cdt": -5, "ct": -6, "mst": -7,
    "mdt": -6, "mt": -7, "pst": -8, "pdt": -7, "pt": -8, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip

# How months' names begin: English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish, Czech,
# Hungarian, Turkish, Finnish, Russian, Ukrainian, Greek. The longest beginning that fits decides.
_BEGINNINGS = (
    "jan jän gen ene sty led oca tam янв січ ιαν",
    "feb fév fev lut úno şub hel фев лют φεβ",
    "mar mär mrz maa már mars bře мар бер μαρ μάρ",
    "apr abr avr ápr kwi dub nis huh апр кві απρ",
    "may mai mag mei maj maggio máj kvě tou май мая тра μαϊ μάι",
    "jun juin giu jún cze červ haz kes июн чер ιουν ιούν",
    "jul juil lug júl lip červenc tem hei июл лип ιουλ ιούλ",
    "aug ago aoû aou sie srp ağu elo авг сер αυγ αύγ",
    "sep set szep wrz zář eyl syy сен вер σεπ",
    "oct out ott okt paź říj eki lok окт жов οκτ",
    "nov lis kas marras ноя лис νοε νοέ",
    "dec dez déc dic des gru pro ara jou дек гру δεκ",
)
_MONTHS = {start: number for number, starts in enumerate(_BEGINNINGS, 1) for start in starts.split()}
_ISO = re.compile(
    r"(\d{4})(?:-?(\d\d?)(?:-?(\d\d?))?|-(\w{3,12})-?(\d\d?))?"
    r"(?:(?:\s*[T_]\s*|[\s,]+)(\d\d?):?(\d\d)(?::?(\d\d?)(?:[.,:]\d+)?)?)?\s*(\S.*)?",
    re.I,
)
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.|º)?(?:\s+de)?[\s/-]*([^\W\d]{3,12})\.?(?:\s+de)?[\s,/-]*(\d{4}|\d\d)\b(.*)", re.S
)
_MONTH_FIRST = re.compile(r"([^\W\d]{3,12})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})\b(.*)", re.S)
_ASCTIME = re.compile(r"([^\W\d]{3,12})\.?\s+(\d{1,2})\s+(\d\d?:\d\d(?::\d\d)?)(.*?)\s*(\d{4})\b(.*)", re.S)
_NUMBERS = re.compile(r"(\d{1,4})[/.](\d{1,2})[/.](\d{2,4})\b(.*)", re.S)
_ASIAN = re.compile(r"(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]?(.*)", re.S)
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d?))?(?:[.,]\d+)?\s*(.*)", re.S)
_OFFSET = re.compile(r"(?:GMT|UTC?)?\s*([+-])\s*(\d{1,2}):?(\d\d)?\b", re.I)
_ZONE = re.compile(r"\(?([A-Za-z]{1,4})\b")
_WEEKDAY = re.compile(r"[^\W\d]+\.?\s*,\s*|[^\W\d]+\.?\s+(?=\d)")
_AFTERNOON = re.compile(r"\bp\.?m\b|오후|下午|μμ", re.I)
_MORNING = re.compile(r"\ba\.?m\b|오전|上午|πμ", re.I)


@lru_cache(maxsize=4096)
def moment(text: str) -> datetime | None:
    """The time that a text names, in UTC (which is meant where no zone stands); None where it names none."""
    written = " ".join(text[:100].split())
    if not any(map(str.isdigit, written)):
        return None
    try:
        return _iso(written) or _by_words(written) or _seconds(written)
    except (ValueError, OverflowError):
        return None


def _seconds(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970, which some feeds give."""
    if not re.fullmatch(r"\d{9,10}|\d{12,13}", text):
        return None
    return datetime.fromtimestamp(int(text[:-3] if len(text) > 10 else text), UTC)


def _iso(text: str) -> datetime | None:
    found = _ISO.fullmatch(text)
    if not found:
        return None
    year, month, day, word, word_day, hour, minute, second, rest = found.groups()
    if word:
        named = _month(word)
        return _made(year, named, word_day, hour, minute, second, rest) if named else None
    if rest and hour is None and (month is None or not re.match(r"[TZ+-]|오|上|下|[ap]\.?m", rest, re.I)):
        return None
    if rest and hour is None:
        return _clocked(int(year), int(month), int(day or 1), rest)
    return _made(year, int(month or 1), day or "1", hour, minute, second, rest)


def _by_words(text: str) -> datetime | None:
    bare = _WEEKDAY.sub("", text, count=1) if _WEEKDAY.match(text) else text
    if found := _DAY_FIRST.match(bare):
        day, word, year, rest = found.groups()
        month = _month(word)
        return _clocked(_year(year), month, int(day), rest) if month else None
    for each in (bare, text):
        if (found := _MONTH_FIRST.search(each)) and (month := _month(found[1])):
            return _clocked(_year(found[3]), month, int(found[2]), found[4])
        if (found := _ASCTIME.search(each)) and (month := _month(found[1])):
            return _clocked(_year(found[5]), month, int(found[2]), f"{found[3]} {found[4]} {found[6]}")
    if found := _ASIAN.match(bare):
        return _clocked(int(found[1]), int(found[2]), int(found[3]), found[4])
    if found := _NUMBERS.match(bare):
        return _numbered(found)
    return None


def _numbered(found: re.Match[str]) -> datetime | None:
    """2004/07/08, 31.12.2004, 12/31/2004: by what can be a month; where both can, with slashes that, else the day first."""
    first, second, third = int(found[1]), int(found[2]), int(found[3])
    if len(found[1]) == 4:
        return _clocked(first, second, third, found[4])
    american = "/" in found[0][:3] and first <= 12
    day, month = (second, first) if second > 12 or american else (first, second)
    return _clocked(_year(found[3]), month, day, found[4])


def _clocked(year: int, month: int, day: int, rest: str) -> datetime | None:
    clock = _CLOCK.search(rest)
    hour, minute, second, zone = clock.groups() if clock else (None, None, None, rest)
    if clock and hour and int(hour) <= 12:
        if _AFTERNOON.search(rest):
            hour = str(int(hour) % 12 + 12)
        elif _MORNING.search(rest):
            hour = str(int(hour) % 12)
    return _made(str(year), month, str(day), hour, minute, second, zone)


def _made(
    year: str, month: int, day: str, hour: str | None, minute: str | None, second: str | None, zone: str | None
) -> datetime | None:
    if not EARLIEST <= int(year) <= LATEST:
        return None
    start = datetime(int(year), month, int(day), tzinfo=UTC)
    hours, minutes, seconds = int(hour or 0), int(minute or 0), int(second or 0)
    if hours > 24 or minutes > 59 or seconds > 60:
        return None
    return start + timedelta(hours=hours, minutes=minutes, seconds=seconds) - _offset(zone or "")


def _offset(zone: str) -> timedelta:
    zone = zone.strip()
    if found := _OFFSET.search(zone):
        span = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        return (-span if found[1] == "-" else span) if span < timedelta(hours=24) else timedelta()
    for name in _ZONE.findall(zone):
        if name.lower() in _ZONES:
            return timedelta(hours=_ZONES[name.lower()])
    return timedelta()


def _month(word: str) -> int | None:
    word = word.lower()
    return next((_MONTHS[word[:size]] for size in range(min(len(word), 9), 2, -1) if word[:size] in _MONTHS), None)


def _year(year: str) -> int:
    number = int(year)
    return number if len(year) > 2 else number + (2000 if number < 70 else 1900)
