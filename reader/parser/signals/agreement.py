"""Agreement with what the page's head tells: title, description, the article's text for machines; where the headline is."""

from __future__ import annotations

import re

from reader.parser.seen import Seen
from reader.parser.signals.standing import steps

_SQUEEZE = re.compile(r"\W+")
_BODY_LEAST = 200
"""Characters from which a text for machines can be the article's rather than a description."""


def rough_columns(seen: Seen, looked: list[int]) -> dict[str, list[float]]:
    """How far each piece is from the headline."""
    head = headline(seen, frozenset(seen.told.title.lower().split()))
    return {"from headline": steps(looked, head, -30.0, 60.0) if head >= 0 else [0.0] * len(looked)}


def columns(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    """How much a piece says what the head says."""
    told = seen.told
    title = frozenset(told.title.lower().split())
    description = told.description.lower()
    body = squeeze(told.body) if len(told.body) > _BODY_LEAST else ""
    pairs = [_overlap(seen, index, title) for index in chosen]
    return {
        "title share": [share for share, _ in pairs],
        "title cover": [cover for _, cover in pairs],
        "description": [_described(seen, index, description) if description else 0.0 for index in chosen],
        "structured": [agrees(seen.texts[index], body) if body else 0 for index in chosen],
    }


def squeeze(text: str) -> str:
    """A text's letters and digits alone, in lower case."""
    return _SQUEEZE.sub("", text).lower()


def agrees(text: str, body: str) -> int:
    """1 where a piece stands in the squeezed text for machines, -1 where not, 0 where it is too short to tell."""
    squeezed = squeeze(text)
    if len(squeezed) < 12:
        return 0
    return 1 if squeezed[:80] in body and squeezed[-40:] in body else -1


def _overlap(seen: Seen, index: int, title: frozenset[str]) -> tuple[float, float]:
    """Which share of the piece's words stands in the title, and which of the title's in the piece."""
    if not title or not 2 < seen.counts[index] < 60:
        return 0.0, 0.0
    mine = {word.lower() for word in seen.words[index]}
    both = len(mine & title)
    return both / len(mine), both / len(title)


def _described(seen: Seen, index: int, description: str) -> float:
    if seen.counts[index] <= 5:
        return 0.0
    text = seen.texts[index].lower()
    return 1.0 if text[:60] in description or (len(description) > 30 and text.startswith(description[:60])) else 0.0


def headline(seen: Seen, title: frozenset[str]) -> int:
    """The piece that is the page's headline; -1 where none is."""
    tags = seen.tags
    for wanted, least in ((("h1",), 0.5), (("h1", "h2", "h3"), 0.7)):
        for index, tag in enumerate(tags):
            if tag in wanted and len(seen.texts[index]) > 12:
                share, cover = _overlap(seen, index, title)
                if share >= least and cover > 0.3:
                    return index
    return tags.index("h1") if "h1" in tags else -1
