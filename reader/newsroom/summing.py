"""Summaries of an entry, made once and kept until the article changes; never on the way to first paint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from time import sleep

from reader.errors import LibraryError
from reader.library import Library
from reader.model import Article, Figure, Glance, Name, Outcome, Said, Summary

MOST = 7
"""More sentences than this are no summary."""

NEWS = ("new", "changed")
_GLANCED = 20
"""Pages of a batch whose sidebar is made whole at once: these are opened soon, and of thousands it would take minutes."""
_AHEAD = 500
"""Entries that are summed up ahead at a time; of more nobody reads the rows soon."""
_WORDS = 60
"""Of a shorter text the row shows nearly all anyway."""
_BREATH = 0.004
"""Seconds that others may compute after each: one summary of 600 words takes as long."""


def of_article(article: Article, points: int) -> tuple[Summary, ...]:
    """The summaries of an article that is not in the library."""
    from reader.summaries import summaries

    return summaries(article, min(max(points, 1), MOST))


def of_entry(library: Library, entry_id: int, points: int) -> tuple[Summary, ...]:
    """The summaries of an entry: those that are kept, else made now and kept. Raises LibraryError."""
    key = str(min(max(points, 1), MOST))
    kept = library.shelf.summary(entry_id, key)
    if kept is None:
        kept = of_article(library.shelf.article(entry_id), points)
        library.shelf.keep_summary(entry_id, kept, key)
    return kept


def along(library: Library, came: Iterable[Outcome], points: int) -> Iterator[Outcome]:
    """The outcomes as they come, each single page summed up before it is told; the first of them with their glance."""
    for nth, outcome in enumerate(came):
        if outcome.came in NEWS and len(outcome.entries) == 1:
            of_entry(library, outcome.entries[0], points)
            if nth < _GLANCED:
                glance_of(library, outcome.entries[0])
        yield outcome


def ahead(library: Library, outcomes: Iterable[Outcome], points: int) -> int:
    """Sum up what has just come, the last first, so that the list shows first points and opening one is a single paint; how
    many. For a thread in the background."""
    came = dict.fromkeys(number for it in outcomes if it.came in NEWS for number in it.entries)
    made = 0
    for entry_id in islice(reversed(came), _AHEAD):
        try:
            if library.shelf.summary(entry_id, str(points)) is None and library.shelf.entry(entry_id).words >= _WORDS:
                of_entry(library, entry_id, points)
                made += 1
                sleep(_BREATH)
        except LibraryError:  # deleted meanwhile
            continue
    return made


def glance_of(library: Library, entry_id: int) -> Glance:
    """What an entry holds for a glance: that which is kept, else made now and kept. Raises LibraryError."""
    kept = library.shelf.glance(entry_id)
    if kept is None:
        kept = glance(library.shelf.article(entry_id))
        library.shelf.keep_glance(entry_id, kept)
    return kept


def glance(article: Article) -> Glance:
    """What an article that is not in the library holds for a glance."""
    from reader import summaries

    return summaries.glance(article)


def lists(article: Article) -> tuple[tuple[Said, ...], tuple[Figure, ...], tuple[Name, ...]]:
    """Everything that a glance is made from: all quotations, figures and names with all their places."""
    from reader.summaries import figures, names, speakers

    return speakers(article), figures(article), names(article)
