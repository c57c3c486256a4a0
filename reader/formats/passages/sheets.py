"""What goes out: an article's passages, with what has to be known of the article to cite it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from reader.model import Article, Entry, Passage
from reader.text.parts import rank


@dataclass(frozen=True, slots=True)
class Sheet:
    """The passages of one article, in reading order; with the article, annotations tell what stands around them."""

    entry: Entry
    passages: tuple[Passage, ...]
    article: Article | None = None

    @property
    def key(self) -> str:
        """A name of eight letters for the article that is the same in every export, also from another library."""
        known = self.entry.url or f"{self.entry.publisher or self.entry.source}\n{self.entry.title}"
        return hashlib.blake2b(known.encode("utf-8", "replace"), digest_size=4).hexdigest()

    @property
    def publisher(self) -> str:
        """Who published it, as far as is known."""
        return self.entry.publisher or self.entry.source


def sheet(entry: Entry, passages: tuple[Passage, ...], article: Article | None = None) -> Sheet:
    """A sheet with the passages in reading order, those that are gone at the end."""
    found = sorted(passages, key=lambda it: (rank(it.places[0] if it.places else None), it.id))
    return Sheet(entry, tuple(found), article)
