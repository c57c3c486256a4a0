"""Passages that survive an edit: described once, found again where they now stand, or honestly gone.

An anchor is a passage's words, a sketch of what stands around it, and the places it could be mistaken for, as JSON
text. Nothing here may put a passage at a wrong place: where no place is good and unique enough, it is gone, and
whoever keeps it still has its quote.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.errors import UsageError
from reader.model import Article, Place, State
from reader.passages.describing import anchor_of
from reader.passages.parts import Parts, parts
from reader.passages.wording import Spot, Wording, wording

__all__ = ["Standing", "describe", "find", "find_all", "quote"]


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
    named, text, start, end = _marked(article, places)
    return anchor_of(text, start, end, named.keys[start[0]][0]).as_json()


def quote(article: Article, places: Sequence[Place]) -> str:
    """The words of a passage as they stand; a new block begins a new line. Raises UsageError as `describe` does."""
    _, text, start, end = _marked(article, places)
    return text.text[text.flat(start) : text.flat(end)]


def find(article: Article, anchor: str) -> Standing:
    """Where a passage stands in an article; gone if it is lost, or the text is no anchor."""
    return find_all(article, (anchor,))[0]


def find_all(article: Article, anchors: Iterable[str]) -> tuple[Standing, ...]:
    """Where each of these passages stands; many cost little more than one, as the text is indexed once."""
    from reader.passages.standing import look_for

    named = parts(article)
    text = Wording(named.paragraphs)
    return tuple(Standing(*look_for(anchor, named, text)) for anchor in anchors)


def _marked(article: Article, places: Sequence[Place]) -> tuple[Parts, Wording, Spot, Spot]:
    named = parts(article)
    start, end = named.ends(places)
    text = wording(named.paragraphs)
    if text.flat(start) >= text.flat(end):
        raise UsageError("Nothing is selected.", "Select at least one character.")
    return named, text, start, end
