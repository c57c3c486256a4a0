"""The verbs that work on the library: `add`, `list`, `search`, `mark`, `undo`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable

from reader import newsroom, settings
from reader.cli.saying import complain, nothing
from reader.errors import UsageError
from reader.formats.rows import entry_json, file_json, found_json, outcome_json
from reader.formats.values import size_text
from reader.model import Entry, Found, Outcome, View
from reader.newsroom.moments import until_of
from reader.newsroom.tagging import tags_of
from reader.newsroom.undoing import undone

_MOST = 1_000
"""Entries that a search prints where nobody says how many."""
_CAME = {"new": "new", "changed": "changed", "same": "known", "failed": "failed", "skipped": "skipped"}


def add(wished: argparse.Namespace) -> int:
    """Take sources into the library and say what came of each; 1 when any of them failed."""
    with newsroom.start(settings.load()) as room:
        outcomes = []
        for outcome in room.add(wished.sources, "feed" if wished.feed else "article" if wished.article else None):
            outcomes.append(outcome)
            if not wished.json:
                _say(outcome)
    if wished.json:
        print(json.dumps([outcome_json(each) for each in outcomes], ensure_ascii=False, indent=2))
    failed = [each for each in outcomes if each.came == "failed"]
    if failed and len(outcomes) == 1:
        return 4 if failed[0].trouble else 3
    return int(any(each.came in ("failed", "skipped") for each in outcomes))


def _say(outcome: Outcome) -> None:
    if outcome.came == "failed":
        complain(outcome.happened, outcome.advice)
    elif outcome.came == "skipped":
        print(f"{outcome.title} ({outcome.happened}); to follow it:\n    {outcome.advice}")
    elif outcome.happened:
        print(f"{_CAME[outcome.came]:<8} {'':>6}  {outcome.title} ({outcome.happened})")
    else:
        number = outcome.entries[0] if outcome.entries else 0
        print(f"{_CAME[outcome.came]:<8} {number:>6}  {outcome.title or outcome.source}")


def listing(wished: argparse.Namespace) -> int:
    """Print the entries of the library, newest first."""
    with newsroom.start(settings.load()) as room:
        rows = room.every(_view(wished))
        if wished.json:
            value = [entry_json(row) | {"files": list(map(file_json, room.web.enclosures(row.id)))} for row in rows]
            print(json.dumps(value, ensure_ascii=False, indent=2))
        elif wished.files:
            _with_files(room, rows)
        elif not print_rows(rows):
            state = "unread " * wished.unread + "starred " * wished.starred
            nothing(f"{state}entry", " ".join(wished.query))
    return 0


def _with_files(room: newsroom.Newsroom, rows: Iterable[Entry]) -> None:
    """Only the entries with files, each file on a line below: address, kind, size."""
    for row in rows:
        files = room.web.enclosures(row.id)
        if files:
            print_rows([row])
        for each in files:
            print(f"{'':9}" + "  ".join(filter(None, (each.address, each.media_type, size_text(each.size)))))


def _view(wished: argparse.Namespace) -> View:
    """What is asked for: a view has one state, so what else must be the case goes into its query."""
    query = " ".join(wished.query)
    if wished.unread and wished.starred:
        return View(state="unread", query=f"is:starred {query}")
    return View(state="unread" if wished.unread else "starred" if wished.starred else "all", query=query)


def print_rows(rows: Iterable[Entry]) -> int:
    """A line an entry: its number, its marks, its day, its title and where it comes from. How many there were."""
    count = 0
    for row in rows:
        count += 1
        marks = ("*" if row.starred else " ") + (" " if row.read else "N")
        day = row.published.date().isoformat() if row.published else " " * 10
        print(f"{row.id:>6} {marks} {day}  {row.title}  ({row.origin})")
    return count


def search(wished: argparse.Namespace) -> int:
    """Print the entries that match a query, each with the place where it does."""
    if not wished.query:
        raise UsageError("newsreader search: there is no query.", "Give words, or see `newsreader search --help`.")
    with newsroom.start(settings.load()) as room:
        most = wished.limit or _MOST + 1
        found = room.search(" ".join(wished.query), ranked=wished.ranked, substring=wished.within, limit=most)
    if wished.limit is None and len(found) > _MOST:
        found = found[:_MOST]
        print(f"There are more than these {_MOST:,}: --limit N prints so many.", file=sys.stderr)
    if wished.json:
        print(json.dumps([found_json(each) for each in found], ensure_ascii=False, indent=2))
    else:
        _found(found)
        if not found:
            nothing("entry", " ".join(wished.query))
    return 0


def _found(found: Iterable[Found]) -> None:
    for each in found:
        print_rows([each.entry])
        print(f"{'':9}{' '.join(each.snippet.split())}")


def mark(wished: argparse.Namespace) -> int:
    """Do to entries what keys do, each wish as one act that `undo` takes back."""
    if (wished.read and wished.unread) or (wished.star and wished.unstar):
        raise UsageError("newsreader mark: two of these wishes contradict each other.", "Give one of them.")
    read = True if wished.read else False if wished.unread else None
    starred = True if wished.star else False if wished.unstar else None
    if read is None and starred is None and not (wished.tag or wished.untag or wished.delete or wished.snooze):
        raise UsageError("newsreader mark: nothing is to be done.", "Give --read, --star, --tag or another wish.")
    tags, off = _tags(wished.tag), _tags(wished.untag)
    if set(tags) & set(off):
        raise UsageError("newsreader mark: two of these wishes contradict each other.", "Give one of them.")
    with newsroom.start(settings.load()) as room:
        until = until_of(wished.snooze, room.clock()) if wished.snooze else None
        for number in wished.ids:
            room.keep(number)  # says which entry is not there, before anything is changed
        if read is not None or starred is not None:
            print(room.mark(wished.ids, read=read, starred=starred).label)
        if tags or off:
            print(room.tag(wished.ids, add=tags, remove=off).label)
        if until is not None:
            print(room.snooze(wished.ids, until).label)
        if wished.delete:
            print(room.delete(wished.ids).label)
    return 0


def _tags(given: Iterable[str]) -> list[str]:
    """The tags of every --tag or --untag. Raises UsageError for one that names none."""
    found: list[str] = []
    for text in given:
        tags = tags_of(text)
        if not tags:
            raise UsageError(f"newsreader mark: “{text}” is no tag.", "A tag is a word: --tag harbor.")
        found += tags
    return found


def undo(_: argparse.Namespace) -> int:
    """Take the last act back and say which it was; 1 when there is none."""
    with newsroom.start(settings.load()) as room:
        act = room.undo()
    print(undone(act))
    return 0 if act else 1
