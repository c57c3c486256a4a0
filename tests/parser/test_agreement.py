"""A page as HTML and the same page as scraped text have the same body, for every seed."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest

from reader.model import Page
from reader.parser import parse

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
TAGS = {"paragraph": "p", "heading": "h2", "quote": "blockquote", "list_item": "li"}


def element(block: dict[str, Any]) -> str:
    """A block as a newsroom would mark it up."""
    if block["kind"] == "image":
        caption = " ".join(filter(None, (block["caption"], f"Photo: {block['credit']}" if block["credit"] else "")))
        return f'<figure><img src="/p.jpg"><figcaption>{html.escape(caption)}</figcaption></figure>'
    tag = TAGS.get(block["kind"], "p")
    return f"<{tag}>{html.escape(block['text'])}</{tag}>"


def page(expected: dict[str, Any]) -> str:
    """The article as an HTML page with a menu, other stories and a foot."""
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(9))
    others = "".join(f'<li><a href="/s{n}">Another story of the day, number {n}</a></li>' for n in range(5))
    body = "".join(element(block) for block in expected["blocks"])
    return (
        f'<html><head><title>{html.escape(expected["title"])}</title></head><body><nav class="main-menu"><ul>{menu}</ul></nav><main><article>'
        f'<h1>{html.escape(expected["title"])}</h1><div class="article-body">{body}</div></article>'
        f'<aside class="related"><h3>Related</h3><ul>{others}</ul></aside></main>'
        f'<footer class="site-footer"><p>© 2026. All rights reserved.</p></footer></body></html>'
    )


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_html_and_scraped_text_agree_on_the_body(seed: Path) -> None:
    expected = json.loads(seed.with_suffix(".json").read_text("utf-8"))
    from_html = parse(Page(page(expected).encode()))
    from_text = parse(Page(seed.read_bytes()))

    def body(article: Any) -> list[str]:
        return [block.text for block in article.blocks if block.kind in TAGS]

    assert body(from_html) == body(from_text)
