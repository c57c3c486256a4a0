"""Rows of listings as JSON: entries, outcomes, found entries, summaries. Keys may be added, never renamed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.formats.values import place_json, time_json
from reader.model import Enclosure, Entry, Figure, Found, Name, Outcome, Said, Summary


def entry_json(entry: Entry) -> dict[str, Any]:
    """An entry of a listing."""
    return {
        "id": entry.id,
        "title": entry.title,
        "source": entry.source,
        "publisher": entry.publisher,
        "byline": list(entry.byline),
        "url": entry.url,
        "language": entry.language,
        "published": time_json(entry.published),
        "added": time_json(entry.added),
        "read": time_json(entry.read),
        "starred": time_json(entry.starred),
        "tags": list(entry.tags),
        "passages": entry.passages,
        "versions": entry.versions,
        "words": entry.words,
        "preview": entry.preview,
        "sample": entry.sample is not None,
    }


def file_json(enclosure: Enclosure) -> dict[str, Any]:
    """A file that came with an entry; its size in bytes, where the feed tells."""
    return {"address": enclosure.address, "type": enclosure.media_type, "size": enclosure.size}


def found_json(found: Found) -> dict[str, Any]:
    """An entry that a search found, with its snippet and the hits' offsets in it."""
    return entry_json(found.entry) | {"snippet": found.snippet, "spans": [list(span) for span in found.spans]}


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """What came of one source of a batch; a failure says what happened and what to try."""
    return {
        "source": outcome.source,
        "came": outcome.came,
        "entries": list(outcome.entries),
        "changed": outcome.changed,
        "hidden": outcome.hidden,
        "title": outcome.title,
        "happened": outcome.happened,
        "advice": outcome.advice,
        "trouble": outcome.trouble,
    }


def summary_json(summary: Summary) -> dict[str, Any]:
    """A summary with the place of each of its points."""
    return {
        "label": summary.label,
        "origin": summary.origin,
        "remark": summary.remark,
        "points": [
            {
                "text": point.text,
                "place": place_json(point.place) if point.place else None,
                "unknown": [point.text[start:end] for start, end in point.unknown],
                "checked": point.checked,
                "nearest": place_json(point.nearest) if point.nearest else None,
                "doubt": point.doubt,
            }
            for point in summary.points
        ],
    }


def digest_json(
    summaries: Iterable[Summary], said: Iterable[Said], figures: Iterable[Figure], names: Iterable[Name]
) -> dict[str, Any]:
    """All that is told about one article: its summaries, who says what, its figures and its names, each with its places."""
    return {
        "summaries": [summary_json(it) for it in summaries],
        "said": [{"speaker": it.speaker, "sure": it.sure, "place": place_json(it.place)} for it in said],
        "figures": [
            {"text": it.text, "kind": it.kind, "places": list(map(place_json, it.places)),
             "sentence": place_json(it.sentence)}
            for it in figures
        ],
        "names": [
            {"text": it.text, "kind": it.kind, "count": it.count, "places": list(map(place_json, it.places))}
            for it in names
        ],
    }  # fmt: skip
