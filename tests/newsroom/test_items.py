"""One article is one entry: by whatever feed it comes, under whatever id, however its address is decorated."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.feeds import Feed
from reader.filters import Rule
from reader.library import Origin
from reader.model import Enclosure, Item, Source, View
from reader.newsroom import Newsroom
from reader.newsroom.items import Shelved, shelve
from reader.newsroom.marking import mark_quote
from reader.newsroom.preparing import article
from tests.builders import NOON

STORY = "The council of the old port voted on Tuesday to rebuild the pier, which a storm had broken in the autumn."


def source(room: Newsroom, address: str = "https://c.example/feed") -> Source:
    room.library.sources.add(Origin("feed", address, "Courier"))
    return next(it for it in room.library.shelf.sources() if it.address == address)


def an_item(id: str = "1", url: str | None = "https://c.example/pier", text: str = STORY, title: str = "Pier") -> Item:
    return Item(id, title, url, summary=text)


def came(room: Newsroom, of: Source, *items: Item) -> Shelved:
    return shelve(room.library, of, Feed("rss", "Courier", entries=items), room.clock())


def total(room: Newsroom) -> int:
    return room.counts(View()).total


@pytest.mark.parametrize(
    "url",
    [
        "http://c.example/pier",
        "https://www.c.example/pier/",
        "https://c.example/pier?utm_source=feed&fbclid=x",
        "https://c.example/pier#top",
    ],
)
def test_a_decorated_address_and_another_id_are_the_same_entry(room: Newsroom, url: str) -> None:
    feed = source(room)
    came(room, feed, an_item("1"))
    again = came(room, feed, an_item("another id", url))
    assert again.came in ("same", "changed")
    assert total(room) == 1


def test_what_came_by_another_feed_is_not_doubled_and_not_overwritten(room: Newsroom) -> None:
    first = came(room, source(room), an_item())
    second = came(room, source(room, "https://planet.example/feed"), an_item("9", text="Two lines."))
    assert (second.came, second.entries, total(room)) == ("same", (), 1)
    assert room.open(first.entries[0]).article.blocks[0].text == STORY


def test_an_edit_is_a_version_and_passages_move_along(room: Newsroom) -> None:
    feed = source(room)
    (entry_id,) = came(room, feed, an_item()).entries
    mark_quote(room.library, entry_id, "rebuild the pier")
    edited = came(room, feed, an_item(text=f"Update: {STORY}"))
    assert (edited.came, edited.entries) == ("changed", (entry_id,))
    (passage,) = room.passages(entry_id)
    assert (passage.version, passage.places[0].start) == (2, len("Update: ") + STORY.index("rebuild"))


def test_what_was_not_changed_is_not_read_again(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = source(room)
    came(room, feed, an_item())
    monkeypatch.setattr("reader.newsroom.preparing.article", None)  # reading it would fail
    assert came(room, feed, an_item()).came == "same"


def test_a_feed_of_many_comes_in_whole(room: Newsroom) -> None:
    items = [an_item(f"{n}", f"https://c.example/{n}", title=f"Story {n}") for n in range(450)]
    assert len(came(room, source(room), *items).entries) == total(room) == 450


def test_items_that_share_an_address_are_not_taken_for_one(room: Newsroom) -> None:
    feed = source(room)
    notes = [an_item(f"v{n}", "https://c.example/changes#x", f"Version {n} is out.", f"Version {n}") for n in range(3)]
    assert len(came(room, feed, *notes).entries) == 3
    assert came(room, feed, *notes).came == "same"
    exported = list(room.upkeep.export_lines())
    assert sum('"apart": true' in line for line in exported) == 3


def test_items_that_share_an_id_are_told_apart_by_address_or_title(room: Newsroom) -> None:
    feed = source(room)
    by_address = [an_item("same", f"https://c.example/{n}") for n in range(3)]
    assert len(came(room, feed, *by_address).entries) == 3
    by_title = [an_item("same", None, title=f"Note {n}") for n in range(3)]
    assert len(came(room, feed, *by_title).entries) == 3
    assert came(room, feed, *by_address).came == came(room, feed, *by_title).came == "same"


def test_what_was_thrown_away_for_good_does_not_come_back(room: Newsroom) -> None:
    feed = source(room)
    (entry_id,) = came(room, feed, an_item()).entries
    room.delete([entry_id])
    room.library.keeping.empty_trash()
    assert came(room, feed, an_item("2", "https://c.example/pier?utm_medium=rss")).came == "same"
    assert total(room) == 0


def test_rules_hold_for_what_comes(room: Newsroom) -> None:
    room.web.keep_rule(Rule(words="lottery", hide=True))
    room.web.keep_rule(Rule(words="pier", star=True, read=True, tags=("port",)))
    feed = source(room)
    shelved = came(room, feed, an_item(), an_item("2", "https://c.example/2", "It drew six numbers.", "Lottery"))
    assert len(shelved.entries) == 2
    (row,) = room.entries(View(), 0, 9)
    assert (row.title, row.tags, row.read is not None, row.starred is not None) == ("Pier", ("port",), True, True)
    assert [it.title for it in room.web.hidden()] == ["Lottery"]


def test_files_that_come_with_an_entry_are_kept(room: Newsroom) -> None:
    item = Item(
        "1", "Talk", "https://c.example/talk", enclosures=(Enclosure("https://c.example/a.mp3", "audio/mpeg", 9),)
    )
    (entry_id,) = came(room, source(room), item).entries
    assert room.web.enclosures(entry_id) == item.enclosures
    assert room.web.enclosures(-1) == ()


def test_an_article_of_a_feed_says_what_the_feed_says() -> None:
    when = datetime(2026, 3, 14, 12, tzinfo=UTC)
    item = Item("1", "Pier <to> rise", "https://c.example/1", ("jo@c.example (Jo Doe)",), when, None, None,
                f"<p>{STORY}</p><p>{STORY.replace('pier', 'light')}</p>")  # fmt: skip
    made = article(item, Feed("rss", "Courier", language="en"))
    assert (made.title, made.byline, made.publisher, made.url) == (
        "Pier <to> rise", ("Jo Doe",), "Courier", "https://c.example/1",
    )  # fmt: skip
    assert (made.published, made.language) == (when, "en")
    assert [block.text for block in made.blocks] == [STORY, STORY.replace("pier", "light")]


def test_an_entry_of_a_few_words_or_none_is_an_article_too() -> None:
    assert article(Item("1", "Short", summary="Two &amp; <b>three</b>"), Feed("rss")).blocks[0].text == "Two & three"
    empty = article(Item("1", url="https://c.example/1"), Feed("rss"))
    assert (empty.title, empty.blocks) == ("https://c.example/1", ())


def test_entries_of_an_imported_library_are_not_taken_for_edited(room: Newsroom) -> None:
    feed = source(room)
    room.library.shelf.add(article(an_item(), Feed("rss")), feed, identity="https://c.example/feed 1", fetched=NOON)
    assert came(room, feed, an_item(text=f"{STORY} And more.")).came == "same"
    assert came(room, feed, an_item(text=f"{STORY} And yet more.")).came == "changed"


LONG = "".join(
    f"<p>The council of the old port talked about stone number {n} of the wall for hours.</p>" for n in range(30)
)


def test_an_article_in_two_feeds_has_the_fuller_text_of_the_two(room: Newsroom) -> None:
    teasers, whole = source(room), source(room, "https://d.example/feed")
    came(room, teasers, an_item("1"))
    (row,) = room.entries(View(), 0, 5)
    brought = came(room, whole, an_item("a", text=LONG))
    assert brought.entries == (), "it is no other entry, and none that its publisher has changed"
    (now,) = room.entries(View(), 0, 5)
    assert (now.id, now.source_id, now.edited, now.words) == (row.id, teasers.id, False, 480)
    assert "stone number 29" in room.open(row.id).article.blocks[29].text
    assert room.open(row.id, 1).article.blocks[0].text == STORY
    assert came(room, teasers, an_item("1")).came == came(room, whole, an_item("a", text=LONG)).came == "same"
    assert (room.row(row.id).versions, room.row(row.id).words) == (2, 480)


@pytest.mark.parametrize("text", [f"<p>{STORY} It will cost a lot.</p>", "<p>Log in to read on.</p>" * 5, ""])
def test_a_text_that_is_hardly_longer_takes_no_others_place(room: Newsroom, text: str) -> None:
    first = source(room)
    came(room, first, an_item("1"))
    came(room, source(room, "https://d.example/feed"), an_item("a", text=text))
    (row,) = room.entries(View(), 0, 5)
    assert (row.versions, row.source_id, room.open(row.id).article.blocks[0].text) == (1, first.id, STORY)
