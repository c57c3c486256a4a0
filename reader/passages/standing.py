"""Where an article's passages stand now, as Places, and what became of their words."""

from __future__ import annotations

from reader.errors import UnreadableError
from reader.model import Place, State
from reader.passages.anchor import Anchor, parse_anchor
from reader.passages.candidate import after_it, before_it
from reader.passages.carrying import carried
from reader.passages.edges import with_replaced
from reader.passages.extent import alike, extent
from reader.passages.finding import sight
from reader.passages.likeness import stands_at
from reader.passages.marks import words_of
from reader.passages.sought import Sought
from reader.passages.wording import Wording
from reader.text.parts import Parts

Reach = tuple[int, int]
"""Offsets in the whole text, from where to where."""

GONE: tuple[State, tuple[Place, ...]] = ("gone", ())
_AMONG_OTHERS = 0.5  # under half of 64 words on either side: it stands among other words now


def look_for(anchor: str, parts: Parts, text: Wording, old: Wording | None = None) -> tuple[State, tuple[Place, ...]]:
    """State and places of one passage in an article's parts; gone for what is no anchor.

    With the old text at hand, which has to be the one that the anchor was made of, the passage is carried along.
    """
    try:
        known = parse_anchor(anchor)
    except UnreadableError:
        return GONE
    sought = Sought(known)
    if not sought.codes:
        return _by_characters(known, parts, text)
    if known.tail is None:
        state, reach = _one(sought, text, old)
    else:
        state, reach = _by_ends(known, sought, Sought(known.tail), text, old)
    places = parts.places(text.spot(reach[0]), text.spot(reach[1], end=True)) if reach else ()
    if not places:
        return GONE
    return ("moved" if state == "same" and places[0].part != known.part else state), places


def _one(sought: Sought, text: Wording, old: Wording | None) -> tuple[State, Reach | None]:
    """State and characters of a passage that is described whole, or of one end of a long one."""
    seen = sight(sought, text)
    words = (seen.first, seen.end) if seen else None
    if old is not None:
        words = carried(old, (sought.anchor.at, sought.anchor.at + len(sought.codes)), text, words)
    if words is None:
        return "gone", None
    exact = words[1] - words[0] == len(sought.codes) and stands_at(text, words[0], sought.words, sought.codes)
    if not exact:
        words = with_replaced(sought, text, *words)
    reach = extent(sought, text, *words)
    if exact and not words_of(sought.anchor.quote):  # it lies between words: they tell where, not what stands there
        size = reach[1] - reach[0]
        exact = size == alike(sought.anchor.quote, text.text[reach[0] : reach[1]]) == len(sought.anchor.quote)
        if size > 2 * len(sought.anchor.quote) + 4:
            return "gone", None
    return (_stands(sought, text, words) if exact else "reworded"), reach


def _by_ends(
    known: Anchor, head: Sought, tail: Sought, text: Wording, old: Wording | None
) -> tuple[State, Reach | None]:
    """A long passage reaches from its first words to its last ones; where one end is lost, what is left is shown."""
    (first, begin), (_, end) = _one(head, text, old), _one(tail, text, old)
    if begin is None or end is None:
        return ("gone", None) if begin is None and end is None else ("reworded", begin or end)
    words = text.covering(begin[0], end[1])
    if begin[0] > end[0] or words[1] - words[0] > 3 * known.length[0]:
        return "reworded", begin
    same = known.length == (words[1] - words[0], text.sum(*words))
    return (first if same else "reworded"), (begin[0], end[1])


def _stands(sought: Sought, text: Wording, words: tuple[int, int]) -> State:
    """Whether a passage of which every word stands is among its old surroundings or has moved."""
    left, right = len(sought.left), len(sought.right)
    before, after = before_it(sought.left, text.sketch, words[0])[1], after_it(sought.right, text.sketch, words[1])[1]
    around = (before[-1] * left + after[-1] * right) / max(1, left + right)
    return "moved" if left + right >= 8 and around < _AMONG_OTHERS else "same"


def _by_characters(anchor: Anchor, parts: Parts, text: Wording) -> tuple[State, tuple[Place, ...]]:
    """For a passage that has no word in or beside it: where its characters stand once."""
    at = text.text.find(anchor.quote) if anchor.quote.strip() else -1
    if at < 0 or text.text.find(anchor.quote, at + 1) >= 0:
        return GONE
    places = parts.places(text.spot(at), text.spot(at + len(anchor.quote), end=True))
    return ("same", places) if places else GONE
