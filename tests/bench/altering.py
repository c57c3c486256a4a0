"""Pages made of the benchmark's for the scorer to learn from: with less around the article, with an article many times as long.

Most signals are counts and shares of a page, and what the benchmark has is much of one size. A scorer that had seen nothing else
kept 109 of 300 paragraphs between a menu and a footer, and 321 of 1,000: no book, no long report.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import NamedTuple

from reader.parser.pieces import Outline

_BODY = 0.5
"""Share of a piece's words from which it is the article's."""
_LEAST_AROUND = 6
"""Pieces before or after an article of which some can go."""
_LONGER_OF_TEN = 3.5
"""Pages of ten that are made longer: they have most pieces of all."""
_TIMES = (2, 4, 8, 16, 32)
_MOST_ADDED = 1200
_GROWING = frozenset(("p", "div", "li"))
"""Elements that stand one behind the other."""
_SENTENCE_ENDS = (".", "!", "?", '"', "”")
_BRIEF = (2, 12)
"""Words of a line of dialogue."""


class Part(NamedTuple):
    """A piece of the page as it was; with a text, a new paragraph beside it that has its elements."""

    place: int
    text: str | None = None


def rebuilt(out: Outline, parts: list[Part]) -> Outline:
    """The page of these parts; elements that hold none are gone, pictures too."""
    made = Outline()
    known = {-1: -1}

    def element(old: int, parent: int) -> int:
        made.tags.append(out.tags[old])
        made.depths.append(out.depths[old])
        made.names.append(out.names[old])
        made.attributes.append(out.attributes[old])
        made.parents.append(parent)
        made.first.append(len(made.pieces))
        made.last.append(len(made.pieces))
        return len(made.tags) - 1

    def around(old: int) -> int:
        if old not in known:
            known[old] = element(old, around(out.parents[old]))
        return known[old]

    for index, text in parts:
        piece = out.pieces[index]
        if text is None:
            node = around(piece.node)
            made.pieces.append(replace(piece, node=node))
        else:
            node = element(piece.node, around(out.parents[piece.node]))
            made.pieces.append(replace(piece, text=text, raw=text, node=node, linked=0, links=0, bold=0, marks=[]))
        made.words.append(made.pieces[-1].text.split())
        while node >= 0:
            made.last[node] = len(made.pieces)
            node = made.parents[node]
    return made


def less(labels: list[float], chance: Random) -> list[Part]:
    """The page with a stretch of what stands before its article gone, and of what stands after it; empty where nothing is."""
    body = [index for index, label in enumerate(labels) if label >= _BODY]
    if not body:
        return []
    first, last = body[0], body[-1] + 1
    before, after = _some(range(first), chance), _some(range(last, len(labels)), chance)
    kept = [*before, *range(first, last), *after]
    return [Part(index) for index in kept] if len(kept) < len(labels) else []


def _some(places: range, chance: Random) -> list[int]:
    """All but a stretch at the beginning, at the end, or anywhere."""
    count = len(places)
    if count < _LEAST_AROUND:
        return list(places)
    gone = count - int(count * chance.uniform(0.15, 0.7))
    start = chance.choice((0, count - gone, chance.randrange(count - gone + 1)))
    return [*places[:start], *places[start + gone :]]


def growing(out: Outline) -> list[list[str]]:
    """The words of pieces behind which another can stand."""
    return [
        words if out.tags[piece.node] in _GROWING else [] for piece, words in zip(out.pieces, out.words, strict=True)
    ]


def longer(words: list[list[str]], labels: list[float], chance: Random) -> list[Part]:
    """The page with new paragraphs behind each of its article's, of its own words as they fall; empty for most pages. `words` are
    those of each piece, none where nothing can stand behind it."""
    body = [index for index, label in enumerate(labels) if label >= _BODY]
    grown = [index for index in body if len(words[index]) > 2]
    if len(grown) < 2 or chance.uniform(0, 10) > _LONGER_OF_TEN:
        return []
    said = [word for index in body for word in words[index]]
    sizes = [len(words[index]) for index in grown]
    times, brief = min(chance.choice(_TIMES), max(1, _MOST_ADDED // len(grown))), chance.choice((0.0, 0.5))
    parts: list[Part] = []
    able = frozenset(grown)
    for index in range(len(labels)):
        parts.append(Part(index))
        for _ in range(times if index in able else 0):
            size = chance.randint(*_BRIEF) if chance.random() < brief else chance.choice(sizes)
            parts.append(Part(index, _sentence(chance.choices(said, k=size))))
    return parts


def _sentence(words: list[str]) -> str:
    text = " ".join(words)
    text = text[:1].upper() + text[1:]
    return text if text.endswith(_SENTENCE_ENDS) else f"{text.rstrip(',;:')}."
