"""What an article holds for a glance, cut to what a sidebar can show: the most telling figures, the names named most."""

from __future__ import annotations

from dataclasses import replace
from math import log

from reader.model import Article, Figure, FigureKind, Glance
from reader.summaries.figures import figures
from reader.summaries.names import names
from reader.summaries.people import People
from reader.summaries.speakers import speakers

_SAID, _FIGURES, _NAMES = 40, 24, 12
"""Rows that are kept of each; nobody scrolls further in a sidebar, and what is kept is read whenever an article is opened."""
_TELLS: dict[FigureKind, float] = {"money": 3, "percent": 3, "date": 2, "number": 2, "time": 1}
_PLAIN = 1.5
"""Taken off for a bare number and for a year: neither says what it counts."""


def glance(article: Article) -> Glance:
    """The quotations in order, the figures with the most telling first, people and places with the most named first."""
    people = People(article)
    every = sorted(figures(article), key=lambda it: (-_worth(it, len(article.blocks)), it.places[0]))
    named = [it for it in names(article, people) if it.kind != "other"]
    return Glance(
        speakers(article, people)[:_SAID],
        tuple(replace(it, places=it.places[:1]) for it in every[:_FIGURES]),
        tuple(replace(it, places=it.places[:1]) for it in named[:_NAMES]),
    )


def _worth(figure: Figure, blocks: int) -> float:
    """How much a figure tells: by its kind, more if it is repeated, a little more if it stands early."""
    bare = figure.text.strip("s").isdecimal()
    early = 1 - figure.places[0].index / max(1, blocks)
    return _TELLS[figure.kind] - _PLAIN * bare + log(len(figure.places)) + early
