"""The verb that reads one source and prints it. It needs no library."""

from __future__ import annotations

import argparse
import json
import shutil
import sys


def read(wished: argparse.Namespace) -> int:
    """Print the article of a source in the form that was asked for."""
    from reader import formats, newsroom

    article = newsroom.read_source(wished.source)
    match wished.format:
        case "json":
            print(json.dumps(formats.article_json(article), ensure_ascii=False, indent=2))
        case "markdown" | "html":
            from reader.newsroom.exporting import written

            sys.stdout.write(written(wished.format, article))
        case _:
            sys.stdout.write(formats.plain_text(article, wished.width or width()))
    return 0


def width() -> int:
    """Columns of the terminal, at most a comfortable measure; the measure itself in a pipe."""
    return min(76, shutil.get_terminal_size((76, 24)).columns) if sys.stdout.isatty() else 76
