"""Summaries of an entry, made once and kept until the article changes; never on the way to first paint."""

from __future__ import annotations

from reader.library import Library
from reader.model import Article, Summary

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
