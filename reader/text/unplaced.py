"""What is told of a summary's sentence that has no place in the text: the same words wherever it is shown."""

from __future__ import annotations

from reader.model import Doubt, Point

_SAID: dict[Doubt, str] = {
    "nowhere": "not found in the text",
    "pieces": "not found in one place",
    "numbers": "the text has other numbers",
    "names": "the text names others",
    "who": "the text tells it of others",
    "contrary": "the text may say the contrary",
    "where": "the text has it elsewhere",
    "when": "the text has another time",
}


def unplaced(point: Point) -> str:
    """Why it has none; nothing where it has one."""
    if point.place is not None:
        return ""
    return _SAID[point.doubt or "nowhere"] if point.checked else "not checked in this language"
