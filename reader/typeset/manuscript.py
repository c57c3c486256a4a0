"""An article made ready to be set: all that does not depend on how wide the lines are."""

from __future__ import annotations

from reader.model import Article, Block
from reader.text.numbering import numbers
from reader.text.words import solid
from reader.typeset.matter import Matter, matter
from reader.typeset.pace import minutes_of

_NOTHING = Matter("", ())


class Manuscript:
    """An article with the text of each block as it is drawn, the numbers of lists and how long it takes to read.

    At another width it is filled anew and nothing else: an article of 50,000 words in two fifths of the time.
    """

    def __init__(self, article: Article, *, numbered: bool = False) -> None:
        self.article = article
        self.numbered = numbered
        self.minutes = minutes(article)
        self.numbers = numbers(article.blocks)
        self.texts: list[Matter] = []
        links = 1
        for index, block in enumerate(article.blocks):
            self.texts.append(_text(block, index, links if numbered else None))
            links += sum(span.style == "link" and bool(span.address) for span in block.spans)

    def fits(self, article: Article, *, numbered: bool) -> bool:
        """Whether it is this very article's, with links numbered or not."""
        return self.article is article and self.numbered == numbered


def _text(block: Block, index: int, first_link: int | None) -> Matter:
    """What a block's text is drawn as; of tables, code and images, which are drawn otherwise, nothing."""
    if block.kind in ("image", "rule", "table", "code"):
        return _NOTHING
    return matter(block.text, "block", index, block.spans, first_link)


def minutes(article: Article) -> int:
    """How long the body takes to read, in minutes, at least one."""
    texts = [block.text or block.caption or "" for block in article.blocks]
    signs = sum(len(run) for text in texts for run in solid(text))
    return minutes_of(sum(len(text.split()) for text in texts), signs)
