"""Moments that are to come, as a person says them: until when something is put off."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo

from reader.errors import UsageError
from reader.text.clean import one_line

_AWAY = re.compile(r"(?:in )?(\d{1,4}) ?(?:(h|d|w)|(h)(?:ou)?rs?|(d)ays?|(w)(?:ee)?ks?)?", re.ASCII)
_DAYS = {"d": 1, "w": 7}
_MORNING = 6
"""The hour at which what was put off until a day comes back."""


def until_of(said: str, now: datetime, zone: tzinfo | None = None) -> datetime:
    """The moment that is meant: "tomorrow", a number of hours, days or weeks, or a day. Mornings are those of the person's
    time zone; None is the system's. Raises UsageError."""
    now, words = now.astimezone(zone), said.strip().casefold()
    if words == "tomorrow":
        words = "1 d"
    away = _AWAY.fullmatch(words)
    try:
        if away is not None and int(away[1]):
            unit = next(filter(None, away.groups()[1:]), "d")
            if unit == "h":
                return now + timedelta(hours=int(away[1]))
            day = now.date() + timedelta(days=int(away[1]) * _DAYS[unit])
        else:
            day = date.fromisoformat(words)
    except ValueError as error:
        raise UsageError(f"“{one_line(said)[:40]}” is no day.", "Say tomorrow, 3 d, 2 w, 5 h or 2026-12-24.") from error
    if day < now.date() or (until := _morning(day, zone)) <= now:  # no clock goes back to the morning of the year 1
        raise UsageError(f"{words} is past.", "Say a day that is to come.")
    return until


def _morning(day: date, zone: tzinfo | None) -> datetime:
    when = datetime(day.year, day.month, day.day, _MORNING)
    return when.astimezone() if zone is None else when.replace(tzinfo=zone)
