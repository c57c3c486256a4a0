"""Pages made to take the machine: nesting, siblings, attributes, things left open; and ordinary ones, left alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.model import Page
from reader.parser import parse
from reader.parser.bounds import DEEPEST, LONGEST_TAG, MOST_ATTRIBUTES, MOST_OPTIONS, MOST_TAGS, bounded, cut

MANY = 65_000
WORDS = "The ferry came in late"

HOSTILE = {
    "nested": "<div>" * MANY + WORDS,
    "nested and closed": "<div>" * MANY + WORDS + "</div>" * MANY,
    "nested inline": "<b>" * MANY + WORDS,
    "nested links": "<a href=x><span>" * MANY + WORDS,
    "siblings": f"<p>{WORDS}</p>" + "<p>x</p>" * MANY,
    "siblings left open": f"<p>{WORDS}" + "<p>x" * MANY,
    "list items": f"<ul><li>{WORDS}" + "<li>x" * MANY,
    "attributes": "<div " + " ".join(f"a{i}=1" for i in range(MANY)) + f">{WORDS}</div>",
    "attributes without values": "<div " + " ".join(f"a{i}" for i in range(MANY)) + f">{WORDS}</div>",
    "a long attribute": f"<div title='{'x' * 2_000_000}'>{WORDS}</div>",
    "a long name": f"<{'x' * 1_000_000}>{WORDS}",
    "styles left open": f"<p>{WORDS}</p>" + "".join(f"<p><b id={i}>x</p>" for i in range(20_000)),
    "fonts left open": f"<p>{WORDS}</p>" + "".join(f"<div><font c{i}>x</div>" for i in range(20_000)),
    "ends without begins": f"<p>{WORDS}</p>" + "</div></p></b>" * MANY,
    "tables": "<table><tr><td>" * MANY + WORDS,
    "links ended inside blocks": "<a href=x><div>y</a></div>" * 30_000 + WORDS,
    "ends out of their scope": "<div><table><tr><td>y</div>" * 20_000 + WORDS,
    "inputs among formulas": "<math>x<input>" * 30_000 + WORDS,
    "comments": f"<p>{WORDS}</p>" + "<!-- <div> -->" * MANY,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_comes_out_small_with_its_words(kind: str) -> None:
    html = bounded(HOSTILE[kind])
    tree = LexborHTMLParser(html)
    assert tree.body is not None
    assert WORDS in tree.body.text()
    assert depth(tree) <= 1.5 * DEEPEST  # a table has a body that nobody writes
    assert html.count("<") <= 2 * MOST_TAGS


@pytest.mark.parametrize(
    "html",
    ["<" * MANY, "<a" * MANY, '<a "' * MANY, "<a b='" * MANY, "<!--" * MANY, "<!-" * MANY, "</" * MANY, "<script>" * MANY, "<style><" * MANY, "<title>" * MANY, "&#" * MANY, "<svg><title>" * MANY, "<a =" * MANY, "<plaintext>" * MANY],
    ids=lambda html: html[:8],
)  # fmt: skip
def test_what_never_ends_ends(html: str) -> None:
    LexborHTMLParser(bounded(html))
    LexborHTMLParser(cut(html))


def depth(tree: LexborHTMLParser) -> int:
    """How deep elements stand inside one another."""
    deepest, node, level = 0, tree.root, 0
    while node is not None:
        deepest = max(deepest, level)
        if node.first_child is not None:
            node, level = node.first_child, level + 1
            continue
        while node is not None and node.next is None:
            node, level = node.parent, level - 1
        node = node.next if node is not None else None
    return deepest


TAGS = ["a", "b", "p", "div", "table", "tr", "td", "li", "ul", "span", "select", "option", "form", "button", "h1", "svg", "math", "foreignObject", "applet", "noscript", "details", "ruby", "rt"]  # fmt: skip


@given(
    st.lists(st.sampled_from([mark for tag in TAGS for mark in (f"<{tag}>", f"</{tag}>", "x", "<input>")]), max_size=7)
)
@example(["<table>", "<td>"])
def test_no_soup_of_tags_nests_deeper_than_is_allowed(soup: list[str]) -> None:
    assert depth(LexborHTMLParser(cut("".join(soup) * 600))) <= 1.5 * DEEPEST


def test_a_list_to_choose_from_has_an_end() -> None:
    html = bounded(f"<p>{WORDS}</p><select>{'<option>x' * MANY}</select>")
    assert html.count("<option>") == MOST_OPTIONS
    assert "x" not in parse(Page(html.encode())).blocks[-1].text


def test_an_ordinary_page_is_not_touched() -> None:
    html = "<html><body>" + "<div class=a><p>One <b>bold</b> word<br><img src=x></div>" * 200 + "</body></html>"
    assert bounded(html) is html


def test_a_long_script_is_no_long_tag() -> None:
    html = f"<html><body><script>{'a = 1; ' * LONGEST_TAG}</script><p>{WORDS}</p></body></html>"
    assert bounded(html) is html


@pytest.mark.parametrize("before", ["", "<p>One</p>", f"<script>{'a = 1; ' * LONGEST_TAG}</script>"])
@pytest.mark.parametrize("behind", ["", ">Two", f">{'Two ' * LONGEST_TAG}<p>Three"])
def test_a_long_tag_is_found_wherever_it_stands(before: str, behind: str) -> None:
    html = f"<html><body>{before}<p title='{'A' * 2 * LONGEST_TAG}'{behind}"
    assert bounded(html) != html


def test_cutting_changes_nothing_that_is_read_on_an_ordinary_page() -> None:
    html = (
        "<!doctype html><html><head><title>A <b> title</title><script>if (a<b) { '</div>' }</script></head><body>"
        "<!-- a comment > with signs --><p class='x y' data-a=\"1>2\">One<p>Two <b>bold</b> <br/>three"
        "<ul><li>a<li>b<ul><li>c</ul></ul><table><tr><td>1<td>2<tr><td>3</table><textarea><p>no</textarea>"
        "<a href=http://x/?a=b&c=d>link</a> 3 < 4 and 5 > 4 <p title='it's odd'>end</body></html>"
    )
    before, after = LexborHTMLParser(html), LexborHTMLParser(cut(html))
    assert before.body is not None
    assert after.body is not None
    assert after.body.text() == before.body.text()
    assert [node.tag for node in after.css("*")] == [node.tag for node in before.css("*")]


def test_a_tag_keeps_its_first_attributes() -> None:
    html = "<p id=first " + " ".join(f"a{i}=1" for i in range(30_000)) + f">{WORDS}</p>"
    node = LexborHTMLParser(bounded(html)).css_first("p")
    assert node is not None
    assert node.attributes["id"] == "first"
    assert len(node.attributes) <= MOST_ATTRIBUTES


def test_a_picture_put_in_as_data_is_dropped_alone() -> None:
    html = f"<p class=a><img alt=tide src='data:{'A' * 2 * LONGEST_TAG}' width=3>{WORDS}</p>"
    node = LexborHTMLParser(bounded(html)).css_first("img")
    assert node is not None
    assert node.attributes == {"alt": "tide", "width": "3"}


@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<a x='", "'>", "<!--", "-->", "<script>", "</script>", "x", " y ", "<li>", "<", ">", '"', "<br/>", "<td>"]), max_size=60))  # fmt: skip
def test_cutting_any_soup_keeps_the_words_that_a_browser_shows(parts: list[str]) -> None:
    html = "".join(parts)
    before, after = LexborHTMLParser(html), LexborHTMLParser(cut(html))
    words = ["".join(tree.body.text().split()) if tree.body is not None else "" for tree in (before, after)]
    if "<script>" not in html:
        assert words[0] == words[1]


@given(st.binary(max_size=300))
def test_any_bytes_give_an_article(data: bytes) -> None:
    assert parse(Page(data)) == parse(Page(data))


@given(st.text(max_size=200))
def test_any_markup_gives_an_article(text: str) -> None:
    head = "<html><head><title>A title</title></head><body><p>Words of a story.</p>"
    assert parse(Page((head + text).encode("utf-8", "ignore"))).title


@pytest.mark.parametrize("hidden", ["<div title='</div>'>", "<div><!--</div>-->", "<div><script>'</div>'</script>"])
def test_nesting_hidden_from_the_counts_is_read_all_the_same(hidden: str) -> None:
    page = "<html><body>" + hidden * 5_000 + f"<p>{WORDS} and nobody on the quay had seen it come.</p>"
    assert parse(Page(page.encode())) is not None
