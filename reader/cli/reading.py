"""The verb that reads one source and prints it. It needs no library."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.newsroom import Heading


def read(wished: argparse.Namespace) -> int:
    """Print the article of a source in the form that was asked for; of a feed or a list its titles and addresses."""
    from reader import formats, newsroom
    from reader.model import Article

    found = newsroom.look_at(wished.source)
    if not isinstance(found, Article):
        return _headings(found, wished.format)
    match wished.format:
        case "json":
            print(json.dumps(formats.article_json(found), ensure_ascii=False, indent=2))
        case "markdown" | "html":
            from reader.newsroom.exporting import written

            sys.stdout.write(written(wished.format, found))
        case _:
            sys.stdout.write(formats.plain_text(found, wished.width or width()))
    return 0


def _headings(found: Iterable[Heading], form: str) -> int:
    from reader.formats.values import time_json

    if form == "json":
        value = [{"title": it.title, "url": it.address, "published": time_json(it.published)} for it in found]
        print(json.dumps(value, ensure_ascii=False, indent=2))
        return 0
    for it in found:
        print(f"{it.published.date().isoformat() if it.published else ' ' * 10}  {it.title}")
        if it.address and it.address != it.title:
            print(f"{'':10}  {it.address}")
    return 0


def width() -> int:
    """Columns of the terminal, at most a comfortable measure; the measure itself in a pipe."""
    return min(76, shutil.get_terminal_size((76, 24)).columns) if sys.stdout.isatty() else 76
