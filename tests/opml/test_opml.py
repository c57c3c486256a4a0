"""Subscriptions out and in again are the same; what other readers write is kept; nothing private leaves by itself."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnreadableError
from reader.opml import Subscription, Subscriptions, looks_like, read, write, write_urls
from reader.opml.subscriptions import DEEPEST, LONGEST_NAME

OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:frss="https://freshrss.org/opml">
<head><title>Ines&#39; feeds</title></head><body>
  <outline text="News" title="News">
    <outline text="Local &amp; harbor">
      <outline text="Courier" title="The Courier" type="rss" xmlUrl="https://courier.example/feed?a=1&amp;b=2"
        htmlUrl="https://courier.example/" category="boats,/sea" description="Daily" version="RSS"
        frss:cssFullContent="article &gt; p" frss:priority="important"/>
    </outline>
    <outline xmlurl="http://gazette.example/rss" TEXT="Gazette"/>
  </outline>
  <outline type="rss" text="" title="Only a title" xmlUrl="feed://sea.example/atom"/>
  <outline type="link" text="A page" url="https://a.example/"/>
  <outline type="rss" text="Old way" url="https://old.example/feed"/>
  <outline text="A file" xmlUrl="file:///etc/passwd"/>
</body></opml>"""


def test_an_opml_file_is_read() -> None:
    found = read(OPML.encode())
    assert found.title == "Ines' feeds"
    assert [(each.title, each.address, each.folder) for each in found.feeds] == [
        ("Courier", "https://courier.example/feed?a=1&b=2", ("News", "Local & harbor")),
        ("Gazette", "http://gazette.example/rss", ("News",)),
        ("Only a title", "http://sea.example/atom", ()),
        ("Old way", "https://old.example/feed", ()),
    ]
    assert found.feeds[0].link == "https://courier.example/"
    assert found.feeds[0].tags == ("boats", "sea")
    assert found.remarks == ("1 of the addresses are not on the web",)


def test_what_other_readers_wrote_is_kept() -> None:
    found = read(OPML.encode())
    assert dict(found.feeds[0].extras) == {
        "description": "Daily",
        "version": "RSS",
        "frss:cssFullContent": "article > p",
        "frss:priority": "important",
    }
    assert found.namespaces == (("xmlns:frss", "https://freshrss.org/opml"),)
    again = write(found)
    assert 'xmlns:frss="https://freshrss.org/opml"' in again
    assert 'frss:cssFullContent="article &gt; p"' in again


def test_out_and_in_again_is_the_same() -> None:
    found = read(OPML.encode())
    again = read(write(found).encode())
    assert (again.feeds, again.title, again.namespaces) == (found.feeds, found.title, found.namespaces)


def test_folders_stand_around_their_feeds() -> None:
    feeds = (
        Subscription("https://a.example/1", "1", folder=("A", "B")),
        Subscription("https://a.example/2", "2", folder=("A", "C")),
        Subscription("https://a.example/3", "3"),
        Subscription("https://a.example/4", "4", folder=("A",)),
    )
    text = write(Subscriptions(feeds))
    assert text.count("<outline") - text.count("/>") == text.count("</outline>")
    assert read(text.encode()).feeds == feeds


def test_no_secret_is_written_unless_it_is_asked_for() -> None:
    found = Subscriptions((Subscription("https://jo:geheim@a.example/feed?token=s3cr3t&x=1", folder=("A",)),))
    for writer in (write, write_urls):
        assert "geheim" not in writer(found)
        assert "s3cr3t" not in writer(found)
        assert "https://a.example/feed?x=1" in writer(found)
        assert read(writer(found, private=True).encode()).feeds[0].address == found.feeds[0].address


@pytest.mark.parametrize(
    "text",
    [
        '<opml><body><outline text="x" xmlUrl="https://a.example/"/><outline text="y" xmlUrl="https://b.ex',
        '<OPML><BODY><OUTLINE TEXT="x" XMLURL="https://a.example/"/></BODY></OPML>',
        '<body><outline text="x" xmlUrl="https://a.example/"/></body>',
        '<outline text="x" xmlUrl="https://a.example/"/>',
        '<opml><outline text="x" xmlUrl="https://a.example/"></opml>',
        '<other><body><outline text="x & y" xmlUrl="https://a.example/"/></body></other>',
    ],
)
def test_broken_files_give_what_they_have(text: str) -> None:
    assert [each.address for each in read(text.encode()).feeds] == ["https://a.example/"]


@pytest.mark.parametrize(
    "text", ["", "<html><body><p>x</p></body></html>", "<rss><channel/></rss>", "\0\1\2", "# nothing"]
)
def test_what_is_no_list_is_named(text: str) -> None:
    with pytest.raises(UnreadableError):
        read(text.encode())


def test_folders_end_somewhere() -> None:
    deep = '<outline text="f">' * 5000 + '<outline text="x" xmlUrl="https://a.example/"/>'
    (feed,) = read(f"<opml><body>{deep}</body></opml>".encode()).feeds
    assert feed.folder == ("f",) * DEEPEST
    wide = f'<opml><body><outline text="{"n" * 100_000}" xmlUrl="https://a.example/"/></body></opml>'
    assert len(read(wide.encode()).feeds[0].title) == LONGEST_NAME


def test_no_name_brings_control_characters() -> None:
    bad = "a&#27;[31m\x1b]0;x\x07&#x9b;2J\u202e"
    feed_line = f'<outline text="{bad}" category="{bad}" htmlUrl="{bad}" xmlUrl="https://a.example/" x="{bad}"/>'
    head = f'<opml><head><title>{bad}</title></head><body><outline text="{bad}">'
    text = f"{head}{feed_line}</outline></body></opml>"
    found = read(text.encode())
    (feed,) = found.feeds
    said = [found.title, feed.title, *feed.folder, *feed.tags, feed.link or "", *(value for _, value in feed.extras)]
    assert not any(re.search("[\x00-\x1f\x7f-\x9f\u202e]", each) for each in said)


URLS = r"""# my feeds
https://courier.example/feed boats "~The \"Courier\"" "two words"

http://gazette.example/rss "!"
# https://off.example/feed
"query:Sea:tags # \"boats\""
exec:~/bin/feed.sh tag
filter:~/bin/x:https://f.example/
file:///home/me/feed.xml
# folder: News/A\/B
https://in.example/feed
"""


def test_a_urls_file_is_read() -> None:
    found = read(URLS.encode())
    assert found.feeds == (
        Subscription("https://courier.example/feed", 'The "Courier"', tags=("boats", "two words")),
        Subscription("http://gazette.example/rss", tags=("!",)),
        Subscription("https://in.example/feed", folder=("News", "A/B")),
    )
    assert found.queries == (("Sea", 'tags # "boats"'),)
    assert len(found.remarks) == 3
    assert "runs a program" in found.remarks[0]


def test_an_urls_file_out_and_in_again_is_the_same() -> None:
    found = read(URLS.encode())
    again = read(write_urls(found).encode())
    assert (again.feeds, again.queries) == (found.feeds, found.queries)


@pytest.mark.parametrize(
    ("data", "is_opml"),
    [
        (b"<opml>", True),
        ("<OPML version='1.0'>".encode("utf-16"), True),
        (b"<rss>", False),
        (b"https://a.example/", False),
    ],
)
def test_an_opml_file_is_known_by_its_first_bytes(data: bytes, is_opml: bool) -> None:
    assert looks_like(data) is is_opml


def _squeezed(text: str) -> str:
    return " ".join(text.split())


names = st.text("abc é日&<>\"'/\\#~!", max_size=8).map(_squeezed)
addresses = st.from_regex(r"\Ahttps://[a-z]{1,5}\.example/[a-z&;'%?=]{0,8}\Z").filter(lambda text: "key" not in text)
tags = st.lists(st.text("abcé日 !", min_size=1, max_size=5).map(_squeezed).filter(bool), max_size=3, unique=True)
folders = st.lists(names.filter(bool), max_size=3).map(tuple)
subscriptions = st.builds(Subscription, addresses, names, folder=folders, tags=tags.map(tuple))


@given(st.lists(subscriptions, max_size=6).map(tuple))
def test_any_subscriptions_come_back_from_opml(feeds: tuple[Subscription, ...]) -> None:
    again = read(write(Subscriptions(feeds), private=True).encode()).feeds
    assert again == tuple(each if each.title else _named(each) for each in feeds)


def _named(each: Subscription) -> Subscription:
    """OPML wants a name, so a feed without one is called by its address."""
    return Subscription(each.address, each.address, folder=each.folder, tags=each.tags)


@given(st.lists(subscriptions, min_size=1, max_size=6).map(tuple))
def test_any_subscriptions_come_back_from_a_urls_file(feeds: tuple[Subscription, ...]) -> None:
    assert read(write_urls(Subscriptions(feeds), private=True).encode()).feeds == feeds


@given(st.binary(max_size=300) | st.text("<>/\"'= outlinexmlUrbdyp:&#;27", max_size=200).map(str.encode))
def test_no_bytes_break_it(data: bytes) -> None:
    for each in (data, b"<opml><body>" + data, b"https://a.example/ " + data):
        with contextlib.suppress(UnreadableError):
            assert isinstance(read(each), Subscriptions)
