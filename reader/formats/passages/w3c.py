"""Passages as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), and the clippings that such files hold.

Kinds are style classes; what the model has no word for (our anchor) stands under a name of our own, which a second
context declares, so that the file stays JSON-LD.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from reader.formats.passages.sheets import Sheet
from reader.formats.values import listed, mapping, text_of, time_from, time_json
from reader.model import Article, Passage
from reader.text.parts import parts

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OWN = {"anchor": "urn:newsreader:anchor"}
_AROUND = 32  # characters of prefix and suffix, as other clients write them
_MOST = 100_000  # annotations of a list


def collection(sheets: Iterable[Sheet]) -> str:
    """All passages as an annotation collection with one page."""
    items = [_annotation(sheet, passage) for sheet in sheets for passage in sheet.passages]
    page = {"id": "urn:newsreader:passages:page", "type": "AnnotationPage", "partOf": "urn:newsreader:passages"}
    made = {
        "@context": [CONTEXT, _OWN],
        "id": "urn:newsreader:passages",
        "type": "AnnotationCollection",
        "label": "Passages",
        "total": len(items),
        "first": page | {"startIndex": 0, "items": items},
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _annotation(sheet: Sheet, passage: Passage) -> dict[str, object]:
    bodies = [_body(passage.note, "commenting")] if passage.note else []
    bodies += [_body(tag, "tagging") for tag in passage.tags]
    address = sheet.entry.url or ""
    known = address.startswith(("https://", "http://"))
    source: dict[str, object] = {"id": address if known else f"urn:newsreader:article:{sheet.key}", "type": "Text"}
    source["dcterms:title"] = sheet.entry.title
    made: dict[str, object] = {
        "id": iri(passage.id),
        "type": "Annotation",
        "motivation": "commenting" if passage.note else "highlighting",
        "target": {
            "type": "SpecificResource",
            "source": source,
            "styleClass": passage.kind,
            "selector": _selector(passage, sheet.article),
        },
    }
    if passage.created:
        made["created"] = time_json(passage.created)
    if bodies:
        made["body"] = bodies
    if passage.anchor:
        made["anchor"] = passage.anchor
    return made


def _body(text: str, purpose: str) -> dict[str, object]:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _selector(passage: Passage, article: Article | None) -> dict[str, object]:
    """The quote with what stands around it, where the article is known and the passage stands in it."""
    made: dict[str, object] = {"type": "TextQuoteSelector", "exact": passage.quote}
    if article is None or not passage.places or passage.state == "reworded":
        return made
    named = parts(article)
    keys = set(named.keys)
    if any((place.part, place.index) not in keys for place in passage.places):
        return made
    text = "\n".join(named.paragraphs)
    starts = [sum(len(part) + 1 for part in named.paragraphs[:number]) for number in range(len(named.paragraphs))]
    first, last = named.ends(passage.places)
    start, end = starts[first[0]] + first[1], starts[last[0]] + last[1]
    return made | {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}


def iri(passage_id: str) -> str:
    """A passage's id as an IRI: a UUID where it is as long as one."""
    if len(passage_id) == 32 and all(sign in "0123456789abcdef" for sign in passage_id):
        cuts = (passage_id[:8], passage_id[8:12], passage_id[12:16], passage_id[16:20], passage_id[20:])
        return f"urn:uuid:{'-'.join(cuts)}"
    return f"urn:newsreader:passage:{quote(passage_id, safe='')}"


def told(value: object) -> Iterator[dict[str, object]]:
    """Every annotation in a JSON value: one, a list, a page, a collection, or the rows of an annotation service."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += [inner for inner in item[:_MOST][::-1] if isinstance(inner, dict)]
            continue
        found = mapping(item)
        if "target" in found:
            yield found
            continue
        for name in ("annotations", "rows", "first", "items"):
            inner = found.get(name)
            if isinstance(inner, list) or (name == "first" and isinstance(inner, dict)):
                waiting.append(inner)


def fields(annotation: dict[str, object]) -> dict[str, object] | None:
    """What a clipping takes from an annotation; None where it marks no words."""
    target = annotation.get("target")
    target = mapping(target[0] if isinstance(target, list) and target else target)
    selector = next((it for it in _selectors(target.get("selector")) if text_of(it.get("exact"))), None)
    if selector is None:
        return None
    source = target.get("source")
    bodies = [mapping(it) for it in _list(annotation.get("body"))]
    tags = [text_of(it.get("value")) for it in bodies if it.get("purpose") == "tagging"]
    note = [text_of(it.get("value")) for it in bodies if it.get("purpose") != "tagging"]
    note += [text_of(it) for it in (annotation.get("text"), annotation.get("bodyValue"), annotation.get("body"))]
    style = target.get("styleClass")
    return {
        "id": text_of(annotation.get("id")),
        "quote": text_of(selector.get("exact")),
        "prefix": text_of(selector.get("prefix")) or "",
        "suffix": text_of(selector.get("suffix")) or "",
        "address": text_of(source) or text_of(mapping(source).get("id")) or text_of(annotation.get("uri")),
        "title": text_of(mapping(source).get("dcterms:title")),
        "note": "\n\n".join(filter(None, note)),
        "tags": (*filter(None, tags), *listed(annotation.get("tags"), text_of)),
        "kind": style if isinstance(style, str) else None,
        "created": time_from(annotation.get("created")),
        "anchor": text_of(annotation.get("anchor")) or "",
    }


def _selectors(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Selectors and those that refine them, a few deep."""
    for item in map(mapping, _list(value)):
        yield item
        if depth < 4:
            yield from _selectors(item.get("refinedBy"), depth + 1)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]
