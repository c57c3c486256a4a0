"""Captions in every form in which an article goes out: of pictures and of tables, with rows and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.formats import article_from_json, article_json, plain_text
from reader.formats.markdown import markdown
from reader.formats.webpage import webpage
from reader.model import Article, Block, Passage
from reader.model import Place as At

ROWS = (("Year", "Stones"), ("2019", "7"))
TABLE = Block("table", "Year\tStones\n2019\t7", rows=ROWS, caption="Stones & years")
CAPTIONED = (TABLE, Block("table", "Year\tStones", caption="Stones & years"), Block("image", caption="Stones & years"))
FORMS: dict[str, Callable[[Article], str]] = {"plain": plain_text, "markdown": markdown, "html": webpage}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("block", CAPTIONED, ids=["table", "table without rows", "image"])
def test_a_caption_stands_once_wherever_an_article_goes(form: str, block: Block) -> None:
    text = FORMS[form](Article("Pier", (block, Block("paragraph", "It sails."))))
    assert text.count("Stones & years") + text.count("Stones &amp; years") == 1
    assert text.index("years") < text.index("It sails.")


@pytest.mark.parametrize("form", FORMS)
def test_without_a_caption_there_is_none(form: str) -> None:
    text = FORMS[form](Article("Pier", (Block("table", TABLE.text, rows=ROWS),)))
    assert "caption>" not in text.replace("figcaption,", "") and "[]" not in text and "**" not in text


def test_a_caption_of_a_table_comes_back() -> None:
    article = Article("Pier", (TABLE,))
    assert article_from_json(article_json(article)) == article


def test_a_passage_in_a_caption_of_a_table_is_marked() -> None:
    passage = Passage("a", 1, "Stones", (At("caption", 0, 0, 6),), "")
    assert "<caption><mark>Stones</mark> &amp; years</caption>" in webpage(Article("Pier", (TABLE,)), [passage])
