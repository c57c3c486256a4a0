"""Passages given other borders: extended or shrunk, joined, split. Each is one act that undo takes back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader import passages
from reader.errors import UsageError
from reader.library import Library
from reader.model import Article, Passage, Place
from reader.text.parts import Parts, Spot, parts


def reshape(library: Library, passage_id: str, article: Article, places: Sequence[Place]) -> Passage:
    """Let a passage begin and end elsewhere; from then on it is found by its new words. Raises UsageError."""
    library.margins.rearrange("Changed the extent of", passage_id, _described(library, passage_id, article, places))
    return library.margins.passage(passage_id)


def join(library: Library, ids: Sequence[str], article: Article) -> Passage:
    """One passage from the beginning of the first to the end of the last; the first keeps its id and its color.

    Notes follow one another, tags are those of all. What stands between them is taken along.

    Raises:
        UsageError: there are fewer than two, or one is no longer in the article.
    """
    found = [library.margins.passage(it) for it in dict.fromkeys(ids)]
    if len(found) < 2 or not all(it.places for it in found):
        raise UsageError("Only passages that stand in the article can be joined.", "Two of them are needed.")
    named = parts(article)
    found.sort(key=lambda it: named.ends(it.places)[0])
    start, end = named.ends([place for it in found for place in it.places])
    first = found[0]
    fields = _described(library, first.id, article, named.places(start, end))
    fields |= {
        "note": "\n\n".join(dict.fromkeys(it.note for it in found if it.note)),
        "tags": tuple(dict.fromkeys(tag for it in found for tag in it.tags)),
    }
    library.margins.rearrange("Joined", first.id, fields, gone=[it.id for it in found[1:]])
    return library.margins.passage(first.id)


def split(library: Library, passage_id: str, article: Article, at: Place) -> tuple[Passage, Passage]:
    """Two passages of one; the first keeps id and note, both keep color and tags.

    Raises:
        UsageError: the place is not within the passage, or nothing would be left on one side.
    """
    passage = library.margins.passage(passage_id)
    named = parts(article)
    start, end = named.ends(passage.places)
    border, _ = named.ends([at])
    before = _trimmed(named, start, border)
    if not start < border < end or before <= start:
        raise UsageError("The passage cannot be split there.", "Put the cursor on a sentence further down in it.")
    first, second = named.places(start, before), named.places(border, end)
    fields = _described(library, passage_id, article, second)
    made = replace(passage, id=os.urandom(16).hex(), note="", **fields)
    library.margins.rearrange("Split", passage_id, _described(library, passage_id, article, first), made=[made])
    return library.margins.passage(passage_id), library.margins.passage(made.id)


def _described(library: Library, passage_id: str, article: Article, places: Sequence[Place]) -> dict[str, Any]:
    """What a passage is known by when it stands at these places of an article."""
    entry = library.shelf.entry(library.margins.passage(passage_id).entry_id)
    if library.shelf.article(entry.id) != article:
        raise UsageError("The article has come anew meanwhile.", "Open it again; its passages have moved along.")
    return {
        "places": tuple(places),
        "quote": passages.quote(article, places),
        "anchor": passages.describe(article, places),
        "state": "same",
        "version": entry.versions,
    }


def _trimmed(named: Parts, start: Spot, border: Spot) -> Spot:
    """The end of the words before a border: neither spaces nor an empty beginning of a paragraph."""
    number, offset = border
    while (number, offset) > start:
        text = named.paragraphs[number][:offset].rstrip()
        if text:
            return number, len(text)
        number, offset = number - 1, len(named.paragraphs[number - 1]) if number else 0
    return start
