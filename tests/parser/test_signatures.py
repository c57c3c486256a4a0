"""Who signs an HTML page: the likeliest of what it claims, shows and says."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.parser import markup
from reader.parser.headline import read_head, surroundings
from reader.parser.witnesses import gather
from reader.text.clean import clean

URL = "https://www.harbor-courier.example/city/tide-gate"
BODY = (
    "<p>" + "The gate closed for the third time this week, and nobody on the quay seemed to notice it. " * 2 + "</p>"
) * 3
TITLE = "<h1>The gate closes twice a week</h1>"


def byline(top: str = "", head: str = "", after: str = "", url: str = URL) -> tuple[str, ...]:
    tree = LexborHTMLParser(
        f"<html lang=en><head>{head}</head><body><main>{TITLE}{top}{BODY}</main>{after}</body></html>"
    )
    assert tree.body is not None
    return read_head(tree, markup.outline(tree.body), url).byline


def linked(author: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "Article", "headline": "x", "author": author})}</script>'


@pytest.mark.parametrize(
    "top",
    [
        '<div class="byline">By <a rel="author" href="/author/nora">Nora Whitfield</a></div>',
        '<p class="author-name">Nora Whitfield</p>',
        "<div>By Nora Whitfield</div>",
        "<p>Nora Whitfield · March 5, 2024</p>",
        '<div class="elementor-author-box__name">Nora Whitfield</div>',
        "<p>Por Nora Whitfield nora.whitfield@courier.example</p>",
    ],
)
def test_a_byline_under_the_headline(top: str) -> None:
    assert byline(top) == ("Nora Whitfield",)


def test_an_account_signs_though_small_words_follow() -> None:
    line = "<p>Von hafennetz.example zuletzt bearbeitet: 04.02.2022, 08:55 Uhr</p>"
    assert byline(line) == ("hafennetz.example",)


def test_whom_a_headline_is_about_did_not_write_it() -> None:
    tree = LexborHTMLParser(f"<body><main><h1>Nora Whitfield: the gate opens</h1><p>19 November 2024</p>{BODY}</main>")
    assert tree.body is not None
    assert read_head(tree, markup.outline(tree.body), URL).byline == ()


def test_who_writes_comments_did_not_write_the_story() -> None:
    comments = '<section class="comments"><div class="comment-author vcard"><cite class="fn">Gil Tanner</cite> says</div><p>No.</p></section>'
    assert byline('<p class="author">Nora Whitfield</p>', after=comments) == ("Nora Whitfield",)
    assert byline(after=comments) == ()


def test_who_wrote_other_stories_did_not_write_this_one() -> None:
    names = ("Gil Tanner", "Ana Pirelli", "Jo Harland", "Marc Delorme")
    others = "".join(
        f'<div class="card"><h3>Another story</h3><span class="card-author">{name}</span></div>' for name in names
    )
    assert byline("<p>By Nora Whitfield</p>", after=f"<section>{others}</section>") == ("Nora Whitfield",)


@pytest.mark.parametrize(
    "role",
    [
        "Reviewed by",
        "Edited by",
        "Medically reviewed by",
        "Fact-checked by",
        "Translated by",
        "Übersetzt von:",
        "Photos by",
    ],
)
def test_who_reviewed_translated_or_photographed_is_no_author(role: str) -> None:
    top = f'<div class="author-line">By Nora Whitfield</div><div class="author-line">{role} Ana Pirelli</div>'
    assert byline(top) == ("Nora Whitfield",)


def test_a_line_that_signs_with_several_outweighs_a_claim_of_one() -> None:
    head = '<meta name="author" content="Nora Whitfield">'
    assert byline("<p>By Nora Whitfield, Ana Pirelli and Piers Calloway</p>", head) == (
        "Nora Whitfield",
        "Ana Pirelli",
        "Piers Calloway",
    )


def test_authors_with_an_element_each_sign_together() -> None:
    top = '<div class="bylines"><a class="byline-link" href="/author/n">Nora Whitfield</a><a class="byline-link" href="/author/a">Ana Pirelli</a></div>'
    assert byline(top) == ("Nora Whitfield", "Ana Pirelli")


def test_claims_and_elements_that_agree_settle_it() -> None:
    top = '<div class="byline"><a rel="author" href="/author/nora">Nora Whitfield</a></div><p>By Gil Tanner</p>'
    tree = LexborHTMLParser(
        f"<html><head>{linked({'name': 'Nora Whitfield'})}</head><body>{TITLE}{top}{BODY}</body></html>"
    )
    assert tree.body is not None
    around = surroundings(tree, markup.outline(tree.body), URL)
    assert [each.names for each in gather(around)] == [("Nora Whitfield",)]


def test_names_that_stand_in_an_element_each_go_on_behind_their_label() -> None:
    parts = ("By", "Nora Whitfield", ",", "Piers Calloway", ", and", "Jo Tan")
    assert byline("".join(f"<div>{part}</div>" for part in parts)) == ("Nora Whitfield", "Piers Calloway", "Jo Tan")


def test_a_claim_of_the_first_author_does_not_hide_the_others() -> None:
    links = " &amp; ".join(
        f'<a href="/author/{name[:2]}">{name}</a>' for name in ("Ina Falk", "Oda Lind", "Ute Brandt")
    )
    assert byline(f"<p>{links}</p><p>March 5, 2024</p>", '<meta name="author" content="Ina Falk">') == (
        "Ina Falk",
        "Oda Lind",
        "Ute Brandt",
    )


def test_whom_a_line_signs_with_comes_before_whom_only_machines_are_told_of() -> None:
    assert byline("<p>By: Nora Whitfield</p>", linked("Piers Calloway")) == ("Nora Whitfield",)


def test_who_reviewed_is_no_author_though_an_element_holds_the_name_alone() -> None:
    reviewed = '<p>Reviewed by: <a rel="author" href="/author/jo">Jo Tan</a></p>'
    assert byline(reviewed, '<meta name="author" content="Nora Whitfield">') == ("Nora Whitfield",)


def test_the_publisher_behind_an_author_is_left_out() -> None:
    head = '<meta property="og:site_name" content="Harbor Courier">'
    assert byline("<p>by Nora Whitfield, Harbor Courier</p>", head) == ("Nora Whitfield",)


def test_a_date_of_two_digits_stands_beside_a_name() -> None:
    assert byline("<p>06.11.23 | Nora Whitfield</p>") == ("Nora Whitfield",)


def test_the_site_behind_a_name_is_left_out() -> None:
    head = '<meta property="og:site_name" content="Harbor Courier">'
    assert byline("<p>Published on March 5, 2024 by Nora Whitfield Harbor Courier</p>", head) == ("Nora Whitfield",)


@pytest.mark.parametrize(
    "top",
    [
        "<p>Tide tables</p>",
        "<p>Browse all departments</p>",
        '<p class="photo-caption-author">The quay at low water</p>',
        '<a href="https://bsky.app/profile/courier.example">Bluesky</a>',
        "<p>March 5, 2024</p>",
    ],
)
def test_nobody_signs_where_nobody_is_named(top: str) -> None:
    assert byline(top) == ()


def test_a_label_far_from_the_headline() -> None:
    assert byline(after="<h3>Written by Nora Whitfield</h3>") == ("Nora Whitfield",)
    after = "<p>This post was written by Nora Whitfield, Head of Harbors and Community Development at the Harbor Courier</p>"
    assert byline(after=after) == ("Nora Whitfield",)


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_any_page_gives_names_that_stand_in_it(claimed: str, shown: str, said: str) -> None:
    html = f'<meta name="author" content="{claimed}">{TITLE}<p class="author">{shown}</p><p>By {said}</p>{BODY}'
    tree = LexborHTMLParser(html)
    if tree.body is None:
        return
    whole = clean(html).casefold()
    for name in read_head(tree, markup.outline(tree.body), None).byline:
        assert all(word.casefold().strip(",") in whole for word in name.split())
