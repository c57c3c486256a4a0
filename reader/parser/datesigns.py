"""Dates that a page's elements show: which of them stand by the headline, which say when the story was changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import log2

from reader.parser.datelines import PUBLISHED_WORD, UPDATED_WORD, says_changed
from reader.parser.topmatter import Sign
from reader.text.dates import Order, find_dates, read_date

Dated = tuple[Sign, datetime]

_RIGHT_UNDER = 3
"""The same, for a date that is the story's though its class is one of margins or of a list."""
_BESIDE = 12
"""Elements that count between a headline and a date that stands by it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Dates that the page's elements show; `near` says that the first stands by the headline, `above` that it stands over
    it, `beside` are all that stand by it."""

    published: datetime | None = None
    updated: datetime | None = None
    near: bool = False
    above: bool = False
    beside: tuple[datetime, ...] = ()


def _from_sign(sign: Sign, order: Order | None) -> datetime | None:
    return (read_date(sign.value, order) if sign.value else None) or next(
        (dated.when for dated in find_dates(sign.text, order)), None
    )


def dated(signs: Sequence[Sign], order: Order | None) -> list[Dated]:
    """Elements that hold a date, with it."""
    return [(sign, when) for sign in signs if sign.role == "date" and (when := _from_sign(sign, order))]


def _days_by_class(found: Iterable[Dated]) -> dict[str, set[str]]:
    """The days that stand under each class."""
    days: dict[str, set[str]] = {}
    for sign, when in found:
        if not sign.updated:
            days.setdefault(sign.names, set()).add(when.date().isoformat())
    return days


def _says_changed(sign: Sign, around: Sign | None) -> bool:
    """Whether an element says that its date is of a change, or the one `around` it says so right before it."""
    if sign.updated:
        return True
    if UPDATED_WORD.search(sign.text) and not PUBLISHED_WORD.search(sign.text):
        dates = list(find_dates(sign.text, "day"))
        return len(dates) < 2 or says_changed(sign.text, dates[0].start)
    at = around.text.find(sign.text) if around is not None and sign.text else -1
    return around is not None and at > 0 and says_changed(around.text, at)


def _of_another(sign: Sign, steps: int) -> bool:
    """Whether an element stands in a margin, and not right under the headline."""
    return bool(sign.apart) and not (0 < steps <= _RIGHT_UNDER and any(char.isdigit() for char in sign.text))


def from_signs(signs: Sequence[Sign], top: int, order: Order | None, changed: frozenset[date] = frozenset()) -> Shown:
    """Published and updated out of elements; `top` is the headline's index among the signs, `changed` are days of which
    lines by the headline say that they are of a change."""
    best: tuple[float, datetime, int] | None = None
    updated: datetime | None = None
    found = dated(signs, order)
    days = _days_by_class(each for each in found if not each[0].apart)
    listed = {names for names, of_class in days.items() if len(of_class) > 2}  # a list of other stories
    place = signs[top].place if top < len(signs) else 0
    beside: list[datetime] = []
    outer: Sign | None = None
    for sign, when in found:
        steps = sign.place - place
        distance = steps if steps > 0 else -2 * steps
        if _of_another(sign, steps):
            continue
        around, outer = outer, outer if outer is not None and sign.text in outer.text else sign
        if _says_changed(sign, around) or (sign.strength < 4 and when.date() in changed):
            updated = updated or when
            continue
        if sign.names in listed and sign.strength < 4 and distance > _RIGHT_UNDER:
            continue
        if distance <= _BESIDE:
            beside.append(when)
        score = sign.strength - 0.35 * log2(1 + distance) - bool(sign.apart)
        if best is None or score > best[0]:
            best = (score, when, steps)
    if best is None:
        return Shown(_lone_day(found) if updated is None else None, updated)
    steps = best[2]
    return Shown(best[1], updated, 2 * steps >= -_BESIDE and steps <= _BESIDE, steps < 0, tuple(beside))


def _lone_day(found: Sequence[Dated]) -> datetime | None:
    """The first day under a class that has no other, where only elements in margins have days."""
    alone = {names for names, days in _days_by_class(found).items() if names and len(days) == 1}
    for sign, when in found:
        if sign.names in alone and not UPDATED_WORD.search(sign.text):
            return when
    return None


def order_shown(lines: Sequence[str], signs: Sequence[Sign]) -> Order | None:
    """Which comes first in a page's dates in numbers, where one reading of them is a day that the page names otherwise."""
    named = {when.date() for _, when in dated(signs, None)}
    for line in lines:
        if len(line) > 160:
            continue
        readings: tuple[Order, Order] = ("day", "month")
        first, second = ({each.when.date() for each in find_dates(line, order)} for order in readings)
        if bool(first & named) != bool(second & named):
            return "day" if first & named else "month"
    return None
