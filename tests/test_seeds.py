"""The quality gate: pages of many publishers' manners and what the parser has to read in them.

`seeds/` holds pages written for this, each with its whole expected reading; `../shared/seeds`, where present, saved pages
that are only held to facts about their structure, for their sentences are not ours.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from reader.formats import article_json
from reader.model import Article, Page
from reader.parser import markup, parse

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted(page for page in (ROOT / "seeds").iterdir() if page.suffix in (".txt", ".html"))
SHARED = sorted((ROOT.parent / "shared" / "seeds").glob("000_*.txt"))


def test_there_are_seeds_of_both_kinds() -> None:
    assert len(SEEDS) >= 10
    assert {page.suffix for page in SEEDS} == {".txt", ".html"}


@pytest.mark.parametrize("page", SEEDS, ids=lambda page: page.stem)
def test_a_page_is_read_as_expected(page: Path) -> None:
    expected = json.loads(page.with_suffix(".json").read_text("utf-8"))
    assert article_json(parse(Page(page.read_bytes()))) == expected


def shared() -> Article:
    if not SHARED:
        pytest.skip("the saved pages are not here")
    return parse(Page(SHARED[0].read_bytes()))


def test_the_saved_page_has_its_body_whole_and_in_order() -> None:
    article = shared()
    source = " ".join(SHARED[0].read_text("utf-8").replace("&nbsp;", " ").split())
    kinds = [block.kind for block in article.blocks if block.kind != "image"]
    assert kinds == ["paragraph"] * 7 + ["heading"] + ["paragraph"] * 10
    starts = [source.rindex(block.text[:40]) for block in article.blocks if block.kind != "image"]
    assert starts == sorted(starts)


def test_the_saved_page_keeps_its_typography_and_loses_its_markup() -> None:
    words = json.dumps(article_json(shared()), ensure_ascii=False)
    assert "“" in words
    assert "’" in words
    for wrong in ("\u00a0", "&nbsp;", "<p>", "<div", "ADVERTISEMENT' "):
        assert wrong not in words


def test_the_saved_page_says_its_caption_once() -> None:
    images = [block for block in shared().blocks if block.kind == "image"]
    assert [image.credit for image in images] == ["Bloomberg"]
    assert "Bloomberg" not in (images[0].caption or "Bloomberg")


def test_the_saved_page_has_a_head() -> None:
    article = shared()
    assert len(article.title.split()) == 10
    assert article.standfirst is not None
    assert sum(article.standfirst.rstrip(".") in block.text for block in article.blocks) == 1


def test_the_saved_page_promises_a_summary_that_it_does_not_carry() -> None:
    summary = shared().publisher_summary
    assert summary is not None
    assert (summary.text, summary.ai, summary.reviewed) == (None, True, True)


def test_the_saved_page_points_to_one_other_story() -> None:
    assert [item.label for item in shared().related] == ["Opinion"]
    assert [piece.reason for piece in shared().removed] == ["advert", "duplicate caption", "newsletter", "newsletter"]


def dumped(page: Path) -> str:
    """What a scraper leaves of an HTML page: a line for each stretch of text that a browser sets by itself."""
    body = LexborHTMLParser(page.read_text("utf-8")).body
    assert body is not None
    return "\n\n".join(piece.text for piece in markup.outline(body).pieces)


def prose(article: Article) -> list[str]:
    """The texts of a body but for its tables, which are lines of cells in a dump."""
    return [block.text for block in article.blocks if block.text and block.kind != "table"]


@pytest.mark.parametrize("page", [page for page in SEEDS if page.suffix == ".html"], ids=lambda page: page.stem)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_page_and_its_text_dump_agree_on_the_body(page: Path, between: str) -> None:
    article = parse(Page(page.read_bytes()))
    dump = parse(Page(dumped(page).replace("\n\n", between).encode()))
    cells = {cell for block in article.blocks for row in block.rows for cell in row}
    more = [text for text in prose(dump) if text not in prose(article) and text not in cells]
    assert [text for text in prose(dump) if text in prose(article)] == prose(article)
    assert sum(map(len, more)) < 0.02 * sum(map(len, prose(article)))
    assert dump.title == article.title
    assert dump.byline == article.byline
