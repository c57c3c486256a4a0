"""Subtitles (SubRip, WebVTT) as the paragraphs that were spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_CUE = re.compile(rf"^\ufeff?{_TIME} *--> *{_TIME}.*$", re.MULTILINE)
_HEAD = re.compile(r"(?:WEBVTT|Kind:|Language:|NOTE\b|STYLE\b|REGION\b).*")
_SPEAKER, _TAG = (
    re.compile(r"<v(?:\.[\w.]+)? ([^<>]{1,60})>"),
    re.compile(r"</?(?:[bicuv]|ruby|rt|lang|font)\b[^<>]*>|<[\d:.]+>|\{\\[^{}]*\}"),
)
_TURN = re.compile(r"(?:[-–—]|>>) ?\S|[A-ZÀ-Þ][\w .'’-]{0,30}: \S")
_ENDED = re.compile(r"[.!?…。！？][\"”»’)\]]*$")
_LEAST = 3
"""Cues of the shortest text that is taken for subtitles."""
_PAUSE, _LONG = 4.0, 500
"""Seconds of silence that end a paragraph, and characters from which on a sentence's end does."""


@dataclass(slots=True)
class Spoken:
    """What was said, a paragraph a line, and what was written for machines or said by the cue before."""

    paragraphs: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)


def is_subtitles(text: str) -> bool:
    """Whether a text is subtitles: its first lines time what is said."""
    if "-->" not in text[:2_000]:
        return False
    first = next(_CUE.finditer(text), None)
    return first is not None and text[: first.start()].count("\n") < 40 and len(_CUE.findall(text[:20_000])) >= _LEAST


def spoken(text: str) -> Spoken:
    """The paragraphs that were spoken; the rest is kept apart."""
    found, held, before = Spoken(), list[str](), 0.0
    last: list[str] = []
    for begins, ends, lines in _cues(text, found.aside):
        said = [line for line in lines if line not in last]  # of captions that roll, each line is said again
        found.aside += [line for line in lines if line in last]
        if held and said and (_turns(said[0]) or begins - before > _PAUSE or _full(held)):
            found.paragraphs.append(" ".join(held))
            held = []
        for line in said:
            if held and _turns(line):
                found.paragraphs.append(" ".join(held))
                held = []
            held.append(line)
        last, before = lines, ends
    if held:
        found.paragraphs.append(" ".join(held))
    return found


def _turns(line: str) -> bool:
    return _TURN.match(line) is not None


def _full(held: list[str]) -> bool:
    return sum(map(len, held)) > _LONG and _ENDED.search(held[-1]) is not None


def _cues(text: str, aside: list[str]) -> Iterator[tuple[float, float, list[str]]]:
    """When each cue begins and ends, and its lines; heads, numbers and times go aside."""
    times: tuple[float, float] | None = None
    lines: list[str] = []
    rows = text.split("\n")
    for index, row in enumerate(rows):
        cue = _CUE.match(row)
        following = rows[index + 1] if index + 1 < len(rows) else ""
        if cue is not None:
            if times is not None:
                yield *times, lines
            else:
                aside += lines  # what stands before the first cue
            lines, times = [], (_seconds(cue, 1), _seconds(cue, 5))
            aside.append(" ".join(row.split()))
        elif _CUE.match(following) or (times is None and _HEAD.match(row)):
            aside += [" ".join(row.split())] if row.strip() else []
        else:
            words = " ".join(_TAG.sub("", _SPEAKER.sub(r"\1: ", row)).split())
            lines += [words] if words else []
    if times is not None:
        yield *times, lines


def _seconds(cue: re.Match[str], first: int) -> float:
    hours, minutes, seconds, parts = (cue[at] or "0" for at in range(first, first + 4))
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{parts}")
