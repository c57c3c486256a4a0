"""Days as people say them in a query: 2026-11-01, 2026-11, yesterday, last week, 3 days ago, monday."""

from __future__ import annotations

import re
from datetime import date, timedelta

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_AGO = re.compile(r"(\d{1,4})\s*(d|days?|w|weeks?|m|months?|y|years?)(?:\s+ago)?")


def day_of(said: str, today: date | None) -> date | None:
    """The first day of what was said, None where it says none or is said of today and there is no today."""
    said = " ".join(said.lower().replace("-", " ").split()) if not said[:1].isdigit() else said.lower()
    try:
        if match := _DATE.fullmatch(said):
            year, month, day = (int(part) if part else 1 for part in match.groups())
            return date(year, month, day)
        return _spoken(said, today) if today is not None else None
    except (ValueError, OverflowError):
        return None


def _spoken(said: str, today: date) -> date | None:
    """A day told from today."""
    monday = today - timedelta(days=today.weekday())
    known = {
        "today": today,
        "yesterday": today - timedelta(days=1),
        "tomorrow": today + timedelta(days=1),
        "this week": monday,
        "last week": monday - timedelta(days=7),
        "this month": today.replace(day=1),
        "last month": _months_before(today.replace(day=1), 1),
        "this year": today.replace(month=1, day=1),
        "last year": date(today.year - 1, 1, 1),
    }
    if said in known:
        return known[said]
    weekday = said.removeprefix("last ")
    if weekday in _WEEKDAYS:
        return today - timedelta(days=(today.weekday() - _WEEKDAYS.index(weekday)) % 7 or 7)
    match = _AGO.fullmatch(said.replace("-", " "))
    if match is None:
        return None
    count, unit = int(match[1]), match[2][0]
    if unit in "my":
        return _months_before(today, count * (12 if unit == "y" else 1))
    return today - timedelta(days=count * (7 if unit == "w" else 1))


def _months_before(day: date, count: int) -> date:
    """The same day so many months earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    for last in range(day.day, 28, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))
