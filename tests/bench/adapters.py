"""Adapters for the scoring scripts in `../shared/bench`: the program's rooms behind the benchmarks' signatures."""

from __future__ import annotations

from reader.model import Page
from reader.parser import parse


def extract(page: bytes, url: str | None) -> str:
    """The article's body as text, a block a line."""
    return "\n".join(
        block.text or block.caption or "" for block in parse(Page(page, url)).blocks if block.kind != "image"
    )


def metadata(page: bytes, url: str | None) -> dict[str, object]:
    """Headline, byline and date; where a page tells only when it was changed, that is its date."""
    article = parse(Page(page, url))
    when = article.published or article.updated
    return {
        "title": article.title,
        "byline": list(article.byline),
        "published": when.isoformat() if when else None,
    }
