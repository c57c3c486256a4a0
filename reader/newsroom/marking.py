"""Passages: marked in an article, moved along when it comes again, taken away as files and brought in from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader import passages
from reader.errors import LibraryError, UsageError
from reader.library import Library
from reader.model import Article, Passage, PassageKind, Place
from reader.passages import Standing
from reader.text.clean import clean

if TYPE_CHECKING:
    from reader.library.journal import Scribe


def mark(
    library: Library,
    entry_id: int,
    article: Article,
    places: Sequence[Place],
    note: str = "",
    kind: PassageKind = "yellow",
    tags: Sequence[str] = (),
    seen: int | None = None,
) -> Passage:
    """Mark what stands at these places of an entry's article, the way the person saw it; undo takes it away.

    `seen` is the number of the version that it is, where that may be an older one.

    Raises:
        UsageError: nothing stands there.
        LibraryError: there is no such entry.
    """
    anchor, quote, note = passages.describe(article, places), passages.quote(article, places), clean(note)
    version = library.shelf.entry(entry_id).versions
    current = library.shelf.article(entry_id, version)
    if _words(current) == _words(article):
        return library.margins.add(entry_id, quote, tuple(places), anchor, note, kind=kind, tags=tags)
    standing = passages.carry(article, current, [places])[0]  # the article came anew while it was read
    with library.db.writing():
        made = library.margins.add(entry_id, quote, standing.places, anchor, note, kind=kind, tags=tags)
        reached = version if standing.state != "gone" else seen or max(1, version - 1)
        library.margins.move(made.id, standing.places, standing.state, reached)
    return library.margins.passage(made.id)


def mark_quote(library: Library, entry_id: int, quote: str, note: str = "") -> Passage:
    """Mark the words of an entry's article that a person gives; words that are marked already are not marked again.

    Raises:
        UsageError: they do not stand there, or more than once, or have another note already.
        LibraryError: there is no such entry.
    """
    article = library.shelf.article(entry_id)
    found = passages.places_of(article, quote)
    if len(found) != 1:
        happened = (
            "These words do not stand in the article." if not found else "These words stand there more than once."
        )
        raise UsageError(happened, "Give them as they stand, with as many around them as make them the only ones.")
    known = next((it for it in library.margins.of(entry_id) if it.places == found[0]), None)
    if known is not None and known.note and note not in ("", known.note):
        raise UsageError(
            "These words are marked already, with another note.", "Change that on the screen: a on its line."
        )
    if known is not None:
        return library.margins.change(known.id, note=note) if note and not known.note else known
    return mark(library, entry_id, article, found[0], note)


def follow(library: Library, entry_id: int, scribe: Scribe | None = None) -> tuple[Passage, ...]:
    """Move an entry's passages along to its newest version, all or none; those that needed it, as they now are. With
    the scribe of an act that is a part of it.

    A passage that is gone keeps the number of the version where it last stood, and is looked for again in each that
    comes: publishers restore what they cut.
    """
    version = library.shelf.entry(entry_id).versions
    behind = [it for it in library.margins.of(entry_id) if it.version < version]
    if not behind:
        return ()
    standings = _standings(library, entry_id, behind, library.shelf.article(entry_id, version))
    with library.db.writing():
        for passage, standing in zip(behind, standings, strict=True):
            reached = passage.version if standing.state == "gone" else version
            library.margins.move(passage.id, standing.places, standing.state, reached, scribe)
    moved = {passage.id for passage in behind}
    return tuple(it for it in library.margins.of(entry_id) if it.id in moved)


def _standings(library: Library, entry_id: int, behind: Sequence[Passage], article: Article) -> list[Standing]:
    """Carried from the version where each last stood; where that fails, found by the anchor made when it was marked."""
    by_anchor = passages.find_all(article, [passage.anchor for passage in behind])
    standings = dict(zip((passage.id for passage in behind), by_anchor, strict=True))
    for number in {passage.version for passage in behind}:
        standing = [passage for passage in behind if passage.version == number and passage.places]
        for passage, carried in zip(standing, _carried(library, entry_id, number, standing, article), strict=True):
            if carried is not None and (carried.state != "gone" or passage.state != "reworded"):
                standings[passage.id] = _as_first_marked(article, passage, carried, standings[passage.id])
    return [standings[passage.id] for passage in behind]


def _carried(
    library: Library, entry_id: int, number: int, standing: Sequence[Passage], article: Article
) -> Sequence[Standing | None]:
    try:
        old = library.shelf.article(entry_id, number)
        return passages.carry(old, article, [passage.places for passage in standing])
    except (LibraryError, UsageError):  # that version was cleared away, or never had these places
        return [None for _ in standing]


def _as_first_marked(article: Article, passage: Passage, carried: Standing, first: Standing) -> Standing:
    """Its state is told against the words that were marked, not against those of the version between."""
    if carried.state == "gone" or first.places == carried.places:
        return carried if carried.state == "gone" else first
    same = passages.alike(passage.quote, passages.quote(article, carried.places))
    if not same:
        return Standing("reworded", carried.places)
    return Standing("moved" if carried.state == "moved" else "same", carried.places)


def _words(article: Article) -> tuple[object, ...]:
    return article.title, article.standfirst, article.blocks
