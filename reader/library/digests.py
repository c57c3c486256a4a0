"""Summaries and glances as they lie in the library: JSON texts, short, since one is read whenever an article is opened."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from reader.model import Doubt, Figure, Glance, Name, Place, Point, Said, Summary

GLANCE = "glance"
"""The key under which a glance lies among an entry's summaries."""
_PREVIEW = 140


def summaries_text(summaries: Iterable[Summary]) -> str:
    """Summaries to keep."""
    return _text(
        [
            [
                it.label,
                it.origin,
                [
                    [one.text, _place(one.place), one.unknown, one.checked, _place(one.nearest), one.doubt]
                    for one in it.points
                ],
                it.remark,
            ]
            for it in summaries
        ]
    )


def summaries_from(text: str) -> tuple[Summary, ...]:
    """Summaries that were kept."""
    return tuple(
        Summary(label, origin, tuple(_point(*point) for point in points), remark)
        for label, origin, points, remark in json.loads(text)
    )


def preview_of(summaries: Sequence[Summary]) -> str | None:
    """What the list shows of an article: the beginning of its first chosen sentence."""
    return next((it.points[0].text[:_PREVIEW] for it in summaries if it.origin == "chosen" and it.points), None)


def glance_text(glance: Glance) -> str:
    """A glance to keep; of figures and names the first place."""
    return _text(
        [
            [[_place(it.place), it.speaker, it.sure] for it in glance.said],
            [[it.text, it.kind, _place(it.places[0]), _place(it.sentence)] for it in glance.figures],
            [[it.text, it.kind, it.count, _place(it.places[0])] for it in glance.names],
        ]
    )


def glance_from(text: str) -> Glance:
    """A glance that was kept."""
    said, figures, names = json.loads(text)
    return Glance(
        tuple(Said(Place(*at), speaker, sure) for at, speaker, sure in said),
        tuple(Figure(it, kind, (Place(*at),), Place(*sentence)) for it, kind, at, sentence in figures),
        tuple(Name(it, kind, count, (Place(*at),)) for it, kind, count, at in names),
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _place(place: Place | None) -> list[object] | None:
    return None if place is None else [place.part, place.index, place.start, place.end]


def _point(
    text: str,
    at: list[Any] | None,
    unknown: Iterable[list[int]] = (),
    checked: bool = True,
    nearest: list[Any] | None = None,
    doubt: Doubt | None = None,
) -> Point:
    marked = tuple((start, end) for start, end in unknown)
    return Point(text, Place(*at) if at else None, marked, checked, Place(*nearest) if nearest else None, doubt)
