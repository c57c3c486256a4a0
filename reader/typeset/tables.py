"""Tables fitted to the width: wide columns give way first; where that is not enough, each row becomes a list.

A table that has to be scrolled sideways is read with a finger on the head of its column; cut off, it says half of
what it knows. Row by row, each cell behind the head of its column, it is read as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Block, Line, Piece
from reader.text.words import width as cells_of
from reader.typeset.breaking import fill
from reader.typeset.matter import Matter, matter

NARROWEST = 8
"""Cells below which a column is not squeezed: words would be cut."""
BESIDE = 30
"""Cells from which the head of a column stands beside its cell; in less it stands above."""
MOST = 64
"""Columns that are set; more are no table for a reader, and their cells are set as lines of text."""
_NUMBER = re.compile(r"[\s+\-−–(]*[$€£¥]?\s*\d[\d\s.,:/]*\s*[%€$£)]*\s*")


def table_lines(block: Block, index: int, width: int, ascii: bool) -> tuple[Line, ...]:
    """The set lines of a table. The role is "table", with "head" for its first row, or for the first cell of each row
    where rows are set one by one."""
    rows = _cells(block, index)
    columns = max((len(row) for row in rows), default=0)
    if not rows or columns > MOST:
        text = matter(block.text, "block", index)
        return tuple(Line(text.text[a:b], "table", tuple(text.pieces(a, b, 0))) for a, b in fill(text.text, width))
    sizes = fitted([_natural(rows, k) for k in range(columns)], width)
    if sizes is None:
        return tuple(_rows_alone(rows, width))
    right = [_numeric(rows, k) for k in range(columns)]
    lines: list[Line] = []
    for number, row in enumerate(rows):
        role = "table" + (" head" if number == 0 and len(rows) > 1 else "")
        lines += _row(row, sizes, right, role)
        if number == 0 and len(rows) > 1:
            lines.append(Line("  ".join(("-" if ascii else "─") * size for size in sizes), role))
    return tuple(lines)


def _cells(block: Block, index: int) -> list[list[Matter]]:
    """The cells, with their offsets in the block's text where that is the rows parted by tabs."""
    offset = 0
    exact = "\n".join("\t".join(row) for row in block.rows) == block.text
    rows = block.rows or tuple(tuple(line.split("\t")) for line in block.text.split("\n"))
    exact = exact or not block.rows
    found: list[list[Matter]] = []
    for row in rows:
        cells = []
        for cell in row:
            cells.append(_shifted(matter(cell, "block", index), offset if exact else None))
            offset += len(cell) + 1
        offset += 0 if row else 1
        found.append(cells)
    return found


def _shifted(cell: Matter, offset: int | None) -> Matter:
    runs = tuple(
        type(run)(run.start, run.end, None if offset is None else (run.source or 0) + offset) for run in cell.runs
    )
    return Matter(cell.text, runs, cell.part, cell.index)


def _natural(rows: list[list[Matter]], column: int) -> int:
    return max((cells_of(row[column].text) for row in rows if column < len(row)), default=0) or 1


def _numeric(rows: list[list[Matter]], column: int) -> bool:
    """Whether all cells below the first row are numbers: they stand to the right."""
    below = [row[column].text for row in rows[1:] if column < len(row) and row[column].text.strip()]
    return bool(below) and all(len(text) < 40 and _NUMBER.fullmatch(text) for text in below)


def fitted(natural: list[int], width: int) -> list[int] | None:
    """Column widths that fit with two cells between, the widest squeezed first; None where words would be cut."""
    room = width - 2 * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    if sum(min(size, NARROWEST) for size in natural) > room:
        return None
    low, high = NARROWEST, max(natural)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if sum(min(size, middle) for size in natural) <= room else (low, middle - 1)
    return [min(size, low) for size in natural]


def _row(row: list[Matter], sizes: list[int], right: list[bool], role: str) -> list[Line]:
    """A row's lines: each cell filled in its column."""
    cuts = [fill(cell.text, size) for cell, size in zip(row, sizes, strict=False)]
    lines = []
    for number in range(max((len(cut) for cut in cuts), default=1) or 1):
        text = ""
        pieces: list[Piece] = []
        done = column = 0
        for cell, cut, size, aside in zip(row, cuts, sizes, right, strict=False):
            a, b = cut[number] if number < len(cut) else (0, 0)
            shown = cell.text[a:b]
            taken = cells_of(shown)
            text += " " * (column - done + (max(0, size - taken) if aside else 0))
            pieces += cell.pieces(a, b, len(text)) if b > a else ()
            text += shown
            column += size + 2
            done = column - 2 if aside else column - 2 - size + taken
        lines.append(Line(text, role, tuple(pieces)))
    return lines


def _rows_alone(rows: list[list[Matter]], width: int) -> Iterator[Line]:
    """Each row as lines of its own, every cell behind the head of its column; rows are parted by an empty line.

    The heads of the first row are the table's own words, later ones are said again by the typesetter.
    """
    heads, body = (rows[0], rows[1:]) if len(rows) > 1 else ([], rows)
    label = min(max((cells_of(it.text) for it in heads), default=0), max(NARROWEST, width // 3))
    for number, row in enumerate(body):
        if number:
            yield Line("", "table")
        for k in range(max(len(row), 0 if number else len(heads))):
            head = heads[k] if k < len(heads) else Matter("", ())
            cell = row[k] if k < len(row) else Matter("", ())
            if not cell.text.strip() and number:
                continue
            role = "table" if k else "table head"
            yield from _pair(head if not number else _said_again(head), cell, label, width, role)


def _pair(head: Matter, cell: Matter, label: int, width: int, role: str) -> list[Line]:
    """A head and a cell: beside each other, or where that is too narrow one above the other."""
    if not label:
        return _row([cell], [width], [False], role)
    if width < BESIDE:
        return [*_row([head], [width], [False], role), *_row([cell], [width], [False], role)]
    return _row([head, cell], [label, width - label - 2], [False, False], role)


def _said_again(head: Matter) -> Matter:
    return Matter(head.text, tuple(type(run)(run.start, run.end) for run in head.runs), head.part, head.index)
