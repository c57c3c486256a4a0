"""What a page says twice stands in the article once; what an article repeats by itself stays."""

from __future__ import annotations

import pytest

from reader.model import Article, Page
from reader.parser import parse
from tests.parser.test_trees import BODY, TITLE, page

REFRAIN = "And the river went by, and the river went by, past the yard, past the mill, past the house on the shore."


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def set_as(body: str) -> Article:
    html = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{body}</article></body></html>"
    return parse(Page(html.encode()))


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def test_an_article_that_is_set_for_wide_and_for_narrow_screens_stands_there_once() -> None:
    both = "".join(f'<div class="{screen}">{paragraphs(BODY)}</div>' for screen in ("wide", "narrow"))
    article = set_as(both)
    assert texts(article) == BODY
    assert [(piece.text, piece.reason) for piece in article.removed] == [(line, "duplicate") for line in BODY]


def test_a_copy_of_a_part_is_left_out_where_it_is_long() -> None:
    extra = [
        "Nobody had asked for it, said the mayor, and nobody would pay for it either, if it came to that in spring."
    ]
    assert texts(set_as(paragraphs([*BODY, *extra, *BODY[:5]]))) == [*BODY, *extra]


def test_a_few_lines_that_come_again_stay() -> None:
    verses = [*BODY[:2], REFRAIN, *BODY[2:4], REFRAIN, *BODY[4:], REFRAIN]
    assert texts(set_as(paragraphs(verses))) == verses


@pytest.mark.parametrize("between", ["", "<h2>On the shore</h2>"])
def test_a_paragraph_right_behind_its_like_goes(between: str) -> None:
    article = page(f"{between}<p>{BODY[2]}</p>")
    assert [text for text in texts(article) if text in BODY] == BODY


def test_items_that_are_alike_stay() -> None:
    item = "Easy rowing for twenty minutes, five minutes of drills at the oar, then ten more at the pace of the day before."
    article = page(f"<ul><li>{item}</li><li>Rest</li><li>{item}</li></ul>")
    assert texts(article).count(item) == 2
