"""Moments that are to come, as a person says them: until when something is put off."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from reader.errors import UsageError
from reader.text.clean import one_line

_AWAY = re.compile(r"(?:in )?(\d{1,4}) ?(h|d|w)?[a-z]*")
_HOURS = {"h": 1, "d": 24, "w": 7 * 24}
_MORNING = 6
"""The hour at which what was put off until a day comes back."""


def until_of(said: str, now: datetime) -> datetime:
    """The moment that is meant: "tomorrow", a number of hours, days or weeks, or a day. Raises UsageError."""
    words = said.strip().casefold()
    if words == "tomorrow":
        words = "1 d"
    away = _AWAY.fullmatch(words)
    if away is not None:
        until = now + timedelta(hours=int(away[1]) * _HOURS[away[2] or "d"])
        return until if away[2] == "h" else until.replace(hour=_MORNING, minute=0, second=0, microsecond=0)
    try:
        day = datetime.fromisoformat(words).replace(hour=_MORNING, tzinfo=now.tzinfo)
    except ValueError as error:
        raise UsageError(f"“{one_line(said)[:40]}” is no day.", "Say tomorrow, 3 d, 2 w, 5 h or 2026-12-24.") from error
    if day <= now:
        raise UsageError(f"{words} is past.", "Say a day that is to come.")
    return day
