"""Passages: marked in an article, and moved along when the article comes again."""

from __future__ import annotations

from collections.abc import Sequence

from reader import passages
from reader.library import Library
from reader.model import Article, Passage, PassageKind, Place
from reader.passages import Standing


def mark(
    library: Library,
    entry_id: int,
    article: Article,
    places: Sequence[Place],
    note: str = "",
    kind: PassageKind = "yellow",
) -> Passage:
    """Mark what stands at these places of an entry's article, the way the person saw it; undo takes it away.

    Raises:
        UsageError: nothing stands there.
        LibraryError: there is no such entry.
    """
    anchor, quote = passages.describe(article, places), passages.quote(article, places)
    version = library.shelf.entry(entry_id).versions
    current = library.shelf.article(entry_id, version)
    if _words(current) == _words(article):
        return library.margins.add(entry_id, quote, tuple(places), anchor, note, kind=kind)
    standing = passages.find(current, anchor)  # the article came anew while it was read
    with library.db.writing():
        made = library.margins.add(entry_id, quote, standing.places, anchor, note, kind=kind)
        library.margins.move(made.id, standing.places, standing.state, version)
    return library.margins.passage(made.id)


def follow(library: Library, entry_id: int) -> tuple[Passage, ...]:
    """Move an entry's passages along to its newest version, all or none; those that needed it, as they now are.

    A passage that is gone keeps the number of the version where it last stood, and is looked for again in each that
    comes: publishers restore what they cut.
    """
    version = library.shelf.entry(entry_id).versions
    behind = [it for it in library.margins.of(entry_id) if it.version < version]
    if not behind:
        return ()
    standings = _standings(behind, library.shelf.article(entry_id, version))
    with library.db.writing():
        for passage, standing in zip(behind, standings, strict=True):
            reached = passage.version if standing.state == "gone" else version
            library.margins.move(passage.id, standing.places, standing.state, reached)
    moved = {passage.id for passage in behind}
    return tuple(it for it in library.margins.of(entry_id) if it.id in moved)


def _standings(behind: Sequence[Passage], article: Article) -> tuple[Standing, ...]:
    return passages.find_all(article, [passage.anchor for passage in behind])


def _words(article: Article) -> tuple[object, ...]:
    return article.title, article.standfirst, article.blocks
