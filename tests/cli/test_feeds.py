"""`newsreader update`, and addresses in `add` and `read`, as a person or a script calls them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import newsroom, settings
from reader.library import Origin
from tests.builders import NOON, an_article
from tests.cli.conftest import Called
from tests.fakes import PAGE, STORY, Server, a_feed


@pytest.fixture
def server(call: Called) -> Iterator[Server]:
    with Server() as running:
        good = running.page("/good", a_feed("Ferry line to reopen", "Harbor lights out"), "text/xml")
        bad = running.answer("/bad", "404 Not Found")
        with newsroom.start(settings.load()) as room:
            room.library.sources.add(Origin("feed", good, "Courier"))
            room.library.sources.add(Origin("feed", bad, "Gazette"))
            room.web.fetch_full(1, "never")
        yield running


def test_a_line_for_what_came_and_two_for_what_failed(server: Server, call: Called) -> None:
    code, out, err = call("update")
    assert (code, out.split()) == (1, ["2", "new", "Courier"])
    assert err.splitlines() == [
        f"{server.url('/bad')} is not there.",
        "Look for a typing mistake, or for the page's new address on the site.",
    ]


def test_the_list_of_sources_says_what_is_wrong_with_one(server: Server, call: Called) -> None:
    server.page("/good", b"<html><body><p>No feed.</p></body></html>", "text/html")
    call("update")
    good, bad = call("sources")[1].splitlines()
    assert good.endswith("(full articles: never; failed once: This is no feed)")
    assert bad.endswith(f"(failed once: {server.url('/bad')} is not there)")


def test_what_is_new_and_what_was_changed_are_counted_apart(server: Server, call: Called) -> None:
    call("update")
    edited = a_feed("Ferry line to reopen", "Harbor lights on again", "Pier").replace(b"called back", b"called home")
    server.page("/good", edited, "text/xml")
    assert call("update", "1")[1] == "1 new, 2 changed Courier\n"
    server.page("/good", edited.replace(b"called home", b"called away"), "text/xml")
    assert call("update", "1")[1] == "3 changed    Courier\n"
    (outcome,) = json.loads(call("update", "1", "--json")[1])["sources"]
    assert (outcome["came"], outcome["changed"]) == ("same", 0)


def test_what_rules_hide_of_what_is_new_is_told(server: Server, call: Called) -> None:
    call("rules", "--words", "title:lights", "--hide")
    assert call("update", "1")[1] == "2 new (1 hidden by rules) Courier\n"
    server.page("/good", a_feed("Ferry line to reopen", "Harbor lights on again", "City lights"), "text/xml")
    assert call("update", "1")[1] == "1 new (1 hidden by rules), 1 changed Courier\n"


def test_a_feed_without_a_name_is_told_by_the_one_that_it_gives_itself(server: Server, call: Called) -> None:
    with newsroom.start(settings.load()) as room:
        address = server.page("/nameless", a_feed(address="https://pier.example"), "text/xml")
        room.library.sources.add(Origin("feed", address, address))
    assert call("update", "3")[1].startswith("1 new        Courier\n")


def test_outcomes_as_json(server: Server, call: Called) -> None:
    code, out, _ = call("update", "--json")
    found = json.loads(out)
    outcomes = {outcome["source"]: outcome for outcome in found["sources"]}
    assert (code, found["articles"]) == (1, [])
    assert outcomes["Courier"]["came"] == "new"
    assert (outcomes["Gazette"]["came"], outcomes["Gazette"]["trouble"]) == ("failed", "missing")


def test_nothing_is_due_right_after(server: Server, call: Called) -> None:
    call("update")
    asked = len(server.asked)
    code, out, err = call("update")
    assert (code, out, err) == (0, "", "No source is due; --all asks all of them.\n")
    assert len(server.asked) == asked
    assert call("update", "--all")[0] == 1
    assert call("update", "courier")[:2] == (0, "nothing new  Courier\n")


def test_files_that_came_along_are_listed_with_their_size(server: Server, call: Called) -> None:
    talk = b"<enclosure url='https://c.example/talk.mp3' type='audio/mpeg' length='12345678'/><guid>"
    server.page("/good", a_feed("Talk").replace(b"<guid>", talk), "text/xml")
    call("update", "1")
    assert call("list", "--files")[1].splitlines()[1] == f"{'':9}https://c.example/talk.mp3  audio/mpeg  12.3 MB"
    (row,) = json.loads(call("list", "--json")[1])
    assert row["files"] == [{"address": "https://c.example/talk.mp3", "type": "audio/mpeg", "size": 12345678}]


def test_how_it_ends_where_all_failed(server: Server, call: Called) -> None:
    assert call("update", "Gazette")[0] == 4
    server.page("/bad", b"<html><p>No feed.</p></html>")
    code, _, err = call("update", "Gazette")
    assert (code, err.splitlines()[0]) == (3, "Gazette: This is no feed.")
    code, _, err = call("update", "Nobody")
    assert (code, err.splitlines()[0]) == (2, "There is no feed “Nobody”.")


def test_whole_articles_are_fetched_after_the_feeds(server: Server, call: Called) -> None:
    long = "".join(f"<p>{STORY} Number {n} says a little more of it.</p>" for n in range(9)).encode()
    server.page("/1", PAGE.replace(b"<p>The city", long + b"<p>The city"))
    server.page("/good", a_feed("Ferry line to reopen", address=server.url().rstrip("/")), "text/xml")
    call("sources", "1", "--full", "auto")
    code, out, _ = call("update", "1")
    assert (code, out.splitlines()[-1]) == (0, "1 page fetched")
    with newsroom.start(settings.load()) as room:
        assert any("Number 8" in block.text for block in room.open(1).article.blocks)


def test_control_c_stops_an_update_with_an_honest_outcome(server: Server, call: Called, tmp_path: Path) -> None:
    with newsroom.start(settings.load()) as room:
        for number in range(20):
            room.library.sources.add(Origin("feed", server.url(f"/silent?{number}"), f"Silent {number}"))
    running = subprocess.Popen(
        [sys.executable, "-m", "reader", "update"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    for _ in range(600):
        if len(server.asked) >= 3:
            break
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Stopped: " in err
    assert "Traceback" not in err + out
    with newsroom.start(settings.load()) as room:
        assert sum(it.failures for it in room.web.sources() if it.source.title.startswith("Silent")) == 0
        assert {it.source.title for it in room.web.sources()} >= {it.title for it in room.web.due()}


def test_what_waits_is_listed(call: Called) -> None:
    with Server() as gone:
        address = gone.url("/feed?token=s3cret")
    code, _, err = call("add", address)
    assert (code, err.splitlines()[1]) == (4, "It is looked at again with the next update; undo gives it up.")
    shown = call("update", "--waiting")[1]
    assert shown == f"add      {address.partition('?')[0]}\n"
    (told,) = json.loads(call("update", "--waiting", "--json")[1])
    assert (told["kind"], told["target"], told["title"]) == ("add", address.partition("?")[0], None)


def test_what_waits_is_called_by_its_title(call: Called) -> None:
    with newsroom.start(settings.load()) as room:
        entry = room.library.shelf.add(an_article(), Origin("feed", "https://c.example/feed", "Courier"), fetched=NOON)
        for kind, target in (("full", entry.entry_id), ("full", 99), ("update", room.row(entry.entry_id).source_id)):
            room.library.visits.ask(kind, str(target))
    assert call("update", "--waiting")[1].splitlines() == [
        "full     Ferry line to reopen", "full     99", "update   Courier",
    ]  # fmt: skip


def test_addresses_are_added_and_several_feeds_listed_with_what_to_type(server: Server, call: Called) -> None:
    other = server.page("/other", a_feed("Sail", address="https://sail.example"), "text/xml")
    links = "".join(f'<link rel=feed href="{path}">' for path in ("/good", "/other"))
    site = server.page("/", f"<html><head>{links}</head><body><p>Front.".encode())
    code, out, _ = call("add", site)
    assert code == 1
    assert f"    newsreader add {other}" in out.splitlines()
    assert call("add", other)[1] == "new              Courier (a feed with 1 entry)\n"
    story = server.page("/story/ferry", PAGE)
    assert "Ferry line to reopen" in call("add", story)[1]
    assert call("add", server.url("/none"))[0] == 4


def test_addresses_are_read(server: Server, call: Called) -> None:
    assert STORY[:40] in call("read", server.page("/story/ferry", PAGE))[1]
    code, out, _ = call("read", server.url("/good"))
    assert (code, [line.strip() for line in out.splitlines()][:2]) == (
        0,
        ["Ferry line to reopen", "https://courier.example/1"],
    )
    told = json.loads(call("read", server.url("/good"), "--format", "json")[1])
    assert told[1] == {"title": "Harbor lights out", "url": "https://courier.example/2", "published": None}
    code, _, err = call("read", server.url("/none"))
    assert (code, len(err.splitlines())) == (4, 2)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ('<?xml version="1.0"?><catalog><book>A story of the harbor</book></catalog>', "data.xml"),
        ('{"a": ["A story", 2]}', "data.xml"),
        (" null\n", "data.txt"),
        ("-1.5e3", "data.txt"),
        ('"A story of the harbor."', "data.json"),
    ],
)
def test_data_for_programs_is_no_article(call: Called, tmp_path: Path, data: str, name: str) -> None:
    (tmp_path / name).write_text(data)
    for verb in ("read", "add"):
        code, _, err = call(verb, str(tmp_path / name))
        assert (code, err.splitlines()[0].endswith("holds data for programs, no article.")) == (3, True)
    (tmp_path / "quoted.txt").write_text('"A story of the harbor."')
    assert call("read", str(tmp_path / "quoted.txt"))[0] == 0
    (tmp_path / "page.xml").write_text(f'<?xml version="1.0"?><html><body><h1>Pier</h1><p>{STORY}</p></body></html>')
    assert call("read", str(tmp_path / "page.xml"))[0] == 0


def test_a_file_with_a_feed_or_with_subscriptions_is_listed(call: Called, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(a_feed("Pier"))
    assert "Pier" in call("read", str(tmp_path / "feed.xml"))[1]
    text = '<opml version="2.0"><body><outline text="Courier" xmlUrl="https://jo:pw@c.example/feed"/></body></opml>'
    (tmp_path / "list.opml").write_text(text)
    out = call("read", str(tmp_path / "list.opml"))[1]
    assert out.split() == ["Courier", "https://c.example/feed"]
