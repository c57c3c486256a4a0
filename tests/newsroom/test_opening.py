"""What a source has, looked at without the library: an article, or the headings of a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import UnreadableError
from reader.model import Article
from reader.newsroom.opening import look_at, read_source
from tests.fakes import STORY, Server, a_feed


def test_an_article_at_an_address_is_read_and_a_list_is_not_taken_for_one(server: Server, tmp_path: Path) -> None:
    server.page("/ferry", f"<html><title>Ferry</title><article><h1>Ferry</h1><p>{STORY}</p></article></html>".encode())
    assert read_source(server.url("/ferry")).blocks[-1].text == STORY
    (tmp_path / "feed.xml").write_bytes(a_feed("One", "Two"))
    with pytest.raises(UnreadableError, match="is a list, no article"):
        read_source(str(tmp_path / "feed.xml"))


def test_a_feed_tells_its_entries_and_a_site_with_several_tells_its_feeds(server: Server) -> None:
    server.page("/all.xml", a_feed("A story", "Another", address=server.url()), "text/xml")
    server.page("/local.xml", a_feed("The pier", address=server.url()), "text/xml")
    links = "".join(
        f'<link rel=alternate type="application/rss+xml" title="{name}" href="/{name}.xml">'
        for name in ("all", "local")
    )
    server.page("/", f"<html><head><title>Courier</title>{links}</head><body><p>Front.".encode())
    feed, site = look_at(server.url("/all.xml")), look_at(server.url("/"))
    assert not isinstance(feed, Article) and [it.title for it in feed] == ["A story", "Another"]
    assert not isinstance(site, Article)
    assert {it.address for it in site} == {server.url("/all.xml"), server.url("/local.xml")}
