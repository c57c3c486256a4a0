"""What every JSON form shares: times as ISO 8601 with Z, places, and reading foreign values without believing them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar, get_args

from reader.model import Part, Place
from reader.text.clean import clean

T = TypeVar("T")
_PARTS: dict[str, Part] = {part: part for part in get_args(Part)}


def time_json(when: datetime | None) -> str | None:
    """A time as ISO 8601 in UTC, ending in Z."""
    return None if when is None else when.astimezone(UTC).isoformat().replace("+00:00", "Z")


def time_from(value: object) -> datetime | None:
    """The time that a value says, aware and in UTC; None where it says none. Without a zone it counts as UTC."""
    if not isinstance(value, str):
        return None
    try:
        when = datetime.fromisoformat(value.strip())
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def place_json(place: Place) -> dict[str, object]:
    """A place as an object with part, index, start and end."""
    return {"part": place.part, "index": place.index, "start": place.start, "end": place.end}


def place_from(value: object) -> Place | None:
    """The place that an object says, or None."""
    found = mapping(value)
    part = _PARTS.get(text_of(found.get("part")) or "")
    numbers = [whole(found.get(name)) for name in ("index", "start", "end")]
    if part is None or None in numbers:
        return None
    index, start, end = (number or 0 for number in numbers)
    return Place(part, index, start, end) if start <= end else None


def text_of(value: object) -> str | None:
    """A value as cleaned text, None where it is none or empty."""
    return (clean(value) or None) if isinstance(value, str) else None


def whole(value: object) -> int | None:
    """A value as a whole number from 0, None where it is none."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31:
        return value
    return None


def truth(value: object) -> bool | None:
    """A value as yes or no, None where it says neither."""
    return value if isinstance(value, bool) else None


def mapping(value: object) -> dict[str, object]:
    """A JSON object, empty where the value is none."""
    return value if isinstance(value, dict) else {}


def listed(value: object, read: Callable[[object], T | None]) -> tuple[T, ...]:
    """What can be read of each item of a list; nothing where the value is no list."""
    found = [read(item) for item in value] if isinstance(value, list) else []
    return tuple(item for item in found if item is not None)


def size_text(size: int | None) -> str:
    """A number of bytes as people read it; empty where it is not known."""
    if not size:
        return ""
    return f"{size / 1e6:,.1f} MB" if size >= 100_000 else f"{max(1, size // 1000):,} kB"
