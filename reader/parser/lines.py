"""Lines of scraped text, each given its part: caption, heading, paragraph, other story, furniture.

The scorer says which lines are likely the body; here the trade's standing forms are told apart and the blocks built.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import get_args

from reader.model import Block, Note, Reason, Related, Removed
from reader.parser import captions, furniture
from reader.parser.pieces import Piece

_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "”", '"', "»", "’", "“", ")", ":", ";", "\u200f")
REASONS: dict[str, Reason] = {name: name for name in get_args(Reason)}
_BULLETS = "•▪◦‣·●○■–—*-"


@dataclass(slots=True)
class Parts:
    """What became of a page's pieces."""

    blocks: list[Block] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    truncated: str | None = None


@dataclass(slots=True)
class Lines:
    """The lines of a page with what is known about each so far. `said` names the part once it is decided."""

    pieces: list[Piece]
    keep: list[bool]
    said: list[str] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.said = [""] * len(self.pieces)


def find_captions(lines: Lines) -> None:
    """Mark captions; of one that is said twice the marked-up copy goes."""
    pieces, said = lines.pieces, lines.said
    seen = Counter(piece.text for piece in pieces)
    for index, piece in enumerate(pieces):
        if said[index]:
            continue
        words, credit = captions.split(piece.text)
        twin = index + 1 < len(pieces) and pieces[index + 1].text == piece.text
        if piece.markup and twin:
            said[index], said[index + 1] = "duplicate caption", "caption"
        elif credit is not None and not words:
            said[index] = "credit"
        elif credit is not None and len(words) < 400:
            said[index] = "caption"
        elif piece.markup and seen[piece.text] > 1:
            said[index] = "duplicate caption"
    for index in range(1, len(pieces)):
        before = pieces[index - 1].text
        if said[index] == "credit" and not pieces[index].gap and not said[index - 1] and len(before) < 400:
            said[index - 1] = "caption" if furniture.reason(before) is None else ""
    shown: set[str] = set()
    for index, piece in enumerate(pieces):
        if said[index] == "caption":
            if piece.text in shown:
                said[index] = "duplicate caption"
            shown.add(piece.text)


def find_furniture(lines: Lines) -> None:
    """Mark lines whose words say that they are furniture, notes, or point to other stories."""
    for index, piece in enumerate(lines.pieces):
        if lines.said[index]:
            continue
        note = furniture.note_kind(piece.text)
        if note is not None:
            lines.said[index] = note
            continue
        label = furniture.related_label(piece.text)
        if label is not None and label[1]:
            lines.said[index] = "related"
            lines.labels[index] = label[0]
            continue
        why = furniture.reason(piece.text)
        if why is not None and not (lines.keep[index] and len(piece.text) > 60):
            lines.said[index] = why


def find_related(lines: Lines, body_end: int) -> None:
    """After the body, a label and the headlines under it are other stories."""
    label: str | None = None
    for index in range(body_end, len(lines.pieces)):
        text = lines.pieces[index].text
        named = furniture.related_label(text)
        if named is not None and not named[1]:
            label = named[0]
            lines.said[index] = "label"
        elif lines.said[index] or (lines.pieces[index].gap and label is None):
            label = None if lines.said[index] != "related" else label
        elif label is not None and _headline_like(text):
            lines.said[index] = "related"
            lines.labels[index] = label
        else:
            label = None


def _headline_like(text: str) -> bool:
    return 3 <= len(text.split()) <= 30 and len(text) < 200 and not text.isupper() and not text.endswith((".", ":"))


def after_body(lines: Lines, body_end: int) -> None:
    """Under a comments or newsletter line the rest of that run shares its reason."""
    running: str | None = None
    for index in range(body_end, len(lines.pieces)):
        said = lines.said[index]
        if said in ("comments", "newsletter"):
            running = said
        elif said:
            running = None if said in ("legal", "label", "related", "navigation") else running
        elif running is not None and not lines.keep[index]:
            lines.said[index] = running
        elif lines.pieces[index].text.isupper() and _next_said(lines, index) == "newsletter":
            lines.said[index] = "newsletter"


def _next_said(lines: Lines, index: int) -> str:
    return lines.said[index + 1] if index + 1 < len(lines.said) else ""


def _kind(lines: Lines, index: int) -> Block:
    piece = lines.pieces[index]
    text = piece.text
    if text[0] in _BULLETS and text[1:2] == " ":
        return Block("list_item", text[2:].lstrip(), level=1)
    words = len(text.split())
    if words <= 14 and len(text) < 100 and not text.endswith(_SENTENCE_END) and _stands_alone(lines, index):
        return Block("heading", text, level=2)
    return Block("paragraph", text)


def _stands_alone(lines: Lines, index: int) -> bool:
    """A heading has a paragraph under it and none of its own kind beside it."""
    following = index + 1
    while following < len(lines.pieces) and lines.said[following] not in ("", "body"):
        following += 1
    return following < len(lines.pieces) and lines.keep[following] and len(lines.pieces[following].text) > 80


def _captioned(parts: Parts, lines: Lines, index: int) -> None:
    words, credit = captions.split(lines.pieces[index].text)
    if credit is None and _next_said(lines, index) == "credit":
        credit = captions.split(lines.pieces[index + 1].text)[1]
    parts.blocks.append(Block("image", caption=words or None, credit=credit))


def build(lines: Lines, first: int, last: int) -> Parts:
    """Blocks and the rest, in the page's order. Pieces from `first` to `last` (exclusive) are where the body stands."""
    parts = Parts()
    for index, piece in enumerate(lines.pieces):
        said = lines.said[index]
        if said == "caption" and first - 8 <= index <= last:
            _captioned(parts, lines, index)
        elif said == "credit" and index and lines.said[index - 1] == "caption":
            continue
        elif said == "related":
            label = lines.labels.get(index)
            named = furniture.related_label(piece.text)
            parts.related.append(Related(label, named[1] if named and named[1] else piece.text))
        elif said in ("label", "meta"):
            continue
        elif said in ("correction", "credit note"):
            parts.notes.append(Note("correction" if said == "correction" else "credit", piece.text))
        elif said in REASONS:
            parts.removed.append(Removed(piece.text, REASONS[said]))
        elif lines.keep[index]:
            parts.blocks.append(_kind(lines, index))
        else:
            why: Reason = "navigation" if index < first and len(piece.text) < 60 else "furniture"
            parts.removed.append(Removed(piece.text, why))
    return parts
