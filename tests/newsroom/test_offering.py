"""What stands at an address: an article, a feed, or a site whose feeds are offered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reader.errors import FetchError, UnreadableError, UsageError
from reader.model import Article, View
from reader.newsroom import Newsroom, look_at
from reader.newsroom.offering import address_of
from tests.builders import Clock
from tests.fakes import PAGE, STORY, Server, a_feed

SITE = b"""<html><head><title>Courier</title><link rel=alternate type="application/rss+xml" href="/gone.xml">
<link rel=alternate type="application/rss+xml" title="Comments" href="/comments.xml">
<link rel=alternate type="application/rss+xml" title="All" href="/all.xml">
<link rel=alternate type="application/atom+xml" title="All (Atom)" href="/twice.xml">%s</head><body><p>Front."""


def a_site(server: Server, more: bytes = b"") -> str:
    server.page("/comments.xml", a_feed("A comment"), "text/xml")
    for path in ("/all.xml", "/twice.xml"):
        server.page(path, a_feed("A story", "Another"), "text/xml")
    return server.page("/", SITE % more)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("a.example", "https://a.example"),
        ("a.example/blog", "https://a.example/blog"),
        ("feed:https://a.example/x", "https://a.example/x"),
        ("ftp://a.example", "ftp://a.example"),
        ("story.html", None),
        ("notes.txt", None),
        ("folder/page.html", None),
        ("./a.example", None),
        ("-", None),
        ("", None),
        ("words only", None),
        ("/a/b.c", None),
    ],
)
def test_what_is_an_address_and_what_a_file(words: str, address: str | None) -> None:
    assert address_of(words) == address


def test_a_feed_is_followed_and_its_entries_come_in(room: Newsroom, server: Server) -> None:
    address = server.page("/feed", a_feed("Pier", "Light"), "text/xml")
    (outcome,) = room.add([address])
    assert (outcome.came, outcome.title, len(outcome.entries)) == ("new", "Courier", 2)
    assert outcome.happened == "a feed with 2 entries"
    assert [it.came for it in room.add([address])] == ["same"]
    room.undo()
    assert [it.source.title for it in room.web.sources()] == [], "one act, taken back"


def test_a_feed_that_was_followed_was_visited(room: Newsroom, server: Server, clock: Clock) -> None:
    list(room.add([server.page("/feed", a_feed("Pier"), "text/xml")]))
    (found,) = room.web.sources()
    assert found.source.checked == clock.now and found.due == clock.now + timedelta(hours=1)
    assert not room.web.due() and found.source.outcome is None


def test_a_feed_that_breaks_off_is_named_when_it_is_followed(room: Newsroom, server: Server) -> None:
    whole = a_feed("Pier", "Light")
    (outcome,) = room.add([server.page("/feed", whole[: whole.rindex(b"</channel>")], "text/xml")])
    assert (outcome.came, outcome.happened) == ("new", "a feed with 2 entries. It breaks off before its end")
    assert room.web.sources()[0].source.outcome == "It breaks off before its end."


def test_an_article_comes_in_as_one(room: Newsroom, server: Server) -> None:
    (outcome,) = room.add([server.page("/story/ferry", PAGE)])
    assert (outcome.came, outcome.title) == ("new", "Ferry line to reopen")
    assert room.open(outcome.entries[0]).article.blocks[0].text == STORY


def test_the_feed_of_a_site_is_found_without_comments_and_doubles(room: Newsroom, server: Server) -> None:
    (outcome,) = room.add([a_site(server)])
    assert (outcome.came, outcome.source) == ("new", server.url("/all.xml"))


def test_several_feeds_are_offered_with_what_to_type(room: Newsroom, server: Server) -> None:
    dated = a_feed("Sail").replace(b"<guid>", b"<pubDate>Sat, 14 Mar 2026 10:00:00 GMT</pubDate><guid>")
    server.page("/sport.xml", dated.replace(b"courier.example", b"sport.example"), "text/xml")
    link = b'<link rel=alternate type="application/rss+xml" title="Sport" href="/sport.xml">'
    site = a_site(server, link)
    first, second = room.add([site])
    assert (first.came, second.came) == ("skipped", "skipped")
    assert second.happened == "1 entry, the last of 2026-03-14"
    assert second.advice == f"newsreader add {server.url('/sport.xml')}"
    offers = room.web.arrive(site).offers
    assert [it.title for it in offers] == ["Courier", "Courier"]
    assert room.web.subscribe(offers[1], "Sport").came == "new"
    assert [(it.source.address, it.source.folder) for it in room.web.sources()] == [(server.url("/sport.xml"), "Sport")]


def test_a_feed_where_feeds_usually_stand_is_found(room: Newsroom, server: Server) -> None:
    feed = server.page("/feed.xml", a_feed(), "text/xml")
    (outcome,) = room.add([server.page("/", b"<html><p>No word of it.")])
    assert outcome.source == feed


def test_a_wish_decides(room: Newsroom, server: Server) -> None:
    server.page("/feed.xml", a_feed(), "text/xml")
    story = server.page("/story/ferry", PAGE.replace(b"</head>", b'<link rel=feed href="/feed.xml"></head>'))
    assert room.web.arrive(story, "article").article is not None
    assert room.web.arrive(story, "feed").offers[0].address == server.url("/feed.xml")
    with pytest.raises(UsageError, match="no article"):
        room.web.arrive(server.page("/bare", b"<html></html>"), "article")


def test_where_there_is_nothing_that_is_said(room: Newsroom, server: Server) -> None:
    with pytest.raises(UsageError, match="neither an article nor a feed"):
        room.web.arrive(server.page("/", b"<html></html>"))
    with pytest.raises(FetchError):
        room.web.arrive(server.url("/none"))
    (outcome,) = room.add([server.url("/none")])
    assert (outcome.came, outcome.trouble) == ("failed", "missing")


def test_what_is_no_page_is_said_though_the_site_has_a_feed(room: Newsroom, server: Server) -> None:
    server.page("/feed", a_feed(), "text/xml")
    with pytest.raises(UnreadableError, match="/picture: "):
        room.web.arrive(server.page("/picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9))


def test_what_a_page_names_does_not_lead_into_the_persons_network(room: Newsroom, server: Server) -> None:
    other = server.page("/hidden", a_feed(), "text/xml").replace("127.0.0.1", "127.0.0.2")
    site = server.page("/", f'<link rel=feed href="{other}"><p>Front'.encode())
    with pytest.raises(UsageError):
        room.web.arrive(site, "feed")


def test_a_private_token_is_kept_beside_the_address(room: Newsroom, server: Server) -> None:
    server.page("/feed", a_feed("Pier"), "text/xml")
    token = server.url("/feed?show=all&token=s3cret")
    (outcome,) = room.add([token])
    assert outcome.source == server.url("/feed?show=all")
    assert [it.came for it in room.add([token.replace("s3cret", "0ther")])] == ["new"], "another token is another feed"
    list(room.web.update([it.source.id for it in room.web.sources()]))
    assert sorted(path for path in server.paths()[2:]) == ["/feed?show=all&token=0ther", "/feed?show=all&token=s3cret"]
    told = [*room.upkeep.export_lines(), room.web.export_list("opml"), room.web.export_list("urls")]
    assert not any("s3cret" in text or "0ther" in text for text in [*told, repr(room.web.sources()), repr(outcome)])
    assert "s3cret" in room.web.export_list("urls", private=True)


def test_an_address_waits_where_there_is_no_network(room: Newsroom) -> None:
    with Server() as gone:
        address = gone.page("/feed", a_feed(), "text/xml")
    (outcome,) = room.add([address])
    assert outcome.advice == "It is looked at again with the next update; undo gives it up."
    assert [(it.kind, it.target) for it in room.web.waiting()] == [("add", address)]
    with Server() as back:
        room.library.visits.answered("add", address)
        room.library.visits.ask("add", back.page("/feed", a_feed(), "text/xml"))
        assert [it.came for it in room.web.ahead()][:1] == ["new"]
    assert room.counts(View()).total == 1


def test_an_address_that_stays_away_is_given_up_after_a_week(room: Newsroom, clock: Clock) -> None:
    with Server() as gone:
        address = gone.url("/feed")
    list(room.add([address]))
    list(room.web.ahead())
    assert len(room.web.waiting()) == 1
    clock.now += timedelta(days=8)
    list(room.web.ahead())
    assert room.web.waiting() == ()


def test_a_feed_is_looked_at_without_the_library(server: Server) -> None:
    found = look_at(server.page("/feed", a_feed("Pier", "Light"), "text/xml"))
    assert not isinstance(found, Article)
    assert [(it.title, it.address) for it in found] == [
        ("Pier", "https://courier.example/1"),
        ("Light", "https://courier.example/2"),
    ]
    page = look_at(server.page("/story/ferry", PAGE))
    assert isinstance(page, Article)
