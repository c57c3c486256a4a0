"""A date as an article or a list shows it: in words, in the person's zone."""

from __future__ import annotations

from datetime import UTC, datetime, time, tzinfo

_MIDNIGHT = time()
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def when(moment: datetime | None, zone: tzinfo | None, *, day_only: bool = False) -> str | None:
    """Day, month and year, with the hour where the page told one; a zone of None is the system's."""
    if moment is None:
        return None
    if moment.astimezone(UTC).time() == _MIDNIGHT:  # the page told the day alone: in no zone may it become another
        return _day(moment)
    try:
        local = moment.astimezone(zone)
    except OverflowError:
        local = moment
    return _day(local) if day_only else f"{_day(local)}, {local:%H:%M}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
