"""What machines put around headings and notes for going to and fro: "[edit]", "^", "↩". Cut off, so that the words remain."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.model import Span

_LINK_SIGNS = " ¶🔗"
"""What manuals set behind a heading, as a link to it."""
_BRACKETS = re.compile(r"\s*\[[^\[\]]{1,60}\]$")
_BACK = re.compile(r"[\^↑]\s+(?:[a-z]{1,2}\s+){0,60}(?=\S)")
"""The way back from a note, before it: "^ a b"."""
_BACK_BEHIND = re.compile(r"(?:\s*[↩↑⤴]\ufe0e?)+$")
Cut = tuple[str, tuple[Span, ...], str]
"""Words, their spans, and the words that were cut off."""


def of_heading(text: str, marks: tuple[Span, ...]) -> Cut:
    """A heading without the links behind it that only serve the page."""
    end = len(text)
    bracket = _BRACKETS.search(text)
    if bracket is not None and bracket.start() and any(bracket.start() < it.start for it in marks if it.address):
        end = bracket.start()
    words = text[:end].rstrip(_LINK_SIGNS) or text
    return words, tuple(it for it in marks if it.end <= len(words)), text[end:].strip()


def of_note(text: str, marks: tuple[Span, ...]) -> Cut:
    """A note of a list without the links that lead back to where it is referred to."""
    before, behind = _BACK.match(text), _BACK_BEHIND.search(text)
    start, end = before.end() if before else 0, behind.start() if behind else len(text)
    if end <= start or (not start and end == len(text)):
        return text, marks, ""
    kept = tuple(
        replace(it, start=it.start - start, end=it.end - start) for it in marks if start <= it.start < it.end <= end
    )
    return text[start:end], kept, text[:start].strip("^↑ ")
