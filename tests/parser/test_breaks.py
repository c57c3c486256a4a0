"""Breaks within a paragraph: some part headers, items, answers and verses, most part nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.model import Article, Page
from reader.parser import breaks, markup, parse
from tests.parser.test_kinds import BODY, TITLE, page, paragraphs, texts


def between(inner: str) -> list[str]:
    """What becomes of that among the paragraphs of a story."""
    found = texts(page(paragraphs(BODY[:3]) + inner + paragraphs(BODY[3:])))
    assert found[:3] == BODY[:3]
    assert found[-2:] == BODY[3:]
    return found[3:-2]


@pytest.mark.parametrize(
    "lines",
    [
        ["The lamp is lit at Stone Point now,", "the boats go by at night,", "and nobody remembers how", "we sailed without a light."],
        ["300 g of flour", "Two eggs", "A little salt", "Butter"],
        ["Q: Who pays for the pier?", "A: The county does, and whoever ships through the harbor."],
        ["1. Cut the stones.", "2. Tow them out on the next calm day."],
        ["Length: 31 meters", "Berths: 12", "Draft at low water: 4 meters, in the inner basin a little less than that"],
    ],
)  # fmt: skip
def test_lines_that_stand_for_themselves(lines: list[str]) -> None:
    assert between(f"<p>{'<br>'.join(lines)}</p>") == lines


def test_items_behind_signs_are_items() -> None:
    article = page(
        paragraphs(BODY[:3]) + '<p>Bring:<br>• a rope<br>• <a href="/l">a lamp</a></p>' + paragraphs(BODY[3:])
    )
    assert [(block.kind, block.text) for block in article.blocks[3:6]] == [
        ("paragraph", "Bring:"),
        ("list_item", "a rope"),
        ("list_item", "a lamp"),
    ]
    (link,) = article.blocks[5].spans
    assert (link.start, link.end) == (0, 6)


def test_a_line_in_bold_heads_what_is_under_it() -> None:
    inner = "<p><strong>Who pays for the pier?</strong><br>The county does, says the board, and<br>whoever ships.</p>"
    assert between(inner) == ["Who pays for the pier?", "The county does, says the board, and whoever ships."]


def test_lines_that_were_wrapped_stay_together() -> None:
    lines = [
        "The board went out to the pier on",
        "Monday to look at the stones that",
        "were laid there in the spring by",
        "divers from the county.",
    ]
    assert between(f"<p>{'<br>'.join(lines)}</p>") == [" ".join(lines)]


def test_a_line_set_in_by_white_space_begins_a_paragraph() -> None:
    assert between(f"<div>{BODY[0]} Once.<br>&nbsp;&nbsp;&nbsp;{BODY[1]} Twice.</div>") == [
        f"{BODY[0]} Once.",
        f"{BODY[1]} Twice.",
    ]


def old(top: str, title: str = TITLE) -> Article:
    """A page of times before there were style sheets."""
    menu = '<A HREF="/">Home</A><BR><A HREF="/n">News</A><BR><A HREF="/s">Sport</A>'
    html = (
        f"<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY><TABLE><TR><TD><FONT SIZE=2>{menu}</FONT></TD><TD>{top}"
        f"<BR><BR>{'<BR><BR>'.join(BODY)}</TD></TR></TABLE><CENTER>Copyright 2003 The Kelso Observer</CENTER></BODY></HTML>"
    )
    return parse(Page(html.encode()))


@pytest.mark.parametrize(
    ("top", "title"),
    [
        (f"<B>{TITLE}</B><BR><I>By Lena Drury</I><BR>March 12, 2003", TITLE),
        (f"{TITLE}<BR>by Lena Drury, March 12, 2003", TITLE),
        (f"<FONT SIZE=5><B>{TITLE}</B></FONT><BR><FONT SIZE=2>By Lena Drury</FONT><BR>March 12, 2003", f"Kelso Observer: {TITLE}"),
        (f'<FONT SIZE="+3">{TITLE}</FONT><BR>By Lena Drury, March 12, 2003', "Kelso Observer"),
    ],
)  # fmt: skip
def test_headers_made_of_breaks_and_letters(top: str, title: str) -> None:
    article = old(top, title)
    assert (article.title, article.byline) == (TITLE, ("Lena Drury",))
    assert article.published is not None
    assert article.published.date().isoformat() == "2003-03-12"
    assert texts(article) == BODY


def test_an_initial_and_a_paragraph_in_large_letters_head_nothing() -> None:
    initial = f'<p><font size="6">{BODY[2][0]}</font>{BODY[2][1:]} So she said.</p>'
    assert between(f'{initial}<p><font size="5">{BODY[0]} {BODY[1]}</font></p>') == [
        f"{BODY[2]} So she said.",
        f"{BODY[0]} {BODY[1]}",
    ]


_PARTS = [
    "<br>",
    "<b>bold</b>",
    "<a href='/x'>link</a>",
    "words",
    " ",
    "• ",
    "A: ",
    "1. ",
    "<i>so<br>on</i>",
    "Up,",
    "<sup>2</sup>",
]


@given(st.lists(st.sampled_from(_PARTS), max_size=20))
def test_no_word_is_lost_or_made_and_marks_stay_on_theirs(parts: list[str]) -> None:
    tree = LexborHTMLParser(f"<body><p>{''.join(parts)}</p></body>")
    assert tree.body is not None
    for piece in markup.outline(tree.body).pieces:
        lines = breaks.parted(piece)
        assert " ".join(line.text for line in lines) == piece.text
        for line in lines:
            for mark in line.marks:
                assert (
                    set(line.raw[mark.start : mark.end].split()) <= {"bold", "link", "so", "on", "boldbold", "linklink"}
                    or mark.tag == "i"
                )
