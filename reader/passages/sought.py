"""A passage that is being looked for: its anchor, with its words made ready once for many comparisons."""

from __future__ import annotations

from functools import cached_property

from reader.passages.anchor import Anchor
from reader.passages.marks import codes_of, sketch, spans_of, weight_of, words_of


class Sought:
    """An anchor and what finding needs of it."""

    def __init__(self, anchor: Anchor) -> None:
        self.anchor = anchor
        self.left = anchor.left
        self.right = anchor.right
        self.shown = anchor.edges[0] + anchor.quote + anchor.edges[1]
        self.codes = codes_of(self.shown)

    @cached_property
    def words(self) -> list[str]:
        """The words of the quote."""
        return words_of(self.shown)

    @cached_property
    def marks(self) -> str:
        """The sketch of the quote."""
        return sketch(self.codes)

    @cached_property
    def weights(self) -> list[float]:
        """What each word of the quote is worth."""
        return [weight_of[word] for word in self.words]

    @cached_property
    def total(self) -> float:
        """What all of them are worth."""
        return sum(self.weights)

    @cached_property
    def around(self) -> tuple[str, str]:
        """What the quote has before its first word and after its last one: marks and spaces."""
        spans = spans_of(self.shown)
        return self.shown[: spans[0][0]], self.shown[spans[-1][1] :]
