"""Lines of scraped text become pieces: tags go, references are decoded once, empty lines are remembered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser import scrape


def texts(text: str) -> list[str]:
    return [piece.text for piece in scrape.outline(text).pieces]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("<div class='p'><p>The&nbsp;boat</p></div>", "The boat"),
        ("<b>b</b>oat and <i>crew</i>", "boat and crew"),
        ("one<br>two<p>three", "one two three"),
        ("AT&T and R&D", "AT&T and R&D"),
        ("fish &amp;amp; chips", "fish &amp; chips"),
        ("&#8220;so&#x201D; &mdash; he said", "“so” — he said"),
        ("a < b and b > a", "a < b and b > a"),
        ("the <name> of a thing", "the <name> of a thing"),
        ("before <!-- a remark --> after", "before after"),
        ("  many\u00a0 spaces \t here ", "many spaces here"),
    ],
)
def test_a_line_keeps_its_words_and_loses_its_markup(line: str, words: str) -> None:
    assert texts(line) == [words]


def test_tags_and_gaps_are_remembered() -> None:
    pieces = scrape.outline("one\n\n\n<p>two</p>\n<div></div>\nthree").pieces
    assert [(piece.text, piece.gap, piece.markup) for piece in pieces] == [
        ("one", 0, False),
        ("two", 2, True),
        ("three", 0, False),
    ]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<!DOCTYPE html><html><body><p>x</p>", True),
        ("<!-- saved --><!-- twice -->\n<html>", True),
        ("<?xml version='1.0'?><html>", True),
        ("<div><p>one</p><p>two</p></div>", True),
        ("A headline\n\n<div><p>A caption</p></div>\nA paragraph that is longer than what stands in tags.", False),
        ("a < b", False),
        ("", False),
    ],
)
def test_a_page_is_known_as_markup_by_its_look(text: str, markup: bool) -> None:
    assert scrape.is_markup(text) is markup


@pytest.mark.parametrize("start", ["<!-- -->" * 2500, "<?xml >" * 2800, "<!--" * 5000, " " * 20_000])
def test_many_beginnings_of_a_page_do_not_hold_it_up(start: str) -> None:
    assert scrape.is_markup(start + "x") in (True, False)


MANY = scrape.MOST_LINES
FIRST = "".join(f"a{number}\n" for number in range(MANY))


def test_behind_more_lines_than_any_page_has_short_ones_are_one_piece() -> None:
    found = texts("\n".join(f"word{number}" for number in range(MANY + 1_000)))
    assert found[:MANY] == [f"word{number}" for number in range(MANY)]
    assert len(found) < MANY + 100
    assert " ".join(found).split() == [f"word{number}" for number in range(MANY + 1_000)]


def test_a_line_said_again_and_again_is_a_few_long_ones_and_what_stands_behind_it_is_near() -> None:
    story = ["The ferry sails again in May.", "Nobody asked the walrus."]
    text = "\n".join([story[0], *["See https://harbor.example/log"] * (3 * MANY), story[1]])
    pieces = [piece.text for piece in scrape.outline(text).pieces]
    assert pieces[0] == story[0] and pieces[-1] == story[1] and len(pieces) < 30
    assert " ".join(pieces).split() == text.split()
    short = "\n".join(["See the log"] * 300)
    assert len(scrape.outline(short).pieces) == 300, "a text that is not too long stays as it is"


def test_behind_them_paragraphs_stay_apart() -> None:
    long, wrapped = "word " * 40, "\n".join(["a wrapped line of a book"] * 45)
    found = texts(FIRST + f"{long}\n{long}\n{wrapped}\n\n{wrapped}\n\n{long}")
    assert [len(text.split()) for text in found[MANY:]] == [40, 40, 270, 270, 40]


def test_of_a_text_of_paragraphs_without_end_the_last_are_together() -> None:
    found = texts(FIRST + "".join(f"{'word ' * 39}{number}\n" for number in range(50_000)))
    assert len(found) < MANY + 11_000
    assert sum(len(text.split()) for text in found) == MANY + 40 * 50_000


@pytest.mark.parametrize("line", ["", "a", "\n", "word " * 50, "<p>a</p>", "x>\n<p", "-->\n<!--"])
def test_no_word_of_many_lines_is_lost(line: str) -> None:
    text = "\n".join(f"{line}\nword{number}" for number in range(MANY))
    found = " ".join(texts(text)).split()
    assert [word for word in found if word.startswith("word") and word[4:]] == [f"word{n}" for n in range(MANY)]


@given(st.text())
def test_no_piece_is_empty_or_has_loose_space(text: str) -> None:
    for piece in texts(text):
        assert piece
        assert piece == " ".join(piece.split())
