"""An article as paragraphs that are told: what each is in a word, its sentences, its lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linear.paragraphs import Paragraph, paragraphs
from reader.model import Block, Place
from tests.builders import an_article

CELLS = (("Year", "Stones"), ("2019", "7"), ("2020", ""))


def told(block: Block, columns: int = 60) -> list[str]:
    """The lines of one block."""
    return only(block).lines(columns)


def only(block: Block) -> Paragraph:
    article = an_article()
    return paragraphs(type(article)("T", (block,)))[-1]


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Block("paragraph", "It sails."), ["1. It sails."]),
        (Block("heading", "Work", level=3), ["1. Heading 3: Work"]),
        (Block("heading", "Work"), ["1. Heading 2: Work"]),
        (Block("quote", "It was ours.", author="Aldo"), ["1. Quote by Aldo: It was ours."]),
        (Block("quote", "It was ours."), ["1. Quote: It was ours."]),
        (Block("list_item", "Stones"), ["1. Item: Stones"]),
        (Block("list_item", "Stones", level=2), ["1. Item, level 2: Stones"]),
        (Block("code", "if x:\n\ty"), ["1. Code:", "if x:", "    y"]),
        (Block("image", caption="A quay."), ["1. Image: A quay."]),
        (Block("image", caption="A quay.", credit="Tom"), ["1. Image: A quay. (Tom)"]),
        (Block("image", credit="Tom"), ["1. Image: (Tom)"]),
        (Block("image"), ["1. Image without words."]),
        (
            Block("table", "x", rows=CELLS),
            ["1. Table, 2 rows, 2 columns: Year; Stones.", "Row 1: Year: 2019; Stones: 7.", "Row 2: Year: 2020."],
        ),
        (Block("table", "x", rows=(("a", "b"),)), ["1. Table, 1 row, 2 columns. Row 1: a; b."]),
        (
            Block("table", "x", rows=(("a",), ("",), ("b", "c"))),
            ["1. Table, 2 rows, 2 columns: a.", "Row 1: empty.", "Row 2: a: b; c."],
        ),
        (Block("table", "a\tb\nc\td"), ["1. Table, 1 row, 2 columns: a; b. Row 1: a: c; b: d."]),
    ],
)
def test_each_kind_of_block_is_told_in_its_way(block: Block, lines: list[str]) -> None:
    assert told(block) == lines


def test_headline_and_standfirst_have_no_number_and_what_says_nothing_is_left_out() -> None:
    article = an_article("It sails.", " ", "It stops.", title="Ferry", standfirst="In May.")
    found = paragraphs(article)
    assert [(it.number, it.key, it.kind) for it in found] == [
        (0, ("title", 0), "title"),
        (0, ("standfirst", 0), "standfirst"),
        (1, ("block", 0), "paragraph"),
        (2, ("block", 2), "paragraph"),
    ]
    assert [it.lines(60) for it in found[:2]] == [["Headline: Ferry"], ["In May."]]


def test_of_an_image_the_caption_is_what_is_marked() -> None:
    paragraph = only(Block("image", caption="A quay."))
    assert (paragraph.key, paragraph.text, paragraph.place(2, 6)) == (
        ("caption", 0),
        "A quay.",
        Place("caption", 0, 2, 6),
    )
    assert only(Block("image", credit="Tom")).key == ("block", 0)


@pytest.mark.parametrize(
    ("block", "units"),
    [
        (Block("paragraph", "It sails. It stops."), ["It sails.", "It stops."]),
        (Block("code", "a.\n\nb. C."), ["a.", "b. C."]),
        (Block("table", "a. B\n \nc"), ["a. B", "c"]),
    ],
)
def test_a_sentence_of_code_or_of_a_table_is_a_line(block: Block, units: list[str]) -> None:
    paragraph = only(block)
    assert [paragraph.text[start:end] for start, end in paragraph.units()] == units
    for number, (start, end) in enumerate(paragraph.units()):
        assert paragraph.unit_at(start) == paragraph.unit_at(end - 1) == number
    assert paragraph.unit_at(0) == 0


@given(st.text("ab \n\t", max_size=80), st.integers(20, 40))
def test_code_goes_on_below_and_loses_nothing(code: str, columns: int) -> None:
    if code.strip():
        label, *rows = told(Block("code", code), columns)
        assert label == "1. Code:" and all(len(row) <= columns for row in rows)
        assert "".join(rows) == code.expandtabs(4).replace("\n", "")


@given(st.text("ab cé港. ", min_size=1, max_size=90), st.integers(20, 40))
def test_lines_are_no_longer_than_they_may_be_and_hold_every_word(text: str, columns: int) -> None:
    if text.strip():
        lines = told(Block("paragraph", text), columns)
        assert "".join("".join(lines).split()) == "1." + "".join(text.split())


def test_what_a_table_is_called_is_told_before_it_as_a_paragraph_of_its_own() -> None:
    article = an_article()
    found = paragraphs(
        type(article)("T", (Block("table", "x", caption="Stones by year.", rows=CELLS), Block("paragraph", "End.")))
    )
    assert [(it.number, it.key) for it in found[1:]] == [(1, ("caption", 0)), (2, ("block", 0)), (3, ("block", 1))]
    assert found[1].lines(60) == ["1. Caption: Stones by year."]
    assert found[1].place(0, 6) == Place("caption", 0, 0, 6)
