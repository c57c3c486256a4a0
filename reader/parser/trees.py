"""An HTML tree to an article: which pieces are the body, what the rest is."""

from __future__ import annotations

import math

from selectolax.lexbor import LexborHTMLParser

from reader.model import Article, Block, Removed
from reader.parser import captions, furniture, headline, markup
from reader.parser.digest import digest
from reader.parser.pieces import Outline, Piece


def _good(piece: Piece) -> float:
    size = len(piece.text)
    if size < 40 or piece.linked > size / 2:
        return 0.0
    return float(size - piece.linked) * (1.0 if piece.text.endswith((".", "!", "?", "”", '"', "…", "»")) else 0.3)


def _best(out: Outline) -> int:
    scores = [0.0] * len(out.tags)
    for piece in out.pieces:
        weight, node = math.sqrt(_good(piece)), piece.node
        if out.tags[node] in ("p", "li", "td", "blockquote", "h2", "h3"):
            node = out.parents[node]
        for _ in range(4):
            if node < 0 or not weight:
                break
            scores[node] += weight
            weight *= 0.6
            node = out.parents[node]
    return max(range(len(scores)), key=scores.__getitem__)


def _block(out: Outline, piece: Piece) -> Block:
    tag = out.tags[piece.node]
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return Block("heading", piece.text, level=int(tag[1]))
    if tag == "li":
        return Block("list_item", piece.text, level=1)
    if tag == "figcaption":
        words, credit = captions.split(piece.text)
        return Block("image", caption=words or None, credit=credit)
    if tag == "pre":
        return Block("code", piece.raw.strip("\n"))
    node = piece.node
    while node > 0:
        if out.tags[node] == "blockquote":
            return Block("quote", piece.text)
        node = out.parents[node]
    return Block("paragraph", piece.text)


def read_tree(tree: LexborHTMLParser, url: str | None) -> Article:
    """The article in an HTML tree."""
    body = tree.body
    if body is None:
        return Article("", url=url)
    out = markup.outline(body)
    head = headline.read_head(tree, out, url)
    summary, used = digest(out.pieces, out)
    said = head.said.keys() | used
    best = _best(out)
    blocks: list[Block] = []
    removed: list[Removed] = []
    for index, piece in enumerate(out.pieces):
        inside = out.first[best] <= index < out.last[best]
        linked = piece.linked > len(piece.text) / 2
        if index in said:
            continue
        if inside and not linked and furniture.reason(piece.text) is None:
            blocks.append(_block(out, piece))
        else:
            removed.append(
                Removed(piece.text, furniture.reason(piece.text) or ("navigation" if linked else "furniture"))
            )
    while blocks and blocks[-1].kind == "heading":
        removed.append(Removed(blocks.pop().text, "furniture"))
    return Article(
        head.title,
        tuple(blocks),
        head.standfirst,
        head.byline,
        head.published,
        head.updated,
        head.publisher,
        head.section,
        head.url,
        head.language,
        summary,
        removed=tuple(removed),
    )
