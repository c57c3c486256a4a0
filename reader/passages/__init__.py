"""Passages that survive an edit: described once, found again where they now stand, or honestly gone.

An anchor is a passage's words, a sketch of what stands around it, and the places it could be mistaken for, as JSON
text. Nothing here may put a passage at a wrong place: where no place is good and unique enough, it is gone, and
whoever keeps it still has its quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.errors import UsageError
from reader.model import Article, Place, State
from reader.passages.anchor import Anchor
from reader.passages.describing import anchor_of
from reader.passages.edges import with_signs
from reader.passages.likeness import occurrences
from reader.passages.marks import codes_of, sketch, words_of
from reader.passages.wording import Wording, wording
from reader.text.parts import Parts, Spot, parts

__all__ = ["Standing", "alike", "carry", "describe", "describe_quote", "find", "find_all", "places_of", "quote"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a passage stands in an article; `places` is empty when it is gone."""

    state: State
    places: tuple[Place, ...] = ()


def describe(article: Article, places: Sequence[Place]) -> str:
    """The anchor of a passage as JSON text, from the first of its places to the end of the last.

    Raises:
        UsageError: a place is not in the article, or nothing stands between them.
    """
    named, text = _read(article)
    return _described(named, text, places)


def quote(article: Article, places: Sequence[Place]) -> str:
    """The words of a passage as they stand; a new block begins a new line. Raises UsageError as `describe` does."""
    named, text = _read(article)
    start, end = _marked(named, text, places)
    return text.text[text.flat(start) : text.flat(end)]


def describe_quote(words: str, prefix: str = "", suffix: str = "") -> str:
    """An anchor for words that another program marked, of which only the characters around them are known."""
    around = sketch(codes_of(prefix)), sketch(codes_of(suffix))
    return Anchor(words, left=around[0], right=around[1]).as_json()


def find(article: Article, anchor: str) -> Standing:
    """Where a passage stands in an article; gone if it is lost, or the text is no anchor."""
    return find_all(article, (anchor,))[0]


def find_all(article: Article, anchors: Iterable[str]) -> tuple[Standing, ...]:
    """Where each of these passages stands; many cost little more than one, as the text is indexed once."""
    from reader.passages.standing import look_for

    named, text = _read(article)
    return tuple(Standing(*look_for(anchor, named, text)) for anchor in anchors)


def carry(old: Article, new: Article, passages: Iterable[Sequence[Place]]) -> tuple[Standing, ...]:
    """Where passages of one version stand in the next: by their anchors, and by what the two versions have in common.

    Raises:
        UsageError: a place is not in the old version.
    """
    from reader.passages.standing import look_for

    (before, known), (named, text) = _read(old), _read(new)
    return tuple(Standing(*look_for(_described(before, known, places), named, text, known)) for places in passages)


def _read(article: Article) -> tuple[Parts, Wording]:
    named = parts(article)
    return named, wording(named.paragraphs)


def _marked(named: Parts, text: Wording, places: Sequence[Place]) -> tuple[Spot, Spot]:
    start, end = named.ends(places)
    if text.flat(start) >= text.flat(end):
        raise UsageError("Nothing is selected.", "Select at least one character.")
    return start, end


def _described(named: Parts, text: Wording, places: Sequence[Place]) -> str:
    start, end = _marked(named, text, places)
    return anchor_of(text, start, end, named.keys[start[0]][0]).as_json()


def places_of(article: Article, words: str) -> tuple[tuple[Place, ...], ...]:
    """Every place where these words stand in an article, whatever its quotes, dashes, spaces and paragraph breaks; with the
    signs before the first and behind the last of them as far as these stand there too.

    Where they do not stand as whole words, every place where these very characters do.
    """
    named, text = _read(article)
    wanted = words_of(words)
    if not wanted:
        return ()
    stands = occurrences(text, wanted, codes_of(words))
    found = [with_signs(words, text.text, text.begin(at), text.end(at + len(wanted) - 1)) for at in stands]
    found = found or [match.span() for match in re.finditer(re.escape(words), text.text)]
    return tuple(named.places(text.spot(low), text.spot(high, end=True)) for low, high in found)


def alike(one: str, other: str) -> bool:
    """Whether two quotes have the same words."""
    return words_of(one) == words_of(other)


def within(article: Article, places: Sequence[Place], words: str) -> bool:
    """Whether these words stand in an article around a passage, or are it."""
    named, text = _read(article)
    start, end = _marked(named, text, places)
    first, last = text.covering(text.flat(start), text.flat(end))
    wanted = words_of(words)
    return any(at <= first and last <= at + len(wanted) for at in occurrences(text, wanted, codes_of(words)))
