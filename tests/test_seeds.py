"""The quality gate: pages of many publishers' manners and what the parser has to read in them.

`seeds/` holds pages written for this, each with its expected reading; `../shared/seeds`, where present, saved pages that
are only held to facts about their structure, for their sentences are not ours.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.formats import article_json
from reader.model import Article, Page
from reader.parser import parse

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.json"))
SHARED = sorted((ROOT.parent / "shared" / "seeds").glob("000_*.txt"))

BLOCK_KEYS = ("kind", "text", "level", "author", "caption", "credit")


def reading(seed: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is expected, and what the parser reads, as the values that `read --format json` prints."""
    expected = json.loads(seed.read_text("utf-8"))
    page = Page(seed.with_suffix(".txt").read_bytes())
    return expected, article_json(parse(page))


@pytest.fixture(params=SEEDS, ids=lambda seed: seed.stem)
def read(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    return reading(request.param)


def blocks(value: dict[str, Any]) -> list[dict[str, Any]]:
    return [{key: block.get(key) for key in BLOCK_KEYS} for block in value["blocks"]]


def test_there_are_seeds() -> None:
    assert len(SEEDS) >= 10


def test_headline_and_standfirst(read: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, found = read
    assert (found["title"], found["standfirst"]) == (expected["title"], expected["standfirst"])


def test_the_body_block_by_block(read: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, found = read
    assert blocks(found) == blocks(expected)


@pytest.mark.parametrize("key", ["captions", "publisher_summary", "related", "notes", "truncated"])
def test_what_stands_beside_the_body(key: str, read: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, found = read
    assert found[key] == expected[key]


def test_what_was_left_out_and_why(read: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, found = read
    signed = {*expected["byline"], expected["published"] or "-"}
    removed = [piece for piece in found["removed"] if piece in expected["removed"] or not _head(piece, signed)]
    assert removed == expected["removed"]


def _head(piece: dict[str, Any], signed: set[str]) -> bool:
    """Whether a piece is a byline or a date: these may stand among what was left out, or be read into fields."""
    text = piece["text"]
    return any(name in text for name in signed) or (len(text) < 60 and "2026" in text)


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
