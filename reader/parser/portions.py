"""The parts that pieces of an HTML page can have, and which each has so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from reader.model import Reason
from reader.parser.seen import ANCESTORS, Seen
from reader.parser.vocabulary import NAMES

Part = Literal["body", "head", "caption", "correction", "credit note", "story"] | Reason
MOST_PIECES = 5_000
"""Pieces whose words are read: beyond, on pages that nobody wrote by hand, their elements' names must do."""
NOTES_AFTER = 6
"""Pieces after the body's last in which its notes, and a wall, stand."""
LINKED = 0.3
"""Share of linked characters from which a line may point to another story."""
BOX_MOST = 300
"""Characters of the longest invitation to sign up."""
_AROUND: tuple[tuple[str, Reason], ...] = (
    ("nav", "navigation"),
    ("footer", "legal"),
    ("form", "newsletter"),
)
_CALLED: tuple[tuple[str, Reason], ...] = (
    ("comment", "comments"),
    ("advert", "advert"),
    ("subscribe", "newsletter"),
    ("related", "related"),
    ("share", "share"),
    ("author", "author box"),
    ("navigation", "navigation"),
    ("footer", "legal"),
)
_BY_TAG = tuple((1 << ANCESTORS.index(tag), reason) for tag, reason in _AROUND)
_BY_NAME = tuple((1 << NAMES.index(kind), reason) for kind, reason in _CALLED)


@dataclass(slots=True)
class Sorted:
    """The parts of a page's pieces; `stories` holds label and headline of other stories, `wall` what a paywall says.

    `first` and `last` bound the body (last exclusive).
    """

    parts: list[Part]
    stories: dict[int, tuple[str | None, str]] = field(default_factory=dict)
    wall: str | None = None
    first: int = 0
    last: int = 0

    def bound(self) -> None:
        """Find again where the body begins and ends."""
        self.first = self.last = 0
        if "body" in self.parts:
            self.first, self.last = self.parts.index("body"), len(self.parts) - self.parts[::-1].index("body")


def is_heading(seen: Seen, index: int) -> bool:
    """Whether a piece is a heading by its element."""
    tag = seen.out.tags[seen.owners[index]]
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()


def called(seen: Seen, node: int) -> Reason | None:
    """Why a piece is left out, by what the elements around it are called."""
    return _by_bits(seen.near[node], seen.around[node])


@lru_cache(maxsize=4096)
def _by_bits(near: int, around: int) -> Reason | None:
    for bit, reason in _BY_NAME:
        if near & bit:
            return reason
    for bit, reason in _BY_TAG:
        if around & bit:
            return reason
    return None
