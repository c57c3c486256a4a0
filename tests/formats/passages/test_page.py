"""Passages as a page that needs nothing else: every word of them, as words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.formats.passages import FORMATS, sheet
from reader.model import Entry, Passage
from reader.text.clean import clean, one_line
from tests.builders import NOON, an_entry


def shown(entry: Entry, *passages: Passage) -> LexborHTMLParser:
    """The page of one article's passages."""
    return LexborHTMLParser(FORMATS["html"]([sheet(entry, passages)]))


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text() for node in page.css(selector)]


def test_a_page_tells_of_each_article_who_and_when_and_of_each_passage_what_it_is() -> None:
    entry = an_entry(7, url="https://harbor.example/?a=1&b=2", publisher="Courier", byline=("Ines", "Tom"))
    page = shown(
        entry,
        Passage("a1", 7, "The city pays half", (), "", "Who else?\nNobody?", ("sea",), "blue", created=NOON),
        Passage("b2", 7, "It sails", (), "", state="gone"),
    )
    assert texts(page, "h2") == ["Ferry line to reopen"]
    assert [it.attributes for it in page.css("h2 a")] == [
        {"href": "https://harbor.example/?a=1&b=2", "rel": "noopener"}
    ]
    assert texts(page, ".about") == ["Ines · Tom · Courier · 2026-03-14", "blue · same · sea", "yellow · gone"]
    assert texts(page, ".note") == ["Who else?\nNobody?"]
    assert [(it.attributes["class"], it.attributes["id"]) for it in page.css("blockquote")] == [
        ("blue", "p-a1"),
        ("yellow gone", "p-b2"),
    ]


def test_only_addresses_of_the_web_are_links() -> None:
    for address in (None, "", "javascript:alert(1)", "file:///etc/passwd", "urn:x", "/pier"):
        assert not shown(an_entry(7, url=address), Passage("a", 7, "x", (), "")).css("a")
    assert shown(an_entry(7, url="http://a.example/"), Passage("a", 7, "x", (), "")).css("a")


def test_a_page_asks_for_nothing() -> None:
    page = shown(an_entry(7, url="https://a.example/"), Passage("a", 7, "x", (), ""))
    assert not page.css("script, img, link, iframe, object, embed") and "url(" not in texts(page, "style")[0]


@given(st.text(max_size=40).filter(lambda it: "\x00" not in it), st.text(max_size=40))
def test_every_word_stands_there_as_a_word(quote: str, title: str) -> None:
    page = shown(an_entry(7, title), Passage("a", 7, quote, (), "", note=quote, tags=(title,)))
    assert texts(page, "blockquote") == [clean(quote)]
    assert texts(page, "h2") == [one_line(title)]
    assert texts(page, ".note") == ([clean(quote)] if quote else [])
    known = {"html", "head", "meta", "title", "style", "body", "h1", "section", "h2", "p", "blockquote"}
    assert {node.tag for node in page.css("*")} <= known
