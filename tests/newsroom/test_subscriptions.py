"""Subscriptions out and in again: the same feeds, folders, tags and other readers' attributes; newsboat's articles."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import newsroom, opml
from reader.errors import UnreadableError, UsageError
from reader.feeds import Feed
from reader.library import Origin
from reader.model import Item, View
from reader.newsroom import Newsroom
from reader.newsroom.items import shelve
from reader.newsroom.subscriptions import kind_of
from reader.opml import Subscription, Subscriptions
from reader.settings import Settings
from tests.builders import an_article
from tests.fakes import Server, a_feed

OPML = """<?xml version="1.0"?><opml version="2.0" xmlns:frss="https://freshrss.org/opml"><head><title>Mine</title></head>
<body><outline text="News"><outline text="Lo/cal"><outline type="rss" text="Courier" title="Courier"
 xmlUrl="https://courier.example/feed" htmlUrl="https://courier.example/" category="port,/sea" frss:cssFullContent="article"/>
</outline></outline><outline type="rss" text="https://gazette.example/rss" xmlUrl="https://jo:pw@gazette.example/rss"/>
</body></opml>"""
URLS = (
    'https://courier.example/feed "port" "~Courier"\n"query:Unread:unread = \\"yes\\""\nhttps://gazette.example/rss\n'
)


def brought(room: Newsroom, text: str, folder: Path, name: str = "list") -> Newsroom:
    (folder / name).write_text(text, "utf-8")
    list(room.web.import_list(folder / name))
    return room


def test_an_opml_file_comes_in_with_folders_tags_and_what_others_wrote(room: Newsroom, tmp_path: Path) -> None:
    brought(room, OPML, tmp_path)
    courier, gazette = (it for it in room.web.sources())
    assert (courier.source.title, courier.source.folder) == ("Courier", "News/Lo\\/cal")
    assert (courier.standing.link, courier.standing.tags) == ("https://courier.example/", ("port", "sea"))
    assert courier.standing.extras == (("frss:cssFullContent", "article"),)
    assert (gazette.source.address, gazette.private) == ("https://gazette.example/rss", True)
    room.undo()
    assert room.web.sources() == ()


@pytest.mark.parametrize(("form", "text"), [("opml", OPML), ("urls", URLS)])
def test_out_and_in_again_is_the_same(
    room: Newsroom, tmp_path: Path, form: newsroom.subscriptions.List, text: str
) -> None:
    brought(room, text, tmp_path)
    first = room.web.export_list(form, private=True)
    with newsroom.start(room.settings.__class__(data_dir=tmp_path / "other"), room.clock) as other:
        brought(other, first, tmp_path)
        assert other.web.export_list(form, private=True) == first
    again = [replace(it, title="" if "gazette" in it.title else it.title) for it in opml.read(first.encode()).feeds]
    assert again == [
        replace(it, title="" if "gazette" in it.title else it.title) for it in opml.read(text.encode()).feeds
    ]
    assert opml.read(first.encode()).queries == opml.read(text.encode()).queries


_words = st.text(alphabet="abc äß/\\\"'<&~#", min_size=1, max_size=9).map(lambda it: " ".join(it.split())).filter(bool)
_feeds = st.lists(
    st.builds(
        Subscription,
        st.integers(0, 10**9).map(lambda n: f"https://feeds.example/{n}"),
        _words,
        st.none(),
        st.lists(_words, max_size=3).map(tuple),
        st.lists(_words.filter(lambda it: "/" not in it and not it.startswith("~")), max_size=2, unique=True).map(
            tuple
        ),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda it: it.address,
)


@given(_feeds, st.sampled_from(["opml", "urls"]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_names_and_folders_are(
    tmp_path_factory: pytest.TempPathFactory, found: list[Subscription], form: newsroom.subscriptions.List
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    write = opml.write if form == "opml" else opml.write_urls
    text = write(Subscriptions(tuple(found)))
    with newsroom.start(Settings(data_dir=folder)) as room:
        brought(room, text, folder)
        again = room.web.export_list(form)
    assert set(opml.read(again.encode()).feeds) == set(opml.read(text.encode()).feeds)


def test_what_is_known_stays_as_it_was_set(room: Newsroom, tmp_path: Path) -> None:
    brought(room, OPML, tmp_path)
    room.web.rename(1, "My Courier")
    (taken,) = room.web.import_list(tmp_path / "list")
    assert (taken.new, taken.known) == (0, 2)
    assert room.library.sources.one(1).title == "My Courier"


def test_what_a_file_holds_is_found_by_looking(tmp_path: Path) -> None:
    for name, data, kind in [
        ("a", OPML.encode(), "opml"),
        ("b", OPML.encode("utf-16"), "opml"),
        ("c", URLS.encode(), "urls"),
        ("d", b"# mine\n\nhttps://a.example/feed\n", "urls"),
        ("e", b'{"article": {}}\n', None),
        ("f", b"", None),
        ("g", b"Some words.\nhttps://a.example/feed\n", None),
        ("h", b"SQLite format 3\0" + bytes(100), None),
    ]:
        (tmp_path / name).write_bytes(data)
        assert kind_of(tmp_path / name) == kind, name
    assert kind_of(tmp_path / "none") is None
    assert kind_of(a_cache(tmp_path / "cache.db")) == "cache"


def a_cache(path: Path) -> Path:
    """What newsboat 2.21 writes, as far as it matters."""
    cache = sqlite3.connect(path)
    cache.executescript(
        "CREATE TABLE rss_feed (rssurl, url, title, lastmodified, is_rtl, etag);"
        "CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid, title, author, url, feedurl, pubDate INTEGER, content, "
        "unread INTEGER, enclosure_url, enclosure_type, enqueued, flags, deleted INTEGER, base);"
    )
    cache.execute("INSERT INTO rss_feed VALUES ('https://jo:pw@c.example/feed', '', 'Courier', 0, 0, '')")
    rows = [
        ("1", "Pier", 0, "", 0, 1773489600),
        ("2", "Light", 1, "s", 0, 0),
        ("3", "Gone", 1, "", 1, 5),
        ("4", "Esc\x1b[31m", 1, "", 0, 10**18),
    ]
    cache.executemany(
        "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags, deleted) "
        "VALUES (?, ?, 'Jo', 'https://c.example/' || ?1, 'https://jo:pw@c.example/feed', ?6, '<p>Words</p>', ?3, ?4, ?5)",
        rows,
    )
    cache.commit()
    cache.close()
    return path


def test_newsboats_articles_come_in_read_and_unread_as_one_act(room: Newsroom, tmp_path: Path) -> None:
    *_, taken = room.web.import_list(a_cache(tmp_path / "cache.db"))
    assert (taken.what, taken.new, taken.known) == ("articles", 3, 0)
    rows = {row.title: row for row in room.entries(View(), 0, 9)}
    assert (rows["Pier"].read is not None, rows["Light"].read, rows["Light"].starred is not None) == (True, None, True)
    assert "Esc[31m" in rows
    assert [(it.source.address, it.total) for it in room.web.sources()] == [("https://c.example/feed", 3)]
    room.undo()
    assert room.counts(View()).total == 0


def test_what_newsboat_has_read_is_read_here_and_its_feed_doubles_nothing(room: Newsroom, tmp_path: Path) -> None:
    cache = a_cache(tmp_path / "cache.db")
    brought(room, "https://c.example/feed\n", tmp_path)
    source = room.library.sources.one(1)
    pier = Item("1", "Pier", "https://c.example/1", summary="<p>Words, and more of them.</p>")
    shelve(room.library, source, Feed("rss", entries=(pier,)), room.clock())
    *_, taken = room.web.import_list(cache)
    assert (taken.new, taken.known, taken.read) == (2, 1, 1)
    assert next(row for row in room.entries(View(), 0, 9) if row.title == "Pier").read
    *_, again = room.web.import_list(cache)
    assert (again.new, again.read) == (0, 0)
    light = Item("2", "Light", "https://c.example/2", summary="<p>Words as the feed has them.</p>")
    assert shelve(room.library, source, Feed("rss", entries=(pier, light)), room.clock()).came == "same"


def test_a_damaged_cache_is_said(room: Newsroom, tmp_path: Path) -> None:
    cache = a_cache(tmp_path / "cache.db")
    whole = cache.read_bytes()
    cache.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableError):
        list(room.web.import_list(cache))


@pytest.mark.parametrize("kept", ["[1, 2]", "{", "null"])
def test_what_is_remembered_of_other_readers_may_be_damaged(room: Newsroom, tmp_path: Path, kept: str) -> None:
    brought(room, OPML, tmp_path)
    room.library.remember("opml", kept)
    feeds = opml.read(room.web.export_list("opml").encode()).feeds
    assert "https://courier.example/feed" in {it.address for it in feeds}


def test_a_login_has_two_parts(room: Newsroom, tmp_path: Path) -> None:
    brought(room, OPML, tmp_path)
    for login in ("jo", "jo:pw\nX: y"):
        with pytest.raises(UsageError, match="a user name and a password"):
            room.web.log_in(1, login)
    assert room.web.log_in(1, "jo:pw").label


def test_a_feed_that_is_there_gets_the_login_that_it_is_added_with(room: Newsroom, server: Server) -> None:
    address = server.page("/feed", a_feed("Pier"), "text/xml")
    list(room.add([address]))
    list(room.add([address.replace("//", "//jo:pw@")]))
    (source,) = room.web.sources()
    assert source.private and room.library.sources.secret(source.source.id) == address.replace("//", "//jo:pw@")
    room.undo()
    assert not room.web.sources()[0].private


def test_a_feed_with_another_secret_than_one_that_was_removed_is_another_feed(room: Newsroom, server: Server) -> None:
    address = server.page("/feed", a_feed("Pier"), "text/xml")
    for login in ("jo", "ann"):
        server.lock("/feed", f"{login}:pw")
        list(room.add([address.replace("//", f"//{login}:pw@")]))
        (source,) = room.web.sources()
        assert room.library.sources.secret(source.source.id) == address.replace("//", f"//{login}:pw@")
        room.web.remove(source.source.id)


def test_tags_of_subscriptions_find_what_comes_from_them(room: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text('https://a.example/feed tech "front page"\nhttps://b.example/feed "page"\n')
    list(room.web.import_list(tmp_path / "urls"))
    for name in "ab":
        origin = Origin("feed", f"https://{name}.example/feed", name)
        room.library.shelf.add(an_article(title=name.upper()), origin, fetched=room.clock())
    for query, found in [
        ("from:tech", "A"),
        ('from:"Front Page"', "A"),
        ("from:page", "AB"),
        ('from:"tech front"', ""),
    ]:
        assert "".join(sorted(room.row(it).title for it in room.library.index.ids(query))) == found, query


def test_query_feeds_become_saved_searches_of_the_same_act(room: Newsroom, tmp_path: Path) -> None:
    lines = (
        "https://a.example/feed tech",
        '"query:Fresh:unread = \\"yes\\" and tags # \\"tech\\""',
        '"query:Odd:title =~ \\"f.*\\""',
    )
    (tmp_path / "urls").write_text("\n".join(lines))
    (taken,) = room.web.import_list(tmp_path / "urls")
    assert (taken.new, taken.searches, taken.remarks) == (1, 1, ("the query feed Odd asks what no search here can",))
    assert [(it.name, it.query) for it in room.library.searches.all()] == [("Fresh", 'is:unread from:"tech"')]
    (again,) = room.web.import_list(tmp_path / "urls")
    assert (again.new, again.searches) == (0, 0)
    assert "query:Odd:title =~" in room.web.export_list("urls"), "what cannot be said goes out as it came"
    room.undo()
    assert room.web.sources() == () and room.library.searches.all() == ()
