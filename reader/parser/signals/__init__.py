"""What can be seen of an HTML page's pieces, as columns of numbers: a list a signal, an entry a chosen piece.

No signal knows what is right; the scorer weighs them. Shares and logarithms keep each within a small range.
"""

from __future__ import annotations

from reader.parser.seen import Seen
from reader.parser.signals import agreement, names, neighbors, speech, standing, wording
from reader.parser.signals.standing import rough_columns

__all__ = ["Columns", "columns", "rough_columns"]

Columns = dict[str, list[float]]


def columns(seen: Seen, chosen: list[int]) -> Columns:
    """Every signal of the chosen pieces."""
    heard = speech.hear(seen)
    result = wording.columns(seen, chosen)
    result |= speech.columns(seen, heard, chosen)
    result |= names.columns(seen, chosen)
    result |= standing.columns(seen, chosen)
    result |= agreement.columns(seen, chosen)
    result |= neighbors.columns(seen, heard, chosen)
    return result
