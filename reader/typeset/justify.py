"""Lines stretched to the full measure, by spaces that belong to no place."""

from __future__ import annotations

from itertools import pairwise

from reader.model import Line, Piece
from reader.text.words import width as cells_of

LOOSEST = 3
"""Spaces that may stand between two words; a line that would need more stays ragged."""


def justified(line: Line, width: int) -> Line:
    """The line with wider spaces so that it fills the width, or as it was where that would tear it apart."""
    body = next((piece.start for piece in line.pieces if piece.place is not None), len(line.text))
    gaps = [k for k in range(body, len(line.text)) if line.text[k] == " "]
    missing = width - cells_of(line.text)
    if missing <= 0 or not gaps or missing > (LOOSEST - 1) * len(gaps):
        return line
    share, rest = divmod(missing, len(gaps))
    # What is left over goes to the right and to the left by turns of the line's length, so that no river forms.
    wide = set(gaps[:rest] if len(line.text) % 2 else gaps[len(gaps) - rest :])
    extra = {gap: share + (gap in wide) for gap in gaps if share or gap in wide}
    return Line(_stretched(line.text, extra), line.role, tuple(_moved(line.pieces, extra)))


def _stretched(text: str, extra: dict[int, int]) -> str:
    return "".join(char + " " * extra.get(k, 0) for k, char in enumerate(text))


def _moved(pieces: tuple[Piece, ...], extra: dict[int, int]) -> list[Piece]:
    """The pieces cut after each stretched space, each with the place it had."""
    found: list[Piece] = []
    for piece in pieces:
        edges = [piece.start, *(gap + 1 for gap in extra if piece.start <= gap < piece.end - 1), piece.end]
        for start, end in pairwise(edges):
            shift = sum(size for gap, size in extra.items() if gap < start)
            place = piece.place
            if place is not None:
                first = place.start + start - piece.start
                place = type(place)(place.part, place.index, first, first + end - start)
            found.append(Piece(start + shift, end + shift, piece.styles, place, piece.address))
    return found
