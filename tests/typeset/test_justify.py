"""Lines to the full measure: no word is torn, no place is lost, and a line that would tear stays as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, Line, Piece, Place
from reader.text.words import width
from reader.typeset import typeset
from reader.typeset.justify import LOOSEST, justified

LONG = (
    "The harbor council voted on Tuesday to reopen the ferry line that was closed nine winters ago, "
    "after the last boat had been sold to a shipyard across the strait, and nobody had thought that it would return."
)


def a_line(text: str, head: str = "") -> Line:
    pieces = (Piece(0, len(head)),) if head else ()
    body = Piece(len(head), len(head) + len(text), (), Place("block", 2, 10, 10 + len(text)))
    return Line(head + text, "paragraph", (*pieces, body))


def placed(line: Line) -> str:
    return "".join(line.text[it.start : it.end] for it in line.pieces if it.place is not None)


def test_paragraphs_fill_the_measure_but_for_their_last_lines() -> None:
    ragged = [line.text for line in typeset(Article("", (Block("paragraph", LONG),)), 40) if line.role == "paragraph"]
    lines = typeset(
        Article("", (Block("paragraph", LONG), Block("heading", "A head of two", level=2))), 40, justified=True
    )
    full = [line.text for line in lines if line.role == "paragraph"]
    assert [text.split() for text in full] == [text.split() for text in ragged]
    assert {width(text) for text in full[:-1]} == {40}
    assert full[-1] == ragged[-1]
    assert [line.text for line in lines if line.role == "heading"] == ["A head of two"]


def test_spaces_belong_to_no_place_and_each_word_keeps_its_own() -> None:
    line = justified(a_line("one two three"), 16)
    assert width(line.text) == 16
    assert placed(line) == "one two three"
    starts = [it.place.start for it in line.pieces if it.place is not None]
    assert starts == [10, 14, 18]


def test_what_stands_before_the_text_is_not_stretched() -> None:
    line = justified(a_line("one two three", head="  > "), 20)
    assert line.text.startswith("  > one")
    assert width(line.text) == 20


def test_a_line_that_would_tear_or_is_full_stays() -> None:
    for text, columns in (("one two", 7 + LOOSEST), ("word", 9), ("one two", 7), ("one two", 5), ("", 10)):
        line = a_line(text)
        assert justified(line, columns) == line


def test_what_is_left_over_goes_by_turns_to_either_side() -> None:
    assert justified(a_line("a b c d e"), 10).text == "a  b c d e"
    assert justified(a_line("aa b c d e"), 11).text == "aa b c d  e"


@given(st.lists(st.text("abc漢é", min_size=1, max_size=8), min_size=1, max_size=12), st.integers(0, 40))
def test_words_and_places_stay_whatever_the_width(words: list[str], more: int) -> None:
    text = " ".join(words)
    columns = width(text) + more
    line = justified(a_line(text), columns)
    assert line.text.split() == words
    assert width(line.text) in (columns, width(text))
    assert placed(line) == text


def test_the_last_line_is_not_stretched_however_full_it_is() -> None:
    article = Article("", (Block("paragraph", "aaaa bbbb cccc dddd eee ffff gggg hhhh"),))
    lines = [line.text for line in typeset(article, 20, justified=True) if line.role == "paragraph"]
    assert lines == ["aaaa  bbbb cccc dddd", "eee ffff gggg hhhh"]
