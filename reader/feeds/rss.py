"""RSS 0.9 to 2.0 and RDF: what an item and the channel around it say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from reader.feeds import atom
from reader.feeds.dates import moment
from reader.feeds.feed import MOST_OF_A_KIND
from reader.feeds.namespaces import Fields, Sought, fields, first, first_text
from reader.feeds.wording import address, body, line, plain, title
from reader.model import Enclosure, Item
from reader.text.xml import Element

_FILES = frozenset({"enclosure", "media:content", "media:group"})
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}


_SOUGHT = Sought(
    title="title dc:title media:title itunes:title",
    summary="summary description dc:description itunes:summary media:description",
    content="content:encoded xhtml:body body xhtml:div content fulltext description itunes:summary",
    people="author dc:creator itunes:author dc:author managingeditor dc:contributor",
    published="pubdate dc:date published issued dcterms:issued dcterms:created dc:created date",
    updated="updated modified dcterms:modified lastbuilddate",
    language="dc:language language",
)


def item(element: Element) -> Item:
    """An item of a channel."""
    found = fields(element)
    names = _SOUGHT.among(found)
    guid = first(found, "guid")
    summary = first(found, *names["summary"])
    content = first(found, *names["content"])
    url = _page(found, element, guid)
    return Item(
        id=line(_identity(found, element, guid)) or url or "",
        title=title(first(found, *names["title"])),
        url=url,
        authors=_people(found, names["people"]),
        published=_when(found, *names["published"]),
        updated=_when(found, *names["updated"]),
        summary=body(summary),
        content=body(content) if content is not summary else None,
        tags=_tags(found),
        enclosures=_enclosures(found),
        language=element.language or line(first_text(found, *names["language"])) or None,
    )


def head(channel: Element) -> dict[str, Any]:
    """The facts of a feed that stand outside its items, by the names of `Feed`'s fields."""
    found = fields(channel)
    links = [*found.get("atom:link", ()), *found.get("link", ())]
    image = first(found, "image")
    described = first(found, "description", "subtitle", "itunes:summary")
    return {
        "title": title(first(found, "title", "dc:title", "itunes:title")),
        "link": _link(found) or atom.alternate(found),
        "description": plain(described.text) or None if described else None,
        "language": line(first_text(found, "language", "dc:language")) or channel.language,
        "authors": _people(found, _SOUGHT.among(found)["people"]),
        "icon": address(first_text(fields(image), "url"), channel.base) if image else None,
        "address": atom.by_relation(links, "self"),
        "next": atom.by_relation(links, "next"),
        "hub": atom.by_relation(links, "hub"),
        "every": _interval(found),
        "updated": _when(found, "lastbuilddate", "pubdate", "dc:date", "updated"),
    }


def _link(found: Fields) -> str | None:
    """The text of the first link that has any and is none of Atom's."""
    for link in found.get("link", ()):
        if text := link.text or link.attributes.get("rdf:resource", ""):
            return address(text, link.base)
    return None


def _page(found: Fields, element: Element, guid: Element | None) -> str | None:
    """Where an item can be read: its link, else a guid that is an address, else what it is about."""
    made = _link(found) or atom.alternate(found)
    if made:
        return made
    if guid and guid.attributes.get("ispermalink", "true").strip().lower() != "false" and "//" in guid.text[:12]:
        return address(guid.text, guid.base)
    about = element.attributes.get("rdf:about") or first_text(found, "dc:identifier", "comments")
    return address(about, element.base) if "//" in about[:12] else None


def _identity(found: Fields, element: Element, guid: Element | None) -> str:
    if guid:
        return guid.text
    return element.attributes.get("rdf:about", "") or first_text(found, "id", "dc:identifier")


def _people(found: Fields, there: Iterable[str]) -> tuple[str, ...]:
    names: list[str] = []
    for name in there:
        for person in found[name]:
            inner = fields(person)
            names.append(plain(person.text or first_text(inner, "name", "email")))
        if any(names):
            break
    return tuple(dict.fromkeys(filter(None, names)))[:MOST_OF_A_KIND]


def _tags(found: Fields) -> tuple[str, ...]:
    return atom.tags(found)


def _enclosures(found: Fields) -> tuple[Enclosure, ...]:
    if found.keys().isdisjoint(_FILES):
        return atom.enclosures(found.get("link", ()))
    files = [*found.get("enclosure", ()), *found.get("media:content", ())]
    for group in found.get("media:group", ()):
        files += fields(group).get("media:content", [])
    made = [
        atom.enclosed(
            each.attributes.get("url"),
            each.attributes.get("type"),
            each.attributes.get("length") or each.attributes.get("filesize"),
            each.base,
        )
        for each in files[:MOST_OF_A_KIND]
    ]
    return tuple(dict.fromkeys([*filter(None, made), *atom.enclosures(found.get("link", ()))]))[:MOST_OF_A_KIND]


def _when(found: Fields, *names: str) -> datetime | None:
    for name in names:
        for element in found.get(name, ()):
            if when := moment(element.text):
                return when
    return None


def _interval(found: Fields) -> int | None:
    """Minutes between two visits: `ttl`, or what the syndication module says; a month at most."""
    ttl = first_text(found, "ttl")
    if ttl.isascii() and ttl.isdigit() and len(ttl) < 8 and int(ttl):
        return min(int(ttl), 43200)
    period = _PERIODS.get(first_text(found, "sy:updateperiod").lower())
    often = first_text(found, "sy:updatefrequency")
    if period is None:
        return None
    return max(
        1, min(period // max(1, int(often) if often.isascii() and often.isdigit() and len(often) < 6 else 1), 43200)
    )
