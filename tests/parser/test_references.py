"""Links that lead to and fro are cut off headings and notes; their words are no words of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Page, Span
from reader.parser import parse
from reader.parser.references import of_heading, of_note

TEXT = "<p>The lock was closed for eleven years after the flood, when its eastern gate was carried away.</p>" * 3


def article(inside: str) -> Article:
    return parse(Page(f"<html><body><article><h1>Melby Lock</h1>{inside}</article></body></html>".encode()))


@pytest.mark.parametrize(
    ("heading", "words", "cut"),
    [
        ('History<span>[</span><a href="/e">edit</a><span>]</span>', "History", ["[edit]"]),
        ('History [<a href="/e">edit</a> | <a href="/s">edit source</a>]', "History", ["[edit | edit source]"]),
        ("History [1871]", "History [1871]", []),  # no link
        ('<a href="/x">[edit]</a>', "[edit]", []),  # nothing would remain
        ('History<a href="#h">¶</a>', "History", []),
    ],
)
def test_a_heading_loses_the_links_that_only_serve_its_page(heading: str, words: str, cut: list[str]) -> None:
    found = article(f"{TEXT}<h2>{heading}</h2>{TEXT.replace('eleven', 'twelve')}")
    assert [it.text for it in found.blocks if it.kind == "heading"] == [words]
    assert [it.text for it in found.removed if "edit" in it.text] == cut
    assert all(it.end <= len(words) for block in found.blocks for it in block.spans if block.kind == "heading")


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ('<a href="#r1">^</a> Hart, <i>Locks of the Arn</i>, p. 12.', "Hart, Locks of the Arn, p. 12."),
        (
            '^ <a href="#r1">a</a> <a href="#r2">b</a> Hart, <i>Locks of the Arn</i>, p. 12.',
            "Hart, Locks of the Arn, p. 12.",
        ),
        ('Hart, <i>Locks of the Arn</i>, p. 12. <a href="#r1">↩︎</a>', "Hart, Locks of the Arn, p. 12."),
        (
            'Hart, <i>Locks of the Arn</i>, p. 12. <a href="#r1">↩</a> <a href="#r2">↩</a>',
            "Hart, Locks of the Arn, p. 12.",
        ),
    ],
)
def test_a_note_loses_the_way_back(note: str, words: str) -> None:
    found = article(f"{TEXT}<h2>Notes</h2><ol><li>{note}</li><li>The Stanton Gazette of 4 May 1923, p. 2.</li></ol>")
    (block,) = (it for it in found.blocks if "Hart" in it.text)
    assert block.text == words
    assert [words[it.start : it.end] for it in block.spans if it.style == "emphasis"] == ["Locks of the Arn"]


@given(st.text("a [^]↩¶1", max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=3))
def test_spans_stay_inside_and_nothing_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    text = " ".join(text.split())
    marks = tuple(Span(a, b, "link", "/x") for a, b in places if a < b <= len(text))
    for words, kept, cut in (of_heading(text, marks), of_note(text, marks)):
        assert all(0 <= it.start < it.end <= len(words) for it in kept)
        assert sorted(it for it in words + cut if it in "a1") == sorted(it for it in text if it in "a1")
