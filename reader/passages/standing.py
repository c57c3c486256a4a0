"""Where an article's passages stand now, as Places, and what became of their words."""

from __future__ import annotations

from reader.errors import UnreadableError
from reader.model import Place, State
from reader.passages.alignment import Run
from reader.passages.anchor import Anchor, parse_anchor
from reader.passages.carrying import carried
from reader.passages.extent import extent
from reader.passages.finding import sight
from reader.passages.signals import Candidate, candidate
from reader.passages.sought import Sought
from reader.passages.wording import Wording
from reader.text.parts import Parts

GONE: tuple[State, tuple[Place, ...]] = ("gone", ())
_AMONG_OTHERS = 0.5  # under half of 64 words on either side: it stands among other words now


def look_for(anchor: str, parts: Parts, text: Wording, old: Wording | None = None) -> tuple[State, tuple[Place, ...]]:
    """State and places of one passage in an article's parts; gone for what is no anchor.

    With the old text at hand, which has to be the one that the anchor was made of, the passage is carried along.
    """
    try:
        sought = Sought(parse_anchor(anchor))
    except UnreadableError:
        return GONE
    if not sought.words:
        return _by_characters(sought.anchor, parts, text)
    seen = sight(sought, text)
    words = (seen.place.first, seen.place.end) if seen else None
    if old is not None:
        words = carried(old, (sought.anchor.at, sought.anchor.at + len(sought.words)), text, words)
    if words is None:
        return GONE
    low, high = extent(sought, text, *words)
    places = parts.places(text.spot(low), text.spot(high, end=True))
    if not places:
        return GONE
    return _state(sought, candidate(sought, text, *words, _runs(sought, text, words)), places), places


def _runs(sought: Sought, text: Wording, words: tuple[int, int]) -> tuple[Run, ...] | None:
    """No runs where all words stand there as they were; else one, as it matters only that not all do."""
    return None if text.words[words[0] : words[1]] == sought.words else ((0, words[0], 1),)


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
