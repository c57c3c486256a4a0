"""Where a site keeps its feeds: what its pages say, guesses, and sites that are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds import candidates, feeds_of, guesses
from reader.feeds.discovery import MOST
from reader.model import Page

SITE = "https://courier.example/news/"


def found(html: str, address: str = SITE) -> list[tuple[str, str]]:
    return [(each.address, each.title) for each in candidates(Page(html.encode(), address))]


def test_link_elements_name_feeds() -> None:
    html = """<html><head><link rel=stylesheet href=a.css><link rel="alternate" type="text/html" href="/de" hreflang=de>
    <link rel="alternate" type="application/rss+xml" title="All &amp; more" href="/feed.xml">
    <LINK REL="ALTERNATE" TYPE="application/atom+xml; charset=utf-8" HREF="atom">
    <link rel="alternate" type="application/feed+json" href="//cdn.example/f.json">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
    <link rel="alternate" type="application/json+oembed" href="/oembed?x">
    <link rel=feed href="feed:https://other.example/rss"></head><body>"""
    assert found(html) == [
        ("https://courier.example/feed.xml", "All & more"),
        ("https://courier.example/news/atom", ""),
        ("https://cdn.example/f.json", ""),
        ("https://other.example/rss", ""),
    ]


def test_links_in_the_page_are_second_and_comments_last() -> None:
    html = """<link rel=alternate type="application/rss+xml" href="/comments/feed" title="Comments">
    <link rel=alternate type="application/rss+xml" href="/feed">
    <p><a href="/about">About feeds</a> <a href="/rss">RSS</a> <a href="/x.xml">XML feed</a> <a href="/feedback">x</a>
    <a href="/img/rss.png">RSS</a> <a href="javascript:feed()">RSS feed</a></p>"""
    assert [address.removeprefix("https://courier.example") for address, _ in found(html)] == [
        "/feed", "/comments/feed", "/rss", "/x.xml",
    ]  # fmt: skip


def test_a_page_may_set_its_own_base() -> None:
    html = '<base href="https://cdn.example/x/"><link rel=alternate type="application/rss+xml" href="feed">'
    assert found(html) == [("https://cdn.example/x/feed", "")]


def test_a_page_without_feeds_names_none_and_one_with_many_a_few() -> None:
    assert found("<html><body><a href='/news'>News</a></body></html>") == []
    assert len(found("".join(f'<a href="/{number}/feed">x</a>' for number in range(1000)))) == MOST


def test_feeds_usually_stand_at_a_few_places() -> None:
    addresses = [each.address for each in guesses("https://courier.example/news/")]
    assert addresses[0] == "https://courier.example/news/feed"
    assert "https://courier.example/feed" in addresses
    assert "https://courier.example/atom.xml" in addresses
    assert len(addresses) == len(set(addresses)) < 20
    assert guesses("file:///etc") == ()


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        (
            "https://www.youtube.com/channel/UCx-1_2/videos",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCx-1_2",
        ),
        ("youtube.com/user/someone", "https://www.youtube.com/feeds/videos.xml?user=someone"),
        ("https://m.youtube.com/playlist?list=PL1&x=2", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"),
        ("https://www.youtube.com/watch?v=1&list=PL1", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"),
        ("https://old.reddit.com/r/python/", "https://www.reddit.com/r/python/.rss"),
        ("https://www.reddit.com/user/jo", "https://www.reddit.com/user/jo/.rss"),
        ("https://reddit.com/r/a/comments/1x/some_title/", "https://www.reddit.com/r/a/comments/1x/some_title/.rss"),
        ("https://github.com/a/b", "https://github.com/a/b/releases.atom"),
        ("https://github.com/a/b/tags", "https://github.com/a/b/tags.atom"),
        ("https://github.com/a/b/commits/main", "https://github.com/a/b/commits/main.atom"),
        ("https://github.com/a/b/issues", "https://github.com/a/b/commits.atom"),
        ("https://github.com/a", "https://github.com/a.atom"),
        ("https://mastodon.example/@ines", "https://mastodon.example/@ines.rss"),
        ("https://pypi.org/project/rich/", "https://pypi.org/rss/project/rich/releases.xml"),
        ("https://medium.com/@jo", "https://medium.com/feed/@jo"),
        ("https://jo.substack.com", "https://jo.substack.com/feed"),
        ("https://jo.blogspot.co.uk/", "https://jo.blogspot.co.uk/feeds/posts/default"),
        ("https://bsky.app/profile/jo.example", "https://bsky.app/profile/jo.example/rss"),
        ("https://news.ycombinator.com/", "https://news.ycombinator.com/rss"),
    ],
)
def test_sites_that_are_known(address: str, feed: str) -> None:
    assert feeds_of(address)[0] == feed


@pytest.mark.parametrize(
    "address",
    ["https://www.youtube.com/@someone", "https://www.tiktok.com/@someone", "https://github.com/a/b/blob/main/x.py",
     "https://github.com/explore", "https://courier.example/", "https://x.example/a/@b", "", "https://youtube.com.evil.example/user/x"],
)  # fmt: skip
def test_other_pages_are_not(address: str) -> None:
    assert feeds_of(address) == ()


@given(st.text("<>/\"'= linkarefhtypbs:.&#;27é", max_size=200), st.text(max_size=40))
def test_no_page_and_no_address_raise(html: str, address: str) -> None:
    for each in candidates(Page(html.encode(), f"https://a.example/{address}")):
        assert each.address.startswith(("http://", "https://"))
    guesses(address)
    feeds_of(address)


@pytest.mark.parametrize("site", ["ftp://courier.example/", "courier.example", "https:///news", "http://[1", ""])
def test_what_is_no_site_has_no_usual_places(site: str) -> None:
    assert guesses(site) == ()


def test_a_link_element_that_names_a_style_sheet_or_nothing_is_no_feed() -> None:
    kind = 'type="application/rss+xml"'
    assert found(f'<link rel="alternate stylesheet" {kind} href="/a"><link rel=alternate {kind} href=" ">') == []
    assert found(f'<link rel=alternate {kind} href="/logo.png">') == []
