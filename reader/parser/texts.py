"""Scraped text to an article: which lines are the body, what the rest is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reader.model import Article, PublisherSummary
from reader.parser import bylines, datelines, scrape
from reader.parser.digest import digest, discloses
from reader.parser.extent import UNSPACED, extent
from reader.parser.heads import Said
from reader.parser.line_blocks import Builder
from reader.parser.line_scores import judged
from reader.parser.linehead import read_line_head
from reader.parser.lines import (
    Lines,
    find_captions,
    find_furniture,
    find_headings,
    find_related,
    find_repeated,
    find_wall,
    spread_reasons,
)
from reader.parser.vocabulary import STOP

# So many lines before the body a headline is looked for.
_HEADLINE_REACH = 30
# So many lines of the body tell which words its headline may have.
_BODY_REACH = 20
# Characters of the longest line that is only a date.
_DATED_MOST = 60
_STOPS = (".", "!", "?", "…", "”", "»", "。", "！", "？", "」")
_MARKS = ".,:;!?()\"“”'’«»„"


@dataclass(frozen=True, slots=True)
class Top:
    """What stands over the body: headline, standfirst, and the lines that say them."""

    title: str = ""
    standfirst: str | None = None
    taken: frozenset[int] = frozenset()


def _keywords(text: str) -> set[str]:
    """Words that are the subject's own: long ones that are not in everybody's mouth; pairs of signs in scripts without
    spaces."""
    words = {word.strip(_MARKS) for word in text.lower().split() if len(word) > 3}
    if not text.isascii():
        words |= {pair for run in UNSPACED.findall(text) for pair in map("".join, pairwise(run))}
    return words - STOP


def _headline_score(lines: Lines, index: int, body: set[str], distance: int, signed: set[int]) -> float:
    """How well a line before the body fits as its headline. A byline, a date or a standfirst under it speaks for it."""
    text, own = lines.text(index), _keywords(lines.text(index))
    share = len(own & body) / len(own) if own else 0.0
    sentence = text.endswith((".", ":", ",", ";", "。", "，", "："))
    led = not sentence and _leads(lines, index, signed)
    return (
        1.5 * share
        + min(extent(text), 60) / 60
        - 0.04 * distance
        - sentence
        + 0.8 * led
        + 0.2 * (lines.pieces[index].gap > 0)
    )


def _is_sentence(text: str) -> bool:
    return extent(text) > 40 and text.endswith(_STOPS)


def _leads(lines: Lines, index: int, signed: set[int]) -> bool:
    """Whether a line stands right over a signature, a sentence, or the body's first words however short."""
    under = index + 1
    if under >= len(lines.pieces) or lines.said[under]:
        return False
    text = lines.text(under)
    return under in signed or _is_sentence(text) or (lines.keep[under] and text.endswith(_STOPS))


def _signatures(lines: Lines, start: int, stop: int) -> set[int]:
    """Lines that say who wrote and when, and no more: never a headline."""
    near = list(range(start, stop))
    said: dict[int, Said] = {}
    texts = ["" if lines.said[index] else lines.text(index) for index in near]
    bylines.among_lines(texts, said)
    return {
        index
        for place, (index, text) in enumerate(zip(near, texts, strict=True))
        if place in said or (len(text) < _DATED_MOST and _is_date(text))
    }


def _is_date(text: str) -> bool:
    rest, dated = datelines.beside_dates(text)
    return dated and len(rest.split()) <= 1


def read_top(lines: Lines) -> Top:
    """Headline and standfirst among the lines before the body. The body may begin with them."""
    start = _body_start(lines)
    near = range(start, min(len(lines.pieces), start + _BODY_REACH))
    body = _keywords("\n".join([lines.text(index) for index in near if lines.keep[index]]))
    reach = max(0, start - _HEADLINE_REACH)
    signed = _signatures(lines, reach, start)
    best, place = 0.6, -1
    for index in range(reach, start):
        text = lines.text(index)
        short = extent(text) < 12 and start > 3 and index + 1 not in signed
        if lines.said[index] or index in signed or len(text) > 250 or short or not any(map(str.isalpha, text)):
            continue
        score = _headline_score(lines, index, body, start - index, signed)
        if score > best + 0.02:
            best, place = score, index
    if place < 0:
        return Top()
    return _with_standfirst(lines, place, start)


def _body_start(lines: Lines) -> int:
    """The first kept line that is a paragraph; of a text that has none, the first that is a sentence or is kept at all."""
    kept = [index for index in range(lines.first, lines.last) if lines.keep[index] and not lines.said[index]]
    for index in kept:
        if extent(lines.text(index)) > 100 and not _is_standfirst(lines, index):
            return index
    return next((index for index in kept if lines.text(index).endswith(_STOPS)), lines.first)


def _is_standfirst(lines: Lines, index: int) -> bool:
    """Whether a line under a headline is said again later, or stands apart from the paragraphs."""
    text = lines.text(index)
    if extent(text) < 40 or index == 0:
        return False
    stem = text.rstrip(".…")
    if any(lines.text(later).startswith(stem) for later in range(index + 1, min(len(lines.pieces), index + 25))):
        return True
    under = lines.text(index + 1)
    above = lines.text(index - 1)
    if lines.pieces[index].gap or len(above) > 160 or extent(above) < 12 or extent(text) > 350:
        return False
    if index + 1 >= len(lines.pieces):
        return False
    signed = extent(under) < 60 and not _is_sentence(under)
    return signed or lines.told(index + 1) != "" or (lines.pieces[index + 1].gap > 0 and len(under) < 120)


def _with_standfirst(lines: Lines, place: int, start: int) -> Top:
    title, under = lines.text(place), place + 1
    if under < start and not lines.said[under] and _is_standfirst(lines, under):
        return Top(title, lines.text(under), frozenset((place, under)))
    return Top(title, None, frozenset((place,)))


def _digest(lines: Lines) -> PublisherSummary | None:
    """The publisher's own summary; where no gap ends it, it would swallow the body, and is none."""
    summary, used = digest(lines.pieces)
    after = max(used, default=0) + 1
    if summary is None:
        return None
    endless = after < len(lines.pieces) and not lines.pieces[after].gap and len(used) > 2
    if endless and not discloses(lines.text(after - 1)):
        return None
    unsaid = {summary.label}
    for index in sorted(used):
        text = lines.text(index)
        if text in unsaid or text.lstrip("•-–—*· ") in (summary.text or "") or (summary.ai and text != summary.label):
            lines.said[index] = "meta"
            unsaid.discard(text)
    return summary


def read_lines(text: str, url: str | None) -> Article:
    """The article in a scraped text."""
    pieces = scrape.outline(text).pieces
    lines = Lines(pieces, judged(pieces))
    find_captions(lines)
    find_furniture(lines)
    summary = _digest(lines)
    lines.bound()
    top = read_top(lines)
    for index in top.taken:
        lines.said[index] = "meta"
    lines.bound()
    known = {index: said for index, said in enumerate(lines.said) if said and index not in top.taken}
    head = read_line_head(pieces, min(top.taken, default=0), lines.first, skip=known, url=url)
    for index in head.said:
        lines.said[index] = "meta"
    lines.bound()
    find_headings(lines)
    find_related(lines)
    lines.bound()
    find_repeated(lines)
    spread_reasons(lines)
    parts = Builder(lines).build()
    return Article(
        top.title,
        tuple(parts.blocks),
        top.standfirst,
        head.byline,
        head.published,
        head.updated,
        head.publisher,
        url=head.url,
        language=head.language,
        publisher_summary=summary,
        related=tuple(parts.related),
        notes=tuple(parts.notes),
        truncated=find_wall(lines),
        removed=tuple(parts.removed),
    )
