"""Where an article's passages stand now, as Places, and what became of their words."""

from __future__ import annotations

from reader.errors import UnreadableError
from reader.model import Place, State
from reader.passages.anchor import Anchor, parse_anchor
from reader.passages.extent import extent
from reader.passages.finding import sight
from reader.passages.parts import Parts
from reader.passages.signals import Candidate
from reader.passages.sought import Sought
from reader.passages.wording import Wording

GONE: tuple[State, tuple[Place, ...]] = ("gone", ())
_AMONG_OTHERS = 0.5  # under half of 64 words on either side: it stands among other words now


def look_for(anchor: str, parts: Parts, text: Wording) -> tuple[State, tuple[Place, ...]]:
    """State and places of one passage in an article's parts; gone for what is no anchor."""
    try:
        sought = Sought(parse_anchor(anchor))
    except UnreadableError:
        return GONE
    if not sought.words:
        return _by_characters(sought.anchor, parts, text)
    seen = sight(sought, text)
    if seen is None:
        return GONE
    low, high = extent(sought, text, seen.place.first, seen.place.end)
    places = parts.places(text.spot(low), text.spot(high, end=True))
    return (_state(sought, seen.place, places), places) if places else GONE


def _state(sought: Sought, place: Candidate, places: tuple[Place, ...]) -> State:
    if not place.exact:
        return "reworded"
    left, right = min(64, len(sought.left)), min(64, len(sought.right))
    around = (place.shares[6] * left + place.shares[7] * right) / max(1, left + right)
    moved = left + right >= 8 and around < _AMONG_OTHERS
    return "moved" if moved or places[0].part != sought.anchor.part else "same"


def _by_characters(anchor: Anchor, parts: Parts, text: Wording) -> tuple[State, tuple[Place, ...]]:
    """For a passage that has no word in or beside it: where its characters stand once."""
    at = text.text.find(anchor.quote) if anchor.quote.strip() else -1
    if at < 0 or text.text.find(anchor.quote, at + 1) >= 0:
        return GONE
    places = parts.places(text.spot(at), text.spot(at + len(anchor.quote), end=True))
    return ("same", places) if places else GONE
