"""Articles as plain text: lines within the width, and no word lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.plain import plain_text
from reader.model import Article, Block, Note
from reader.text.words import width
from tests.builders import an_article


def lines(*blocks: Block, width: int = 30) -> list[str]:
    return plain_text(Article("", blocks), width).splitlines()


def test_every_kind_of_block_has_its_form() -> None:
    blocks = (
        Block("heading", "Boats", level=3),
        Block("list_item", "one"),
        Block("list_item", "two", level=2),
        Block("quote", "We waited.", author="Ines"),
        Block("code", "x = 1\n  y"),
        Block("rule"),
        Block("image", caption="The quay", credit="Ada"),
        Block("image"),
        Block("table", "a\tb", rows=(("a", "b"), ("c", "d"))),
        Block("table", "a\tb"),
        Block("table", "a\tb", rows=(("a", "b"),), caption="Boats of Kelso"),
        Block("list_item", "three", ordered=True),
        Block("list_item", "four of them, each with a crew", ordered=True),
    )
    assert plain_text(Article("", blocks), 30).split("\n\n") == [
        "### Boats", "- one", "  - two", "> We waited.\n> — Ines", "    x = 1\n      y", "            * * *",
        "[The quay (Ada)]", "[image]", "a | b\nc | d", "a\tb", "Boats of Kelso", "a | b",
        "1. three", "2. four of them, each with a\n   crew\n",
    ]  # fmt: skip


def test_the_head_names_who_and_when() -> None:
    head = plain_text(an_article("Text.", byline=("Ada Brandt",), publisher="Port Post", standfirst="Two years."))
    assert head.split("\n\n")[:3] == [
        "Ferry line to reopen",
        "Two years.",
        "Ada Brandt · 2026-03-14 12:00 UTC · Port Post",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "港の灯台は冬も光る。" * 12,
        "Das Wort 灯台 heißt Leuchtturm, e\u0301te\u0301 Sommer. " * 6,
        "ประภาคารยังเปิดอยู่" * 9,
    ],
)
def test_lines_are_as_wide_as_a_terminal_shows_them(text: str) -> None:
    told = lines(Block("list_item", text.strip()), width=40)
    assert len(told) > 2
    assert all(24 < width(line) <= 40 for line in told[:-1])
    assert "".join(told).replace("- ", "", 1).replace(" ", "") == text.replace(" ", "")


def test_a_correction_stands_behind_the_story() -> None:
    article = Article(
        "", (Block("paragraph", "It sails in May."),), notes=(Note("correction", "Correction: in June."),)
    )
    assert plain_text(article) == "It sails in May.\n\nCorrection: in June.\n"


def test_a_word_of_many_lines_is_cut_between_what_stands_around_it() -> None:
    word = "x" * 12_000
    set_ = lines(Block("quote", f"before the word {word} after it"))
    assert set_[0] == "> before the word"
    assert set_[-1] == "> after it"
    assert "".join(line.removeprefix("> ") for line in set_[1:-1]) == word
    assert max(map(len, set_)) == 30


def test_it_begins_as_its_block_does() -> None:
    set_ = lines(Block("list_item", "y" * 6_000), width=22)
    assert set_[0] == f"- {'y' * 20}"
    assert set_[1] == f"  {'y' * 20}"


@given(st.lists(st.text("abc漢 ", min_size=1).filter(str.strip), min_size=1, max_size=5), st.integers(1, 80))
def test_no_word_is_lost(texts: list[str], width: int) -> None:
    set_ = plain_text(Article("", tuple(Block("paragraph", text) for text in texts)), width)
    assert "".join(set_.split()) == "".join("".join(text.split()) for text in texts)
