"""What stands before and after a piece, and under which heading it stands."""

from __future__ import annotations

from typing import TypeVar

from reader.parser.seen import Seen
from reader.parser.signals.speech import Heard

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WORDY, _FAR, _MANY = 80, 30, 4
"""Words of a piece, pieces from a heading, and headings, beyond which more tell no more."""

T = TypeVar("T")


def shifted(column: list[T], chosen: list[int], step: int, fill: T) -> list[T]:
    """The values that stand `step` places on from the chosen ones."""
    count = len(column)
    return [column[index + step] if 0 <= index + step < count else fill for index in chosen]


def columns(seen: Seen, heard: Heard, chosen: list[int]) -> dict[str, list[float]]:
    """Length, links and furniture words of the pieces next to each."""
    result: dict[str, list[float]] = {}
    for step in (-3, -2, -1, 1, 2):
        result[f"linked at {step}"] = shifted(seen.linked, chosen, step, -1.0)
    for step in (1, 2, 3):
        result[f"words at {step}"] = [n if n < _WORDY else _WORDY for n in shifted(seen.counts, chosen, step, -1)]
    count = len(seen.texts)
    for step in (-1, 1):
        near = [index + step for index in chosen]
        result[f"furniture at {step}"] = [heard.share(index) if 0 <= index < count else 0.0 for index in near]
    return result | _headings(seen, heard, chosen)


def _headings(seen: Seen, heard: Heard, chosen: list[int]) -> dict[str, list[float]]:
    """The heading that a piece stands under: its furniture words, how far, whether in the same element; h1 passed."""
    said: list[float] = []
    distance: list[float] = []
    same: list[float] = []
    firsts: list[float] = []
    out, last, passed, place = seen.out, -1, 0, 0
    heads = [(index, tag) for index, tag in enumerate(seen.tags) if tag in _HEADINGS]
    for index in chosen:
        while place < len(heads) and heads[place][0] <= index:
            last = heads[place][0]
            passed += heads[place][1] == "h1"
            place += 1
        said.append(heard.share(last) if last >= 0 else 0.0)
        distance.append(index - last if last >= 0 and index < last + _FAR else _FAR)
        over = out.parents[seen.owners[last]] if last >= 0 else -1
        same.append(1.0 if over >= 0 and out.first[over] <= index < out.last[over] else 0.0)
        firsts.append(passed if passed < _MANY else _MANY)
    return {"heading furniture": said, "from heading": distance, "heading kin": same, "headings passed": firsts}
