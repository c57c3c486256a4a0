"""Atom 0.3 and 1.0 (RFC 4287): what an entry and the feed around it say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from reader.feeds.dates import moment
from reader.feeds.feed import MOST_OF_A_KIND
from reader.feeds.namespaces import Fields, Sought, fields, first, first_text
from reader.feeds.wording import address, body, line, plain, title
from reader.model import Enclosure, Item
from reader.text.xml import Element

_PAGES = ("alternate", "self", "related", "via")
"""Relations of links that lead to a page, the best first."""


_SOUGHT = Sought(
    title="title dc:title media:title",
    summary="summary description media:description",
    content="content content:encoded body xhtml:body xhtml:div",
    published="published issued created pubdate dc:date dcterms:issued",
    updated="updated modified dcterms:modified",
)


def entry(element: Element) -> Item:
    """An entry of a feed."""
    found = fields(element)
    names = _SOUGHT.among(found)
    source = found.get("source")
    inherited = people(fields(source[0])) if source else ()
    url = alternate(found) or address(first_text(found, "link")) or _content_address(found)
    return Item(
        id=line(first_text(found, "id", "guid")) or url or "",
        title=title(first(found, *names["title"]), "text"),
        url=url,
        authors=people(found) or inherited,
        published=_when(found, *names["published"]),
        updated=_when(found, *names["updated"]),
        summary=body(first(found, *names["summary"]), "text") or _in_group(found),
        content=body(first(found, *names["content"]), "text"),
        tags=tags(found),
        enclosures=enclosures(found.get("link", ())),
        language=element.language,
    )


def head(element: Element) -> dict[str, Any]:
    """The facts of a feed that stand outside its entries, by the names of `Feed`'s fields."""
    found = fields(element)
    links = found.get("link", [])
    return {
        "title": title(first(found, "title", "dc:title"), "text"),
        "link": alternate(found) or address(first_text(found, "link")),
        "description": plain(first_text(found, "subtitle", "tagline", "description")) or None,
        "language": element.language or first_text(found, "language", "dc:language") or None,
        "authors": people(found),
        "icon": address(first_text(found, "icon", "logo"), element.base),
        "address": by_relation(links, "self"),
        "next": by_relation(links, "next"),
        "hub": by_relation(links, "hub"),
        "updated": _when(found, "updated", "modified"),
    }


def relation(link: Element) -> str:
    """What a link is for; "alternate" where it does not say (RFC 4287, 4.2.7.2)."""
    said = link.attributes.get("rel", "alternate").strip().lower()
    return said.rsplit("/", 1)[-1] if said.startswith("http") else said or "alternate"


def by_relation(links: Iterable[Element], wanted: str) -> str | None:
    """The address of the first link for that."""
    for link in links:
        if relation(link) == wanted and "href" in link.attributes:
            return address(link.attributes["href"], link.base)
    return None


def alternate(found: Fields) -> str | None:
    """The page that an entry or feed stands for: HTML before anything else, and any link before none."""
    links = [link for name in ("link", "atom:link") for link in found.get(name, ()) if "href" in link.attributes]
    ranked = [link for link in links if relation(link) in _PAGES]
    if not ranked:
        return None
    best = min(ranked, key=_rank)
    return address(best.attributes["href"] or best.base, best.base)


def _rank(link: Element) -> tuple[bool, int, bool]:
    """Small for the best link: one that says where, to the page itself, as HTML."""
    says = bool(link.attributes["href"].strip())
    return not says, _PAGES.index(relation(link)), "html" not in link.attributes.get("type", "html")


def _content_address(found: Fields) -> str | None:
    """Where the content stands when it is not in the feed (RFC 4287, 4.1.3.2)."""
    for content in found.get("content", ()):
        if "src" in content.attributes:
            return address(content.attributes["src"], content.base)
    return None


def people(found: Fields) -> tuple[str, ...]:
    """Names of authors, without a person's second mention; an address only where there is no name."""
    names = []
    for person in [*found.get("author", ()), *found.get("dc:creator", ()), *found.get("itunes:author", ())]:
        inner = fields(person)
        name = first_text(inner, "name") or person.text or first_text(inner, "email", "uri", "url")
        names.append(plain(name))
    return tuple(dict.fromkeys(filter(None, names)))[:MOST_OF_A_KIND]


def tags(found: Fields) -> tuple[str, ...]:
    """Categories by the label that people see, else by their term."""
    names = [
        plain(each.attributes.get("label") or each.attributes.get("term") or each.text)
        for each in [*found.get("category", ()), *found.get("dc:subject", ())][:MOST_OF_A_KIND]
    ]
    return tuple(dict.fromkeys(filter(None, names)))


def enclosures(links: Iterable[Element]) -> tuple[Enclosure, ...]:
    """Files that come with an entry, from links that say so."""
    made = [
        enclosed(link.attributes.get("href"), link.attributes.get("type"), link.attributes.get("length"), link.base)
        for link in links
        if relation(link) == "enclosure"
    ]
    return tuple(dict.fromkeys(filter(None, made)))[:MOST_OF_A_KIND]


def enclosed(where: str | None, kind: str | None, size: str | None, base: str) -> Enclosure | None:
    """A file by its address; a size that is none is left out."""
    found = address(where, base)
    if found is None:
        return None
    digits = (size or "").strip()
    return Enclosure(
        found,
        line(kind or "") or None,
        int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None,
    )


def _in_group(found: Fields) -> str | None:
    """What YouTube says of a video."""
    for group in found.get("media:group", ()):
        return body(first(fields(group), "media:description"), "text")
    return None


def _when(found: Fields, *names: str) -> datetime | None:
    for name in names:
        for element in found.get(name, ()):
            if when := moment(element.text):
                return when
    return None
