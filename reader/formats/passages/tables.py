"""Passages as rows: JSON for programs, CSV for spreadsheets. No cell of foreign text is a formula there."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator

from reader.formats.passages.sheets import Sheet
from reader.formats.values import place_json, time_json
from reader.model import Passage
from reader.text.clean import clean, one_line

COLUMNS = ("id", "quote", "note", "tags", "kind", "state", "created", "title", "publisher", "published", "url")
"""The columns of the CSV form."""

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection); an apostrophe says that it is text.
# Spaces before it are passed over, and "|" once started programs. What begins with such apostrophes itself gets one more.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@|＝＋－＠｜])")


def as_json(sheets: Iterable[Sheet]) -> str:
    """All passages as one JSON list."""
    return json.dumps([row for sheet in sheets for row in passage_rows(sheet)], ensure_ascii=False, indent=2) + "\n"


def passage_rows(sheet: Sheet) -> Iterator[dict[str, object]]:
    """The passages of an article as JSON objects; keys may be added, never renamed."""
    entry = sheet.entry
    for passage in sheet.passages:
        yield {
            "id": passage.id,
            "quote": passage.quote,
            "note": passage.note,
            "tags": list(passage.tags),
            "kind": passage.kind,
            "state": passage.state,
            "created": time_json(passage.created),
            "places": [place_json(place) for place in passage.places],
            "anchor": passage.anchor,
            "article": {
                "id": entry.id,
                "title": entry.title,
                "publisher": entry.publisher,
                "published": time_json(entry.published),
                "url": entry.url,
            },
        }


def as_csv(sheets: Iterable[Sheet]) -> str:
    """All passages as CSV with a header (RFC 4180)."""
    out = _Text()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for sheet in sheets:
        for passage in sheet.passages:
            writer.writerow(map(defused, _cells(sheet, passage)))
    return "".join(out.parts)


class _Text:
    """What the CSV writer writes to: a text in the making."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, part: str) -> None:
        """Take one more row."""
        self.parts.append(part)


def _cells(sheet: Sheet, passage: Passage) -> tuple[str, ...]:
    entry = sheet.entry
    return (
        passage.id,
        clean(passage.quote),
        clean(passage.note),
        ", ".join(passage.tags),
        passage.kind,
        passage.state,
        time_json(passage.created) or "",
        one_line(entry.title),
        sheet.publisher,
        time_json(entry.published) or "",
        entry.url or "",
    )


def defused(cell: str) -> str:
    """A cell that no spreadsheet calculates."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def armed(cell: str) -> str:
    """The cell as it was before it was defused."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell, 1) else cell
