"""The byline among the lines of a scraped text, near its headline, where nothing marks it up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.parser import datelines
from reader.parser.bylines import names, newsroom, only_label, person, trade, without_label
from reader.parser.firstnames import FIRST_NAMES
from reader.parser.heads import Said

# Space before a sign is stripped from the part: looked for here, it would be tried at every space.
_SEGMENT = re.compile(r"[|•·‧⋅・–—]\s*|\s+-\s+|\s+(?=\w{2,4}：)")


def segments(line: str) -> tuple[list[str], bool]:
    """What a line says beside dates, and whether it has one."""
    dated = False
    parts: list[str] = []
    done = 0
    for date in datelines.dates_of_line(line, "day"):
        parts.append(line[done : date.start])
        done, dated = date.end, True
    parts.append(line[done:])
    cut = [segment.rstrip().strip(" ,;") for part in parts for segment in _SEGMENT.split(part)]
    return [segment for segment in cut if segment], dated


def among_lines(lines: Sequence[str], used: dict[int, Said], top: int | None = None) -> tuple[str, ...]:
    """The byline among lines near a headline: those that say "By", set a name beside a date, or stand alone under `top`."""
    desk: tuple[str, ...] = ()
    for index, line in enumerate(lines):
        if len(line) > 140:
            continue
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if only_label(line) and len(following) < 80:
            found = names(following)
            if any(map(person, found)):
                used[index] = used[index + 1] = "byline"
                return found
        found = _line_names(line, following)
        if any(map(person, found)):
            used[index] = "byline"
            return found
        if found and not desk and len(line) < 60 and newsroom(found[0]):
            desk = found[:1]
    under = range(top + 1, min(top + 4, len(lines))) if top is not None else range(0)
    for index in under:
        line = lines[index]
        beside = [*lines[index + 1 : index + 3], *lines[under.start : index][-1:]]
        if (_first_name(line) or _dated_name(line, beside)) and names(line) == (line,) and person(line):
            used[index] = "byline"
            return (line,)
    return desk


_READING_TIME = re.compile(
    r"\d+(?:\s*[-–]\s*\d+)?\s*[- ]?min(?:ute)?s?\b.{0,12}|.{0,20}\b(?:min(?:ute)?s? read|min(?:uten)? lesezeit|min de lecture)",
    re.IGNORECASE,
)


def reading_time(text: str) -> bool:
    """Whether a line says how long its text takes to read, and no more."""
    return len(text) < 60 and "min" in text.lower() and _READING_TIME.fullmatch(text) is not None


def _dated_name(line: str, following: Sequence[str]) -> bool:
    """Whether a line is two or three words that a line beside it dates, or tells how long they take to read."""
    words = line.split()
    if not 2 <= len(words) <= 3 or not all(word[0].isupper() and word.isalpha() for word in words):
        return False
    return any(len(each) < 60 and (segments(each)[1] or reading_time(each)) for each in following)


def _first_name(line: str) -> bool:
    """Whether a line begins with a first name and is short enough for a name."""
    return len(line) < 40 and line.split(" ", 1)[0].casefold() in FIRST_NAMES


@lru_cache(maxsize=512)
def _line_names(line: str, following: str) -> tuple[str, ...]:
    parts, dated = segments(line)
    for part in parts:
        if without_label(part)[1]:
            return names(part)
    # Few lines begin with a first name: what the next line says is asked only behind these, for it takes five times as long.
    if not parts or parts[0].split()[0].casefold() not in FIRST_NAMES:
        return ()
    beside = dated or (len(following) < 60 and (trade(following) or segments(following)[1]))
    return (parts[0],) if beside and names(parts[0]) == (parts[0],) else ()
