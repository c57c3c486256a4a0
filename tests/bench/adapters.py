"""Adapters for the scoring scripts in `../shared/bench`: the program's rooms behind the benchmarks' signatures."""

from __future__ import annotations

from reader.model import Article, Block, Page
from reader.parser import parse
from reader.summaries import summaries


def extract(page: bytes, url: str | None) -> str:
    """The article's body as text, a block a line."""
    return "\n".join(
        block.text or block.caption or "" for block in parse(Page(page, url)).blocks if block.kind != "image"
    )


def summarise(paragraphs: list[str], title: str, sentences: int) -> list[str]:
    """The chosen sentences of an article that comes as bare paragraphs."""
    article = Article(title, tuple(Block("paragraph", text) for text in paragraphs))
    return [point.text for point in summaries(article, sentences)[-1].points]
