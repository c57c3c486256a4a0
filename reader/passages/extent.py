"""From the words of a place to its characters: marks at the edges of the quote belong to it, half words stay half."""

from __future__ import annotations

from reader.passages.sought import Sought
from reader.passages.wording import Wording

_ALIKE = {mark: kind for kind, marks in (("q", "\"'“”„‟‘’‚‛«»‹›`´"), ("-", "-‐‑‒–—―−"), (".", ".…")) for mark in marks}
"""Marks that are written one for another: quotes of any kind, dashes, dots."""


def extent(sought: Sought, text: Wording, first: int, end: int) -> tuple[int, int]:
    """The offsets from word `first` to word `end` of a text, as far as the passage reached."""
    begin, stop = text.begin(first), text.end(end - 1)
    low, high = begin, stop
    lead, tail = sought.around
    before, after = sought.anchor.edges
    if before:
        low += len(before) if text.text.startswith(before, begin) else 0
    else:
        low -= alike(lead[::-1], text.text[max(0, begin - len(lead)) : begin][::-1])
    if after:
        high -= len(after) if text.text.endswith(after, 0, stop) else 0
    else:
        high += alike(tail, text.text[stop : stop + len(tail)])
    return (low, high) if low < high else (begin, stop)


def alike(wanted: str, there: str) -> int:
    """How many characters from the start are the same, one mark standing for another of its kind."""
    count = 0
    for one, other in zip(wanted, there, strict=False):
        if one != other and not (one.isspace() and other.isspace()) and _ALIKE.get(one, one) != _ALIKE.get(other):
            break
        count += 1
    return count
