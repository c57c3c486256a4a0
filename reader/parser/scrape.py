"""Scraped text becomes pieces: a piece a line, tags dropped, references decoded once.

Blank lines are kept as gaps, for scrapers set them where the page had room. Of a text with more lines than any page has,
those at the end become few and long pieces: a piece takes a thousand times the memory of a line's single character.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, islice

from reader.parser.listings import listings
from reader.parser.pieces import Outline, Piece
from reader.parser.wrapping import unwrapped

MOST_LINES = 20_000
"""Lines that are pieces of their own; of 1,288 pages as text none had over 5,000."""
# What lies behind: short lines together, forty at least and up to an empty one, or a long line by itself.
_STRETCH = re.compile(r"(?:[^\n]{0,119}\n){40,200}?(?=\n)|(?:[^\n]{0,119}\n){1,200}|[^\n]+\n?")
_MOST_STRETCHES = 10_000
"""Of these, too, no text that anybody wrote has more; behind them lines are together that are not short."""
_RUN, _RUN_LINE = 100, 4000
"""From how many times on a line said again and again is a run; so many times it becomes one line."""
_HEAP = re.compile(r"(?:[^\n]{0,1999}\n){1,200}|[^\n]+\n?")

# Only tags that pages really carry: "a < b" and "<name>" in a sentence are text.
_TAG = re.compile(
    r"<!--[^<>\n]{0,2000}-->|</?(?=[a-z])(?:a|abbr|amp-\w+|article|aside|b|blockquote|br|button|center|cite|code|dd|"
    r"del|div|dl|dt|em|figcaption|figure"
    r"|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|label|li|main|mark|nav|ol|p|picture|pre|q|s|script"
    r"|section|small|source|span|strong|style|sub|sup|table|tbody|td|th|thead|time|tr|u|ul|video|wbr)\b[^<>\n]{0,2000}>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|wbr)\b", re.I
)
# A reference needs its semicolon here: in text, "AT&T" and "R&D" are words. Decoded to controls they are cleaned later.
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
# Possessive, so that a page of a thousand comments is looked through once.
_HTML_START = re.compile(
    r"\s*+(?>(?><!--.*?-->|<\?xml[^>]*>)\s*+)*+<(?:!doctype|html|head|body|meta|title|link|script)\b", re.I | re.S
)


def is_markup(text: str) -> bool:
    """Whether a decoded page is HTML, by its look: a document's first tag, or most of its words inside tags."""
    if _HTML_START.match(text, 0, 20_000):
        return True
    sample = text[:200_000]
    if not ("</" in sample or "<p" in sample or "<P" in sample):
        return False
    if re.search(r"<(?:html|body)\b", sample, re.I) and (
        sample.lstrip()[:1] == "<" or sample.count("</") > sample.count("\n") / 2
    ):
        return True
    lines = [line for line in sample.split("\n") if line.strip()]
    marked = sum(len(line) for line in lines if _TAG.search(line))
    return sample.lstrip()[:1] == "<" and marked > 0.8 * sum(map(len, lines))


def _without_tags(line: str) -> str:
    return _TAG.sub(lambda tag: "" if _INLINE_TAG.match(tag.group()) else " ", line)


def _decoded(found: re.Match[str]) -> str:
    return _character(found[0])


@lru_cache(maxsize=1024)
def _character(reference: str) -> str:
    return html.unescape(reference)


def decode_line(line: str) -> tuple[str, bool]:
    """A line's words, and whether it came with tags."""
    marked = "<" in line and _TAG.search(line) is not None
    if marked:
        line = _without_tags(line)
    if "&" in line:
        line = _REFERENCE.sub(_decoded, line)
    return " ".join(line.split()), marked


def _with_runs_joined(text: str) -> str:
    """A line that is said a hundred times on end as a few long lines: what stands behind it is no farther from what stands
    before, for whoever judges a line by its place."""
    lines: list[str] = []
    for line, same in groupby(text.split("\n")):
        run = list(same)
        if len(run) < _RUN or not line.strip():
            lines += run
        else:
            lines += (" ".join(run[at : at + _RUN_LINE]) for at in range(0, len(run), _RUN_LINE))
    return "\n".join(lines)


def _lines(text: str) -> Iterator[str]:
    """The lines, the first `MOST_LINES` one by one."""
    if text.count("\n") > MOST_LINES:
        text = _with_runs_joined(text)
    lines = text.split("\n", MOST_LINES)
    yield from lines[:MOST_LINES]
    rest, done = lines[MOST_LINES] if len(lines) > MOST_LINES else "", 0
    for stretch in islice(_STRETCH.finditer(rest), _MOST_STRETCHES):
        done = stretch.end()
        yield stretch[0]
    yield from (heap[0] for heap in _HEAP.finditer(rest, done))


def outline(text: str) -> Outline:
    """The lines of a scraped text as pieces, all owned by one body but those of code, whose `node` is the number of the first."""
    out = Outline(["body"], [-1], [0], [""], [{}], [0], [0])
    pieces, gap = out.pieces, 0
    lines = list(_lines(unwrapped(text)))
    coded = {index: run.start + 1 for run in listings(lines) for index in run}
    for index, line in enumerate(lines):
        words, marked = (" ".join(line.split()), False) if index in coded else decode_line(line)
        if words and words.strip("> "):  # signs of quoting alone part paragraphs as empty lines do
            pieces.append(Piece(words, line if index in coded else words, coded.get(index, 0), markup=marked, gap=gap))
            gap = 0
        else:
            gap += not marked
    out.last[0] = len(pieces)
    return out
