"""Annotations against the Web Annotation model: every name is a term of its context, every required field is there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from reader.formats.passages import FORMATS, clippings, holds_clippings
from reader.model import Passage
from tests.formats.passages.test_passages import FIRST, LOST, SECOND, a_sheet

# What http://www.w3.org/ns/anno.jsonld declares, as far as passages need it (https://www.w3.org/TR/annotation-vocab/).
IDS = {"body", "target", "source", "selector", "items", "partOf", "first"}
VOCABULARY = {"motivation", "purpose"}
LITERALS = {
    *("format", "created", "value", "exact", "prefix", "suffix", "styleClass", "label", "total", "startIndex"),
}
TYPES = {
    *("Annotation", "AnnotationCollection", "AnnotationPage", "SpecificResource", "TextQuoteSelector", "TextualBody"),
    "Text",
}
MOTIVATIONS = {"commenting", "highlighting", "tagging"}
PREFIXES = {"dcterms", "dc", "oa", "rdf", "rdfs", "xsd", "as", "schema"}
# Which properties the model requires of each class (https://www.w3.org/TR/annotation-model/).
REQUIRED = {
    "Annotation": {"id", "type", "target"},
    "AnnotationCollection": {"id", "type", "total", "first"},
    "AnnotationPage": {"id", "type", "partOf", "items"},
    "SpecificResource": {"source"},
    "TextQuoteSelector": {"type", "exact"},
    "TextualBody": {"value"},
}
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value."""
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key != "@context":
                yield from nodes(inner)
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item)


def check(text: str) -> dict[str, Any]:
    """Fail where a JSON-LD processor would drop or misread something."""
    made: dict[str, Any] = json.loads(text)
    context, own = made["@context"]
    assert context == "http://www.w3.org/ns/anno.jsonld"
    assert all(IRI.fullmatch(iri) for iri in own.values())
    for node in nodes(made):
        for key, value in node.items():
            known = key in {"@context", "id", "type", *IDS, *VOCABULARY, *LITERALS, *own}
            assert known or key.split(":")[0] in PREFIXES, f"{key} would be dropped"
            if key in LITERALS | set(own):
                assert isinstance(value, str | int), f"{key} has to be a value"
            if key in VOCABULARY:
                assert value in MOTIVATIONS
        assert node.get("type", "Text") in TYPES
        assert REQUIRED.get(node.get("type", ""), set()) <= node.keys()
        if "id" in node:
            assert IRI.fullmatch(node["id"])
        if "created" in node:
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", node["created"])
    return made


AWKWARD = Passage("not a uuid", 7, 'line one\nline "two" \U0001f6a2', (), "", "=1+1\n\n<b>", ("a b", "ä"), kind="red")


@pytest.mark.parametrize("passages", [(), (FIRST,), (FIRST, SECOND, LOST), (AWKWARD,)], ids=len)
def test_an_export_is_what_the_model_says(passages: tuple[Passage, ...]) -> None:
    made = check(FORMATS["w3c"]([a_sheet(*passages)] if passages else []))
    assert made["total"] == len(made["first"]["items"]) == len(passages)


def test_what_is_awkward_comes_back_as_it_was() -> None:
    (back,) = clippings(FORMATS["w3c"]([a_sheet(AWKWARD)]))
    assert (back.quote, back.note, back.tags, back.kind) == (AWKWARD.quote, AWKWARD.note, AWKWARD.tags, "red")


@pytest.mark.parametrize(
    ("head", "is_it"),
    [
        (FORMATS["w3c"]([a_sheet()]), True),
        (FORMATS["json"]([a_sheet()]), True),
        (FORMATS["csv"]([a_sheet()]), True),
        ("Highlight,Title,URL,Note\nwords,Title,https://a.example,\n", True),
        ('{"rows": [{"uri": "https://a.example", "target": []}]}', True),
        ('{"article": {"title": "An Annotation"}}\n{"article": {}}\n', False),
        ('<?xml version="1.0"?><opml version="2.0"/>', False),
        ("https://a.example/feed\nhttps://b.example/feed\n", False),
        ("SQLite format 3\0", False),
        ("", False),
    ],
    ids=range(10),
)
def test_files_of_passages_are_told_by_how_they_begin(head: str, is_it: bool) -> None:
    assert holds_clippings(head[:16_384]) is is_it
