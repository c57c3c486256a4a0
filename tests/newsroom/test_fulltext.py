"""Whole articles: page or feed, whichever has more; pages joined; reasons kept; waiting while there is no network."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reader import newsroom
from reader.feeds import Feed
from reader.library import Origin
from reader.model import Article, Item, Page, Source, View
from reader.newsroom import Newsroom
from reader.newsroom.fuller import choose, merged
from reader.newsroom.fulltext import AHEAD, AHEAD_WORK, TRIED, full, joined
from reader.newsroom.items import shelve
from tests.builders import NOON, Clock, an_article, an_entry
from tests.fakes import Server

TEASER = "The council voted to rebuild the pier."


def sentences(count: int, of: str = "pier") -> str:
    return "".join(
        f"<p>The council of the old port talked about the {of} for the {n} time, and its members could not agree on "
        f"who would pay for stone number {n} of the new wall.</p>"
        for n in range(count)
    )


def a_page(body: str, more: str = "") -> bytes:
    return f"<html><head><title>Pier</title></head><body><article><h1>Pier</h1>{body}</article>{more}</body></html>".encode()


def follow(room: Newsroom, server: Server, *items: Item) -> Source:
    address = server.url("/feed")
    room.library.sources.add(Origin("feed", address, "Courier"))
    source = next(it for it in room.library.shelf.sources() if it.address == address)
    shelve(room.library, source, Feed("rss", "Courier", entries=items), room.clock())
    return source


def one(room: Newsroom, server: Server, text: str = TEASER, path: str = "/pier") -> int:
    source = follow(room, server, Item("1", "Pier", server.url(path), summary=text))
    (row,) = room.entries(View(source_id=source.id), 0, 2)
    return row.id


def test_the_page_is_shown_where_the_feed_has_only_a_teaser(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server)
    server.page("/pier", a_page(sentences(8)))
    came = room.web.full(entry_id)
    assert (came.shown, came.changed) == ("page", True)
    assert came.said == "The text of its page is shown: it has 256 words, the feed's 7."
    reading = room.open(entry_id)
    assert len(reading.article.blocks) == 8
    assert (reading.article.publisher, reading.article.url) == ("Courier", server.url("/pier"))
    assert (reading.entry.edited, room.web.shown(entry_id)) == (False, ("page", None))
    assert room.open(entry_id, 1).article.blocks[0].text == TEASER, "what the feed said stays readable"


def test_opening_asks_for_a_page_once_and_only_for_a_teaser(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server)
    assert room.web.wants_full(entry_id)
    room.web.fetch_full(room.row(entry_id).source_id, "never")
    assert not room.web.wants_full(entry_id)
    room.undo()
    server.page("/pier", a_page(sentences(8)))
    room.web.full(entry_id)
    assert not room.web.wants_full(entry_id)
    assert not room.web.wants_full(-1), "a sample has no page"


def test_a_long_text_is_enough_unless_whole_articles_are_wished_and_a_failure_is_not_repeated(
    room: Newsroom, server: Server
) -> None:
    entry_id = one(room, server, sentences(9))
    assert not room.web.wants_full(entry_id)
    room.web.fetch_full(room.row(entry_id).source_id, "always")
    assert room.web.wants_full(entry_id)
    room.web.full(entry_id)
    assert not room.web.wants_full(entry_id), "its page is not there; f asks again"


def test_it_is_kept_for_reading_offline_and_the_same_teaser_changes_nothing(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server)
    server.page("/pier", a_page(sentences(8)))
    room.web.full(entry_id)
    follow(room, server, Item("1", "Pier", server.url("/pier"), summary=TEASER))
    assert len(room.open(entry_id).article.blocks) == 8
    assert room.row(entry_id).versions == 2


def test_a_feed_that_tells_it_otherwise_has_the_page_looked_at_again(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server)
    server.page("/pier", a_page(sentences(8)))
    room.web.full(entry_id)
    room.mark([entry_id], read=True)
    server.page("/pier", a_page(sentences(9)))
    source = room.library.sources.one(room.row(entry_id).source_id)
    edited = Feed("rss", "Courier", entries=(Item("1", "Pier", server.url("/pier"), summary=f"Update. {TEASER}"),))
    behind = shelve(room.library, source, edited, room.clock()).behind
    assert behind == (entry_id,)
    room.library.visits.ask("full", str(entry_id))
    assert [it.came for it in room.web.ahead()] == ["changed"]
    assert (len(room.open(entry_id).article.blocks), room.row(entry_id).edited) == (9, True)


@pytest.mark.parametrize(
    ("text", "page", "why"),
    [
        (sentences(9), sentences(3), "it has"),
        (
            sentences(9),
            "<p>Please accept our cookies, and those of our partners, so that we can show this page to you.</p>",
            "only",
        ),
    ],
)
def test_the_feed_is_shown_where_it_has_more(room: Newsroom, server: Server, text: str, page: str, why: str) -> None:
    entry_id = one(room, server, text)
    server.page("/pier", a_page(page))
    came = room.web.full(entry_id)
    assert (came.shown, why in came.said) == ("feed", True)
    assert room.row(entry_id).versions == 1
    assert room.web.shown(entry_id) == ("feed", None)


def test_a_page_about_something_else_is_not_shown(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server, sentences(6))
    other = "".join(
        f"<p>Winds from east, gusts {n}, waves below two meters, rain later, cold night.</p>" for n in range(40)
    )
    server.page("/pier", a_page(other))
    assert room.web.full(entry_id).said == "The feed's text is shown: its page says something else."


def test_next_pages_are_joined_and_the_number_of_pages_is_bounded(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server)
    for number in range(1, 15):
        path = "/pier" if number == 1 else f"/pier/{number}"
        link = f'<a rel="next" href="/pier/{number + 1}">Next page</a>'
        server.page(path, a_page(sentences(4, f"stone {number}"), link))
    came = room.web.full(entry_id)
    assert came.pages == 10
    text = " ".join(block.text for block in room.open(entry_id).article.blocks)
    assert all(f"stone {number} " in text for number in range(1, 11))
    assert "stone 11 " not in text


def test_why_a_page_could_not_be_had_is_kept_and_the_feeds_text_stays(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server)
    server.answer("/pier", "403 Forbidden")
    came = room.web.full(entry_id)
    assert (came.shown, came.waits) == ("feed", False)
    shown, why = room.web.shown(entry_id)
    assert shown is None and came.said == f"The whole article did not come: {why}"
    assert "does not let this reader in" in came.said
    assert room.entries(View(state="failed"), 0, 9)[0].id == entry_id
    server.page("/pier", a_page(sentences(8)))
    assert room.web.full(entry_id).shown == "page"
    assert room.web.shown(entry_id) == ("page", None)


def test_a_page_without_an_article_and_an_entry_without_a_page_are_said(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server)
    server.page("/pier", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "image/png")
    assert "no article" in room.web.full(entry_id).said
    source = follow(room, server, Item("2", "Note", None, summary="Words."))
    note = next(row for row in room.entries(View(source_id=source.id), 0, 9) if row.title == "Note")
    assert "without the address" in room.web.full(note.id).said


def test_without_a_network_the_wish_waits_for_the_next_update(room: Newsroom, server: Server) -> None:
    with Server() as gone:
        source = follow(room, gone, Item("1", "Pier", gone.url("/pier"), summary=TEASER))
    (row,) = room.entries(View(source_id=source.id), 0, 2)
    assert room.web.full(row.id).waits
    assert [(it.kind, it.target) for it in room.web.waiting()] == [("full", str(row.id))]
    assert [it.came for it in room.web.ahead()] == ["failed"], "it waits on"
    assert len(room.web.waiting()) == 1


def test_what_is_away_while_others_are_there_waits_no_longer(room: Newsroom, server: Server) -> None:
    with Server() as gone:
        lost = follow(room, gone, Item("1", "Pier", gone.url("/pier"), summary=TEASER))
    (row,) = room.entries(View(source_id=lost.id), 0, 2)
    room.web.full(row.id)
    server.page("/light", a_page(sentences(8)))
    follow(room, server, Item("1", "Light", server.url("/light"), summary=TEASER))
    assert sorted(it.came for it in room.web.ahead()) == ["changed", "failed"]
    assert room.web.waiting() == ()
    assert "Nothing answers" in (room.web.shown(row.id)[1] or "")


def test_only_one_instance_fetches_ahead(room: Newsroom, server: Server) -> None:
    server.page("/pier", a_page(sentences(8)))
    one(room, server)
    with newsroom.start(room.settings, room.clock) as other, other.library.instance.alone(AHEAD_WORK):
        assert list(room.web.ahead()) == []
    assert len(list(room.web.ahead())) == 1


def test_a_page_of_the_persons_own_network_is_not_asked_for_by_a_strangers_feed(room: Newsroom, server: Server) -> None:
    server.page("/pier", a_page(sentences(8)))
    room.library.sources.add(Origin("feed", "https://stranger.example/feed", "Stranger"))
    source = next(iter(room.library.shelf.sources()))
    item = Item("1", "Pier", server.url("/pier"), summary=TEASER)
    (entry_id,) = shelve(room.library, source, Feed("rss", entries=(item,)), room.clock()).entries
    assert "own network" in room.web.full(entry_id).said
    assert server.asked == []


def test_a_whole_text_without_spaces_is_no_teaser(room: Newsroom, server: Server) -> None:
    whole = "渡轮将于五月恢复航行，船上的九名船员已被召回港口，市政府将承担一半的修理费用。" * 9
    entry_id = one(room, server, whole)
    assert room.row(entry_id).words > 120 and not room.web.wants_full(entry_id)
    server.page("/pier", a_page(f"<p>{whole}</p><p>{'港口的居民对此表示欢迎，他们已经等了两年。' * 5}</p>"))
    assert room.web.full(entry_id).said.startswith("The text of its page is shown: it has 2")
    shown, why = choose(an_article(whole), an_article("昨天的足球比赛以二比一结束，观众很高兴。" * 40))
    assert shown == "feed" and "says something else" in why


def test_pages_are_fetched_ahead_where_the_feed_has_only_teasers(room: Newsroom, server: Server) -> None:
    items = [Item(f"{n}", f"Pier {n}", server.url(f"/{n}"), summary=TEASER) for n in range(30)]
    for n in range(30):
        server.page(f"/{n}", a_page(sentences(8, f"pier {n}")))
    follow(room, server, *items)
    assert len([it for it in room.web.ahead() if it.came == "changed"]) == TRIED
    assert len(list(room.web.ahead())) == AHEAD
    assert "/robots.txt" in server.paths(), "nobody has asked for these pages"


def test_a_source_whose_pages_have_no_more_is_left_alone(room: Newsroom, server: Server) -> None:
    items = [Item(f"{n}", f"Note {n}", server.url(f"/{n}"), summary=TEASER) for n in range(9)]
    for n in range(9):
        server.page(f"/{n}", a_page("<p>Log in.</p>"))
    source = follow(room, server, *items)
    assert len(list(room.web.ahead())) == TRIED
    assert list(room.web.ahead()) == []
    room.web.fetch_full(source.id, "always")
    assert len(list(room.web.ahead())) == 9 - TRIED


def test_a_source_can_be_told_never_to_and_robots_are_heard(room: Newsroom, server: Server) -> None:
    server.page("/robots.txt", b"User-agent: *\nDisallow: /", "text/plain")
    server.page("/pier", a_page(sentences(8)))
    entry_id = one(room, server)
    (outcome,) = room.web.ahead()
    assert (outcome.came, outcome.trouble) == ("failed", "robots")
    assert room.web.full(entry_id).shown == "page", "opened by hand it is fetched"
    room.web.fetch_full(room.row(entry_id).source_id, "never")
    assert list(room.web.ahead()) == []


@pytest.mark.parametrize("path", ["/robots.txt", "/pier"])
def test_what_passes_is_tried_again_with_the_next_update_for_a_day_and_when_it_is_opened(
    room: Newsroom, server: Server, clock: Clock, path: str
) -> None:
    server.page("/pier", a_page(sentences(8)))
    fine = server.pages.get(path)
    server.answer(path, "500 Internal Server Error")
    entry_id = one(room, server)
    (outcome,) = room.web.ahead()
    assert (outcome.came, outcome.trouble) == ("failed", "server")
    assert room.web.wants_full(entry_id) and room.web.waiting() == (), "nobody has asked for it: its site is heard on"
    clock.now += timedelta(hours=2)
    if fine is None:
        del server.pages[path]
    else:
        server.pages[path] = fine
    assert [it.came for it in room.web.ahead()] == ["changed"]
    assert room.web.shown(entry_id) == ("page", None)


def test_what_is_away_for_a_day_is_not_asked_for_any_more(room: Newsroom, server: Server, clock: Clock) -> None:
    server.answer("/pier", "500 Internal Server Error")
    entry_id = one(room, server)
    list(room.web.ahead())
    clock.now += timedelta(days=1)
    assert len(list(room.web.ahead())) == 1 and list(room.web.ahead()) == []
    assert not room.web.wants_full(entry_id) and "a fault of its own" in (room.web.shown(entry_id)[1] or "")


def test_without_a_network_pages_that_nobody_asked_for_are_not_asked_for_in_their_persons_name(
    room: Newsroom, server: Server, clock: Clock
) -> None:
    with Server() as gone:
        source = follow(room, gone, Item("1", "Pier", gone.url("/pier"), summary=TEASER))
    clock.now += timedelta(days=2)
    assert [it.came for it in room.web.ahead()] == ["failed"]
    (row,) = room.entries(View(source_id=source.id), 0, 2)
    assert room.web.waiting() == () and room.web.wants_full(row.id)
    server.page("/light", a_page(sentences(8)))
    follow(room, server, Item("1", "Light", server.url("/light"), summary=TEASER))
    assert sorted(it.came for it in room.web.ahead()) == ["changed", "failed"]
    assert "Nothing answers" in (room.web.shown(row.id)[1] or ""), "others are there: this one is away"


def test_a_next_page_that_is_the_same_again_is_not_read_on(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server)
    link = '<a rel="next" href="/pier/2">Next page</a>'
    for path in ("/pier", "/pier/2"):
        server.page(path, a_page(sentences(8, "stone"), link))
    assert room.web.full(entry_id).pages == 1


def test_a_page_that_ends_at_a_paywall_is_not_shown_where_the_feed_has_about_as_much() -> None:
    feed = an_article(*("Some words of the feed about the pier.",) * 10)
    page = an_article(*("Some words of the feed about the pier.",) * 12, truncated="Subscribe to read on.")
    assert choose(feed, page) == ("feed", "The feed's text is shown: its page ends at a paywall.")
    assert choose(feed, replace(page, truncated=None))[0] == "page"


def test_a_page_that_has_less_by_now_is_told_as_that(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server)
    server.page("/pier", a_page(sentences(8)))
    room.web.full(entry_id)
    server.page("/pier", a_page(f"<p>{TEASER}</p>"))
    again = room.web.full(entry_id)
    assert (again.shown, again.changed) == ("page", False)
    assert again.said == "What its page had before is shown: now it has 7 words."
    assert len(room.open(entry_id).article.blocks) == 8


def test_stopped_the_page_that_is_shown_is_told(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server)
    server.page("/pier", a_page(sentences(8)))
    room.web.full(entry_id)
    fetcher = room.web.fetcher()
    fetcher.stop.set()
    assert full(room.library, fetcher, entry_id, room.clock).shown == "page"


def test_what_was_erased_is_not_waited_for(room: Newsroom) -> None:
    for target in ("999", "no number"):
        room.library.visits.ask("full", target)
    assert list(room.web.ahead()) == [] and not room.web.waiting()


def test_an_article_ends_with_the_page_that_does_not_come_or_comes_again(room: Newsroom, server: Server) -> None:
    entry_id = one(room, server, path="/pier")
    server.page("/pier", a_page(sentences(8), '<a rel=next href="/pier?page=2">2</a>'))
    assert room.web.full(entry_id).pages == 1, "every page of the address is the same"
    server.page("/pier", a_page(sentences(8, "quay"), '<a rel=next href="/pier/2">2</a>'))
    assert room.web.full(entry_id).pages == 1, "there is no second page"
    server.page("/pier/2", a_page(sentences(8, "mole")))
    assert room.web.full(entry_id).pages == 2


@pytest.mark.parametrize(("carried", "cut", "shown"), [(50, True, "page"), (51, True, "feed"), (99, False, "page")])
def test_a_page_that_is_cut_off_has_to_have_twice_as_much(carried: int, cut: bool, shown: str) -> None:
    feed, page = (an_article(" ".join(f"word{number}" for number in range(count))) for count in (carried, 100))
    assert choose(feed, replace(page, truncated="Subscribe." if cut else None))[0] == shown


@pytest.mark.parametrize(
    ("carried", "found", "shown"), [(59, 59, "feed"), (10, 59, "page"), (60, 60, "page"), (61, 60, "feed")]
)
def test_a_page_with_hardly_a_word_is_none(carried: int, found: int, shown: str) -> None:
    feed, page = (an_article(" ".join(f"word{number}" for number in range(count))) for count in (carried, found))
    assert choose(feed, page)[0] == shown


def a_feeds_and_a_page() -> tuple[Article, Article]:
    """An article as a feed has it, and as its page has it, each with what only it knows."""
    feed = an_article("A teaser.", title="Pier", byline=("Ines",), publisher="Courier", language="en", updated=NOON)
    page = an_article(
        "The whole.", title="", published=None, language=None, section="Port", url="https://a.example/amp"
    )
    return feed, page


def test_what_only_the_feed_knows_of_an_article_stays_known() -> None:
    feed, page = a_feeds_and_a_page()
    entry = an_entry(url="https://a.example/pier")
    made = merged(feed, page, entry)
    assert (made.title, made.byline, made.publisher, made.language) == ("Pier", ("Ines",), "Courier", "en")
    assert (made.published, made.updated, made.section) == (NOON, NOON, "Port")
    assert (made.url, made.blocks) == ("https://a.example/pier", page.blocks)
    late = NOON + timedelta(days=1)
    known = replace(
        page, title="The pier", byline=("Tom",), publisher="Gazette", language="de", published=late, updated=late
    )
    made = merged(feed, known, entry)
    assert (made.title, made.byline, made.publisher, made.language) == ("The pier", ("Tom",), "Gazette", "de")
    assert (made.published, made.updated) == (NOON, late), "when it was published the feed knows best"


def test_of_pages_joined_each_leaves_out_what_was_there_but_breaks_of_scenes() -> None:
    here = "https://a.example/pier"
    first, second = (
        Page(
            a_page(f"<p>{TEASER} It said so on {day}.</p>{sentences(3, thing)}<p>* * *</p>{sentences(3, thing + 's')}"),
            here,
        )
        for day, thing in (("Monday", "stone"), ("Monday", "rope"))
    )
    found = joined([first, second])
    assert found is not None
    kinds = [block.kind for block in found.blocks]
    assert kinds.count("rule") == 2 and kinds.count("paragraph") == 13
    assert len({block.text for block in found.blocks if block.kind == "paragraph"}) == 13
    assert joined([]) is None and joined([Page(b"", here)]) is None
    assert joined([first, Page(b"\x00\x01\x02\xff" * 50, here), second]) == joined([first]), "what is no page ends it"


@pytest.mark.parametrize(("shared", "shown"), [(60, "page"), (59, "feed")])
def test_a_page_has_to_have_half_of_a_long_text_of_the_feed(shared: int, shown: str) -> None:
    mine = [f"word{number}" for number in range(120)]
    others = [f"other{number}" for number in range(120)]
    feed, page = an_article(" ".join(mine)), an_article(" ".join(mine[:shared] + others))
    assert choose(feed, page)[0] == shown
    assert choose(an_article(" ".join(mine[:119])), an_article(" ".join(others)))[0] == "page", (
        "a teaser may be anything"
    )
