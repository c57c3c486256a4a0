"""Footnotes: what the story's own numbers lead to belongs to it, however short and far below it stands."""

from __future__ import annotations

import re

from reader.parser.pieces import Piece
from reader.parser.portions import MOST_PIECES, Sorted
from reader.parser.seen import Seen

# "[12]", "†", "1)", "a": what leads to a note. An envelope leads to a form, an arrow to the top.
_SIGN = re.compile(r"\s*[\[(]?(?:\d{1,4}|[*†‡§¶]{1,3}|[a-z])[\])]?[.:]?\s*")
_NOTE_PIECES = 4
"""Pieces of the longest note. What has more is a part of the page: comments, whose number leads to them, too."""
_LEFT_OUT = ("furniture", "navigation")


def footnotes(seen: Seen, found: Sorted) -> None:
    """Keep the notes to which signs in kept pieces lead, whatever the scorer thought of them."""
    body = [
        index
        for index in range(found.first, min(found.last, found.first + MOST_PIECES))
        if found.parts[index] == "body"
    ]
    wanted = {name for index in body for name in _leads_to(seen.out.pieces[index])}
    if not wanted:
        return
    for node, names in enumerate(seen.out.names):
        if not names or wanted.isdisjoint(names.split()):
            continue
        note = range(seen.out.first[node], seen.out.last[node])
        if len(note) <= _NOTE_PIECES and note.start > found.first and seen.comments.isdisjoint(note):
            for index in note:
                if found.parts[index] in _LEFT_OUT:
                    found.parts[index] = "body"


def _leads_to(piece: Piece) -> set[str]:
    """The names within the page to which signs of a piece lead."""
    return {
        mark.address[1:]
        for mark in piece.marks
        if mark.tag == "a"
        and mark.address
        and mark.address[0] == "#"
        and _SIGN.fullmatch(piece.raw, mark.start, mark.end)
    }
