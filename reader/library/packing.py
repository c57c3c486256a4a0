"""Articles made ready for the tables: all that is to be written of one, worked out before the database is asked for
anything. So it can be done ahead, in a process of its own (`reader.library.ahead`).
"""

from __future__ import annotations

from typing import NamedTuple

from reader.library.body import micros, pack, rough
from reader.library.wording import Columns, indexed, worded
from reader.model import Article
from reader.search.variants import SHORTEST, skeleton
from reader.text.addresses import canonical
from reader.text.words import solid

_PREVIEW = 140
# Names that are remembered: 5 MB at most.
_SEEN = 50_000


class Terms(NamedTuple):
    """What the index gets of an article: its columns, and its names, each with the skeleton of its spellings."""

    columns: Columns
    names: tuple[tuple[str, str], ...]


class Packed(NamedTuple):
    """An article as it is written down: what the list shows of it, its text, its words. A tuple goes from one process to
    another in half the time of a dataclass."""

    words: int
    published: int | None  # microseconds since 1970
    title: str
    publisher: str | None
    byline: str  # parted by newlines
    url: str | None
    plain: str | None  # the address without what tells nothing apart
    language: str | None
    preview: str | None
    body: bytes
    terms: Terms | None  # None for one whose text was not read yet

    @property
    def light(self) -> tuple[object, ...]:
        """What the list shows, in the order of `rows.LIGHT`."""
        shown = self.words, self.published, self.title, self.publisher, self.byline, self.url, self.language
        return (*shown, self.preview)


class Packer:
    """Makes articles ready, and remembers which names it gave out."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def pack(self, article: Article) -> Packed:
        """All that is to be written of an article."""
        return _packed(article, pack(article), self.terms(article))

    @staticmethod
    def rough(head: Article, text: str) -> Packed:
        """What is to be written of an article at first, if what a feed carries of its text is to be read later."""
        return _packed(head, rough(head, text), None)

    def terms(self, article: Article) -> Terms:
        """What the index gets of an article; of its names those that were not given out before."""
        columns, names = indexed(worded(article))
        fresh = names - self._seen
        if len(self._seen) > _SEEN:
            self._seen.clear()
        self._seen |= fresh
        return Terms(columns, tuple((skeleton(it), it) for it in sorted(fresh) if len(it) >= SHORTEST))

    def forget(self) -> None:
        """Give every name out again: what was given out was not kept."""
        self._seen.clear()


def _packed(article: Article, body: bytes, terms: Terms | None) -> Packed:
    first = next((it.text for it in article.blocks if it.kind == "paragraph" and it.text), article.standfirst or "")
    return Packed(
        words_of(article),
        None if article.published is None else micros(article.published),
        article.title,
        article.publisher,
        "\n".join(article.byline),
        article.url,
        canonical(article.url) if article.url else None,
        article.language,
        first[:_PREVIEW] or None,
        body,
        terms,
    )


def words_of(article: Article) -> int:
    """How many words the blocks of an article have, about (`text.words.word_count`, quicker)."""
    texts = [block.text for block in article.blocks if block.text]
    return sum(text.count(" ") + 1 + sum(map(len, solid(text))) // 2 for text in texts)
