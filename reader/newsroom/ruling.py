"""Rules on entries: tried on what is there, kept, forgotten. The newest entries are looked at first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from reader import filters
from reader.errors import LibraryError
from reader.filters import Rule, Subject
from reader.library import Library
from reader.model import Act, Entry, Source, View
from reader.newsroom.preparing import subject

_STRETCH = 500


def tried(library: Library, rule: Rule) -> Iterator[Entry]:
    """The entries in the library that a rule would take, the newest first. Raises UsageError for what is no rule."""
    filters.check(rule)
    bare = not rule.words  # without words no text has to be read
    start = 0
    sources = {it.id: it for it in library.shelf.sources(removed=True)}
    while found := library.shelf.window(View(), start, _STRETCH):
        start += len(found)
        yield from (row for row in found if filters.matches(rule, _subject(library, row, sources, bare=bare)))


def keep(library: Library, rule: Rule, now: datetime) -> Act:
    """Keep a rule and do what it says to what is there; undo takes all of it back. Raises UsageError."""
    return library.rules.keep(rule, [row.id for row in tried(library, rule)], now)


def forget(library: Library, number: int) -> Act:
    """Take a rule away; what only it hid is shown again, what it starred, tagged or marked stays. Raises UsageError."""
    others = [rule for other, rule in library.rules.all().items() if other != number]
    sources = {it.id: it for it in library.shelf.sources(removed=True)}
    hidden = library.rules.hidden()
    return library.rules.forget(
        number,
        [row.id for row in hidden if not filters.decide(others, _subject(library, row, sources, bare=False)).hide],
    )


def _subject(library: Library, row: Entry, sources: dict[int, Source], *, bare: bool) -> Subject:
    """An entry as a rule looks at it."""
    source = sources.get(row.source_id) or Source(0, "file", "", row.source)
    if bare:
        return Subject(
            row.title, "", source.title, source.address, source.folder or "", row.byline, row.language or "", row.tags
        )
    try:
        return subject(library.shelf.article(row.id), source, row.tags)
    except LibraryError:  # its text is damaged: what the row says is left
        return replace(_subject(library, row, sources, bare=True), text=row.preview or "")
