"""When a story on an HTML page was published and updated: what the page shows its readers before what it tells machines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from reader.parser import datelines
from reader.parser.candidates import Surroundings
from reader.parser.datesigns import Shown, from_signs, order_shown
from reader.text.dates import Order

_A_DAY = timedelta(hours=36)
_A_PARAGRAPH = 150
"""Characters from which on a piece is the story's text."""


def read_dates(around: Surroundings, stop: int, order: Order | None) -> tuple[datetime | None, datetime | None]:
    """Published and updated; the story begins at the piece `stop`, what stands before it may date it."""
    out = around.out
    lines = ["" if out.quoted(index) else out.pieces[index].text for index in range(around.start, stop)]
    published, updated = _near(around, lines, order)
    if published is None and updated is None:
        published, updated = _far(around, lines, order)
    return published, updated


def _near(around: Surroundings, lines: Sequence[str], order: Order | None) -> tuple[datetime | None, datetime | None]:
    """Published and updated out of claims, elements and the lines around the headline."""
    published, updated = datelines.from_claims(around.claims, order)
    unclaimed = published is None
    changes = datelines.changed_days(lines, order)
    shown = from_signs(around.signs, around.top, order, changes)
    if shown.near and (published is None or _contradicts(shown, published, updated)):
        published = shown.published
    updated = updated or shown.updated
    if published is not None and around.said and (not shown.beside or (unclaimed and shown.above)):
        published = _under(around, [published] if updated is None else [published, updated], order) or published
    if published is None:
        published = datelines.from_address(around.url)
    if published is None:
        first, changed, _ = datelines.from_lines(lines[around.near + 1 - around.start :], order)
        if first is None and changed is None:
            first, changed, _ = datelines.from_lines(lines, order)
        if first is not None and first.date() in changes:
            first, changed = None, changed or first
        published, updated = first or shown.published, updated or changed
    if published is not None and updated is None:
        updated = datelines.from_lines(lines, order)[1]
    if unclaimed:
        published, updated = _first_out(around, published, updated, order)
    return datelines.sensible(published, updated)


def _first_out(
    around: Surroundings, published: datetime | None, updated: datetime | None, order: Order | None
) -> tuple[datetime | None, datetime | None]:
    """The dates of a story of which a line tells that it came out before the day that stands over it."""
    first = datelines.originally([piece.text for piece in around.out.pieces], order)
    if first is None or (published is not None and first >= published):
        return published, updated
    return first, updated or published


def _under(around: Surroundings, claims: Sequence[datetime], order: Order | None) -> datetime | None:
    """A line of nothing but a date right under the headline, where it is none of the `claims`."""
    under: list[str] = []
    for piece in around.out.pieces[around.near + 1 : around.near + 6]:
        if len(piece.text) > _A_PARAGRAPH:
            break
        under.append(piece.text if len(piece.text) < 40 else "")
    bare = datelines.from_lines(under, order)[0]
    return bare if bare is not None and all(abs(bare - claim) > _A_DAY for claim in claims) else None


def _far(
    around: Surroundings, near_lines: Sequence[str], order: Order | None
) -> tuple[datetime | None, datetime | None]:
    """Published and updated where nothing near the headline tells: another reading of dates in numbers, labels, the
    page's scripts, its only day."""
    lines = [piece.text for piece in around.out.pieces]
    if order is None and (order := order_shown(lines[:200], around.signs)) is not None:
        published, updated = _near(around, near_lines, order)
        if published is not None:
            return published, updated
    published, updated = datelines.labeled(lines, order)
    if published is None:
        published = datelines.told(around.tree.html or "", order)
    if published is None and updated is None:
        published = datelines.lone(lines, order)
    return published, updated


def _contradicts(shown: Shown, published: datetime, updated: datetime | None) -> bool:
    """Whether no date that stands by the headline is one of the two that are claimed for machines, or one of them with day
    and month the other way round."""
    claims = [published] if updated is None else [published, updated]
    swapped = [(claim.year, claim.day, claim.month) for claim in claims]
    return not any(
        abs(each - claim) <= _A_DAY or (each.year, each.month, each.day) in swapped
        for each in shown.beside
        for claim in claims
    )
