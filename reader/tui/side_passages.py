"""A passage as the sidebar shows it: quote, where it stands now, note. Pure."""

from __future__ import annotations

from functools import lru_cache

from reader.model import PassageKind
from reader.text.clean import one_line
from reader.tui.list_rows import cut
from reader.tui.painting import Stretch, margin_sign
from reader.typeset.breaking import fill

_QUOTE = 3
"""Lines of a quote; all of it is in the article or in the list of passages."""
_NOTE = 8
_MARKED = 4
"""Characters that a cell may hold, as `list_rows.cut` has it."""


SideText = tuple[tuple[Stretch, ...], tuple[int, int] | None]
"""A line, and what it shows: of the quote (0) or of the note (1), from which character on; None for neither."""


def passage_lines(
    quote: str, note: str, kind: PassageKind, standing: str, width: int, ascii: bool
) -> tuple[SideText, ...]:
    """The lines of one passage, none wider than so many cells."""
    kept = _MARKED * width * _QUOTE
    return _lines(quote[:kept], note[: _MARKED * width * _NOTE], kind, standing, width, ascii)


@lru_cache(maxsize=2048)
def _lines(quote: str, note: str, kind: PassageKind, standing: str, width: int, ascii: bool) -> tuple[SideText, ...]:
    """Kept, because all are shown anew after each act: 1,000 would take 50 ms each time."""
    dots = "..." if ascii else "…"
    bar = (Stretch(f"{margin_sign({kind}, ascii=ascii)} "[: width // 2], ("sign",)),)
    rest = (Stretch("  "[: width // 2], ("sign",)),)
    parts = (
        (bar, quote, _QUOTE, f"passage-{kind}", 0),
        (rest, standing, _NOTE, "standing", None),
        (rest, note, _NOTE, "note", 1),
    )
    room = max(1, width - min(2, width // 2))
    return tuple(
        ((*before, Stretch(text, (name,))), None if nth is None else (nth, start))
        for before, said, most, name, nth in parts
        for start, text in _filled(one_line(said), room, most, dots)
    )


def _filled(text: str, room: int, most: int, dots: str) -> list[tuple[int, str]]:
    """Lines with the characters at which they begin, the last of them cut where there are more."""
    cuts = fill(text, room)
    shown = [(start, cut(text[start:end], room, dots)) for start, end in cuts[:most]]
    if len(cuts) > most:
        start = cuts[most - 1][0]
        shown[-1] = (start, cut(text[start:], room, dots))
    return shown
