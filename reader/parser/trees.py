"""An HTML tree to an article: which pieces are the body, what the rest is."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from reader.model import Article
from reader.parser import headline, markup, structure
from reader.parser.digest import digest
from reader.parser.judging import choose
from reader.parser.seen import Told, see
from reader.parser.sorting import sort


def read_tree(tree: LexborHTMLParser, url: str | None) -> Article:
    """The article in an HTML tree."""
    body = tree.body
    if body is None:
        return Article("", url=url)
    out = markup.outline(body)
    head = headline.read_head(tree, out, url)
    summary, used = digest(out.pieces, out)
    seen = see(out, Told(head.title, head.description, head.body))
    frames = structure.frame(out)
    pictures = structure.pictured(out, frames)
    found = sort(seen, choose(seen), head.said.keys() | used, set(pictures), frames.quote)
    parts = structure.Builder(out, found, frames, pictures, url).build()
    return Article(
        head.title,
        tuple(parts.blocks),
        head.standfirst,
        head.byline,
        head.published,
        head.updated,
        head.publisher,
        head.section,
        head.url,
        head.language,
        summary,
        tuple(parts.related),
        tuple(parts.notes),
        found.wall,
        tuple(parts.removed),
    )
