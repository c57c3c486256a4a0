"""Rules on entries: tried on what is there, kept, forgotten. The newest entries are looked at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from reader import filters
from reader.errors import LibraryError
from reader.filters import Rule, Subject
from reader.library import Library
from reader.model import Act, Entry, Source, View
from reader.newsroom.preparing import subject

_STRETCH = 100
"""Entries between two words about how far it is: where the texts of all are to be read, that takes 40 ms."""

Sifted = Sequence[tuple[Entry, tuple[int, ...]]]
"""Entries that were looked at, each with the positions of the rules that take it."""


def sifted(library: Library, rules: Sequence[Rule], *, hidden: bool = True) -> Iterator[Sifted]:
    """All that there is, what rules hide first unless it is left out, then the newest, as some rules look at it; off or
    not."""
    gone = library.rules.hidden() if hidden else ()
    judges = [_Judge(library, rule, gone) for rule in rules]
    sources = {it.id: it for it in library.shelf.sources(removed=True)}
    for rows in _stretches(library, gone):
        yield [(row, tuple(_taking(library, row, sources, judges))) for row in rows]


def _stretches(library: Library, gone: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    yield from (gone[start : start + _STRETCH] for start in range(0, len(gone), _STRETCH))
    start = 0
    while found := library.shelf.window(View(), start, _STRETCH):
        start += len(found)
        yield found


class _Judge:
    """A rule, and which entries it may take by what the index of words knows: the texts of others are not read. Of what
    is hidden the index tells nothing."""

    def __init__(self, library: Library, rule: Rule, hidden: Sequence[Entry]) -> None:
        self.rule = rule
        self._but_words = replace(rule, words="")
        self._asks_else = bool(rule.title or rule.source or rule.author or rule.language or rule.tag)
        words = filters.sure(rule)
        said = " ".join(f'"{it[:-1]}"*' if it.endswith("*") else f'"{it}"' for it in words)
        self._may = {*library.index.ids(said), *(row.id for row in hidden)} if words else None

    def may_take(self, row: Entry, bare: Subject) -> bool:
        """Whether it is worth reading the text."""
        if self._may is not None and row.id not in self._may:
            return False
        return not self._asks_else or filters.matches(self._but_words, bare)


def _taking(library: Library, row: Entry, sources: dict[int, Source], judges: Sequence[_Judge]) -> Iterator[int]:
    """The positions of the rules that take an entry; its text is read where one of them asks for words."""
    bare, whole = _subject(library, row, sources, bare=True), None
    for number, judge in enumerate(judges):
        if not judge.may_take(row, bare):
            continue
        if judge.rule.words and whole is None:
            whole = _subject(library, row, sources, bare=False)
        if filters.matches(judge.rule, whole or bare):
            yield number


def tried(library: Library, rule: Rule) -> Iterator[Entry]:
    """The entries in the library that a rule would take, the newest first. Raises UsageError for what is no rule."""
    filters.check(rule)
    yield from (row for stretch in sifted(library, (rule,), hidden=False) for row, taken in stretch if taken)


def keep(library: Library, rule: Rule, now: datetime) -> Act:
    """Keep a rule and do what it says to what is there; undo takes all of it back. Raises UsageError."""
    return library.rules.keep(rule, [row.id for row in tried(library, rule)], now)


def forget(library: Library, number: int) -> Act:
    """Take a rule away; what only it hid is shown again, what it starred, tagged or marked stays. Raises UsageError."""
    return library.rules.forget(number, _free(library, number))


def switch(library: Library, number: int, now: datetime, *, on: bool) -> Act:
    """Let a rule do nothing for a while, as if it were forgotten, or do again what it says. Raises UsageError."""
    rule = library.rules.one(number)
    if not on:
        return library.rules.switch_off(number, _free(library, number))
    return library.rules.switch_on(number, [row.id for row in tried(library, rule)], now)


def _free(library: Library, number: int) -> list[int]:
    """What is hidden by no other rule than that with a number."""
    others = [rule for other, rule in library.rules.all().items() if other != number]
    sources = {it.id: it for it in library.shelf.sources(removed=True)}
    hidden = library.rules.hidden()
    return [row.id for row in hidden if not filters.decide(others, _subject(library, row, sources, bare=False)).hide]


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
