"""The verb `passages`: print them, write them as notes, mark one by its words, take those of a file in."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable

from reader import files, newsroom, settings
from reader.cli.values import entry_number
from reader.errors import UnreadableError, UsageError
from reader.formats.passages import FORMATS, Sheet
from reader.formats.passages.tables import passage_rows
from reader.model import Passage
from reader.newsroom import Newsroom, marking, notebook
from reader.text.clean import clean

_LARGEST = 2**27


def passages(wished: argparse.Namespace) -> int:
    """Do what the first word says; any other word is looked for in quotes, notes and tags."""
    with newsroom.start(settings.load()) as room:
        match wished.query:
            case ["add", *rest]:
                return _add(room, rest, wished)
            case ["import", *rest]:
                return _bring_in(room, rest)
        if wished.quote is not None or wished.note is not None:
            raise UsageError("newsreader passages: --quote and --note go with `add`.", "passages add ID --quote TEXT")
        found = room.passages(filter=" ".join(wished.query))
        if wished.to is not None:
            return _write(room, found, wished)
        if wished.json or wished.format == "json":
            rows = [row for sheet in notebook.sheets(room.library, found) for row in passage_rows(sheet)]
            print(json.dumps(rows, ensure_ascii=False, indent=2))
        elif wished.format in FORMATS:
            sys.stdout.write(notebook.as_text(room.library, found, wished.format))
        else:
            _say(notebook.sheets(room.library, found))
    return 0


def _add(room: Newsroom, rest: list[str], wished: argparse.Namespace) -> int:
    if len(rest) != 1 or not wished.quote:
        raise UsageError(
            "newsreader passages add: an entry's number and --quote are needed.", "passages add 12 --quote TEXT"
        )
    made = marking.mark_quote(room.library, entry_number(rest[0]), clean(wished.quote), clean(wished.note or ""))
    _one(made)
    return 0


def _bring_in(room: Newsroom, names: list[str]) -> int:
    if not names:
        raise UsageError("newsreader passages import: no file was named.", "passages import FILE…")
    homeless = 0
    for name in names:
        came = notebook.bring_in(room.library, _read(name))
        homeless += came.homeless
        print(f"{came.added:,} added ({came.gone:,} no longer in their article), {came.known:,} known", end="")
        print(f", {came.homeless:,} of articles that are not in the library" if came.homeless else "")
    return int(homeless > 0)


def _read(name: str) -> str:
    try:
        data = sys.stdin.buffer.read(_LARGEST) if name == "-" else files.path_of(name).read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{clean(name)} cannot be read.", "Name a file of annotations or a CSV file.") from error
    return data.decode("utf-8", "replace")


def _write(room: Newsroom, found: tuple[Passage, ...], wished: argparse.Namespace) -> int:
    template = _read(wished.template) if wished.template else None
    came = notebook.write_notes(room.library, found, files.path_of(wished.to), template)
    print(f"{came.new:,} new, {came.changed:,} changed, {came.same:,} as they were", end="")
    print(f", {came.grown:,} of yours with passages added at the end" if came.grown else "")
    return 0


def _say(sheets: Iterable[Sheet]) -> None:
    for number, sheet in enumerate(sheets):
        print("" if number == 0 else "\n", end="")
        print(f"{sheet.entry.title}  ({sheet.publisher})")
        for passage in sheet.passages:
            _one(passage)


def _one(passage: Passage) -> None:
    state = "" if passage.state == "same" else f"  [{passage.state}]"
    print(f"  “{' '.join(passage.quote.split())}”{state}")
    for line in passage.note.splitlines():
        print(f"    {line}")
