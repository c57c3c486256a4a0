"""Text as it is drawn, knowing for each run where it stands in the article."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from reader.model import Part, Piece, Place, Span
from reader.text.words import graphemes
from reader.typeset.breaking import plain

# Drawn as nothing: soft hyphens, zero-width spaces, byte order marks, controls that passed the gate's neighbors.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2060-\u206f\u202a-\u202e\ufeff\ufff9-\ufffb]+")
_SPACES = {ord(c): " " for c in "\t\n\u2028\u2029"}
_SPACE = re.compile("[\t\n\u2028\u2029]")
MARKS = 6
"""Marks drawn on one character. Hebrew with cantillation needs four; towers of marks would cover other lines."""


@dataclass(frozen=True, slots=True)
class Run:
    """Drawn characters from `start` to `end`; from `source` on in the article's text, where they come from there.

    `part` is the part that they come from where it is another than that of the text around them.
    """

    start: int
    end: int
    source: int | None = None
    styles: tuple[str, ...] = ()
    address: str | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """Drawn text and its runs, without a gap."""

    text: str
    runs: tuple[Run, ...]
    part: Part = "block"
    index: int = 0

    def pieces(self, start: int, end: int, shift: int) -> Iterator[Piece]:
        """The pieces of a line that shows this stretch, `shift` characters to the right."""
        for k in range(self._run_at(start), len(self.runs)):
            run = self.runs[k]
            if run.start >= end:
                return
            a, b = max(start, run.start), min(end, run.end)
            if a < b:
                place = None
                if run.source is not None:
                    origin = run.source - run.start
                    place = Place(run.part or self.part, self.index, origin + a, origin + b)
                yield Piece(a + shift - start, b + shift - start, run.styles, place, run.address)

    def _run_at(self, offset: int) -> int:
        if len(self.runs) <= 1:
            return 0
        return max(0, bisect_right(self.runs, offset, key=lambda run: run.start) - 1)

    def drawn(self, offset: int, part: Part | None = None) -> int:
        """Where an offset in the article is drawn; what is not drawn is where the next character is."""
        other = None if part == self.part else part
        several = len(self.runs) > 1
        sourced = [it for it in self.runs if it.source is not None and it.part == other] if several else self.runs
        k = bisect_right(sourced, offset, key=lambda run: run.source or 0) - 1
        if k < 0:
            return sourced[0].start if sourced else 0
        run = sourced[k]
        return min(run.start + offset - (run.source or 0), run.end)


def matter(text: str, part: Part, index: int, spans: tuple[Span, ...] = (), first_link: int | None = None) -> Matter:
    """Text of an article made ready for drawing.

    Line ends and tabs become spaces, what cannot be seen is left out. With `first_link`, each link is followed by its
    number in brackets, counted from there.
    """
    shown = text.translate(_SPACES) if _SPACE.search(text) else text
    gone = _gone(shown)
    if not gone and not spans:
        return Matter(shown, (Run(0, len(shown), 0),) if shown else (), part, index)
    return _built(shown, part, index, spans, gone, first_link)


def joined(part: Part, index: int, *texts: Matter) -> Matter:
    """Texts drawn one behind the other, as one of a part; what comes from another part still says so."""
    runs: list[Run] = []
    at = 0
    for each in texts:
        other = None if each.part == part else each.part
        for it in each.runs:
            theirs = None if it.source is None else other
            runs.append(Run(it.start + at, it.end + at, it.source, it.styles, it.address, theirs))
        at += len(each.text)
    return Matter("".join(each.text for each in texts), tuple(runs), part, index)


def own(text: str) -> Matter:
    """Words of our own, which stand in no part of the article."""
    shown = matter(text, "block", 0)
    return Matter(shown.text, tuple(Run(run.start, run.end) for run in shown.runs))


def toned(text: Matter, style: str) -> Matter:
    """The same in one style."""
    return Matter(text.text, tuple(replace(run, styles=(style,)) for run in text.runs), text.part, text.index)


def _gone(text: str) -> list[tuple[int, int]]:
    """What is not drawn: unseen characters, and the marks above the sixth on one character."""
    if text.isprintable() if text.isascii() else plain(text):
        return []
    gone = [match.span() for match in _UNSEEN.finditer(text)]
    marks = "".join(sorted(char for char in set(text) if unicodedata.category(char) in ("Mn", "Me")))
    if marks and _tower(marks).search(text):
        towers = [(start + 1 + MARKS, end) for start, end in graphemes(text) if end - start > 1 + MARKS]
        gone += [(a, b) for a, b in towers if all(unicodedata.category(c) in ("Mn", "Me") for c in text[a - MARKS : b])]
    return sorted(gone)


@lru_cache(maxsize=64)
def _tower(marks: str) -> re.Pattern[str]:
    """More of these marks in a row than are drawn."""
    return re.compile(f"[{re.escape(marks)}]{{{MARKS + 1}}}")


def _built(
    text: str, part: Part, index: int, spans: tuple[Span, ...], gone: list[tuple[int, int]], number: int | None
) -> Matter:
    """The text cut at every border of a span or of what is not drawn."""
    borders = {0, len(text), *(edge for pair in gone for edge in pair)}
    borders |= {min(edge, len(text)) for span in spans for edge in (span.start, span.end)}
    edges = sorted(borders)
    waiting = sorted(spans, key=lambda span: span.start, reverse=True)
    hidden = dict(gone)
    open_: list[Span] = []
    parts: list[str] = []
    runs: list[Run] = []
    size = until = 0
    for start, end in pairwise(edges):
        while waiting and waiting[-1].start <= start:
            open_.append(waiting.pop())
        open_ = [span for span in open_ if span.end > start]
        until = max(until, hidden.get(start, 0))
        if start >= until:
            styles = tuple(dict.fromkeys(span.style for span in open_))
            address = next((span.address for span in open_ if span.address), None)
            runs.append(Run(size, size + end - start, start, styles, address))
            parts.append(text[start:end])
            size += end - start
        for span in open_:
            if number is not None and span.style == "link" and span.address and span.end == end:
                mark = f"[{number}]"
                runs.append(Run(size, size + len(mark), None, ("link number",), span.address))
                parts.append(mark)
                size, number = size + len(mark), number + 1
    return Matter("".join(parts), tuple(runs), part, index)
