"""Coming back to passages: one for each day, the next article that has some, what was written in the margins."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from reader.errors import UsageError
from reader.library import Library
from reader.model import Found, Passage, View
from reader.search.passage_query import Wish
from reader.search.query import Phrase, Word, parse_query
from reader.text.clean import one_line
from reader.text.parts import rank

_MOST = 20
"""Entries that a search of the library adds for their margins."""
_SHORTEST = 3
"""Letters from which a word is looked for in the margins: a shorter one is in nearly all of them."""


def of_the_day(library: Library, day: date) -> Passage | None:
    """One passage of all, the same all day; passages that come or go hardly ever change whose day it is."""

    def lot(passage: Passage) -> bytes:
        return hashlib.blake2b(f"{day.isoformat()} {passage.id}".encode(), digest_size=8).digest()

    return min(library.margins.all(), key=lot, default=None)


def beyond(library: Library, entry_id: int, step: int) -> Passage | None:
    """The first passage of the next entry that has some (`step` 1), or the last of the one before (-1).

    Entries follow one another as in the list, newest first; past the last comes nothing. The entry itself need have none.
    """
    view, shelf = View(state="marked"), library.shelf
    newer = shelf.newer(view, entry_id)
    at = newer - 1 if step < 0 else newer + (shelf.rank(view, entry_id) is not None)
    rows = shelf.window(view, at, 1) if at >= 0 else ()
    if not rows:
        return None
    placed = sorted(library.margins.of(rows[0].id), key=lambda it: rank(it.places[0] if it.places else None))
    return None if not placed else placed[0 if step > 0 else -1]


def in_margins(library: Library, text: str, known: set[int]) -> Iterator[Found]:
    """Entries whose passages or notes hold every word of a query and carry its tags, without those known already."""
    wishes = _plainly(text)
    if not wishes:
        return
    said = set(known)
    for passage in library.margins.holding(wishes):
        if passage.entry_id not in said and len(said) - len(known) < _MOST:
            said.add(passage.entry_id)
            yield Found(library.shelf.entry(passage.entry_id), *_snippet(passage, wishes), passage)


def _plainly(text: str) -> tuple[Wish, ...]:
    """What a query asks for that is nothing but words and tags; else, and of one that is not whole yet, nothing."""
    from reader.library.wording import folded

    try:
        terms = parse_query(text, date(2000, 1, 1)).root.terms
    except UsageError:  # a phrase that is still being typed: the index takes it, and says what it does not take
        return ()
    found = tuple(
        Wish("any" if it.field == "any" else "tag", folded(it.text))
        for it in terms
        if isinstance(it, Word | Phrase) and it.field in ("any", "tag")
    )
    fits = len(found) == len(terms) and all(it.field == "tag" or len(it.text) >= _SHORTEST for it in found)
    return found if fits else ()


def _snippet(passage: Passage, wishes: tuple[Wish, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The tags that were asked for, then the note, or where it does not hold the words the quote, with the hits in it."""
    from reader.library.wording import folded

    note, quote = one_line(passage.note), one_line(passage.quote)
    words = [it.text for it in wishes if it.field == "any"]
    asked = tuple(it.text for it in wishes if it.field == "tag")
    tags = "".join(f"#{tag} " for tag in passage.tags if folded(tag).startswith(asked)) if asked else ""
    text = f"¶ {tags}{note if any(it in folded(note) for it in words) else quote}"[:300]
    plain = text.casefold()
    if len(plain) != len(text):
        return text, ()
    spans = list[tuple[int, int]]()
    for start, end in sorted((at, at + len(it)) for it in (*words, *asked) for at in [plain.find(it)] if at >= 0):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return text, tuple(spans)
