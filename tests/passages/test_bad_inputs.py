"""Passages nobody would mark on purpose, and anchors nobody wrote."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import passages
from reader.errors import UnreadableError
from reader.model import Article, Block, Place
from reader.passages import Standing
from reader.passages.anchor import Anchor, Decoy, parse_anchor
from tests.builders import an_article, paragraph, place
from tests.passages.unspaced import TEXTS

LONG = tuple(
    " ".join(f"word{number} stands {number % 7}" for number in range(at, at + 40)) for at in range(0, 2000, 40)
)


def whole(article: Article) -> list[Place]:
    blocks = [place(index, 0, len(block.text)) for index, block in enumerate(article.blocks)]
    return [Place("title", 0, 0, len(article.title)), *blocks]


def test_a_whole_article_is_a_passage_with_a_short_anchor() -> None:
    article = an_article(*LONG)
    anchor = passages.describe(article, whole(article))
    assert len(anchor) < 3000
    assert passages.find(article, anchor) == Standing("same", tuple(whole(article)))


def test_a_long_passage_says_when_its_middle_was_changed() -> None:
    article = an_article(*LONG)
    places = [place(index, 0, len(LONG[index])) for index in range(5, 40)]
    anchor = passages.describe(article, places)
    longer = replace(article, blocks=(paragraph("Corrected."), *article.blocks))
    assert passages.find(longer, anchor).state == "same"
    shorter = replace(article, blocks=(*article.blocks[:20], *article.blocks[22:]))
    standing = passages.find(shorter, anchor)
    assert (standing.state, standing.places[0].index, standing.places[-1].index) == ("reworded", 5, 37)


def test_of_a_long_passage_that_lost_an_end_the_other_is_shown() -> None:
    article = an_article(*LONG)
    anchor = passages.describe(article, [place(index, 0, len(LONG[index])) for index in range(5, 40)])
    standing = passages.find(replace(article, blocks=article.blocks[:30]), anchor)
    assert (standing.state, standing.places[0].index) == ("reworded", 5)


@pytest.mark.parametrize(
    ("start", "end"), [(5, 6), (11, 13), (16, 17), (0, 1)], ids=["comma", "spaces", "stop", "letter"]
)
def test_one_character_spaces_and_marks_are_passages(start: int, end: int) -> None:
    article = an_article("Hello, there  you.", "Another one.")
    where = [place(0, start, end)]
    anchor = passages.describe(article, where)
    assert passages.find(article, anchor) == Standing("same", tuple(where))
    longer = replace(article, blocks=(*article.blocks, paragraph("More.")))
    assert passages.find(longer, anchor).places in ((), tuple(where))


def test_marks_between_words_that_were_changed_are_not_the_same() -> None:
    anchor = passages.describe(an_article("Hello there, you.", "Another one."), [place(0, 11, 12)])
    assert passages.find(an_article("Hello there; you.", "Another one."), anchor).state == "reworded"


def test_an_article_without_a_word_can_be_marked() -> None:
    article = Article("", (paragraph("--- *** ---"),))
    anchor = passages.describe(article, [place(0, 4, 7)])
    assert passages.find(article, anchor) == Standing("same", (place(0, 4, 7),))
    assert passages.find(an_article("words"), anchor) == Standing("gone")


def test_one_of_a_thousand_repeats_stays_where_it_was() -> None:
    article = an_article(*["The mayor said no."] * 1000)
    where = (place(500, 4, 14),)
    anchor = passages.describe(article, where)
    assert passages.find(article, anchor) == Standing("same", where)
    assert len(anchor) < 1500
    longer = replace(article, blocks=(*article.blocks, paragraph("The end.")))
    assert passages.find(longer, anchor).places in ((), where)


def test_a_quote_of_a_million_characters_does_not_take_long() -> None:
    article = an_article("x" * 10**6, "“" * 10**5)
    for index in (0, 1):
        where = (place(index, 0, len(article.blocks[index].text)),)
        anchor = passages.describe(article, where)
        assert passages.find(article, anchor) == Standing("same", where)
        assert passages.find(an_article("Nothing of it."), anchor).places == ()


@pytest.mark.parametrize("text", TEXTS, ids=["Chinese", "Japanese", "Thai"])
def test_scripts_without_spaces_are_found_again(text: tuple[str, ...]) -> None:
    old = an_article(*text)
    where = place(3, 4, 19)
    anchor = passages.describe(old, [where])
    new = an_article(*text[1:3], text[4], text[3][:2] + text[0][:7] + text[3][2:])
    standing = passages.find(new, anchor)
    assert passages.quote(new, standing.places) == passages.quote(old, [where])
    assert passages.find(an_article(*text[:3], text[4]), anchor) == Standing("gone")


FIELDS = st.dictionaries(
    st.sampled_from(list("vqwmplrekdtcnz")),
    st.none() | st.integers() | st.text(max_size=6) | st.lists(st.integers(0, 9) | st.text(max_size=4), max_size=4),
)


@given(FIELDS)
def test_anchors_nobody_wrote_give_an_answer(fields: dict[str, object]) -> None:
    article = an_article()
    standing = passages.find(article, json.dumps(fields | {"v": 1}))
    for it in standing.places:
        text = article.title if it.part == "title" else article.blocks[it.index].text
        assert 0 <= it.start < it.end <= len(text)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4), st.data())
def test_whatever_is_marked_is_found_in_the_same_article(texts: list[str], data: st.DataObject) -> None:
    article = Article("Title", tuple(Block("paragraph", text) for text in texts))
    index = data.draw(st.sampled_from([at for at, text in enumerate(texts) if text] or [-1]))
    if index < 0:
        return
    start = data.draw(st.integers(0, len(texts[index]) - 1))
    where = place(index, start, data.draw(st.integers(start + 1, len(texts[index]))))
    standing = passages.find(article, passages.describe(article, [where]))
    assert standing.places in ((where,), ())
    assert standing.places or not any(sign.isalnum() for sign in texts[index][where.start : where.end])


def test_an_anchor_comes_back_from_its_text_as_it_was() -> None:
    decoys = (Decoy(3, "ab", "c"), Decoy(0, "", "x", "yz"))
    for anchor in (
        Anchor("only words"),
        Anchor("x", margins=(0, 1)),
        Anchor("x", 1, 2, "l", "r", ("“", ""), (0, 7), 1, 2, decoys, "caption", 2**32, (9, 2**32), Anchor("y", 10**9)),
    ):
        assert parse_anchor(anchor.as_json()) == anchor


@pytest.mark.parametrize(
    "fields",
    [
        {"w": 10**9 + 1}, {"m": -1}, {"c": 2**32 + 1}, {"p": [1]}, {"p": [1, 2, 3]}, {"k": [0, 10**9 + 1]}, {"w": True},
        {"e": ["x"]}, {"t": "nowhere"}, {"d": {}}, {"d": [[1, "a"]]}, {"d": [[1, "a", "b", "c", "d"]]}, {"l": None},
        {"z": {"v": 1, "q": "x", "z": {"v": 1, "q": "y"}}}, {"z": {"v": 2, "q": "x"}}, {"n": [1, 2**32 + 1]},
    ],
)  # fmt: skip
def test_what_no_anchor_holds_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(UnreadableError):
        parse_anchor(json.dumps({"v": 1, "q": "x"} | fields))
