"""An HTML tree to an article: which pieces are the body, what the rest is."""

from __future__ import annotations

from collections.abc import Set

from selectolax.lexbor import LexborHTMLParser

from reader.model import Article
from reader.parser import headline, markup, structure
from reader.parser.digest import digest
from reader.parser.heads import Head
from reader.parser.judging import choose
from reader.parser.portions import Part
from reader.parser.seen import Seen, Told, see
from reader.parser.sorting import sort

_SIGNATURE_MOST = 160
"""Characters of the longest line that says nothing but who wrote and when."""


def _known(seen: Seen, head: Head, summary: Set[int], pictured: Set[int]) -> dict[int, Part]:
    """Pieces that only say what the head or the publisher's summary says. A caption or a paragraph that names the author
    says more than that; a headline is said once, and again where it is repeated."""
    known: dict[int, Part] = dict.fromkeys(summary, "head")
    shown: set[str] = set()
    for index, what in sorted(head.said.items()):
        whole = what in ("title", "standfirst")
        if index in pictured or (not whole and len(seen.texts[index]) > _SIGNATURE_MOST):
            continue
        known[index] = "duplicate" if whole and what in shown else "head"
        shown.add(what)
    return known


def read_tree(tree: LexborHTMLParser, url: str | None) -> Article:
    """The article in an HTML tree."""
    body = tree.body
    if body is None:
        return Article("", url=url)
    out = markup.outline(body)
    head = headline.read_head(tree, out, url)
    summary, used = digest(out.pieces, out)
    seen = see(out, Told(head.title, head.description, head.body))
    frames = structure.Frames(out)
    pictures = structure.pictured(out, frames)
    known = _known(seen, head, used, pictures.keys())
    keep, standfirst = choose(seen), head.standfirst
    if head.teaser is not None and keep[head.teaser] and head.teaser not in known:
        standfirst, known[head.teaser] = seen.texts[head.teaser], "head"
    found = sort(seen, keep, known, set(pictures), frames.quote)
    parts = structure.Builder(out, found, frames, pictures, url or head.url).build()
    return Article(
        head.title,
        tuple(parts.blocks),
        standfirst,
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
