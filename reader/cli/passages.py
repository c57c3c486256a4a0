"""The verb `passages`: print them, write them as notes, mark one by its words, take those of a file in."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable

from reader import files, newsroom, settings
from reader.cli.saying import complain, nothing
from reader.cli.values import entry_number
from reader.errors import UnreadableError, UsageError
from reader.formats.passages import FORMATS, Sheet
from reader.formats.passages.tables import passage_rows
from reader.model import Passage
from reader.newsroom import Newsroom, marking, notebook
from reader.newsroom.notebook import Brought
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
        if wished.today:
            return _today(room)
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
            if not found:
                nothing("passage", " ".join(wished.query))
    return 0


def _today(room: Newsroom) -> int:
    """One passage, another each day, with its source."""
    passage = room.margins.of_the_day(room.clock().astimezone().date())
    if passage is None:
        raise UsageError("No passage is bookmarked yet.", "m in an article bookmarks the sentence at the cursor line.")
    print(room.citation(room.open(passage.entry_id).article, passage.quote))
    if passage.note:
        print(f"\n{passage.note}")
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
    ends = [say_brought("", notebook.bring_in(room.library, _read(name))) for name in names]
    return max(ends)


def say_brought(file: str, came: Brought) -> int:
    """Say what came of a file of passages; 1 when some of them found no article."""
    line = f"{came.added:,} added ({came.gone:,} no longer in their article), {came.known:,} known"
    line += f", {came.homeless:,} of articles that are not in the library" if came.homeless else ""
    print(f"{file}: {line}" if file else line)
    if came.homeless and not came.added and not came.known:
        complain("No article of these passages is in the library.", "Add the pages first, then import the file again.")
    return int(came.homeless > 0)


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
    tags = "".join(f"  #{tag}" for tag in passage.tags)
    print(f"  “{' '.join(passage.quote.split())}”{state}{tags}")
    for line in passage.note.splitlines():
        print(f"    {line}")
