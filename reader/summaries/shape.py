"""What is no report: verse, a list of headlines, a transcript, a live report; a summary of each says so, or there is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from reader.model import Block
from reader.summaries.sentence import BODY_KINDS

Shape = Literal["report", "verse", "headlines", "transcript", "live"]

REMARKS: dict[Shape, str] = {
    "verse": "The text is set in short lines, as verse is, so no sentence was chosen.",
    "headlines": "The text is a list of headlines or short lines, so no sentence was chosen.",
    "transcript": "The text is a transcript: questions and what somebody says of himself were left out.",
    "live": "The text is a live report: every sentence is as old as the entry in which it stands.",
}
"""What is said under a summary of a text that is no report."""

_FEW, _SHORT, _LINE = 4, 12, 9
"""Blocks that make a list; words of a headline; words of a line of verse."""
_SOMEBODY = re.compile(r"((?:[A-ZÀ-Þ][\w.’'-]*,? ?){1,4}(?:\([^()]{1,30}\) ?)?):\s")
_TIME = re.compile(r"\(?(\d{1,2})[:.h](\d\d)(?:\s?([ap])\.?m)?\b", re.IGNORECASE)


def shape_of(blocks: Iterable[Block]) -> Shape:
    """The shape of a body, by how most of its blocks begin and how long they are."""
    every = [it for it in blocks if it.text.strip()]
    texts = [it.text for it in every if it.kind in BODY_KINDS]
    if not texts:
        return "report"
    if _share(map(_is_verse, texts)) > 0.6:
        return "verse"
    if len(texts) < _FEW:
        return "report"
    times = [_minutes(it) for block in every if (it := _TIME.match(block.text))]
    if len(times) >= _FEW and len(times) > 0.3 * len(texts) and _in_order(times):
        return "live"
    if _share(len(text.split(maxsplit=_SHORT)) <= _SHORT and " " in text for text in texts) == 1:
        return "headlines"
    paragraphs = [it.text for it in every if it.kind == "paragraph"]
    return "transcript" if _is_transcript(paragraphs, len(texts)) else "report"


def _is_transcript(paragraphs: list[str], blocks: int) -> bool:
    """Whether most blocks begin with one of a few names; a list of facts ("Location: Boston") has as many labels as rows."""
    labels = Counter(match[1] for text in paragraphs if (match := _SOMEBODY.match(text)))
    again = sum(count for count in labels.values() if count > 1)
    return again > 0.6 * blocks and len(labels) <= 8


def _minutes(time: re.Match[str]) -> int:
    """Since midnight; "1.15pm" is a quarter past thirteen."""
    hours = int(time[1])
    if time[3]:
        hours = hours % 12 + 12 * (time[3] in "pP")
    return 60 * hours + int(time[2])


def _in_order(times: list[int]) -> bool:
    """Whether the times run forward or backward, all but a few (over midnight, a pinned entry)."""
    later = sum(one <= other for one, other in pairwise(times))
    return max(later, len(times) - 1 - later) >= 0.8 * (len(times) - 1)


def _share(each: Iterable[bool]) -> float:
    found = list(each)
    return sum(found) / len(found)


def _is_verse(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) > 1 and len(text.split()) < _LINE * len(lines)
