"""The parts of an article, each filled to lines: headline, paragraphs, lists, quotes, captions, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from typing import Literal

from reader.model import Article, Block, Line, Piece
from reader.text.cells import Cut
from reader.text.words import width as cells_of
from reader.typeset.breaking import balanced, fill, filling, hard, plain
from reader.typeset.dates import when
from reader.typeset.manuscript import Manuscript
from reader.typeset.matter import Matter, Run, joined, matter, own, toned
from reader.typeset.tables import table_lines

_OPENING = tuple("“\"‘'«„‚‹「『")
HANG_FROM = 48
"""Columns from which a column is kept free on the left for quotes that hang."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an article is to be set."""

    width: int
    ascii: bool = False
    zone: tzinfo | None = UTC
    justified: bool = False
    links: Literal["marked", "numbered"] = "marked"
    hyphenated: bool = False

    def sign(self, pretty: str, plain: str) -> str:
        """A sign of our own, as the terminal can draw it."""
        return plain if self.ascii else pretty


@dataclass(slots=True)
class Chunk:
    """A part of the article and its lines, not yet made: `first` and `rest` stand before the lines."""

    matter: Matter
    role: str
    cuts: list[Cut]
    before: int = 1
    first: str = ""
    rest: str = ""
    hang: bool = False
    hyphens: frozenset[int] = frozenset()
    made: tuple[Line, ...] = ()
    styles: tuple[str, ...] = field(default=())

    def __len__(self) -> int:
        return self.before + (len(self.made) or len(self.cuts))

    def line(self, number: int) -> Line:
        """A line, counted from the empty lines before."""
        if number < self.before:
            return Line("", "blank")
        number -= self.before
        if self.made:
            return self.made[number]
        start, end = self.cuts[number]
        prefix = self.rest if number else self.first
        if self.hang:
            prefix += "" if self.matter.text.startswith(_OPENING, start) else " "
        text = prefix + self.matter.text[start:end]
        own = (Piece(0, len(prefix), ("mark",)),) if prefix.strip() else ()
        pieces = (*own, *self.matter.pieces(start, end, len(prefix)))
        if number in self.hyphens:
            return Line(f"{text}-", self.role, (*pieces, Piece(len(text), len(text) + 1)))
        return Line(text, self.role, pieces)


def chunks(manuscript: Manuscript, manner: Manner) -> Iterator[Chunk]:
    """Every part of the article in reading order."""
    article = manuscript.article
    yield from _head(manuscript, manner)
    hyphenate = _hyphenation(article.language, manner) if manner.hyphenated else None
    for index in range(len(article.blocks)):
        for chunk in _block(manuscript, index, manner):
            if hyphenate is not None:
                hyphenate(chunk)
            yield chunk
    yield from _foot(article, manner)


def _hyphenation(language: str | None, manner: Manner) -> Callable[[Chunk], None]:
    """Fills a paragraph anew with words parted; one of many widths or scripts stays as it is, and any without a dictionary."""
    from reader.typeset.hyphens import LOOSE, LOOSE_JUSTIFIED, fill_parted, parted

    parting, loose = parted(language), LOOSE_JUSTIFIED if manner.justified else LOOSE

    def hyphenate(chunk: Chunk) -> None:
        if parting is not None and chunk.role == "paragraph" and plain(chunk.matter.text):
            columns = manner.width - chunk.hang
            chunk.cuts, chunk.hyphens = fill_parted(chunk.matter.text, columns, filling(columns), parting, loose)

    return hyphenate


def _head(manuscript: Manuscript, manner: Manner) -> Iterator[Chunk]:
    article = manuscript.article
    hang = manner.width >= HANG_FROM
    columns = manner.width - hang
    before = 0
    if article.title:
        text = matter(article.title, "title", 0)
        yield Chunk(text, "title", balanced(text.text, columns), 0, hang=hang)
        before = 1
    if article.standfirst:
        text = matter(article.standfirst, "standfirst", 0)
        yield Chunk(text, "standfirst", fill(text.text, columns), before, hang=hang)
        before = 1
    names = matter(", ".join(article.byline), "byline", 0)
    for role, text in (("byline", names), ("date", own(_date_line(manuscript, manner)))):
        if text.text:
            yield Chunk(text, role, fill(text.text, columns), before, hang=hang)
            before = 0


def _date_line(manuscript: Manuscript, manner: Manner) -> str:
    article = manuscript.article
    published, updated = (when(t, manner.zone) for t in (article.published, article.updated))
    told = [published or ""]
    if updated and updated != published:
        told.append(f"updated {updated}")
    told += [article.publisher or "", f"{manuscript.minutes}{manner.sign(_NBSP, ' ')}min" if article.blocks else ""]
    return manner.sign(" · ", " - ").join(part for part in told if part)


_NBSP = "\u00a0"


def _block(manuscript: Manuscript, index: int, manner: Manner) -> Iterator[Chunk]:
    block, text = manuscript.article.blocks[index], manuscript.texts[index]
    hang = manner.width >= HANG_FROM
    columns = manner.width - hang
    match block.kind:
        case "image":
            yield _caption(block, index, manner)
            return
        case "rule":
            sign = manner.sign("───", "* * *").center(manner.width).rstrip()
            yield Chunk(Matter("", ()), "rule", [], made=(Line(sign, "rule"),))
            return
        case "table":
            above = matter(block.caption or "", "caption", index)
            if above.text:
                yield Chunk(above, "caption", fill(above.text, columns), hang=hang)
            lines = table_lines(block, index, manner.width, manner.ascii)
            yield Chunk(Matter("", (), "block", index), "table", [], 0 if above.text else 1, made=lines)
            return
        case "code":
            yield from _code(block, index, manner)
            return
        case "heading":
            yield Chunk(text, "heading", balanced(text.text, columns), hang=hang)
        case "list_item":
            yield _item(manuscript, index, manner)
        case "quote":
            yield from _quote(block, text, manner)
        case _:
            yield Chunk(text, "paragraph", fill(text.text, columns), hang=hang)


def _item(manuscript: Manuscript, index: int, manner: Manner) -> Chunk:
    """An item behind its mark, close to the one before."""
    blocks, text = manuscript.article.blocks, manuscript.texts[index]
    block = blocks[index]
    indent = min(2 * ((block.level or 1) - 1), manner.width // 3) * " " + " " * (manner.width >= HANG_FROM)
    mark = indent + (f"{manuscript.numbers[index]}. " if block.ordered else manner.sign("• ", "* "))
    cuts = fill(text.text, manner.width - cells_of(mark))
    follows = index > 0 and blocks[index - 1].kind == "list_item"
    return Chunk(text, "list_item", cuts, 0 if follows else 1, mark, " " * cells_of(mark))


def _quote(block: Block, text: Matter, manner: Manner) -> Iterator[Chunk]:
    """A quote behind a bar; its opening mark hangs into the space between the two."""
    bar = " " * (manner.width >= HANG_FROM) + manner.sign("▌", "|")
    columns = manner.width - len(bar) - 1
    yield Chunk(text, "quote", fill(text.text, columns), 1, bar, bar, hang=True)
    if block.author:
        author = joined("author", text.index, own(manner.sign("— ", "- ")), matter(block.author, "author", text.index))
        yield Chunk(author, "author", fill(author.text, columns), 0, bar, bar, hang=True)


_UNDESCRIBED = "Image without a description"


def _caption(block: Block, index: int, manner: Manner) -> Chunk:
    mark = " " * (manner.width >= HANG_FROM) + manner.sign("▣ ", "# ")
    caption = matter(block.caption or "", "caption", index)
    told = matter(block.credit or "", "credit", index) if block.credit or caption.text else own(_UNDESCRIBED)
    if caption.text and told.text:
        told = joined("credit", index, own(" ("), told, own(")"))
    text = joined("caption", index, caption, toned(told, "credit"))
    return Chunk(text, "caption", fill(text.text, manner.width - len(mark)), 1, mark, " " * len(mark))


def _code(block: Block, index: int, manner: Manner) -> Iterator[Chunk]:
    """Code keeps its lines and spaces; tabs go to the next fourth column."""
    made: list[Line] = []
    columns = max(1, manner.width - 2)
    offset = 0
    for row in block.text.split("\n"):
        text = _code_row(row, offset, index)
        for start, end in hard(text.text, columns):
            made.append(Line("  " + text.text[start:end], "code", tuple(text.pieces(start, end, 2))))
        offset += len(row) + 1
    yield Chunk(Matter("", (), "block", index), "code", [], made=tuple(made))


def _code_row(row: str, offset: int, index: int) -> Matter:
    parts: list[str] = []
    runs: list[Run] = []
    size = 0
    for k, cell in enumerate(row.split("\t")):
        if k:
            gap = 4 - size % 4
            runs.append(Run(size, size + gap))
            parts.append(" " * gap)
            size, offset = size + gap, offset + 1
        shown = matter(cell, "block", index)
        parts.append(shown.text)
        runs += [Run(r.start + size, r.end + size, (r.source or 0) + offset) for r in shown.runs]
        size, offset = size + len(shown.text), offset + len(cell)
    return Matter("".join(parts), tuple(runs), "block", index)


def _foot(article: Article, manner: Manner) -> Iterator[Chunk]:
    hang = manner.width >= HANG_FROM
    told = [matter(note.text, "endnote", index) for index, note in enumerate(article.notes)]
    for text in (*told, *([own(article.truncated)] if article.truncated else ())):
        yield Chunk(text, "note", fill(text.text, manner.width - hang), hang=hang)
    addresses = [s.address for b in article.blocks for s in b.spans if s.style == "link" and s.address]
    if manner.links == "numbered":
        for number, address in enumerate(addresses, 1):
            text = own(f"[{number}] {address}")
            yield Chunk(text, "address", hard(text.text, max(1, manner.width)), int(number == 1))
