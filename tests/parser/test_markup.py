"""A page's pieces: where text is cut, what is no text, and that no word is lost on the way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.parser import markup
from reader.parser.pieces import Outline


def outline(body: str) -> Outline:
    tree = LexborHTMLParser(f"<html><body>{body}</body></html>")
    assert tree.body is not None
    return markup.outline(tree.body)


def texts(body: str) -> list[str]:
    return [piece.text for piece in outline(body).pieces]


def test_blocks_part_text_and_inline_elements_do_not() -> None:
    assert texts("<p>One <b>bold</b>ly</p><div>Two<span>three</span></div>") == ["One boldly", "Twothree"]


def test_one_break_stays_inside_and_two_part() -> None:
    assert texts("<p>Line<br>line<br><br>next</p>") == ["Line line", "next"]


def test_code_of_the_browser_and_values_of_controls_are_no_text() -> None:
    assert texts("<script>a</script><style>b</style><p>c</p><select><option>d</option></select><!-- e -->") == ["c"]


def test_links_and_bold_are_counted_in_characters() -> None:
    piece = outline('<p>ab <a href="/x">cdef</a> <b>gh</b></p>').pieces[0]
    assert (piece.linked, piece.links, piece.bold) == (4, 1, 2)


def test_a_link_around_a_picture_is_none_of_the_next_piece() -> None:
    assert outline('<div><a href="/x"><img src="/y.jpg"></a></div><p>One</p>').pieces[0].links == 0


def test_code_keeps_the_white_space_before_its_first_word() -> None:
    out = outline("<pre>  <span>if</span> a:\n      b</pre><p> <b>Two</b> words</p>")
    assert [piece.raw for piece in out.pieces] == ["  if a:\n      b", "Two words"]
    assert out.words == [["if", "a:", "b"], ["Two", "words"]]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ('the gate.<sup><a href="#fn1">1</a></sup> It', "the gate.[1] It"),
        ('in 1998<sup><a href="#a">1</a>,<a href="#b">12</a></sup>', "in 1998[1],[12]"),
        ('the gate.<a href="#fn1">[1]</a>', "the gate.[1]"),
        ('the gate (<a href="#fn1">1</a>)', "the gate (1)"),
        ('of 10<sup>6</sup> tons, see <a href="#t">3</a> and <a href="/p">4</a>', "of 10⁶ tons, see 3 and 4"),
        ('so<a href="#x">me</a> in year<a href="#y">2024</a>', "some in year2024"),
        ('<a href="#x">1</a> gate', "1 gate"),
    ],
)
def test_the_number_of_a_note_is_set_apart_from_the_word_before(page: str, text: str) -> None:
    (piece,) = outline(f"<p>{page}</p>").pieces
    assert piece.text == text
    assert all("[" not in piece.raw[mark.start + 1 : mark.end] for mark in piece.marks)


def test_marks_point_into_the_raw_text() -> None:
    piece = outline('<p>ab <a href="/x">cd</a></p>').pieces[0]
    mark = piece.marks[0]
    assert (piece.raw[mark.start : mark.end], mark.address) == ("cd", "/x")


def test_pictures_stand_before_a_piece() -> None:
    out = outline('<p>One</p><img data-src="/real.jpg" src="/blank.gif" alt="A boat"><p>Two</p>')
    assert [(picture.address, picture.before, picture.alt) for picture in out.pictures] == [("/real.jpg", 1, "A boat")]


def test_elements_know_the_pieces_inside_them() -> None:
    out = outline("<div><p>One</p><p>Two</p></div><p>Three</p>")
    place = out.tags.index("div")
    assert (out.first[place], out.last[place]) == (0, 2)
    assert out.tags[out.parents[place]] == "body"


TAGS = (
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<br>",
    "<ul>",
    "<li>",
    "</ul>",
    "<td>",
    "<table>",
    "</table>",
)


@given(st.lists(st.sampled_from(TAGS) | st.text("abc \n", max_size=6), max_size=40))
def test_no_letter_is_lost_or_doubled(parts: list[str]) -> None:
    tree = LexborHTMLParser(f"<html><body>{''.join(parts)}</body></html>")
    assert tree.body is not None
    found = "".join(piece.text for piece in markup.outline(tree.body).pieces)
    assert sorted(re.sub(r"\s", "", found)) == sorted(re.sub(r"\s", "", tree.body.text()))
