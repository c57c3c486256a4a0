"""Summaries of an entry, made once and kept until the article changes; never on the way to first paint."""

from __future__ import annotations

from reader.library import Library
from reader.model import Article, Figure, Glance, Name, Said, Summary

MOST = 7
"""More sentences than this are no summary."""


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
