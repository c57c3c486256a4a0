"""The verb that prints an article's summaries, each sentence with its place. It needs no library."""

from __future__ import annotations

import argparse
import json
import textwrap

from reader.cli.reading import width
from reader.errors import UsageError
from reader.model import Point, Summary
from reader.text.unplaced import unplaced


def summary(wished: argparse.Namespace) -> int:
    """Print the summaries of a source: label, points with block and offsets, remark."""
    from reader import newsroom
    from reader.formats.rows import digest_json
    from reader.newsroom import summing

    if not 1 <= wished.points <= summing.MOST:
        raise UsageError(f"newsreader summary: {wished.points} points cannot be had.", f"Ask for 1 to {summing.MOST}.")
    article = newsroom.read_source(wished.source)
    found = summing.of_article(article, wished.points)
    if wished.json:
        print(json.dumps(digest_json(found, *summing.lists(article)), ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(_told(it) for it in found))
    return 0


def _told(found: Summary) -> str:
    lines = [found.label, *(_point(nth, it) for nth, it in enumerate(found.points, 1))]
    return "\n".join([*lines, *([textwrap.fill(found.remark, width())] if found.remark else [])])


def _point(nth: int, point: Point) -> str:
    """One numbered point, and behind it where it stands, or what comes nearest: block, then first and last offset."""
    at = point.place or point.nearest
    where = f"block {at.index}, {at.start}-{at.end}" if at else ""
    if told := unplaced(point):
        where = f"{told}: compare {where}" if where else told
    unknown = "".join(f" [nowhere in the text: {point.text[start:end]}]" for start, end in point.unknown)
    return textwrap.fill(f"{nth}. {point.text} [{where}]{unknown}", width(), subsequent_indent="   ")
