"""Chosen pieces of an HTML page become blocks: headings, quotes, lists, tables, pictures, code, with their spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from urllib.parse import urljoin

from reader.model import Block, Span, SpanStyle
from reader.parser import captions
from reader.parser.pieces import Mark, Outline, Picture, Piece
from reader.text.clean import clean

_STYLES: dict[str, SpanStyle] = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_AUTHOR = re.compile(r"[—–―-]{1,2}\s*(\S.{1,160})$")
_SPACE = re.compile(r"\s+")
# Cells longer than this hold a layout, not data.
_CELL_MOST = 240


@dataclass(slots=True)
class Frame:
    """What surrounds the pieces: nearest list, quote, table, figure of each element, -1 where there is none."""

    quote: list[int] = field(default_factory=list)
    table: list[int] = field(default_factory=list)
    figure: list[int] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    item: list[int] = field(default_factory=list)
    code: list[int] = field(default_factory=list)


def frame(out: Outline) -> Frame:
    """One pass over the elements, parents first."""
    found = Frame()
    for index, tag in enumerate(out.tags):
        parent = out.parents[index]
        for column, names in (
            (found.quote, ("blockquote",)),
            (found.table, ("table",)),
            (found.figure, ("figure",)),
            (found.item, ("li",)),
            (found.code, ("pre",)),
        ):
            column.append(index if tag in names else column[parent] if parent >= 0 else -1)
        depth = found.lists[parent] if parent >= 0 else 0
        found.lists.append(depth + (tag in ("ul", "ol")))
    return found


def spans(piece: Piece, base: str | None) -> tuple[Span, ...]:
    """Inline marks with offsets in the collapsed text."""
    if not piece.marks:
        return ()
    raw, places, size, pending = piece.raw, [], 0, False
    for letter in raw:
        if letter.isspace():
            places.append(size)
            pending = size > 0
        else:
            size += pending
            pending = False
            places.append(size)
            size += 1
    result = [_span(mark, raw, places, base) for mark in piece.marks]
    return tuple(
        sorted((span for span in result if span is not None), key=lambda span: (span.start, -span.end, span.style))
    )


def _span(mark: Mark, raw: str, places: list[int], base: str | None) -> Span | None:
    start, end = mark.start, mark.end
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    address = _address(mark.address, base) if mark.tag == "a" else None
    if mark.tag == "a" and address is None:
        return None
    return Span(places[start], places[end - 1] + 1, _STYLES[mark.tag], address)


def _address(address: str | None, base: str | None) -> str | None:
    if not address:
        return None
    address = clean(address).strip()
    if address.startswith(("#", "javascript:", "data:")):
        return None
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return None


class Builder:
    """Builds a page's blocks in order. `used` collects pieces whose words a block holds although they were not chosen."""

    def __init__(self, out: Outline, keep: list[bool], base: str | None) -> None:
        self.out, self.keep, self.base = out, keep, base
        self.frame = frame(out)
        self.blocks: list[Block] = []
        self.used: set[int] = set()
        self.tables: dict[int, bool] = {}

    def build(self, first: int, last: int) -> list[Block]:
        """Blocks of the chosen pieces, and of pictures between `first` and `last`."""
        pictures = [picture for picture in self.out.pictures if first <= picture.before <= last]
        place = 0
        for index, piece in enumerate(self.out.pieces):
            while place < len(pictures) and pictures[place].before <= index:
                self._picture(pictures[place])
                place += 1
            if self.keep[index] and index not in self.used:
                self._piece(index, piece)
        return self.blocks

    def _piece(self, index: int, piece: Piece) -> None:
        node, found = piece.node, self.frame
        tag = self.out.tags[node]
        marks = spans(piece, self.base)
        table = found.table[node]
        if tag in _HEADINGS:
            self.blocks.append(Block("heading", piece.text, level=_HEADINGS[tag], spans=marks))
        elif table >= 0 and self._is_data(table):
            self._table(table)
        elif found.code[node] >= 0:
            self.blocks.append(Block("code", piece.raw.strip("\n")))
        elif found.quote[node] >= 0:
            self._quote(found.quote[node], piece, marks)
        elif found.item[node] >= 0:
            ordered = self.out.tags[self.out.parents[found.item[node]]] == "ol"
            self.blocks.append(
                Block("list_item", piece.text, level=max(1, found.lists[node]), spans=marks, ordered=ordered)
            )
        elif tag == "figcaption":
            self._caption(piece.text, None)
        else:
            self.blocks.append(Block("paragraph", piece.text, spans=marks))

    def _quote(self, quote: int, piece: Piece, marks: tuple[Span, ...]) -> None:
        signed = _AUTHOR.match(piece.text)
        before = self.blocks[-1] if self.blocks else None
        if signed is not None and before is not None and before.kind == "quote" and before.author is None:
            self.blocks[-1] = Block("quote", before.text, author=signed[1], spans=before.spans)
        else:
            self.blocks.append(Block("quote", piece.text, spans=marks))

    def _caption(self, text: str, address: str | None) -> None:
        words, credit = captions.split(text)
        self.blocks.append(Block("image", caption=words or None, credit=credit, address=address))

    def _picture(self, picture: Picture) -> None:
        figure = self.frame.figure[picture.node]
        if figure < 0:
            return
        inside = range(self.out.first[figure], self.out.last[figure])
        words = [
            index
            for index in inside
            if self.out.tags[self.out.pieces[index].node] == "figcaption" or not self.keep[index]
        ]
        if any(index in self.used for index in words):
            return
        text = " ".join(self.out.pieces[index].text for index in words)
        if len(words) > 4 or len(text) > 800:
            return
        self.used.update(words)
        self._caption(text, _address(picture.address, self.base))

    def _is_data(self, table: int) -> bool:
        known = self.tables.get(table)
        if known is None:
            inside = range(self.out.first[table], self.out.last[table])
            rows = self._rows(table)
            chosen = sum(self.keep[index] for index in inside)
            flat = all(len(cell) <= _CELL_MOST for row in rows for cell in row)
            known = flat and len(rows) > 1 and max(map(len, rows)) > 1 and chosen * 2 > len(inside)
            self.tables[table] = known
        return known

    def _rows(self, table: int) -> list[list[str]]:
        rows: dict[int, dict[int, str]] = {}
        for index in range(self.out.first[table], self.out.last[table]):
            node = self.out.pieces[index].node
            cell = node
            while cell != table and self.out.tags[cell] not in ("td", "th"):
                cell = self.out.parents[cell]
            row = self.out.parents[cell] if cell != table else table
            cells = rows.setdefault(row, {})
            cells[cell] = (
                f"{cells[cell]} {self.out.pieces[index].text}" if cell in cells else self.out.pieces[index].text
            )
        return [list(cells.values()) for cells in rows.values()]

    def _table(self, table: int) -> None:
        rows = tuple(tuple(row) for row in self._rows(table))
        self.used.update(range(self.out.first[table], self.out.last[table]))
        self.blocks.append(Block("table", "\n".join("\t".join(row) for row in rows), rows=rows))


def repeated(texts: list[str], keep: list[bool], short: int = 300) -> set[int]:
    """Chosen pieces that only repeat words of a longer one: pull quotes."""
    chosen = [index for index, kept in enumerate(keep) if kept]
    whole = "\n".join(texts[index] for index in chosen)
    starts, size = [], 0
    for index in chosen:
        starts.append(size)
        size += len(texts[index]) + 1
    result = set()
    for place, index in enumerate(chosen):
        words = texts[index].strip("\"“”«»„'‘’ ")
        if not 40 <= len(words) <= short:
            continue
        found = whole.find(words)
        while found >= 0:
            other = bisect_right(starts, found) - 1
            if other != place and len(texts[chosen[other]]) > len(texts[index]) + 20:
                result.add(index)
                break
            found = whole.find(words, found + 1)
    return result
