"""A row of the list as text: title, where from, how old, what was done with it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from reader.model import Entry, Found
from reader.text.words import graphemes
from reader.text.words import width as cells
from reader.tui.painting import Stretch
from reader.typeset.breaking import fill
from reader.typeset.pace import minutes_of

ROOMY = 56
"""Cells from which a title has one line: the median headline of a newspaper is 60 to 70 characters long."""


@dataclass(frozen=True, slots=True)
class Look:
    """How rows are drawn."""

    width: int
    now: datetime
    zone: tzinfo | None = None
    ascii: bool = False

    @property
    def height(self) -> int:
        """Lines of a row: the title on one or two, and one line about it."""
        return 2 if self.width >= ROOMY else 3

    def sign(self, pretty: str, plain: str) -> str:
        """A sign of our own, as the terminal can draw it."""
        return plain if self.ascii else pretty


def entry_row(entry: Entry, look: Look, found: Found | None = None) -> list[list[Stretch]]:
    """The lines of a row, each as stretches; none is wider than the look."""
    margin = 3 if look.width > 3 else 0
    room = max(1, look.width - margin)
    mark = look.sign("●", "*") if entry.read is None else " "
    name = "unread" if entry.read is None else "seen"
    title = _lines(" ".join(entry.title.split()) or "Without a title", room, look.height - 1, look.sign("…", "..."))
    rows = [
        [Stretch(f" {mark if not number else ' '} "[:margin], ("unread-mark",)), Stretch(text, (name,))]
        for number, text in enumerate(title)
    ]
    rows.append([Stretch(" " * margin, ()), *_about(entry, look, room, found)])
    rows += [[] for _ in range(look.height - len(rows))]
    return rows


def _about(entry: Entry, look: Look, room: int, found: Found | None) -> list[Stretch]:
    dots = look.sign("…", "...")
    if found is not None and found.spans:  # of a search that hits no word of the text, as for a source, there are none
        return snippet(found, room, dots)
    signs = "".join(
        (
            look.sign("★", "*") if entry.starred else "",
            look.sign("¶", "P") + str(entry.passages) if entry.passages else "",
            look.sign("△", "^") if entry.edited else "",
        )
    )
    told = [entry.origin, age(entry.published or entry.added, look), *entry.tags]
    if look.width >= ROOMY and entry.words:
        told.append(f"{minutes_of(entry.words)} min")
    about = " ".join(look.sign(" · ", " - ").join(part for part in told if part).split())
    signs = f"{signs} "[:room] if signs else ""
    left = room - cells(signs)
    stretches = [Stretch(signs, ("signs",))] if signs else []
    stretches.append(Stretch(cut(about, left, dots), ("about",)))
    if look.width >= ROOMY and entry.preview:
        left -= cells(stretches[-1].text) + 3
        if left > 12:
            stretches.append(Stretch(f"   {cut(' '.join(entry.preview.split()), left, dots)}", ("preview",)))
    return stretches


def snippet(found: Found, room: int, dots: str) -> list[Stretch]:
    """The piece of the text that matches, with its hits told apart; begun so that the first hit is in sight."""
    first = found.spans[0][0] if found.spans else 0
    begin = max(0, first - max(0, room // 3))
    begin = found.snippet.find(" ", begin, first) + 1 or begin if begin else 0  # at a word, if one begins there
    text = _SPACE.sub(" ", found.snippet[begin:])
    shown = cut(text, room, dots)
    stretches, at = [], 0
    for start, end in ((a - begin, b - begin) for a, b in found.spans if a >= begin):
        if start >= len(shown):
            break
        stretches.append(Stretch(shown[at:start], ("preview",)))
        stretches.append(Stretch(shown[max(at, start) : end], ("preview", "found")))
        at = max(at, min(end, len(shown)))
    stretches.append(Stretch(shown[at:], ("preview",)))
    return [it for it in stretches if it.text]


_SPACE = re.compile(r"\s")
"""Each white space becomes a space, so that offsets stay."""


def _lines(text: str, room: int, most: int, dots: str) -> list[str]:
    """The title on at most so many lines, cut with dots where it is longer."""
    cuts = fill(text[: 4 * room * most], room)
    lines = [cut(text[start:end], room, dots) for start, end in cuts[:most]]
    if len(cuts) > most and lines:
        lines[-1] = cut(text[cuts[most - 1][0] :], room, dots)
    return lines or [""]


def cut(text: str, room: int, dots: str) -> str:
    """The text, or as much of it as fits with dots behind."""
    text = text[: _MARKED * max(0, room) + 1]
    if len(text) <= _MARKED * room and cells(text) <= room:
        return text
    dots = dots[: max(0, room)]
    left, end = room - cells(dots), 0
    for start, stop in graphemes(text):
        left -= cells(text[start:stop])
        if left < 0:
            break
        end = stop
    return text[:end].rstrip() + dots


_MARKED = 4
"""Characters a cell may hold: a letter with three marks; a text that has more is cut earlier."""


def age(when: datetime | None, look: Look) -> str:
    """How long ago in one word or two; a date when it is longer than a week ago."""
    if when is None:
        return ""
    past = look.now - when
    if past < timedelta(minutes=1):
        return "now" if past > timedelta(days=-1) else date(when, look)
    if past < timedelta(hours=1):
        return f"{past.seconds // 60} min ago"
    if past < timedelta(days=1):
        return f"{past.seconds // 3600} h ago"
    if past < timedelta(days=7):
        return f"{past.days} d ago"
    return date(when, look)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date(when: datetime, look: Look) -> str:
    """Day and month, with the year when it is another."""
    try:
        local = when.astimezone(look.zone)
    except (OverflowError, ValueError):  # the first and the last day of the calendar, in another zone
        local = when
    year = "" if local.year == look.now.year else f" {local.year}"
    return f"{local.day} {_MONTHS[local.month - 1]}{year}"
