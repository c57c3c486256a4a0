"""An article as paragraphs, for whoever compares texts; and offsets in them as Places, for everybody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.errors import UsageError
from reader.model import Article, Part, Place

BESIDE: frozenset[Part] = frozenset({"byline", "author", "credit", "endnote"})
"""What is told beside the story: it is drawn and found, but one neither reads on from it nor marks it."""
Spot = tuple[int, int]
"""A paragraph's index and an offset in it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an article that hold words a reader can mark, in reading order."""

    keys: tuple[tuple[Part, int], ...]
    paragraphs: tuple[str, ...]

    def ends(self, places: Iterable[Place]) -> tuple[Spot, Spot]:
        """From where to where places reach, offsets drawn into their part; UsageError for a part that is not there."""
        spots = []
        for place in places:
            if (place.part, place.index) not in self.keys:
                raise UsageError("That place is not in the article.", "Mark the passage again.")
            number = self.keys.index((place.part, place.index))
            size = len(self.paragraphs[number])
            start = min(max(0, place.start), size)
            spots.append(((number, start), (number, min(max(start, place.end), size))))
        if not spots:
            raise UsageError("No place was given for the passage.", "Select some text first.")
        return min(start for start, _ in spots), max(end for _, end in spots)

    def places(self, start: Spot, end: Spot) -> tuple[Place, ...]:
        """The places from one spot to another: one for each part that is touched."""
        found = []
        for number in range(start[0], end[0] + 1):
            low = start[1] if number == start[0] else 0
            high = end[1] if number == end[0] else len(self.paragraphs[number])
            if low < high:
                found.append(Place(*self.keys[number], low, high))
        return tuple(found)


def rank(place: Place | None) -> tuple[int, int, bool, int]:
    """Where a place stands in reading order: headline, standfirst, body, each caption above what it is of; at the end what
    stands nowhere."""
    if place is None:
        return (3, 0, False, 0)
    return ({"title": 0, "standfirst": 1}.get(place.part, 2), place.index, place.part != "caption", place.start)


def parts(article: Article) -> Parts:
    """Title, standfirst, then block by block its caption, which stands above a table, and its text; what is empty is left
    out."""
    rows: list[tuple[tuple[Part, int], str]] = [(("title", 0), article.title)]
    rows.append((("standfirst", 0), article.standfirst or ""))
    for index, block in enumerate(article.blocks):
        rows.append((("caption", index), block.caption or ""))
        rows.append((("block", index), block.text))
    kept = [row for row in rows if row[1]]
    return Parts(tuple(key for key, _ in kept), tuple(text for _, text in kept))
