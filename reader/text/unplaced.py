"""What is told of a summary's sentence that has no place in the text: the same words wherever it is shown."""

from __future__ import annotations

from reader.model import Point


def unplaced(point: Point) -> str:
    """Why it has none; nothing where it has one."""
    if point.place is not None:
        return ""
    return "not found in the text" if point.checked else "not checked in this language"
