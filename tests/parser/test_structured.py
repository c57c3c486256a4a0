"""What a page says about itself for machines, taken as said and within bounds."""

from __future__ import annotations

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from reader.parser import structured
from reader.parser.structured import Claims, resolve


def claims(head: str, language: str = "") -> Claims:
    """What is claimed by a page with this head."""
    tree = LexborHTMLParser(f"<html{language}><head>{head}</head><body><p>Text.</p></body></html>")
    return structured.read_claims(tree.css("meta, link, title, script"), tree.root)


def ld(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def test_tags_are_kept_by_every_name_they_have_and_empty_ones_say_nothing() -> None:
    found = claims(
        '<meta property="og:title" name="title" content=" Pier "><meta name=author content=""><meta name=author content=" ">'
        '<meta itemprop=datePublished content=2026-03-14><meta name=author content="Ines Moreau"><link rel="next prev" href=" /2 ">'
        "<link rel=next href=/3><meta http-equiv=refresh content=5>",
        ' lang="en-GB"',
    )
    assert found.first("og:title") == found.first("nothing", "title") == "Pier"
    assert found.first("author") == "Ines Moreau" and found.first("nobody") == ""
    assert found.first("itemprop:datepublished") == "2026-03-14" and found.first("refresh") == "5"
    assert found.links == {"next": "/2", "prev": "/2"} and found.language == "en-GB"


def test_a_thousand_tags_of_one_name_are_heard_fifty_times() -> None:
    assert len(claims("".join(f"<meta name=tag content={n}>" for n in range(1000))).meta["tag"]) == 50


def test_the_title_is_the_first_that_names_no_drawing() -> None:
    assert claims("<title>Pier</title><title>Lamp</title>").title == "Pier"
    tree = LexborHTMLParser("<body><svg><title>Arrow</title></svg><title>Pier</title>")
    assert structured.read_claims(tree.css("title"), None).title == "Pier"


def test_of_several_nodes_the_article_with_a_headline_counts_and_the_first_page_and_site() -> None:
    found = claims(
        ld(
            {"@type": "WebSite", "name": "Courier"},
            {"@graph": [{"@type": "WebPage", "name": "One"}, {"@type": ["Thing", "NewsArticle"], "name": "Bare"}]},
            {"@type": "https://schema.org/BlogPosting", "headline": "Pier", "@id": "#a"},
            {"@type": "Article", "headline": "Lamp"},
            {"@type": "WebPage", "name": "Two"},
            {"@type": "WebSite", "name": "Gazette"},
            {"@type": "Person", "name": "Ines"},
        )
        + "<script>var no = 'claims';</script>"
    )
    assert (found.article["headline"], found.page["name"], found.site["name"]) == ("Pier", "One", "Courier")


def test_a_reference_is_followed_to_the_node_that_says_most() -> None:
    person = {"@id": "#ines", "@type": "Person", "name": "Ines Moreau"}
    found = claims(ld({"@id": "#ines"}, person, {"@id": "#ines", "name": "I."}))
    assert resolve(found, [{"@id": "#ines"}, {"@id": "#nobody"}, "", "Ada"]) == [person, {"@id": "#nobody"}, "Ada"]


def test_a_script_that_is_no_json_or_too_long_claims_nothing() -> None:
    long = {"@type": "Article", "headline": "x" * structured._LONGEST_SCRIPT}
    assert claims(ld(long)).article == {}
    assert claims('<script type="application/ld+json">{"@type": </script>').article == {}
    wrapped = '<script type="application/ld+json">//<![CDATA[\n{"@type": "Article", "headline": "Pier"}\n//]]></script>'
    assert claims(wrapped).article == {"@type": "Article", "headline": "Pier"}


class Unwritten(list[object]):
    """A value that must not be written out."""

    def __repr__(self) -> str:
        raise AssertionError("all of a value was written out")


def test_what_is_deep_in_a_script_is_not_gone_through_for_each_of_what_is_around_it() -> None:
    value: object = Unwritten(["a long text"] * 3)
    for _ in range(50):
        value = {"@type": "Article", "hasPart": {"@type": "WebPage", "item": value}}
    assert len(list(structured._nodes(value))) == 100


@pytest.mark.parametrize("key", ["item", "hasPart", "itemListElement", "mainEntityOfPage"])
def test_parts_are_nodes_where_a_type_stands_near_their_beginning(key: str) -> None:
    article = {"@type": "Article", "headline": "Pier"}
    near: tuple[object, ...] = (article, [article], [["one"], article], {"@id": "#list", key: [article]})
    far: tuple[object, ...] = ("Article", {"headline": "Pier"}, [{"headline": "Pier"}], [], [0] * 5_000 + [article])
    for part in near:
        assert claims(ld({"@type": "WebPage", key: part})).article == article
    for part in far:
        assert claims(ld({"@type": "WebPage", key: part})).article == {}


@pytest.mark.parametrize("key", ["@graph", "mainEntity"])
def test_what_a_page_is_about_is_a_node_though_it_has_no_type_near_its_beginning(key: str) -> None:
    article = {"@type": "Article", "headline": "Pier"}
    assert claims(ld({key: [{"name": "x"}] * 500 + [article]})).article == article
