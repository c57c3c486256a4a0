"""What is said of undoing: the same words on the screen, line by line, and on the command line."""

from __future__ import annotations

from reader.model import Act
from reader.text.clean import one_line


def undone(act: Act | None) -> str:
    """What was taken back, or that there was nothing."""
    if act is None:
        return "There is nothing to take back."
    did = one_line(act.label).rstrip(".")
    return f"Taken back: {did[:1].lower()}{did[1:]}."


def noted(note: str) -> str:
    """What became of a note."""
    return "Note written." if note else "Note taken out."


def tagged(tags: tuple[str, ...]) -> str:
    """What became of a passage's tags."""
    return "Tags written." if tags else "Tags taken off."
