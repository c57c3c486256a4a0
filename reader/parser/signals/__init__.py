"""What can be seen of an HTML page's pieces, as columns of numbers: a list a signal, an entry a chosen piece.

No signal knows what is right; the scorer weighs them. Shares and logarithms keep each within a small range.
"""

from __future__ import annotations

from reader.parser.seen import Seen
from reader.parser.signals import agreement, names, neighbors, speech, standing, wording
from reader.parser.signals.standing import considered

__all__ = ["Columns", "columns", "considered", "rough_columns"]

Columns = dict[str, list[float]]


def rough_columns(seen: Seen, looked: list[int]) -> Columns:
    """What can be had at little cost, mostly once for an element: enough to see that a menu is one, and a paragraph."""
    return standing.rough_columns(seen, looked) | agreement.rough_columns(seen, looked)


def columns(seen: Seen, chosen: list[int]) -> Columns:
    """The finer signals of the chosen pieces."""
    heard = speech.Heard(seen)
    result = wording.columns(seen, chosen)
    result |= speech.columns(seen, heard, chosen)
    result |= standing.columns(seen, chosen)
    result |= names.columns(seen, chosen)
    result |= agreement.columns(seen, chosen)
    result |= neighbors.columns(seen, heard, chosen)
    return result
