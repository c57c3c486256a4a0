"""Subscriptions through `import` and `export`: OPML, newsboat's urls file and its cache."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from reader import files
from reader.cli.saying import complain
from reader.cli.stopping import stoppable
from reader.errors import ReaderError
from reader.newsroom import Newsroom
from reader.newsroom.exporting import put
from reader.text.clean import one_line


def bring_in(room: Newsroom, file: Path, *, quiet: bool) -> dict[str, Any]:
    """One file with subscriptions or with newsboat's articles; what came of it, in the form of every import."""
    came: dict[str, Any] = {"file": str(file), "lines": 0, "new": 0, "changed": 0, "same": 0, "failed": 0, "wrong": []}
    what, read, searches, remarks = "feeds", 0, 0, tuple[str, ...]()
    try:
        for step in stoppable(room.web.import_list(file)):
            came |= {"new": step.new, "same": step.known, "lines": step.new + step.known}
            what, read, searches, remarks = step.what, step.read, step.searches, step.remarks
    except ReaderError as error:
        complain(error.happened, error.advice)
        return came | {"happened": error.happened, "advice": error.advice}
    came["wrong"] = [{"line": None, "why": each} for each in remarks]
    if not quiet:
        more = f", {read:,} of these marked as read" if read else ""
        more += (
            f", {searches:,} {'query feed' if searches == 1 else 'query feeds'} as saved searches" if searches else ""
        )
        name = what[:-1] if came["new"] == 1 else what
        print(f"{one_line(file.name)}: {came['new']:,} {name} new, {came['same']:,} known{more}")
        for each in remarks:
            print(f"{each}; not taken", file=sys.stderr)
    return came | {"happened": None, "advice": None}


def take_out(room: Newsroom, wished: argparse.Namespace) -> int:
    """Write the subscriptions to a file or to standard output."""
    text = room.web.export_list(wished.format, private=wished.private)
    name = wished.to or next(iter(wished.names), "-")
    if name == "-":
        sys.stdout.write(text)
    else:
        put(files.path_of(name), text.encode("utf-8", "replace"))
        print(f"Exported the subscriptions to {name}", file=sys.stderr)
    return 0
