"""The lines of a scraped text, once each has its part, become blocks, and the rest is kept with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import get_args

from reader.model import Block, Note, Reason, Related, Removed
from reader.parser import captions, datelines
from reader.parser.lines import CAPTION_BEFORE, Lines, reason_of
from reader.parser.listings import dedented, is_fence

REASONS: dict[str, Reason] = {name: name for name in get_args(Reason)}
_SENTENCE_END = (
    ".",
    "!",
    "?",
    "…",
    "。",
    "！",
    "？",
    "।",
    "؟",
    "۔",
    "።",
    "។",
    "။",
    "”",
    '"',
    "»",
    "’",
    "“",
    ")",
    ":",
    ";",
    ",",
    "\u200f",
)
_BULLETS = "•▪◦‣●○■*"
# A dash begins an item only among its like: alone it begins speech.
_DASHES = "-–"
_QUOTED = re.compile('[“"„«](?P<words>[^“”"„«»]{20,})[”"“»]')
_SIGNED = re.compile(r"[—–―-]{1,2}\s*(?P<author>[^\W\d_].{1,80})")
_NUMBERED = re.compile(r"\d{1,3}[.)] ")
_CLOSING, _TITLE_MOST = '”»“"', 60
_LIVE_TIMES = 3
"""So many lines that are only a time of day make a live blog."""


@dataclass(slots=True)
class Parts:
    """What became of a page's lines."""

    blocks: list[Block] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def live_times(lines: Lines) -> set[int]:
    """Lines between paragraphs that are the times of a live blog's entries."""
    found = {index for index in range(max(0, lines.first - 1), lines.last) if datelines.is_hour(lines.text(index))}
    return found if len(found) >= _LIVE_TIMES else set()


class Builder:
    """Puts blocks together in the page's order."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.parts = Parts()
        self.times = live_times(lines)
        self.used: set[int] = set()

    def build(self) -> Parts:
        """Blocks and the rest. A line that was found to be the head's ("meta") is in neither."""
        for index in range(len(self.lines.pieces)):
            if index not in self.used:
                self._line(index)
        return self.parts

    def _line(self, index: int) -> None:
        lines, parts = self.lines, self.parts
        text, said = lines.texts[index], lines.said[index]
        if said == "code":
            self._code(index)
        elif not said and index not in self.times:
            if lines.keep[index]:
                parts.blocks.append(self._block(index))
            else:
                parts.removed.append(Removed(text, reason_of(lines, index)))
        elif index in self.times and said in ("", "navigation"):
            parts.blocks.append(Block("heading", text, level=3))
        elif said in ("caption", "credit") and lines.first - CAPTION_BEFORE <= index <= lines.last and lines.last:
            self._caption(index)
        elif said == "related":
            parts.related.append(Related(*lines.stories.get(index, (None, text))))
        elif said == "correction":
            parts.notes.append(Note("correction", text))
        elif said == "credit note":
            parts.notes.append(Note("credit", text))
        elif said in REASONS:
            parts.removed.append(Removed(text, REASONS[said]))
        elif said not in ("meta", "label"):
            parts.removed.append(Removed(text, "furniture"))

    def _code(self, index: int) -> None:
        """Code among the paragraphs or right behind them, whole."""
        lines, run = self.lines, self.lines.pieces[index].node
        end = index
        while end < len(lines.pieces) and lines.pieces[end].node == run:
            end += 1
        raw = [line for piece in lines.pieces[index:end] for line in (*[""] * piece.gap, piece.raw)]
        self.used.update(range(index, end))
        if lines.first < index <= lines.last and (code := dedented(raw)):
            self.parts.blocks.append(Block("code", code))
            fences = [piece.text for piece in lines.pieces[index:end] if is_fence(piece.raw)]
            self.parts.removed += [Removed(fence, "markup") for fence in fences]
        else:
            self.parts.removed += [Removed(piece.text, "furniture") for piece in lines.pieces[index:end]]

    def _caption(self, index: int) -> None:
        words, credit = captions.split(self.lines.text(index))
        beside = self.lines.told(index + 1)
        if credit is None and beside == "credit":
            credit = captions.split(self.lines.text(index + 1))[1]
            self.used.add(index + 1)
        elif not words and beside == "caption" and captions.split(self.lines.text(index + 1))[1] is None:
            words = self.lines.text(index + 1)
            self.used.add(index + 1)
        self.parts.blocks.append(Block("image", caption=words or None, credit=credit))

    def _block(self, index: int) -> Block:
        text = self.lines.text(index)
        if text[0] in _BULLETS and text[1:2] == " ":
            return Block("list_item", text[2:].lstrip() or text, level=1)
        if text[0] in _DASHES and text[1:2] == " " and self._among_items(index):
            return Block("list_item", text[2:].lstrip() or text, level=1)
        if text.startswith("> ") and len(text) > 2:
            return Block("quote", text[2:].lstrip() or text)
        if text[0] in '“"„«' and _QUOTED.fullmatch(text):
            signed = _SIGNED.fullmatch(self.lines.text(index + 1))
            if signed is not None and len(signed["author"].split()) <= 10:
                self.used.add(index + 1)
                return Block("quote", text, author=signed["author"])
        return Block("heading", text, level=2) if self._is_heading(index) else Block("paragraph", text)

    def _among_items(self, index: int) -> bool:
        sides = (self.lines.text(index - 1), self.lines.text(index + 1))
        return any(side[:1] in _DASHES and side[1:2] == " " for side in sides if side)

    def _titles(self, index: int) -> bool:
        """Whether a line is a few words between marks of quotation that stand apart, as newspapers set headings."""
        pieces, text = self.lines.pieces, self.lines.text(index).rstrip()
        apart = pieces[index].gap and index + 1 < len(pieces) and pieces[index + 1].gap
        told = text[-1] in _CLOSING and text[:-1].rstrip()[-1:] not in (*".!?,…", "")
        return bool(apart) and len(text) < _TITLE_MOST and told

    def _is_heading(self, index: int) -> bool:
        """Short, no sentence, and a paragraph of the body under it."""
        text = self.lines.text(index)
        if len(text) >= 100 or len(text.split()) > 14 or (text[0] in '“"„«' and not self._titles(index)):
            return False
        if _NUMBERED.match(text) and _NUMBERED.match(self.lines.text(index - 1)):
            return False  # the last item of a list
        following = index + 1
        while self.lines.told(following) not in ("", "meta"):
            following += 1
        if following >= len(self.lines.pieces) or not self.lines.keep[following]:
            return False
        under = len(self.lines.text(following))
        if text[-1] in _CLOSING and self._titles(index):
            return under > 80
        if text.endswith("?"):
            return under > 150 and len(self.lines.text(index - 1)) > 100
        return under > 80 and not text.endswith(_SENTENCE_END)
