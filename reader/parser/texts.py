"""Scraped text to an article: which lines are the body, what the rest is."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from reader.model import Article, Block, PublisherSummary, Removed
from reader.parser import datelines, languages, scrape
from reader.parser.digest import digest
from reader.parser.extent import extent
from reader.parser.heads import Said
from reader.parser.line_blocks import Builder
from reader.parser.line_bylines import among_lines
from reader.parser.line_scores import judged
from reader.parser.line_titles import BEFORE, STOPS, headline, is_sentence
from reader.parser.linehead import read_line_head
from reader.parser.lines import (
    Lines,
    find_author_note,
    find_captions,
    find_furniture,
    find_headings,
    find_last_words,
    find_related,
    find_repeated,
    find_wall,
    spread_reasons,
)
from reader.parser.subtitles import is_subtitles, spoken

# Characters of the longest line that is only a date.
_DATED_MOST = 90
_DIGIT = re.compile(r"\d")
# The headline of a mail, or of an item of a feed, that was saved as text.
_SUBJECT = re.compile(
    r"^(?:Title|Titel|Titre|Título|Titolo|Headline|Subject|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Temat|Тема): +(?=\S)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Top:
    """What stands over the body: headline, standfirst, and the lines that say them."""

    title: str = ""
    standfirst: str | None = None
    taken: frozenset[int] = frozenset()


def signatures(lines: Lines, start: int) -> set[int]:
    """Lines before the body's first that say who wrote and when, and no more: never a headline."""
    near = list(range(max(0, start - BEFORE), start))
    said: dict[int, Said] = {}
    texts = ["" if lines.said[index] else lines.text(index) for index in near]
    among_lines(texts, said)
    return {
        index
        for place, (index, text) in enumerate(zip(near, texts, strict=True))
        if place in said or (0 < len(text) < _DATED_MOST and _is_date(text))
    }


def _is_date(text: str) -> bool:
    """Whether a line says when, and little else: no headline has a day with its hour, or begins with "Published"."""
    if _DIGIT.search(text) is None:
        return False
    told = datelines.PUBLISHED_WORD.match(text) or datelines.UPDATED_WORD.match(text)
    if told is not None and (text[told.end() :].lstrip()[:1] == ":" or _YEAR.search(text)):
        return True
    dates = datelines.dates_of_line(text, "day")
    if not dates or any(dated.timed for dated in dates):
        return bool(dates)
    return len(datelines.without_labels(datelines.beside_dates(text)[0]).split()) <= 1


def read_top(lines: Lines) -> Top:
    """Headline and standfirst among the lines before the body. The body may begin with them."""
    start = body_start(lines)
    signed = signatures(lines, start)
    place = headline(lines, start, signed)
    return _with_standfirst(lines, place, start, signed) if place >= 0 else Top()


def body_start(lines: Lines) -> int:
    """The first kept line that is a paragraph; of a text that has none, the first that is a sentence or is kept at all."""
    kept = [index for index in range(lines.first, lines.last) if lines.keep[index] and not lines.said[index]]
    for index in kept:
        if extent(lines.text(index)) > 100 and not _is_standfirst(lines, index):
            return index
    return next((index for index in kept if lines.text(index).endswith(STOPS)), lines.first)


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
    signed = extent(under) < 60 and not is_sentence(under)
    return signed or lines.told(index + 1) != "" or (lines.pieces[index + 1].gap > 0 and len(under) < 120)


def _with_standfirst(lines: Lines, place: int, start: int, signed: Set[int]) -> Top:
    title, under = _SUBJECT.sub("", lines.text(place)), place + 1
    if under < start and under not in signed and not lines.said[under] and _is_standfirst(lines, under):
        return Top(title, lines.text(under), frozenset((place, under)))
    return Top(title, None, frozenset((place,)))


def _digest(lines: Lines) -> PublisherSummary | None:
    """The publisher's own summary; its lines are the head's."""
    summary, used = digest(lines.pieces)
    if summary is None:
        return None
    unsaid = {summary.label}
    for index in sorted(used):
        text = lines.text(index)
        if text in unsaid or text.lstrip("•-–—*· ") in (summary.text or "") or (summary.ai and text != summary.label):
            lines.said[index] = "meta"
            unsaid.discard(text)
    return summary


def sorted_lines(text: str) -> tuple[Lines, PublisherSummary | None]:
    """A text's lines with what is known of each before its headline is looked for, and the publisher's summary."""
    pieces = scrape.outline(text).pieces
    lines = Lines(pieces, judged(pieces))
    lines.said = ["code" if piece.node else "" for piece in pieces]
    lines.bound()
    find_captions(lines)
    find_furniture(lines)
    find_last_words(lines)
    summary = _digest(lines)
    lines.bound()
    return lines, summary


def read_lines(text: str, url: str | None) -> Article:
    """The article in a scraped text, or what was said in subtitles."""
    if not is_subtitles(text):
        return _read_lines(text, url)
    said = spoken(text)
    blocks = tuple(Block("paragraph", each) for each in said.paragraphs)
    aside = tuple(Removed(each, "markup") for each in said.aside)
    return Article("", blocks, url=url, language=languages.of_text(said.paragraphs), removed=aside)


def _read_lines(text: str, url: str | None) -> Article:
    lines, summary = sorted_lines(text)
    pieces, top = lines.pieces, read_top(lines)
    for index in top.taken:
        lines.said[index] = "meta"
    lines.bound()
    known = {index: said for index, said in enumerate(lines.said) if said and index not in top.taken}
    head = read_line_head(pieces, min(top.taken, default=0), lines.first, skip=known, url=url)
    for index in head.said:
        lines.said[index] = "meta"
    lines.bound()
    find_author_note(lines)
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
