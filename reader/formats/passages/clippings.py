"""Passages from other programs: W3C annotations, our own files, and the CSV of common read-later services.

Nothing of such a file is believed: texts are cleaned, and what marks no words is left out.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast, get_args
from urllib.parse import unquote

from reader.errors import UnreadableError
from reader.formats.passages import w3c
from reader.formats.passages.tables import COLUMNS, armed
from reader.formats.values import listed, mapping, text_of, time_from
from reader.model import PassageKind
from reader.text.clean import clean, one_line

_KINDS: tuple[str, ...] = get_args(PassageKind)
_COLORS = {"orange": "red", "pink": "red", "purple": "blue", "teal": "green", "cyan": "blue"}
_LONGEST_CELL = 2**24


@dataclass(frozen=True, slots=True)
class Clipping:
    """A passage as another program tells it; `prefix` and `suffix` are the characters around the quote."""

    quote: str
    address: str | None = None
    title: str | None = None
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    kind: PassageKind = "yellow"
    created: datetime | None = None
    id: str | None = None
    anchor: str = ""


# Header names, lower case, of the exports of Readwise, Instapaper, Raindrop, Omnivore, Matter, Diigo, and of ours.
_COLUMNS = {
    "quote": ("quote", "highlight", "selection", "highlights", "highlight text", "annotation", "text", "excerpt"),
    "address": ("url", "source url", "link", "uri", "article url", "address", "website"),
    "title": ("title", "book title", "document title", "article title", "name"),
    "note": ("note", "notes", "comment", "comments", "my note", "description"),
    "tags": ("tags", "document tags", "labels"),
    "kind": ("kind", "color", "colour", "highlight color"),
    "created": ("created", "highlighted at", "timestamp", "created at", "date", "created_at", "time", "date added"),
    "id": ("id", "highlight id"),
}


def clippings(data: str) -> tuple[Clipping, ...]:
    """The clippings of a file.

    Raises:
        UnreadableError: it is neither JSON with annotations nor CSV with a column of quotes.
    """
    text = data.lstrip("\ufeff \t\r\n")
    if text[:1] in ("{", "["):
        return tuple(_from_json(text))
    return tuple(_from_csv(text))


def holds_clippings(head: str) -> bool:
    """Whether a file that begins so holds passages, and no lines of a library, feeds or addresses."""
    text = head.lstrip("\ufeff \t\r\n")
    if text[:1] in ("{", "["):
        first = text.split("\n", 1)[0]
        return text[0] == "[" or (bool(_ANNOTATED.search(text)) and not _LIBRARY.match(first))
    first = re.split(r"[\r\n]", text, maxsplit=1)[0]
    header = next(csv.reader([first], delimiter=_delimiter(text)), [])
    return len(header) > 1 and "quote" in _named([one_line(cell).lower() for cell in header])


_ANNOTATED = re.compile(r"\"(?:Annotation(?:Page|Collection)?|TextQuoteSelector|oa:\w+)\"|\"(?:rows|annotations)\"\s*:")
_LIBRARY = re.compile(r"\{\s*\"(?:article|newsreader|version|source)\"\s*:")


def _from_json(text: str) -> Iterator[Clipping]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "The file begins like JSON and cannot be read as JSON.", "Export it again; perhaps it was saved half."
        ) from error
    if isinstance(value, list) and value and "quote" in mapping(value[0]):
        yield from filter(None, map(_own, map(mapping, value)))
        return
    found = False
    for annotation in w3c.told(value):
        found = True
        if made := w3c.fields(annotation):
            yield _clipping(made)
    if not found and not _empty(value):
        raise UnreadableError(
            "The file is JSON and holds no annotations.", "A W3C annotation has a target with a TextQuoteSelector."
        )


def _empty(value: object) -> bool:
    return value == [] or mapping(value).get("type") in ("AnnotationCollection", "AnnotationPage")


def _own(row: dict[str, object]) -> Clipping | None:
    article = mapping(row.get("article"))
    made: dict[str, object] = {name: text_of(row.get(name)) for name in ("id", "quote", "note", "kind", "anchor")}
    made |= {"address": text_of(article.get("url")), "title": text_of(article.get("title"))}
    made |= {"tags": listed(row.get("tags"), text_of), "created": time_from(row.get("created"))}
    return _clipping(made) if made["quote"] else None


def _from_csv(text: str) -> Iterator[Clipping]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        lines = re.findall(r"[^\n]*\n|[^\n]+", text.replace("\0", ""))
        rows = csv.reader(lines, delimiter=_delimiter(text))
        header = [one_line(cell).lower() for cell in next(rows, [])]
        columns, own = _named(header), tuple(header) == COLUMNS
        if "quote" not in columns:
            raise UnreadableError(
                "The file has no column of quotes.",
                "Known are W3C annotations, our own exports, and CSV with a column such as Highlight, Selection or Quote.",
            )
        for row in rows:
            there = {name: armed(clean(row[at])) for name, at in columns.items() if at < len(row)}
            cells = there if own else {name: cell.strip() for name, cell in there.items()}
            if cells.get("quote"):
                made: dict[str, object] = dict(cells)
                tags = re.split(", " if own else "[,;|]", cells.get("tags", ""))
                made["tags"] = tuple(tag for part in tags if (tag := part.strip()))
                made["created"] = _when(cells.get("created", ""))
                yield _clipping(made)
    except csv.Error as error:
        raise UnreadableError(
            f"The file cannot be read as CSV: {one_line(str(error))}.", "Export it again from where it came."
        ) from error


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _named(header: list[str]) -> dict[str, int]:
    """Which column is what; of several the one named first in the table."""
    return {
        name: header.index(known[0])
        for name, wanted in _COLUMNS.items()
        if (known := [each for each in wanted if each in header])
    }


def _when(text: str) -> datetime | None:
    if re.fullmatch(r"\d{9,13}", text):
        seconds = int(text) / (1000 if len(text) > 11 else 1)
        return datetime.fromtimestamp(seconds, UTC)
    return time_from(text)


def _clipping(told: dict[str, object]) -> Clipping:
    kind = (text_of(told.get("kind")) or "").lower()
    kind = _COLORS.get(kind, kind)
    tags = cast("tuple[str, ...]", told.get("tags") or ())
    created = told.get("created")
    return Clipping(
        quote=text_of(told.get("quote")) or "",
        address=_line(told.get("address")),
        title=_line(told.get("title")),
        prefix=text_of(told.get("prefix")) or "",
        suffix=text_of(told.get("suffix")) or "",
        note=text_of(told.get("note")) or "",
        tags=tuple(dict.fromkeys(filter(None, map(one_line, tags)))),
        kind=cast("PassageKind", kind) if kind in _KINDS else "yellow",
        created=created if isinstance(created, datetime) else None,
        id=_id(told.get("id")),
        anchor=text_of(told.get("anchor")) or "",
    )


def _line(value: object) -> str | None:
    return one_line(text_of(value) or "") or None


def _id(value: object) -> str | None:
    """An id of ours as it lies in the library; a foreign one as it is."""
    text = _line(value)
    if text is None:
        return None
    if re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text):
        return text.removeprefix("urn:uuid:").replace("-", "")
    own = text.removeprefix("urn:newsreader:passage:")
    return one_line(unquote(own)) if own != text else text
