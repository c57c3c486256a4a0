"""Adapters for the scoring scripts in `../shared/bench`: the program's rooms behind the benchmarks' signatures."""

from __future__ import annotations

from reader.model import Page
from reader.parser import parse


def extract(page: bytes, url: str | None) -> str:
    """The article's text, a block a line; a standfirst is text of the article, captions are not."""
    article = parse(Page(page, url))
    body = [block.text for block in article.blocks if block.kind != "image"]
    return "\n".join([article.standfirst, *body] if article.standfirst else body)


def metadata(page: bytes, url: str | None) -> dict[str, object]:
    """Headline, byline and date; where a page tells only when it was changed, that is its date."""
    article = parse(Page(page, url))
    when = article.published or article.updated
    return {
        "title": article.title,
        "byline": list(article.byline),
        "published": when.isoformat() if when else None,
    }
