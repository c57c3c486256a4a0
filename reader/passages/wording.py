"""A text as anchors see it: paragraphs as one row of words, and which of them stand where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate
from zlib import crc32

from reader.passages.marks import codes_of, sketch, spans_of, words_of
from reader.text.parts import Spot

_SHORT = 4_000  # characters of a paragraph that is kept for the next version


class Paragraph:
    """The words of one paragraph, each thing made when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.codes = codes_of(text)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each of them stands."""
        return spans_of(self.text)

    @cached_property
    def ends(self) -> list[int]:
        """Where each of them ends."""
        return [end for _, end in self.spans]


_kept = lru_cache(maxsize=2048)(Paragraph)


def _paragraph(text: str) -> Paragraph:
    """A paragraph read once: versions of an article share most of theirs."""
    return _kept(text) if len(text) <= _SHORT else Paragraph(text)


class Wording:
    """Paragraphs as one text of words, with what finding needs, each built when first asked for."""

    def __init__(self, paragraphs: tuple[str, ...]) -> None:
        self.paragraphs = paragraphs
        self._read = list(map(_paragraph, paragraphs))
        self.codes = "".join([it.codes for it in self._read])
        self.sketch = sketch(self.codes)
        self._counts: dict[str, int] = {}
        self._places: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def text(self) -> str:
        """All paragraphs, a line each."""
        return "\n".join(self.paragraphs)

    @cached_property
    def check(self) -> int:
        """A number that two texts share only if, in all likelihood, their words are the same."""
        return self.sum(0, len(self))

    @cached_property
    def _first_words(self) -> list[int]:
        """The number of each paragraph's first word."""
        return [0, *accumulate(len(it.codes) for it in self._read)][:-1]

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """Where each paragraph begins in `text`."""
        return [0, *accumulate(len(it) + 1 for it in self.paragraphs)][:-1]

    def words(self, first: int, end: int) -> list[str]:
        """Words `first` to `end` as they are compared."""
        last = min(end, len(self)) - 1
        return words_of(self.text[self.begin(first) : self.end(last)]) if first <= last else []

    def count(self, code: str) -> int:
        """How often a word stands here."""
        if code not in self._counts:
            self._counts[code] = self.codes.count(code)
        return self._counts[code]

    def places(self, code: str) -> list[int]:
        """The numbers at which a word stands."""
        if code not in self._places:
            self._places[code] = positions(self.codes, code)
        return self._places[code]

    def sum(self, first: int, end: int) -> int:
        """A check sum of words `first` to `end`."""
        return crc32(self.sketch[first:end].encode("ascii"))

    def begin(self, number: int) -> int:
        """The offset in `text` at which a word begins."""
        paragraph = bisect_right(self._first_words, number) - 1
        within = number - self._first_words[paragraph]
        return self.paragraph_starts[paragraph] + self._read[paragraph].spans[within][0]

    def end(self, number: int) -> int:
        """The offset in `text` at which a word ends."""
        paragraph = bisect_right(self._first_words, number) - 1
        return self.paragraph_starts[paragraph] + self._read[paragraph].ends[number - self._first_words[paragraph]]

    def paragraph_of(self, number: int) -> tuple[int, int]:
        """The first word of the paragraph in which a word stands, and one after its last."""
        paragraph = bisect_right(self._first_words, number) - 1
        first = self._first_words[paragraph]
        return first, first + len(self._read[paragraph].codes)

    def flat(self, spot: Spot) -> int:
        """The offset in `text` of a spot in a paragraph."""
        return self.paragraph_starts[spot[0]] + spot[1]

    def spot(self, offset: int, *, end: bool = False) -> Spot:
        """The spot of an offset in `text`; an `end` belongs to the paragraph that it closes."""
        number = max(0, bisect_right(self.paragraph_starts, offset) - 1)
        within = min(offset - self.paragraph_starts[number], len(self.paragraphs[number]))
        if end and within == 0 and number:
            return number - 1, len(self.paragraphs[number - 1])
        return number, within

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The words that stand, wholly or in part, between two offsets: first, and one after the last."""
        first, stop = self._ended(start), self._begun(end)
        return first, max(first, stop)

    def _ended(self, offset: int) -> int:
        """How many words end at an offset or before it."""
        number = max(0, bisect_right(self.paragraph_starts, offset) - 1)
        if number >= len(self._read):
            return 0
        return self._first_words[number] + bisect_right(self._read[number].ends, offset - self.paragraph_starts[number])

    def _begun(self, offset: int) -> int:
        """How many words begin before an offset."""
        number = max(0, bisect_right(self.paragraph_starts, offset) - 1)
        if number >= len(self._read):
            return 0
        within = offset - self.paragraph_starts[number]
        return self._first_words[number] + bisect_left(self._read[number].spans, (within, -1))


def positions(row: str, part: str, most: int | None = None) -> list[int]:
    """Where a part stands in a row of characters, at most so often; its places may meet."""
    found: list[int] = []
    at = row.find(part)
    while at >= 0 and (most is None or len(found) < most):
        found.append(at)
        at = row.find(part, at + 1)
    return found


@lru_cache(maxsize=8)
def wording(paragraphs: tuple[str, ...]) -> Wording:
    """The wording of these paragraphs; the last few texts are kept, as passages come many to an article."""
    return Wording(paragraphs)
