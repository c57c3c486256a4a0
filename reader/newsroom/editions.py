"""Versions of an entry: what the publisher changed between two of them, and an older one opened for reading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader import passages, versions
from reader.errors import LibraryError
from reader.library import Library
from reader.model import Article, Entry, Passage, Version
from reader.newsroom.opening import Reading
from reader.versions import Comparison

_FOUND_AGAIN = 50
"""Passages that are looked for in an older version; finding one costs 0.4 ms, and whoever opens it waits."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Two versions of an entry and what came in and went out between them; `versions` are all that are kept."""

    entry: Entry
    versions: tuple[Version, ...]
    old: Version
    new: Version
    comparison: Comparison


def changes(library: Library, entry_id: int, old: int | None = None, new: int | None = None) -> Changes:
    """What the publisher changed; without numbers from the version that was read, else the one before, to the newest.

    Raises:
        LibraryError: there is no such entry, only one version of it, or none with that number.
    """
    entry = library.shelf.entry(entry_id)
    kept = library.shelf.versions(entry_id)
    if len(kept) < 2:
        raise LibraryError(
            "There is one version of this article.", "When its page comes again and differs, the library keeps both."
        )
    later = _numbered(kept, new) if new is not None else kept[-1]
    earlier = _numbered(kept, old) if old is not None else _read_version(entry, kept, later)
    shelf = library.shelf
    found = versions.compare(shelf.article(entry_id, earlier.number), shelf.article(entry_id, later.number))
    return Changes(entry, kept, earlier, later, found)


def _numbered(kept: tuple[Version, ...], number: int) -> Version:
    found = next((it for it in kept if it.number == number), None)
    if found is None:
        raise LibraryError(f"There is no version {number} of this article.", "Choose one of those that are kept.")
    return found


def _read_version(entry: Entry, kept: tuple[Version, ...], later: Version) -> Version:
    """The newest version that was there when the entry was read, below the one it is compared with."""
    below = [it for it in kept if it.number < later.number] or [kept[0]]
    read = [it for it in below if entry.read is not None and it.fetched <= entry.read]
    return read[-1] if read else below[-1]


def open_version(library: Library, entry_id: int, number: int) -> Reading:
    """An older version for reading, with the passages that stand in it. Raises LibraryError."""
    entry = library.shelf.entry(entry_id)
    article = library.shelf.article(entry_id, number)
    if number == entry.versions:
        return Reading(entry, article, library.margins.of(entry_id))
    return Reading(entry, article, _standing(article, library.margins.of(entry_id), number), (), number)


def _standing(article: Article, marked: tuple[Passage, ...], number: int) -> tuple[Passage, ...]:
    """Where passages stand in an older version: those that were lost after it first, then the rest."""
    wanted = sorted(marked, key=lambda it: (it.state != "gone", it.version != number))[:_FOUND_AGAIN]
    found = zip(wanted, passages.find_all(article, [it.anchor for it in wanted]), strict=True)
    return tuple(replace(it, places=at.places, state=at.state) for it, at in found if at.places)
