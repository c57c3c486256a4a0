"""A passage carried from one version of an article to the next where both are at hand: the anchor and a diff agree.

The diff says which words of the old text stand where in the new one. It knows nothing of moves, so an anchor's
answer stands unless the diff gives the words at that place to another place of the old text.
"""

from __future__ import annotations

from functools import lru_cache

from reader.passages.wording import Wording
from reader.text.matching import matching

_MOST = 0.6  # of the passage's words have to stand near each other for the diff to speak alone
_OTHERS = 0.5  # of a place's words that came from elsewhere make it another place


@lru_cache(maxsize=2)
def _stayed(old: Wording, new: Wording) -> tuple[dict[int, int], dict[int, int]]:
    """The number that each word of the new text had in the old one, and the reverse, as far as they stayed."""
    matches = matching(old.codes, new.codes)
    origin = {there + more: here + more for here, there, count in matches for more in range(count)}
    return origin, {was: at for at, was in origin.items()}


def carried(
    old: Wording, passage: tuple[int, int], new: Wording, seen: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The words of the passage in the new text, given those of the old one and those where its anchor was found."""
    origin, stands = _stayed(old, new)
    first, last = passage
    if seen is not None:
        known = [origin[at] for at in range(*seen) if at in origin]
        others = sum(not first <= at < last for at in known)
        if others <= _OTHERS * (seen[1] - seen[0]):
            return seen
    own = [stands[number] for number in range(first, last) if number in stands]
    if not own:
        return None
    thick = len(own) >= max(_MOST * (last - first), min(last - first, 4)) and own[-1] - own[0] < 2 * (last - first) + 8
    return (own[0], own[-1] + 1) if thick else None
