"""A source the person named, read once, without the library."""

from __future__ import annotations

from reader import files
from reader.errors import UnreadableError
from reader.model import Article
from reader.text.clean import one_line


def read(source: str) -> Article:
    """The article of one file, or of standard input ("-").

    Raises UnreadableError when the source cannot be read or holds no article.
    """
    from reader import parser

    page = next(files.pages(source))
    parser.readable(page)
    article = parser.parse(page)
    if not article.blocks and not article.title:
        raise UnreadableError(
            f"No article was found in {one_line(source)}.", "Look at it in a browser; perhaps it was saved half."
        )
    return article
