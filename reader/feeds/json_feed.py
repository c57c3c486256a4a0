"""JSON Feed 1.0 and 1.1 (jsonfeed.org), every field taken only where it has the type that it should have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from reader.errors import UnreadableError
from reader.feeds.dates import moment
from reader.feeds.feed import MOST_ENTRIES, MOST_OF_A_KIND, Feed
from reader.feeds.wording import absolute, address, line, plain
from reader.model import Enclosure, Item
from reader.text.clean import clean


def read(text: str, base: str) -> Feed:
    """The feed in a JSON text. Raises UnreadableError for one that is no feed or cut off."""
    try:
        found = json.loads(text, parse_int=_number, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "This feed is JSON that breaks off or contradicts itself.", "Fetch it again later."
        ) from error
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise UnreadableError("This is JSON, but no feed.", "Look for the feed's address on the site.")
    items = [each for each in found["items"] if isinstance(each, dict)]
    authors = _people(found)
    return Feed(
        "json",
        title=plain(_text(found, "title")),
        link=address(_text(found, "home_page_url"), base),
        description=plain(_text(found, "description")) or None,
        language=line(_text(found, "language")) or None,
        authors=authors,
        icon=address(_text(found, "icon") or _text(found, "favicon"), base),
        address=address(_text(found, "feed_url"), base),
        next=address(_text(found, "next_url"), base),
        hub=next((address(_text(hub, "url"), base) for hub in _dicts(found, "hubs")), None),
        entries=tuple(_item(each, base, authors) for each in items[:MOST_ENTRIES]),
        remarks=tuple(_remarks(found["items"], items)),
    )


def _remarks(all_of_them: list[Any], items: list[dict[str, Any]]) -> Iterator[str]:
    if wrong := len(all_of_them) - len(items):
        yield f"{wrong:,} entries were no entries."
    if len(items) > MOST_ENTRIES:
        yield f"{len(items) - MOST_ENTRIES:,} entries beyond the first {MOST_ENTRIES:,} were left out."


def _item(found: dict[str, Any], base: str, authors: tuple[str, ...]) -> Item:
    html, text = _text(found, "content_html"), _text(found, "content_text")
    content = absolute(html, base) if html.strip() else escape(text, quote=False)
    url = address(_text(found, "url"), base) or address(_text(found, "external_url"), base)
    return Item(
        id=line(_text(found, "id")) or url or "",
        title=plain(_text(found, "title")),
        url=url,
        authors=_people(found) or authors,
        published=moment(_text(found, "date_published")),
        updated=moment(_text(found, "date_modified")),
        summary=escape(_text(found, "summary"), quote=False) or None,
        content=content or None,
        tags=tuple(dict.fromkeys(filter(None, (plain(clean(tag)) for tag in _strings(found, "tags")))))[
            :MOST_OF_A_KIND
        ],
        enclosures=_files(found, base),
        language=line(_text(found, "language")) or None,
    )


def _files(found: dict[str, Any], base: str) -> tuple[Enclosure, ...]:
    files = []
    for each in _dicts(found, "attachments"):
        where, size = address(_text(each, "url"), base), each.get("size_in_bytes")
        if where:
            kept = size if isinstance(size, int) and not isinstance(size, bool) and 0 <= size < 10**15 else None
            files.append(Enclosure(where, line(_text(each, "mime_type")) or None, kept))
    return tuple(files)


def _people(found: dict[str, Any]) -> tuple[str, ...]:
    """Version 1.1 has a list of authors, 1.0 one author."""
    people = (
        _dicts(found, "authors") or [found["author"]]
        if isinstance(found.get("author"), dict)
        else _dicts(found, "authors")
    )
    names = [plain(_text(person, "name") or _text(person, "url")) for person in people]
    return tuple(dict.fromkeys(filter(None, names)))


def _text(found: dict[str, Any], name: str) -> str:
    """A field's text; numbers are taken as they are written, anything else is none."""
    value = found.get(name)
    if isinstance(value, str):
        return clean(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _dicts(found: dict[str, Any], name: str) -> list[dict[str, Any]]:
    value = found.get(name)
    return [each for each in value if isinstance(each, dict)][:MOST_OF_A_KIND] if isinstance(value, list) else []


def _strings(found: dict[str, Any], name: str) -> list[str]:
    value = found.get(name)
    return [each for each in value if isinstance(each, str)][: 2 * MOST_OF_A_KIND] if isinstance(value, list) else []


def _number(digits: str) -> int | str:
    """A whole number; one that is longer than any size stays as it is written."""
    return int(digits) if len(digits) < 20 else digits
