"""A few words around the first hit of a search, with the hits' places in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from reader.library.parts import Leaf
from reader.text.fold import fold

BEFORE, LENGTH = 50, 180
_WORD = "0-9a-z"


def snippet(texts: Sequence[str], wanted: Sequence[Leaf]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """About 180 characters around the first hit in the texts, else their beginning; and where the hits are in them."""
    if not wanted:
        return _beginning(texts), ()
    pattern = _pattern(tuple((it.tokens, it.prefix, it.forms) for it in wanted))
    later = []
    for text in texts:
        # Folding is slow: what does not even hold the words in lower case is folded only if no other text has them.
        if text.isascii() or pattern.search(text.lower()):
            if hits := _hits(text, pattern):
                return _cut(text, hits)
        else:
            later.append(text)
    for text in later:
        if hits := _hits(text, pattern):
            return _cut(text, hits)
    return _beginning(texts), ()


def _hits(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the pattern stands in the text, offsets as in the text itself, as far as a snippet reaches."""
    if text.isascii():  # folds to its lower case, character for character
        lower = text.lower()
        first = pattern.search(lower)
        end = 0 if first is None else first.start() + LENGTH
        return [] if first is None else [first.span(), *(it.span() for it in pattern.finditer(lower, first.end(), end))]
    folded = fold(text)
    first = pattern.search(folded.text)
    if first is None:
        return []
    return [folded.origin(*it.span()) for it in pattern.finditer(folded.text, first.start())]


def _beginning(texts: Sequence[str]) -> str:
    return next((" ".join(it.split())[:LENGTH] for it in texts if it), "")


def _cut(text: str, hits: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    start = max(0, hits[0][0] - BEFORE)
    if start:  # begin with a whole word
        space = text.find(" ", start, hits[0][0])
        start = space + 1 if space >= 0 else start
    end = max(start + LENGTH, hits[0][1])
    lead = "…" if start else ""
    tail = "…" if end < len(text) else ""
    shift = len(lead) - start
    # One character for one: the offsets of the hits stay right.
    piece = re.sub(r"\s", " ", text[start:end])
    return lead + piece + tail, tuple((a + shift, b + shift) for a, b in hits if b <= end)


@lru_cache(maxsize=64)
def _pattern(wanted: tuple[tuple[tuple[str, ...], bool, tuple[str, ...]], ...]) -> re.Pattern[str]:
    """All that is wanted in folded text. Scripts without spaces have no bounds between words there."""
    return re.compile("|".join(it for leaf in wanted for it in _said(*leaf)))


def _said(tokens: tuple[str, ...], prefix: bool, forms: tuple[str, ...]) -> Iterator[str]:
    said = re.escape(tokens[0])
    for last, token in pairwise(tokens):
        parted = last[-1].isascii() and token[0].isascii()
        said += f"[^{_WORD}\n]{'+' if parted else '*'}?{re.escape(token)}"
    yield _bound(tokens[0], said, prefix)
    for form in forms:
        yield _bound(form, re.escape(form), False)


def _bound(first: str, said: str, prefix: bool) -> str:
    before = f"(?<![{_WORD}])" if first[0].isascii() else ""
    after = "" if not first[-1].isascii() else f"[{_WORD}]*" if prefix else f"(?![{_WORD}])"
    return f"{before}{said}{after}"
