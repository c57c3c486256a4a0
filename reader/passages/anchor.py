"""What is kept of a passage so that it can be found again, and the JSON text it travels as.

The JSON is an object with short keys, as thousands of them lie in a library: `v` version, `q` quote, `e` what stands
of the quote's first and last word outside it, `w` number of its first word, `m` words in the text, `p` words of
its paragraphs before and after it, `l` `r` sketches of the words before and after, `k` how many twins (places with
the same words) stood before it and in all, `d` decoys, `t` the part it stood in where that is not the body, `c` a
check sum of the whole text. A long passage is known by its ends: `n` counts its words and sums them up, `z` is the
anchor of its last ones, and the rest describes its first ones.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import cast, get_args

from reader.errors import UnreadableError
from reader.model import Part

VERSION = 1
_FARTHEST = 10**9
_PARTS: tuple[str, ...] = get_args(Part)


@dataclass(frozen=True, slots=True)
class Decoy:
    """Another place of the old text for which the passage could be mistaken.

    `left` and `right` sketch the words around it. `inside` sketches its own words; it is empty where they are the
    passage's own, that is, for a twin.
    """

    at: int
    left: str
    right: str
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage described by its words, its surroundings and the places it could be mistaken for."""

    quote: str
    at: int = 0
    size: int = 0
    left: str = ""
    right: str = ""
    edges: tuple[str, str] = ("", "")
    margins: tuple[int, int] = (0, 0)
    rank: int = 0
    twins: int = 0
    decoys: tuple[Decoy, ...] = ()
    part: Part = "block"
    check: int = 0
    length: tuple[int, int] = (0, 0)
    tail: Anchor | None = None

    def as_json(self) -> str:
        """The anchor as compact JSON text."""
        return json.dumps(self.fields(), ensure_ascii=False, separators=(",", ":"))

    def fields(self) -> dict[str, object]:
        """What the JSON text holds; what is empty is left out."""
        fields: dict[str, object] = {"v": VERSION, "q": self.quote, "w": self.at, "m": self.size}
        if any(self.margins):
            fields["p"] = self.margins
        if any(self.edges):
            fields["e"] = self.edges
        if self.left:
            fields["l"] = self.left
        if self.right:
            fields["r"] = self.right
        if self.twins:
            fields["k"] = (self.rank, self.twins)
        if self.decoys:
            fields["d"] = [_row(decoy) for decoy in self.decoys]
        if self.part != "block":
            fields["t"] = self.part
        if self.check:
            fields["c"] = self.check
        if self.tail is not None:
            fields |= {"n": self.length, "z": self.tail.fields()}
        return fields


def _row(decoy: Decoy) -> list[object]:
    row: list[object] = [decoy.at, decoy.left, decoy.right]
    return [*row, decoy.inside] if decoy.inside else row


def parse_anchor(text: str) -> Anchor:
    """The anchor that a JSON text holds; UnreadableError if it is none, or one of a version yet to come."""
    try:
        return anchor_from(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "The description of a passage cannot be read.", "Mark the passage again, or import it by its quote."
        ) from error


def anchor_from(fields: object) -> Anchor:
    """The anchor of these fields. Raises ValueError if they are of none, or of a version yet to come."""
    if not isinstance(fields, dict) or fields.get("v") != VERSION:
        raise ValueError("no anchor of this version")
    rank, twins = _pair_of_counts(fields.get("k", [0, 0]))
    edges = _list(fields.get("e", ["", ""]), 2)
    part = _text(fields.get("t", "block"))
    if part not in _PARTS:
        raise ValueError(f"no such part: {part}")
    decoys = fields.get("d", [])
    if not isinstance(decoys, list):
        raise ValueError("decoys are a list")
    return Anchor(
        quote=_text(fields.get("q")),
        at=_count(fields.get("w", 0)),
        size=_count(fields.get("m", 0)),
        left=_text(fields.get("l", "")),
        right=_text(fields.get("r", "")),
        edges=(_text(edges[0]), _text(edges[1])),
        margins=_pair_of_counts(fields.get("p", [0, 0])),
        rank=rank,
        twins=twins,
        decoys=tuple(map(_decoy, decoys)),
        part=cast("Part", part),
        check=_count(fields.get("c", 0), 2**32),
        length=_pair_of_counts(fields.get("n", [0, 0]), 2**32),
        tail=_tail(fields.get("z")),
    )


def _decoy(row: object) -> Decoy:
    if not isinstance(row, list) or len(row) not in (3, 4):
        raise ValueError("a decoy is a list of three or four")
    return Decoy(_count(row[0]), *map(_text, row[1:]))


def _tail(fields: object) -> Anchor | None:
    if fields is None:
        return None
    if isinstance(fields, dict) and "z" in fields:
        raise ValueError("an end has no end of its own")
    return anchor_from(fields)


def _list(value: object, size: int) -> list[object]:
    if not isinstance(value, list) or len(value) != size:
        raise ValueError(f"no list of {size}: {value!r:.40}")
    return value


def _pair_of_counts(value: object, most: int = _FARTHEST) -> tuple[int, int]:
    first, second = _list(value, 2)
    return _count(first, most), _count(second, most)


def _count(value: object, most: int = _FARTHEST) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError(f"no count: {value!r:.40}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"no text: {value!r:.40}")
    return value
