"""Dates as pages write them: ISO, mail headers, numbers, and the words of a dozen languages. No clock is read.

A date whose order of day and month cannot be told is None: better no date than a wrong one.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

from reader.text.months import MONTHS, WEEKDAYS, ZONES, any_of, fold_word

Order = Literal["day", "month"]
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years outside are typing errors or other numbers."""

_MONTH = any_of(MONTHS)
_ISO = r"(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})"
_BASIC = r"(?P<y6>(?:19|20)\d{2})(?P<m6>0\d|1[0-2])(?P<d6>[0-2]\d|3[01])(?=T\d|$|\s)"
_YEAR_FIRST = (
    r"(?P<y2>(?:19|20)\d{2})\s?(?:[/.]|年|년)\s?(?P<m2>\d{1,2})\s?(?:[/.]|月|월)\s?(?P<d2>\d{1,2})(?:日|일|(?![\d.]\d))"
)
_DAY_FIRST = (
    r"(?P<d3>\d{1,2})(?:st|nd|rd|th|er|ère|º|°|ª|\.)?(?:\s*[-/.,]\s*|\s+(?:de |of |d['’]|den |d\. )?)"
    rf"(?P<w3>{_MONTH})\.?(?:\s*[-/.,]\s*|\s+(?:de |del |do |of |г\.? |năm |พ\.ศ\. ?)?|['’ ]+)(?P<y3>(?:19|2[05])\d{{2}})"
)
# "2023. március 12.", "2023 m. kovo 12"
_YEAR_MONTH = rf"(?P<y7>(?:19|20)\d{{2}})\.?\s+(?P<w7>{_MONTH})\.?\s+(?P<d7>\d{{1,2}})\b"
# "Tue May 12 09:14:00 CEST 2026": the hour before the year, as Unix writes it; versions of it set the zone behind.
_UNIX = r"(?P<clock>[0-2]\d:[0-5]\d:[0-5]\d(?: [A-Z]{2,5}| [+-]\d{4})?) "
_MONTH_FIRST = (
    rf"(?P<w4>{_MONTH})\.?\s*(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s*[,.]?\s*(?:at\s+|{_UNIX})?(?P<y4>(?:19|20)\d{{2}})"
)
_NUMBERS = r"(?P<a5>\d{1,2})\s?(?P<s5>[./-])\s?(?P<b5>\d{1,2})(?P=s5)\s?(?P<y5>(?:19|20)\d{2})"
_DATE = re.compile(
    rf"(?<![\w./-])(?:{_ISO}|{_BASIC}|{_YEAR_FIRST}|{_DAY_FIRST}|{_YEAR_MONTH}|{_MONTH_FIRST}|{_NUMBERS})(?![\d/]|\.\d)",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"(?:19|2[05])\d\d")
# Digits of India's scripts, of Arabic, Persian, Thai and Khmer, and what they are.
_OTHER_DIGITS = {
    first + digit: str(digit) for first in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0x17E0) for digit in range(10)
}
_OTHER_YEAR = re.compile(f"[{''.join(map(chr, _OTHER_DIGITS))}]{{4}}")
_BUDDHIST, _SINCE = 2443, 543
"""From here on years are counted from another beginning, by so many more: Thailand's 2443 was 1900."""
# A time of day: "15:04", "15:04:05.123", "3:15 p.m.", "17h20", "9 Uhr", "10 pm".
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:\s?(?::|h|"
    r"\.(?=\d\d(?!\.?\d)))\s?(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d+)?)?"
    r"|(?=\s?(?:[ap]\.?m\b|uhr\b|h\b)))(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?(?:uhr|h|hrs|час\w*))?"
    r"\s*[,(]?\s*(?P<zone>(?:(?:gmt|utc)\s*)?[+-]\d{1,2}(?::?\d{2})?\b|z\b|(?-i:[A-Z]{2,5}|МСК)\b)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:gmt|utc)?\s*([+-])(\d{1,2}):?(\d{2})?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text: when, whether a time of day came with it, and the characters it takes."""

    when: datetime
    timed: bool
    start: int
    end: int


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numbers(first: int, second: int, separator: str, order: Order | None) -> tuple[int, int] | None:
    """Month and day of two numbers, where their order can be told."""
    if first > 12 or first == second:
        return second, first
    if second > 12:
        return first, second
    if separator == ".":
        return second, first
    if order == "month":
        return first, second
    return (second, first) if order == "day" else None


def _common(year: int, month: str) -> int:
    """A year as most calendars count it: behind a month's name in Thai it may be Buddhist."""
    return year - _SINCE if year >= _BUDDHIST and "\u0e00" < month[0] < "\u0e7f" else year


def _read(found: re.Match[str], order: Order | None) -> date | None:
    group = found.group
    if group("y1"):
        return _day(int(group("y1")), int(group("m1")), int(group("d1")))
    if group("y2"):
        return _day(int(group("y2")), int(group("m2")), int(group("d2")))
    if group("y3"):
        return _day(_common(int(group("y3")), group("w3")), MONTHS[fold_word(group("w3"))], int(group("d3")))
    if group("y7"):
        return _day(int(group("y7")), MONTHS[fold_word(group("w7"))], int(group("d7")))
    if group("y4"):
        return _day(int(group("y4")), MONTHS[fold_word(group("w4"))], int(group("d4")))
    if group("y6"):
        return _day(int(group("y6")), int(group("m6")), int(group("d6")))
    first, second, year = int(group("a5")), int(group("b5")), int(group("y5"))
    parts = _numbers(first, second, group("s5"), order)
    if parts is None:
        return _of_weekday(_day(year, first, second), _day(year, second, first), found)
    return _day(year, *parts)


_WEEKDAY_REACH = 20
"""Characters before a date in which its day of the week stands."""
_WEEKDAY = re.compile(r"([^\W\d_][\w-]*)[.,]*\s*$")


def _of_weekday(one: date | None, other: date | None, found: re.Match[str]) -> date | None:
    """The one of two readings of a date that falls on the day of the week named before it; None where that tells nothing."""
    named = _WEEKDAY.search(found.string[max(0, found.start() - _WEEKDAY_REACH) : found.start()])
    weekday = WEEKDAYS.get(fold_word(named[1])) if named is not None else None
    fitting = [day for day in (one, other) if day is not None and day.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def _summer(day: date, zone: str) -> bool:
    """Whether American clocks ("ET", "PT") are on summer time: second Sunday of March to first of November (since 2007)."""
    march, november = date(day.year, 3, 14), date(day.year, 11, 7)
    starts = march - timedelta(days=(march.weekday() + 1) % 7)
    ends = november - timedelta(days=(november.weekday() + 1) % 7)
    return len(zone) == 2 and starts <= day < ends


def _offset(zone: str | None, day: date) -> int:
    """Minutes east of Greenwich; a time without a zone counts as UTC."""
    if not zone:
        return 0
    found = _OFFSET.match(zone)
    if found is not None:
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        return 0 if minutes > 14 * 60 else minutes if found[1] == "+" else -minutes
    name = zone.casefold()
    return ZONES.get(name, 0) + (60 if name in ("et", "ct", "mt", "pt") and _summer(day, name) else 0)


_BAR = re.compile(r"\s*[|•·]\s*")


def _clock(text: str, start: int, end: int) -> re.Match[str] | None:
    """The time of day that stands next to a date: right after it, else right before it."""
    after = _TIME.search(text, end, end + 40)
    if after is not None and not re.search(r"[|•·;]|\d", text[end : after.start()]):
        return after
    if after is not None and after["minute"] and _BAR.fullmatch(text, end, after.start()):
        return after
    before = deque(_TIME.finditer(text, max(0, start - 30), start), 1)
    return before[0] if before and len(text[before[0].end() : start].strip(" ,|-–(")) <= 14 else None


def _moment(text: str, day: date, start: int, end: int) -> tuple[datetime, bool]:
    found = _clock(text, start, end)
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if found is None:
        return midnight, False
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found["half"] in "pP" else 0)
    second = int(found["second"] or 0)
    zone = timezone(timedelta(minutes=_offset(found["zone"], day)))
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone).astimezone(UTC), True


def find_dates(text: str, order: Order | None = None) -> Iterator[Dated]:
    """Every date in a text, in UTC. `order` says which comes first where only numbers stand: "03/04/2026"."""
    if not text.isascii() and _OTHER_YEAR.search(text) is not None:
        text = text.translate(_OTHER_DIGITS)
    if _ANY_YEAR.search(text) is None:
        return
    for found in _DATE.finditer(text):
        day = _read(found, order)
        if day is not None:
            if found["clock"] is None:
                when, timed = _moment(text, day, found.start(), found.end())
            else:
                zone = _ZONE_BEHIND.match(text, found.end())
                said = f"{found['clock']}{zone[0] if zone is not None else ''}"
                when, timed = _moment(said, day, 0, 0)
            yield Dated(when, timed, found.start(), found.end())


_ZONE_BEHIND = re.compile(r" [+-]\d{4}\b")


# "06.11.23", "30/10/23": only where a line is about to say when, for a score or a version looks the same.
_SHORT = re.compile(r"(?<![\w./-])(?P<a>\d{1,2})(?P<s>[./])(?P<b>\d{1,2})(?P=s)(?P<y>\d\d)(?![\w/-]|\.\d)")
_CENTURY = 69
"""Two digits from here on are a year of the century before, as POSIX reads them."""


def short_dates(text: str, order: Order | None = None) -> Iterator[Dated]:
    """Every date in numbers whose year has two digits."""
    if text.count("/") < 2 and text.count(".") < 2:
        return
    for found in _SHORT.finditer(text):
        parts = _numbers(int(found["a"]), int(found["b"]), found["s"], order)
        year = int(found["y"])
        day = _day(year + (1900 if year >= _CENTURY else 2000), *parts) if parts else None
        if day is not None:
            when, timed = _moment(text, day, found.start(), found.end())
            yield Dated(when, timed, found.start(), found.end())


_PLAIN_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?$")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?$")


def read_date(text: str, order: Order | None = None) -> datetime | None:
    """The first date in a short text such as a meta tag's content; also seconds or milliseconds since 1970."""
    text = text.strip()[:120]
    if _PLAIN_ISO.match(text):
        try:
            when = datetime.fromisoformat(text)
        except ValueError:
            return None
        if not FIRST_YEAR <= when.year <= LAST_YEAR:
            return None
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    if _EPOCH.match(text):
        when = datetime.fromtimestamp(int(text[:10]), UTC)
        return when if when.year >= 1990 else None
    return next((dated.when for dated in find_dates(text, order)), None)


# "/2024/03/05/", "/2024-03-05-", "/20240305", "/2024/mar/05/", "/2024/march/05/".
_IN_ADDRESS = re.compile(
    r"[/_-](?P<y>(?:19|20)\d\d)(?:(?P<s>[/_-])(?P<m>\d{1,2}|[a-z]{3,9})(?P=s)(?P<d>\d{1,2})|"
    r"(?P<mm>0[1-9]|1[0-2])(?P<dd>0[1-9]|[12]\d|3[01]))(?!\d)",
    re.IGNORECASE,
)


def day_in_address(address: str) -> datetime | None:
    """The day that an address carries in its path, as newspapers' do."""
    found = _IN_ADDRESS.search(address)
    if found is None:
        return None
    month = found["m"] or found["mm"]
    number = int(month) if month.isdigit() else MONTHS.get(month.casefold(), 0)
    day = _day(int(found["y"]), number, int(found["d"] or found["dd"]))
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
