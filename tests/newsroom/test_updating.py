"""Updates over a real library and a real server: what is new comes in once, failures are outcomes, nothing is lost."""

from __future__ import annotations

from base64 import b64encode
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reader import newsroom
from reader.errors import LibraryError, UsageError
from reader.fetch import Fetcher
from reader.filters import Rule
from reader.library import Origin
from reader.model import Outcome, Source, View
from reader.newsroom import Newsroom, desks
from reader.newsroom.updating import states_of, update
from tests.builders import Clock
from tests.fakes import Server, a_feed

ITEM = "<item><title>{0}</title><link>https://c.example/{1}</link><guid>{1}</guid><description>{2}</description></item>"
STORY = "The council of the old port voted on Tuesday to rebuild the pier, which a storm had broken in the autumn."


def feed_of(*items: tuple[str, str, str]) -> bytes:
    inside = "".join(ITEM.format(*item) for item in items)
    return f"<rss><channel><title>Courier</title>{inside}</channel></rss>".encode()


def follow(room: Newsroom, address: str, title: str = "Courier") -> Source:
    """The source of a feed that nobody has asked for anything yet."""
    room.library.sources.add(Origin("feed", address, title))
    return next(it for it in room.library.shelf.sources() if it.address == address)


def updated(room: Newsroom, fetcher: Fetcher, only: list[int] | None = None) -> list[Outcome]:
    return list(update(room.library, fetcher, room.clock, only))


def feed_entries(room: Newsroom, source: Source) -> int:
    return room.library.shelf.counts(View(source_id=source.id)).total


def test_a_feed_comes_in_once(room: Newsroom, server: Server, fetcher: Fetcher, clock: Clock) -> None:
    address = server.page("/feed", feed_of(("Pier", "1", STORY), ("Light", "2", STORY)), "text/xml", ETag='"1"')
    source = follow(room, address)
    (first,) = updated(room, fetcher)
    assert (first.came, len(first.entries)) == ("new", 2)
    assert updated(room, fetcher) == []  # it is not due yet
    clock.now += timedelta(hours=2)
    (second,) = updated(room, fetcher)
    assert (second.came, second.entries) == ("same", ())
    assert server.asked[-1].headers["if-none-match"] == '"1"'
    server.page("/feed", feed_of(("Boat", "3", STORY), ("Pier", "1", STORY)), "text/xml", ETag='"2"')
    (third,) = updated(room, fetcher, [source.id])
    assert (third.came, len(third.entries)) == ("new", 1)
    assert feed_entries(room, source) == 3


def test_an_entry_that_was_changed_is_a_version_of_itself(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    source = follow(room, server.page("/feed", feed_of(("Pier", "1", STORY)), "text/xml"))
    (first,) = updated(room, fetcher)
    server.page("/feed", feed_of(("Pier", "1", f"{STORY} Work begins in spring.")), "text/xml")
    (second,) = updated(room, fetcher, [source.id])
    assert (second.came, second.entries) == ("changed", first.entries)
    assert room.library.shelf.entry(first.entries[0]).versions == 2


def test_one_that_fails_harms_no_other_and_is_asked_less(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    addresses = [server.page(f"/{n}", feed_of(("Pier", f"{n}", STORY)), "text/xml") for n in range(3)]
    sources = [follow(room, address) for address in addresses]
    server.answer("/1", "500 Internal Server Error")
    server.page("/2", b"<html><body>moved to our new site</body></html>")
    outcomes = updated(room, fetcher)
    assert sorted(outcome.came for outcome in outcomes) == ["failed", "failed", "new"]
    assert all(outcome.happened and outcome.advice for outcome in outcomes if outcome.came == "failed")
    states = states_of(room.library)
    assert [states[it.id].failures for it in sources] == [0, 1, 1] and states[sources[2].id].due == states[
        sources[1].id
    ].due
    assert feed_entries(room, sources[0]) == 1


def test_a_feed_that_leads_to_a_page_has_not_moved_there(
    room: Newsroom, server: Server, fetcher: Fetcher, clock: Clock
) -> None:
    source = follow(room, server.page("/feed", a_feed(), "text/xml", ETag='"1"'))
    updated(room, fetcher)
    server.answer("/feed", "301 Moved Permanently", Location="/for-sale")
    server.page("/for-sale", b"<html><body>This domain is for sale.</body></html>")
    for _ in range(3):
        clock.now += timedelta(days=1)
        assert [outcome.came for outcome in updated(room, fetcher)] == ["failed"]
    server.page("/feed", a_feed("Back again"), "text/xml")
    clock.now += timedelta(days=1)
    (outcome,) = updated(room, fetcher)
    assert outcome.came == "changed" and states_of(room.library)[source.id].failures == 0


def test_a_feed_that_is_gone_is_not_asked_again(room: Newsroom, server: Server, fetcher: Fetcher, clock: Clock) -> None:
    source = follow(room, server.page("/feed", a_feed(), "text/xml"))
    server.answer("/feed", "410 Gone")
    assert [outcome.came for outcome in updated(room, fetcher)] == ["failed"]
    clock.now += timedelta(days=400)
    assert updated(room, fetcher) == []
    server.page("/feed", a_feed(), "text/xml")
    assert [outcome.came for outcome in updated(room, fetcher, [source.id])] == ["new"]


def test_only_one_update_runs_at_a_time(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    for number in range(2):
        follow(room, server.page(f"/{number}", a_feed(), "text/xml"))
    running = update(room.library, fetcher, room.clock)
    next(running)
    with newsroom.start(room.settings, room.clock) as other, pytest.raises(LibraryError):
        updated(other, fetcher)
    assert len(list(running)) == 1


def test_what_was_stopped_is_skipped_and_still_due(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    source = follow(room, server.page("/feed", a_feed(), "text/xml"))
    fetcher.stop.set()
    assert [outcome.came for outcome in updated(room, fetcher)] == ["skipped"]
    assert states_of(room.library)[source.id].is_due(room.clock())


def test_without_a_network_nothing_counts_against_sources_and_the_wish_waits(room: Newsroom, fetcher: Fetcher) -> None:
    with Server() as gone:
        source = follow(room, gone.page("/feed", a_feed(), "text/xml"))
    (outcome,) = updated(room, fetcher, [source.id])
    assert (outcome.came, outcome.trouble) == ("failed", "network")
    assert states_of(room.library)[source.id].failures == 0
    assert [(it.kind, it.target) for it in room.web.waiting()] == [("update", str(source.id))]
    assert room.library.sources.one(source.id).outcome == outcome.happened


def test_what_waited_is_asked_for_though_not_due(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    source = follow(room, server.page("/feed", a_feed(), "text/xml"))
    assert [outcome.came for outcome in updated(room, fetcher)] == ["new"]
    room.library.visits.ask("update", str(source.id))
    assert [outcome.came for outcome in updated(room, fetcher)] == ["same"]
    assert room.web.waiting() == ()


def test_one_that_is_out_of_reach_alone_has_failed(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    with Server() as gone:
        lost = follow(room, gone.page("/feed", a_feed(), "text/xml"))
    follow(room, server.page("/feed", a_feed(), "text/xml"))
    updated(room, fetcher)
    assert states_of(room.library)[lost.id].failures == 1
    assert [it.source.title for it in room.web.sources() if it.failures] == [lost.title]


def test_sources_are_due_by_the_interval_that_was_wished(
    room: Newsroom, server: Server, fetcher: Fetcher, clock: Clock
) -> None:
    source = follow(room, server.page("/feed", a_feed(), "text/xml"))
    room.web.visit_every(source.id, 240)
    assert [it.id for it in room.web.due()] == [source.id]
    updated(room, fetcher)
    clock.now += timedelta(hours=3)
    assert room.web.due() == ()
    clock.now += timedelta(hours=2)
    assert [it.id for it in room.web.due()] == [source.id]
    with pytest.raises(UsageError):
        room.web.visit_every(source.id, 1)


def test_a_source_that_nobody_named_is_called_as_its_feed(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    address = server.page("/feed", a_feed(), "text/xml")
    source = follow(room, address, address)
    updated(room, fetcher)
    assert room.library.sources.one(source.id).title == "Courier"
    room.web.rename(source.id, "Mine")
    updated(room, fetcher, [source.id])
    assert room.library.sources.one(source.id).title == "Mine"


def test_a_password_is_sent_and_shown_nowhere(room: Newsroom, server: Server, fetcher: Fetcher) -> None:
    source = follow(room, server.page("/feed", a_feed(), "text/xml"))
    room.web.log_in(source.id, "jo:p@ss/word")
    updated(room, fetcher)
    assert server.asked[-1].headers["authorization"] == "Basic " + b64encode(b"jo:p@ss/word").decode()
    kept = [*room.upkeep.export_lines(), room.web.export_list("opml"), room.web.export_list("urls")]
    assert not any("p@ss" in text or "p%40ss" in text for text in [*kept, repr(room.web.sources())])
    room.web.log_in(source.id, None)
    updated(room, fetcher, [source.id])
    assert "authorization" not in server.asked[-1].headers


def many(server: Server, feeds: int, entries: int) -> list[str]:
    """Feeds whose entries have texts of markup, by their addresses."""
    text = "&lt;p&gt;The &lt;i&gt;ferry&lt;/i&gt; of pier {0} waits.&lt;/p&gt;&lt;p&gt;It sails at noon.&lt;/p&gt;"
    made = {
        f"/{feed}": feed_of(*((f"Pier {feed}.{n}", f"{feed}-{n}", text.format(f"{feed}.{n}")) for n in range(entries)))
        for feed in range(feeds)
    }
    return [server.page(path, body, "text/xml") for path, body in made.items()]


def everything(room: Newsroom) -> dict[str, tuple[object, ...]]:
    """Each entry by its title: its row without numbers and times, and its text."""
    rows = room.library.shelf.window(View(), 0, 10_000)
    return {it.title: (it.words, it.preview, it.url, room.library.shelf.article(it.id).blocks) for it in rows}


@pytest.mark.parametrize("apart", [0, 2])
def test_where_much_comes_the_titles_are_there_first_and_then_all_is_as_of_little(
    apart: int, room: Newsroom, server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    addresses = many(server, 4, 60)
    for address in addresses:
        follow(room, address)
    monkeypatch.setattr(desks, "WORTH_IT", 1000)
    running = update(room.library, fetcher, room.clock, None, apart)
    outcomes = [next(running) for _ in addresses]
    assert [it.came for it in outcomes] == ["new"] * 4
    assert room.library.rough.count == 240 == room.library.shelf.counts(View()).total
    assert next(running, None) is None
    assert room.library.rough.count == 0
    assert len(room.library.index.ids('"ferry of pier"')) == 240
    monkeypatch.undo()
    with newsroom.start(replace(room.settings, data_dir=tmp_path / "other"), room.clock) as other:
        for address in addresses:
            follow(other, address)
        updated(other, fetcher)
        assert everything(room) == everything(other)


def test_what_a_stopped_update_left_unread_the_next_reads(
    room: Newsroom, server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "WORTH_IT", 1000)
    for address in many(server, 2, 150):
        follow(room, address)
    running = update(room.library, fetcher, room.clock, None, 0)
    next(running), next(running)
    fetcher.stop.set()
    assert list(running) == [] and room.library.rough.count == 300
    fetcher.stop.clear()
    assert updated(room, fetcher) == [], "nothing is due"
    assert room.library.rough.count == 0 and len(room.library.index.ids("ferry")) == 300


def test_where_rules_look_at_the_texts_they_are_read_at_once(
    room: Newsroom, server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "WORTH_IT", 1000)
    (address,) = many(server, 1, 60)
    follow(room, address)
    room.library.rules.keep(Rule(words="noon", hide=True), (), room.clock())
    next(update(room.library, fetcher, room.clock, None, 0))
    assert room.library.rough.count == 0 and room.library.shelf.counts(View()).total == 0


@pytest.mark.parametrize("days", [36_501, 10**9])
def test_more_days_than_a_calendar_has_are_refused(room: Newsroom, days: int) -> None:
    room.library.sources.add(Origin("feed", "https://a.example/feed", "A"))
    for set_days in (room.web.mute, room.web.keep_for):
        with pytest.raises(UsageError, match="century"):
            set_days(1, days)
        set_days(1, 36_500)


def test_feeds_that_bring_much_are_written_down_one_by_one(
    room: Newsroom, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.newsroom.updating._ENTRIES", 3)
    for number in range(4):
        titles = [f"Story {number} {it}" for it in range(2)]
        server.page(f"/{number}", a_feed(*titles, address=f"https://c{number}.example"), "text/xml")
        room.library.sources.add(Origin("feed", server.url(f"/{number}"), f"Courier {number}"))
    assert sorted(len(it.entries) for it in room.web.update()) == [2, 2, 2, 2]
    assert room.counts(View()).total == 8


@pytest.mark.parametrize(("minutes", "fits"), [(4, False), (5, True), (1440, True), (1441, False), (None, True)])
def test_a_feed_is_asked_every_five_minutes_at_most_and_once_a_day_at_least(
    room: Newsroom, minutes: int | None, fits: bool
) -> None:
    room.library.sources.add(Origin("feed", "https://a.example/feed", "A"))
    with nullcontext() if fits else pytest.raises(UsageError, match="5 to 1,440"):
        room.web.visit_every(1, minutes)


def test_what_came_from_a_source_that_is_taken_out_stays(room: Newsroom, server: Server) -> None:
    list(room.add([server.page("/feed", a_feed("Pier"), "text/xml")]))
    room.web.remove(1)
    assert not room.web.sources() and room.counts(View()).total == 1
