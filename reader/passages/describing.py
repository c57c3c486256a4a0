"""From a passage to its anchor: quote, surroundings, and the places it could be mistaken for."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Part
from reader.passages.anchor import Anchor, Decoy
from reader.passages.likeness import occurrences, windows_beside
from reader.passages.wording import Wording
from reader.text.parts import Spot

SURROUNDINGS = 64  # words sketched on either side; the study saw no gain beyond, and a byte a word is cheap
_DECOYS = 12
_ALIKE = 6
_AROUND_DECOY = 16
_LONGEST_EDGE = 80
LONGEST = 160  # words of a passage that is described whole; the longest that people marked in the study had 94
_END = 60


def anchor_of(text: Wording, start: Spot, end: Spot, part: Part = "block") -> Anchor:
    """The anchor of what stands from one spot to another; of a long passage that of its ends."""
    low, high = text.flat(start), text.flat(end)
    first, last = text.covering(low, high)
    if last - first <= LONGEST:
        return _anchor(text, low, high, part)
    head = _anchor(text, low, text.end(first + _END - 1), part)
    tail = _anchor(text, text.begin(last - _END), high, part)
    return replace(head, length=(last - first, text.sum(first, last)), tail=replace(tail, check=0))


def _anchor(text: Wording, low: int, high: int, part: Part) -> Anchor:
    first, last = text.covering(low, high)
    if first == last:
        first, last = _neighbors(text, first, low, high)
    if first == last:
        return Anchor(text.text[low:high], size=len(text), part=part)
    quote, codes = text.words(first, last), text.codes[first:last]
    twins = [at for at in occurrences(text, quote, codes) if at + len(quote) <= first or at >= last]
    return Anchor(
        quote=text.text[low:high],
        at=first,
        size=len(text),
        left=text.sketch[max(0, first - SURROUNDINGS) : first],
        right=text.sketch[last : last + SURROUNDINGS],
        edges=(text.text[text.begin(first) : low], text.text[high : text.end(last - 1)]),
        margins=_margins(text, first, last),
        rank=sum(at < first for at in twins),
        twins=len(twins),
        decoys=_decoys(text, quote, first, twins),
        part=part,
        check=text.check,
    )


def _neighbors(text: Wording, first: int, low: int, high: int) -> tuple[int, int]:
    """For a passage without a word: the words beside it that are near enough to hold it."""
    start = first - 1 if first and low - text.begin(first - 1) <= _LONGEST_EDGE else first
    follows = first < len(text) and text.end(first) - high <= _LONGEST_EDGE
    return start, first + 1 if follows else first


def _margins(text: Wording, first: int, last: int) -> tuple[int, int]:
    """The words of its first paragraph before the passage, and of its last paragraph after it."""
    begin, stop = text.paragraph_of(first)[0], text.paragraph_of(last - 1)[1]
    return min(first - begin, SURROUNDINGS), min(stop - last, SURROUNDINGS)


def _decoys(text: Wording, quote: list[str], first: int, twins: list[int]) -> tuple[Decoy, ...]:
    """The nearest twins, then the places most like the passage in words."""
    size, last = len(quote), first + len(quote)
    spans = [(at, at + size) for at in sorted(twins, key=lambda at: abs(at - first))[:_DECOYS]]
    decoys = [_decoy(text, start, end) for start, end in spans]
    if len(decoys) == _DECOYS:
        return tuple(decoys)
    for window in windows_beside(text, quote, text.codes[first:last], _ALIKE, first):
        if len(decoys) < _DECOYS and not any(window.meets(*span) for span in spans):
            inside = text.sketch[window.first : window.last + 1]
            decoys.append(_decoy(text, window.first, window.last + 1, inside))
    return tuple(decoys)


def _decoy(text: Wording, start: int, end: int, inside: str = "") -> Decoy:
    left = text.sketch[max(0, start - _AROUND_DECOY) : start]
    return Decoy(start, left, text.sketch[end : end + _AROUND_DECOY], inside)
