"""The edges of a passage: the signs around its words, and what stands in the place of first or last words that were replaced.

These belong to it. The words that stayed end a word short there. What follows the passage tells how far its replaced words reach.
"""

from __future__ import annotations

from itertools import takewhile

from reader.passages.alignment import align
from reader.passages.marks import spans_of
from reader.passages.sought import Sought
from reader.passages.wording import Wording
from reader.text.fold import fold

_BESIDE = 2
"""Words of the surroundings that have to stand right behind what was replaced."""
_LONGER = 2
"""Words that may stand in the place of one, and as many beyond."""


def with_signs(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text that has some words, with the signs around them as far as the text has the same: a quotation
    mark before them, a full stop behind them."""
    spans = spans_of(words)
    before, behind = words[: spans[0][0]].lstrip(), words[spans[-1][1] :].rstrip()
    there = text[max(0, start - len(before)) : start]
    return start - _common(before[::-1], there[::-1]), end + _common(behind, text[end : end + len(behind)])


def _common(one: str, other: str) -> int:
    """How many signs two texts have in common at their beginnings, whatever their quotes, dashes and spaces."""
    alike = takewhile(lambda pair: fold(pair[0]).text == fold(pair[1]).text, zip(one, other, strict=False))
    return len(one[: sum(1 for _ in alike)].rstrip())


def with_replaced(sought: Sought, text: Wording, first: int, end: int) -> tuple[int, int]:
    """The words of a place and those at its edges that were put in the place of the passage's own."""
    if text.codes[first] == sought.codes[0] and text.codes[end - 1] == sought.codes[-1]:
        return first, end
    runs = align(sought, text, first, end - 1)
    if not runs or runs[0][1] != first or runs[-1][1] + runs[-1][2] != end:
        return first, end
    lost = runs[0][0], len(sought.codes) - runs[-1][0] - runs[-1][2]
    before, behind = _before(sought, text, first, lost[0]), _behind(sought, text, end, lost[1])
    if (
        before + behind > sum(count for _, _, count in runs) // 2
    ):  # little of it stands: what is around it is not its own
        return first, end
    return first - before, end + behind


def _behind(sought: Sought, text: Wording, end: int, lost: int) -> int:
    """How many words from `end` on stand before what followed the passage; 0 where that is not near."""
    known = sought.right[:_BESIDE]
    if not lost or len(known) < _BESIDE:
        return 0
    at = text.sketch.find(known, end, end + _LONGER * (lost + 1) + _BESIDE)
    return max(0, at - end)


def _before(sought: Sought, text: Wording, first: int, lost: int) -> int:
    """How many words up to `first` stand behind what went before the passage; 0 where that is not near."""
    known = sought.left[-_BESIDE:]
    if not lost or len(known) < _BESIDE:
        return 0
    at = text.sketch.rfind(known, max(0, first - _LONGER * (lost + 1) - _BESIDE), first)
    return 0 if at < 0 else first - at - _BESIDE
