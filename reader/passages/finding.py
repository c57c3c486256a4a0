"""Finding a passage in a text: places that may be it, what speaks for each, and whether the best is good enough.

Nothing is ever put at a wrong place to please: where no place is good and unique enough, the answer is None.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reader.passages.alignment import align
from reader.passages.candidate import Candidate, candidate
from reader.passages.likeness import occurrences, stands_at, windows
from reader.passages.signals import NAMES, Scene, signals_of
from reader.passages.sought import Sought
from reader.passages.twins import pair
from reader.passages.wording import Wording

CERTAIN = 0.6
"""How sure one has to be. Out of fold 0.55 saves one passage more, and puts more of the made cases at a wrong place."""
_REGIONS = 5
_TWINS = 64  # exact places that are compared; more would cost time and say no more
_LEAST_COVERAGE = 0.2
_BESIDE = 8  # words on either side that make sure, two thirds of them where the text begins or ends
_CLEARLY = 0.7  # so much of the quote among so much of its surroundings: nowhere else is looked


@dataclass(frozen=True, slots=True)
class Sighting:
    """The words `first` to `end` at which a passage was found, and how sure that is."""

    first: int
    end: int
    sureness: float


@cache
def _table() -> tuple[float, tuple[float, ...]]:
    """The learned weights, made by tests/bench/fit_passages.py."""
    kept = json.loads((files("reader.passages") / "weights" / "places.json").read_text("utf-8"))
    return kept["bias"], tuple(kept["weights"][name] for name in NAMES)


def sight(sought: Sought, text: Wording, certain: float = CERTAIN) -> Sighting | None:
    """The place of a passage in a text, None where it is lost."""
    if not sought.codes or not text.codes:
        return None
    first = _unchanged(sought, text)
    first = among_its_own(sought, text) if first is None else first
    if first is not None:
        return Sighting(first, first + len(sought.codes), 1.0)
    bias, weights = _table()
    best, best_sum = None, -math.inf
    for place, signals in weighed(sought, text):
        total = bias + sum(weight * signal for weight, signal in zip(weights, signals, strict=True))
        if total > best_sum:
            best, best_sum = place, total
    if best is None:
        return None
    sureness = 1 / (1 + math.exp(-max(-30.0, min(30.0, best_sum))))
    return Sighting(best.first, best.end, sureness) if sureness >= certain else None


def _unchanged(sought: Sought, text: Wording) -> int | None:
    """The place in a text of which no word has changed: the same one, however often the words stand there."""
    anchor = sought.anchor
    if not anchor.check or anchor.size != len(text) or anchor.check != text.check:
        return None
    return anchor.at if stands_at(text, anchor.at, sought.words, sought.codes) else None


def among_its_own(sought: Sought, text: Wording) -> int | None:
    """The one place where the quote stands word for word with its next words on both sides, as no twin of old had them."""
    left, right = sought.left[-_BESIDE:], sought.right[:_BESIDE]
    if len(left) + len(right) < 1.5 * _BESIDE:
        return None
    at = _once(text.sketch, left + sought.marks + right)
    if at < 0 or not stands_at(text, at + len(left), sought.words, sought.codes):
        return None
    twins = [decoy for decoy in sought.anchor.decoys if not decoy.inside]
    if len(twins) < sought.anchor.twins or any(it.left.endswith(left) and it.right.startswith(right) for it in twins):
        return None
    return at + len(left)


def weighed(sought: Sought, text: Wording) -> list[tuple[Candidate, list[float]]]:
    """Every place that may be the passage, with its signals."""
    exact = occurrences(text, sought.words, sought.codes)
    size = len(sought.codes)
    found = [candidate(sought, text, at, at + size, None) for at in _nearest(sought, exact)]
    pair(sought.anchor, found)
    if not _settled(sought, found):
        found += _others(sought, text, found)
    scene = Scene(tuple(exact), _closed(sought, text))
    return [
        (here, signals_of(sought, text, here, [other for other in found if other is not here], scene)) for here in found
    ]


def _nearest(sought: Sought, exact: list[int]) -> list[int]:
    """Of very many exact places those that are nearest by number of words, and by number of twins before."""
    if len(exact) <= _TWINS:
        return exact
    rank = min(sought.anchor.rank, len(exact))
    by_rank = exact[max(0, rank - _TWINS // 4) : rank + _TWINS // 4]
    return sorted({*by_rank, *sorted(exact, key=lambda at: abs(at - sought.anchor.at))[: _TWINS // 2]})


def _settled(sought: Sought, exact: list[Candidate]) -> bool:
    """Whether the exact places need no others beside them: only one ever, or one that clearly has our context."""
    if len(exact) == 1 and not sought.anchor.twins:
        return True
    if not exact:
        return False
    best = max(exact, key=lambda it: it.around - it.aside.share + 0.1 * (it.near - it.aside.near))
    return best.around - best.aside.share > 0.15 and best.around > 0.5


def _others(sought: Sought, text: Wording, exact: list[Candidate]) -> list[Candidate]:
    """Places where only some of the quote's words stand."""
    found: list[Candidate] = []
    seen = {(place.first, place.end) for place in exact}
    for first, last in _regions(sought, text):
        if any(place.first <= first and last < place.end for place in (*exact, *found)):
            continue
        runs = align(sought, text, first, last)
        if not runs:
            continue
        begin, end = runs[0][1], runs[-1][1] + runs[-1][2]
        if (begin, end) in seen or any(begin < place.end and end > place.first for place in exact):
            continue
        seen.add((begin, end))
        if _is_a_decoy(sought, text, begin, end):
            continue
        place = candidate(sought, text, begin, end, runs)
        if place.coverage >= _LEAST_COVERAGE:
            found.append(place)
        if place.coverage >= _CLEARLY and place.around >= _CLEARLY and not sought.anchor.twins:
            break
    return found


def _is_a_decoy(sought: Sought, text: Wording, first: int, end: int) -> bool:
    """Whether the very words that stand here stood in a decoy, and stand nowhere else now: then it is that one."""
    here = text.sketch[first:end]
    if end - first < _BESIDE or not any(here in decoy.inside for decoy in sought.anchor.decoys):
        return False
    return _once(text.sketch, here) >= 0


def _regions(sought: Sought, text: Wording) -> Iterator[tuple[int, int]]:
    """Where to look: where the context stands once, then where the quote's rarer words are thickest."""
    size, final = len(sought.codes), len(text) - 1
    for at in _by_context(sought, text):
        first = min(max(0, at), final)
        yield first, min(final, first + size - 1)
    for window in windows(text, sought.words, sought.codes, _REGIONS):
        yield window.first, window.last


def _by_context(sought: Sought, text: Wording) -> list[int]:
    """Where the passage should begin, going by three or four context words that stand only once."""
    marks, left, right = text.sketch, sought.left, sought.right
    found: list[int] = []
    for width in (4, 3):
        for off in (0, 2, 5, 9):
            words = left[len(left) - width - off : len(left) - off] if len(left) >= width + off else ""
            if (at := _once(marks, words)) >= 0:
                found.append(at + width + off)
                break
        for off in (0, 2, 5, 9):
            words = right[off : off + width]
            if len(words) == width and (at := _once(marks, words)) >= 0:
                found.append(at - off - len(sought.codes))
                break
        if found:
            break
    return found


def _once(marks: str, part: str) -> int:
    """Where a part stands if it stands only once, else -1."""
    at = marks.find(part) if part else -1
    return at if at >= 0 and marks.find(part, at + 1) < 0 else -1


def _closed(sought: Sought, text: Wording) -> float:
    """Whether the words before and after the passage now touch."""
    left, right = sought.left, sought.right
    if len(left) >= 3 and len(right) >= 3 and left[-3:] + right[:3] in text.sketch:
        return 2.0
    return 1.0 if len(left) >= 2 and len(right) >= 2 and left[-2:] + right[:2] in text.sketch else 0.0
