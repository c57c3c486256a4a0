"""A line of an export: an article with all its states as one JSON object, read without being believed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import cast, get_args

from reader import filters
from reader.errors import UnreadableError, UsageError
from reader.filters import Rule
from reader.formats import article_from_json
from reader.formats.values import listed, mapping, place_from, place_json, text_of, time_from, time_json, whole
from reader.library.fed import Shown
from reader.library.packing import Packed
from reader.library.rows import Incoming, Origin, Saved, Standing
from reader.model import Article, Enclosure, Passage, PassageKind, SourceKind, State
from reader.text.clean import one_line

_KINDS = set(get_args(SourceKind))


@dataclass(frozen=True, slots=True)
class Line:
    """One line understood: the article with its states, and what hangs on it."""

    incoming: Incoming
    tags: tuple[str, ...] = ()
    passages: tuple[dict[str, object], ...] = ()
    files: tuple[Enclosure, ...] = ()
    fed: tuple[int, Shown | None] | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What a library has besides articles: all its sources with what was set for them, saved searches, and rules; and by
    their keys the names of what was thrown away, which no feed is to bring back."""

    sources: tuple[tuple[Origin, Standing], ...] = ()
    searches: tuple[Saved, ...] = ()
    rules: tuple[Rule, ...] = ()
    forgotten: tuple[int, ...] = ()


Ready = Callable[[Article], Packed]
"""Makes an article ready for the tables."""


def line_from(raw: bytes, now: datetime, ready: Ready) -> tuple[Line | None, Shape | None]:
    """A line understood, its articles made ready. A line with a shape needs no article.

    Raises:
        UnreadableError: it is no JSON, or lacks the article or the source.
    """
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("It is not JSON.", "Export the file anew.") from error
    if not isinstance(value, dict):
        raise UnreadableError("It is no JSON object.", "Export the file anew.")
    shape = _shape(mapping(value["library"])) if "library" in value else None
    if shape is not None and "article" not in value:
        return None, shape
    origin = _origin(mapping(value.get("source")))
    if origin is None:
        raise UnreadableError("It has no “source” with an address.", "Export the file anew.")
    article = article_from_json(value.get("article"))
    return (
        Line(
            _incoming(value, article, origin, now, ready),
            tuple(dict.fromkeys(one_line(tag) for tag in listed(value.get("tags"), text_of) if one_line(tag))),
            listed(value.get("passages"), lambda it: mapping(it) or None),
            listed(value.get("files"), _file),
            _fed(mapping(value.get("fed"))),
        ),
        shape,
    )


def _origin(source: dict[str, object]) -> Origin | None:
    address = one_line(text_of(source.get("address")) or "")
    if not address:
        return None
    kind, title = str(source.get("kind")), one_line(text_of(source.get("title")) or address)
    return Origin(kind if kind in _KINDS else "import", address, title, text_of(source.get("folder")))


def _shape(told: dict[str, object]) -> Shape:
    return Shape(
        listed(told.get("sources"), _standing),
        listed(told.get("searches"), _saved),
        listed(told.get("rules"), _rule),
        listed(told.get("forgotten"), _key),
    )


def _standing(value: object) -> tuple[Origin, Standing] | None:
    told = mapping(value)
    origin = _origin(told)
    if origin is None:
        return None
    days, count = whole(told.get("keep_days")), whole(told.get("keep_count"))
    extras = tuple((name, text) for name, text in mapping(told.get("extras")).items() if isinstance(text, str))
    return origin, Standing(
        time_from(told.get("muted")),
        days,
        count,
        time_from(told.get("removed")),
        whole(told.get("every")) or None,
        str(told["full"]) if told.get("full") in ("always", "never") else None,
        text_of(told.get("link")),
        listed(told.get("tags"), text_of),
        extras,
    )


def _saved(value: object) -> Saved | None:
    told = mapping(value)
    name, query = text_of(told.get("name")), text_of(told.get("query"))
    return Saved(one_line(name), query) if name and query else None


def _rule(value: object) -> Rule | None:
    try:
        return filters.from_value(value)
    except UsageError:  # of a newer program, or none
        return None


def _key(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63 else None


def _file(value: object) -> Enclosure | None:
    told = mapping(value)
    address, size = one_line(text_of(told.get("address")) or ""), told.get("size")
    known = isinstance(size, int) and not isinstance(size, bool) and size > 0
    return Enclosure(address, text_of(told.get("type")), cast(int, size) if known else None) if address else None


def _fed(told: dict[str, object]) -> tuple[int, Shown | None] | None:
    digest, shown = told.get("digest"), told.get("shown")
    if not isinstance(digest, int) or isinstance(digest, bool) or not -(2**63) <= digest < 2**63:
        return None
    return digest, cast(Shown, shown) if shown in get_args(Shown) else None


def _incoming(value: dict[str, object], article: Article, origin: Origin, now: datetime, ready: Ready) -> Incoming:
    acts = mapping(value.get("acts"))
    added = time_from(value.get("added")) or now
    return Incoming(
        ready(article),
        origin,
        fetched=time_from(value.get("fetched")) or added,
        identities=listed(value.get("identities"), text_of),
        number=whole(value.get("id")) or None,
        added=added,
        read=(time_from(acts.get("read")) or now) if value.get("read") is True else None,
        starred=(time_from(acts.get("starred")) or now) if value.get("starred") is True else None,
        position=place_from(value.get("position")),
        edited=value.get("edited") is True,
        snoozed=time_from(value.get("snoozed")),
        failure=text_of(value.get("failure")),
        apart=value.get("apart") is True,
        filtered=value.get("filtered") is True,
        older=tuple((ready(it), at) for it, at in listed(value.get("versions"), _version) if it != article),
    )


def _version(value: object) -> tuple[Article, datetime] | None:
    told = mapping(value)
    fetched = time_from(told.get("fetched"))
    return None if fetched is None else (article_from_json(told.get("article")), fetched)


def passage_from(told: dict[str, object], entry_id: int, now: datetime) -> Passage:
    """The passage that a line tells of."""
    kind, state = text_of(told.get("kind")), text_of(told.get("state"))
    return Passage(
        id=one_line(text_of(told.get("id")) or ""),
        entry_id=entry_id,
        quote=text_of(told.get("quote")) or "",
        places=listed(told.get("places"), place_from),
        anchor=text_of(told.get("anchor")) or "",
        note=text_of(told.get("note")) or "",
        tags=listed(told.get("tags"), text_of),
        kind=cast(PassageKind, kind) if kind in get_args(PassageKind) else "yellow",
        created=time_from(told.get("created")) or now,
        state=cast(State, state) if state in get_args(State) else "same",
        version=whole(told.get("version")) or 1,
    )


def passage_json(passage: Passage) -> dict[str, object]:
    """A passage as a line tells of it."""
    return {
        "id": passage.id,
        "quote": passage.quote,
        "places": [place_json(it) for it in passage.places],
        "anchor": passage.anchor,
        "note": passage.note,
        "tags": list(passage.tags),
        "kind": passage.kind,
        "created": time_json(passage.created),
        "state": passage.state,
        "version": passage.version,
    }


def shape_json(shape: Shape) -> dict[str, object]:
    """What the first line of an export tells of the library as a whole."""
    return {
        "sources": [
            origin_json(origin)
            | {
                "muted": time_json(standing.muted),
                "keep_days": standing.keep_days,
                "keep_count": standing.keep_count,
                "removed": time_json(standing.removed),
                "every": standing.every,
                "full": standing.full,
                "link": standing.link,
                "tags": list(standing.tags),
                "extras": dict(standing.extras),
            }
            for origin, standing in shape.sources
        ],
        "searches": [{"name": it.name, "query": it.query} for it in shape.searches],
        "rules": [filters.to_value(it) for it in shape.rules],
        "forgotten": list(shape.forgotten),
    }


def origin_json(origin: Origin) -> dict[str, object]:
    """A source as a line names it."""
    return {"kind": origin.kind, "address": origin.address, "title": origin.title, "folder": origin.folder}
