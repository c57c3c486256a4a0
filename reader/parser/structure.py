"""Sorted pieces of an HTML page become blocks: headings, quotes, lists, tables, pictures, code, with their spans."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from reader.model import Block, Note, Related, Removed, Span
from reader.parser import breaks, captions, datelines, references
from reader.parser.edges import ornament
from reader.parser.line_blocks import REASONS, Parts
from reader.parser.pieces import BREAK, Outline, Picture, Piece
from reader.parser.portions import Sorted
from reader.parser.sorting import SIGNING_TAGS
from reader.parser.spans import address, spans

_HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 4}
# "— Name (@handle) March 3", "A post shared by Name (@handle)": who is quoted, under the quote.
_AUTHOR = re.compile(
    r"(?:[—–―-]{1,2}|A post shared by|Ein Beitrag geteilt von|Une publication partagée par)\s*(\S.{1,160})$"
)
_AUTHOR_MOST = 120
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:captions?|bildunterschrift|bildtext|l[ée]gende|didascalia|onderschrift|legenda|pie-?de-?foto)(?:$|[\s_-])"
)
_CREDIT_MOST = 80
_CELL_MOST = 240
"""Characters from which a cell holds a layout, not data."""
_LIVE_TIMES = 3
"""So many pieces that are only a time of day make a live blog."""


class Frame(NamedTuple):
    """The nearest quote, table, figure, list item and code around an element (-1 where there is none), and how many lists."""

    quote: int = -1
    table: int = -1
    figure: int = -1
    item: int = -1
    code: int = -1
    lists: int = 0


_FRAMING = {"blockquote": "quote", "table": "table", "figure": "figure", "li": "item", "pre": "code"}


class Frames:
    """The frames of a page's elements, worked out for those that are asked about: one of ten."""

    def __init__(self, out: Outline) -> None:
        self.out = out
        self.known: dict[int, Frame] = {-1: Frame()}

    def __getitem__(self, node: int) -> Frame:
        known = self.known.get(node)
        if known is not None:
            return known
        path: list[int] = []
        tags, parents = self.out.tags, self.out.parents
        while node not in self.known:
            path.append(node)
            node = parents[node]
        around = self.known[node]
        for each in reversed(path):
            tag = tags[each]
            if tag in _FRAMING:
                around = around._replace(**{_FRAMING[tag]: each})
            elif tag in ("ul", "ol"):
                around = around._replace(lists=around.lists + 1)
            self.known[each] = around
        return around

    def quote(self, node: int) -> int:
        """The quote around an element, -1 where there is none."""
        return self[node].quote


def pictured(out: Outline, frames: Frames) -> dict[int, Picture]:
    """Pieces that stand by a picture: in a figure of few pieces, or named as captions."""
    pictures = {frames[picture.node].figure: picture for picture in reversed(out.pictures)}
    found: dict[int, Picture] = {}
    for figure, picture in pictures.items():
        if figure < 0 or out.last[figure] - out.first[figure] > 4:
            continue
        for index in range(out.first[figure], out.last[figure]):
            if out.tags[out.pieces[index].node] not in _HEADINGS:
                found[index] = picture
    for picture in out.pictures:
        under = picture.before
        if (
            under < len(out.pieces)
            and under not in found
            and _CAPTION.search(out.names[out.pieces[under].node].lower())
        ):
            found[under] = picture
    for index in _in_captions(out):
        node = out.pieces[index].node
        if index not in found and _captions(out, _figcaption(out, node)):
            found[index] = found[index - 1] if _same_caption(out, found, index) else Picture("", index, node, "")
    return found


def _in_captions(out: Outline) -> list[int]:
    """The pieces inside elements for captions."""
    inside: list[int] = []
    done = 0
    for tag, first, last in zip(out.tags, out.first, out.last, strict=True):
        if tag == "figcaption":
            inside += range(max(done, first), last)
            done = max(done, last)
    return inside


def _figcaption(out: Outline, node: int) -> int:
    """The caption's element that an element is, or stands in; -1 where there is none."""
    for _ in range(3):
        if node < 0 or out.tags[node] == "figcaption":
            break
        node = out.parents[node]
    return node if node >= 0 and out.tags[node] == "figcaption" else -1


_CAPTION_PIECES = 2
"""Pieces of the fullest caption's element: some pages set whole chapters into one."""


def _captions(out: Outline, node: int) -> bool:
    """Whether an element for captions holds words and a credit, no chapter with a heading."""
    inside = range(out.first[node], out.last[node]) if node >= 0 else range(0)
    tags = [out.tags[out.pieces[at].node] for at in inside[: _CAPTION_PIECES + 1]]
    return 0 < len(tags) <= _CAPTION_PIECES and tags.count("p") < _CAPTION_PIECES and _HEADINGS.keys().isdisjoint(tags)


def _same_caption(out: Outline, found: dict[int, Picture], index: int) -> bool:
    """Whether the piece before says the caption that this one goes on with: both in one element, or that is called a caption
    and this one a credit."""
    if index - 1 not in found:
        return False
    mine, before = out.pieces[index].node, out.pieces[index - 1].node
    if _figcaption(out, mine) == _figcaption(out, before):
        return True
    return "credit" in out.names[mine].lower() and _CAPTION.search(out.names[before].lower()) is not None


class Builder:
    """Puts blocks together in the page's order."""

    def __init__(self, out: Outline, found: Sorted, frames: Frames, pictures: dict[int, Picture], base: str | None):
        self.out, self.sorted, self.frames, self.base = out, found, frames, base
        self.pictures = pictures
        self.parts = Parts()
        self.used: set[int] = set()
        self.tables: dict[int, tuple[tuple[str, ...], ...] | None] = {}
        times = [index for index in range(found.first, found.last) if datelines.is_hour(out.pieces[index].text)]
        self.times = frozenset(times if len(times) >= _LIVE_TIMES else ())

    def build(self) -> Parts:
        """Blocks and the rest; what the head says is in neither."""
        waiting, tabled = self._lone_pictures(), self._in_tables()
        for index, (piece, part) in enumerate(zip(self.out.pieces, self.sorted.parts, strict=True)):
            while waiting and waiting[0].before <= index:
                self.parts.blocks.append(Block("image", address=address(waiting.pop(0).address, self.base)))
            if index in self.used or part == "head":
                continue
            if part == "body" or index in self.times:
                self._body(index, piece)
            elif part == "caption":
                self._caption(index, piece)
            elif part in REASONS:  # three of four
                if not (tabled[index] and self._kept_table(piece)):
                    self.parts.removed.append(Removed(piece.text, REASONS[part]))
            else:
                self._other(index, piece, part)
        return self.parts

    def _in_tables(self) -> bytearray:
        """For each piece whether it stands in a table."""
        out = self.out
        tabled, done = bytearray(len(out.pieces)), 0
        for tag, first, last in zip(out.tags, out.first, out.last, strict=True):
            if tag == "table" and last > done:
                tabled[first:last] = b"\1" * (last - first)
                done = last
        return tabled

    def _lone_pictures(self) -> list[Picture]:
        """Pictures of the body that have no caption, in their own figure."""
        spoken = {id(picture) for picture in self.pictures.values()}
        found = self.sorted
        return [
            picture
            for picture in self.out.pictures
            if found.first < picture.before < found.last
            and self.frames[picture.node].figure >= 0
            and id(picture) not in spoken
            and address(picture.address, self.base) is not None
        ]

    def _other(self, index: int, piece: Piece, part: str) -> None:
        parts, text = self.parts, piece.text
        if part == "story":
            label, title = self.sorted.stories[index]
            links = [mark.address for mark in piece.marks if mark.tag == "a"]
            parts.related.append(Related(label, title, address(links[0], self.base) if links else None))
        else:
            parts.notes.append(Note("correction" if part == "correction" else "credit", text))

    def _body(self, index: int, piece: Piece) -> None:
        frame, blocks = self.frames[piece.node], self.parts.blocks
        tag, table = self.out.tags[piece.node], frame.table
        marks = spans(piece, self.base)
        if index in self.times:
            blocks.append(Block("heading", piece.text, level=3))
        elif ornament(piece.text):
            blocks.append(Block("rule"))
        elif tag in _HEADINGS:
            words, kept = self._kept(*references.of_heading(piece.text, marks))
            blocks.append(Block("heading", words, level=_HEADINGS[tag], spans=kept))
        elif table >= 0 and self._rows(table) is not None:
            self._table(table)
        elif frame.code >= 0:
            blocks.append(Block("code", piece.raw.replace(BREAK, "\n").strip("\n")))
        elif frame.quote >= 0:
            self._quote(piece, Block("quote", piece.text, spans=marks))
        elif frame.item >= 0:
            ordered = self.out.tags[self.out.parents[frame.item]] == "ol"
            level = max(1, frame.lists)
            words, kept = self._kept(*references.of_note(piece.text, marks))
            blocks.append(Block("list_item", words, level=level, spans=kept, ordered=ordered))
        else:
            self._paragraph(piece, marks)

    def _paragraph(self, piece: Piece, marks: tuple[Span, ...]) -> None:
        """A paragraph, or what stands on its lines."""
        parted = breaks.parted(piece)
        if len(parted) < 2:
            self.parts.blocks.append(Block("paragraph", piece.text, spans=marks))
            return
        for each in parted:
            item = breaks.without_bullet(each)
            block = Block("list_item", level=1) if item is not None else Block("paragraph")
            line = item or each
            self.parts.blocks.append(replace(block, text=line.text, spans=spans(line, self.base)))

    def _kept(self, words: str, marks: tuple[Span, ...], cut: str) -> tuple[str, tuple[Span, ...]]:
        """What is kept of a piece; the rest is noted as left out."""
        if cut:
            self.parts.removed.append(Removed(cut, "navigation"))
        return words, marks

    def _quote(self, piece: Piece, block: Block) -> None:
        """A quote, or the name under one."""
        blocks = self.parts.blocks
        signed = _AUTHOR.match(piece.text)
        name = signed[1] if signed else piece.text if self.out.tags[piece.node] in SIGNING_TAGS else None
        before = blocks[-1] if blocks else None
        if name and len(name) <= _AUTHOR_MOST and before and before.kind == "quote" and before.author is None:
            blocks[-1] = replace(before, author=name)
        else:
            blocks.append(block)

    def _caption(self, index: int, piece: Piece) -> None:
        """A picture with all pieces of the body's sorting that belong to it."""
        picture = self.pictures[index]
        if self._captions_table(piece):
            return
        texts = [piece.text]
        following = index + 1
        while self.sorted.parts[following : following + 1] == ["caption"] and self.pictures[following] is picture:
            texts.append(self.out.pieces[following].text)
            self.used.add(following)
            following += 1
        words, credit = captions.beside(" ".join(texts))
        if len(texts) == 2 and (owner := captions.split(texts[0]))[0] == "" and owner[1] is not None:
            words, credit = texts[1], owner[1]
        if credit is None and len(texts) == 2:
            credited = "credit" in self.out.names[self.out.pieces[index + 1].node].lower()
            if self._captioned(index + 1) and not self._captioned(index) and not credited:
                texts.reverse()  # whose picture it is stands on it, the words under it
            if len(texts[1]) < _CREDIT_MOST:
                words, credit = texts
        link = address(picture.address, self.base)
        self.parts.blocks.append(Block("image", caption=words or None, credit=credit, address=link))

    def _captions_table(self, piece: Piece) -> bool:
        """Give a table its caption: what stands in its figure, behind it."""
        blocks, figure = self.parts.blocks, self.frames[piece.node].figure
        inside = range(self.out.first[figure], self.out.last[figure]) if figure >= 0 else range(0)
        if not (
            blocks and blocks[-1].kind == "table" and blocks[-1].caption is None and not self.used.isdisjoint(inside)
        ):
            return False
        blocks[-1] = replace(blocks[-1], caption=piece.text)
        return True

    def _captioned(self, index: int) -> bool:
        """Whether a piece stands in what its figure calls the caption."""
        node, tags, parents = self.out.pieces[index].node, self.out.tags, self.out.parents
        return tags[node] == "figcaption" or (node > 0 and tags[parents[node]] == "figcaption")

    def _rows(self, table: int) -> tuple[tuple[str, ...], ...] | None:
        """A table's cells by row, where it holds data and most of it was kept; None for a layout."""
        if table not in self.tables:
            inside = range(self.out.first[table], self.out.last[table])
            rows = self._cells(table)
            kept = sum(self.sorted.parts[index] == "body" for index in inside)
            free = not any(self.sorted.parts[index] == "head" or index in self.used for index in inside)
            flat = all(len(cell) <= _CELL_MOST for row in rows for cell in row)
            data = flat and free and len(rows) > 1 and max(map(len, rows)) > 1 and kept * 2 > len(inside)
            self.tables[table] = rows if data else None
        return self.tables[table]

    def _kept_table(self, piece: Piece) -> bool:
        """Whether a piece stands in a table that is kept as a whole, though not for its own sake: a caption, an empty-looking
        head. The table then begins with it."""
        table = self.frames[piece.node].table
        if table < 0 or self._rows(table) is None:
            return False
        inside = range(self.out.first[table], self.out.last[table])
        own = (index for index in inside if self.frames[self.out.pieces[index].node].table == table)
        if not any(self.sorted.parts[index] == "body" for index in own):
            self.tables[table] = None  # what was kept stands in tables of its own
            return False
        self._table(table)
        return True

    def _cell(self, node: int, table: int) -> int:
        """The nearest cell or caption around a piece of a table; the table where there is none."""
        while node != table and self.out.tags[node] not in ("td", "th", "caption"):
            node = self.out.parents[node]
        return node

    def _cells(self, table: int) -> tuple[tuple[str, ...], ...]:
        rows: dict[int, dict[int, list[str]]] = {}
        for piece in self.out.pieces[self.out.first[table] : self.out.last[table]]:
            cell = self._cell(piece.node, table)
            if self.out.tags[cell] == "caption":
                continue
            row = self.out.parents[cell] if cell != table else table
            rows.setdefault(row, {}).setdefault(cell, []).append(piece.text)
        return tuple(tuple(" ".join(texts) for texts in cells.values()) for cells in rows.values())

    def _table(self, table: int) -> None:
        rows = self._rows(table) or ()
        self.used.update(range(self.out.first[table], self.out.last[table]))
        inside = self.out.pieces[self.out.first[table] : self.out.last[table]]
        said = [piece.text for piece in inside if self.out.tags[self._cell(piece.node, table)] == "caption"]
        caption = " ".join(said) or None
        self.parts.blocks.append(Block("table", "\n".join("\t".join(row) for row in rows), rows=rows, caption=caption))
