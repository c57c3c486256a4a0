"""The list of sources by keys: renamed, moved, muted, removed and brought back, updated, filtered, their articles listed."""

from __future__ import annotations

from reader.library import Origin
from reader.model import View
from reader.newsroom import Newsroom
from reader.tui.views.sources import SourcesScreen
from tests.builders import NOON, an_article
from tests.fakes import Server, a_feed
from tests.tui.conftest import Reader, reading


def subscribed(room: Newsroom) -> None:
    """Two feeds, one of them in a folder and with two articles, and nothing of the other."""
    courier = Origin("feed", "http://courier.example/feed", "Courier", "News")
    for title in ("Pier", "Light"):
        room.library.shelf.add(an_article(title=title), courier, identity=title, fetched=NOON)
    room.library.sources.add(Origin("feed", "http://pilot.example/feed", "Pilot"))


def titles(room: Newsroom) -> list[str]:
    return [it.source.title for it in room.web.sources()]


def shown(reader: Reader) -> SourcesScreen:
    assert isinstance(reader.app.screen, SourcesScreen)
    return reader.app.screen


async def test_without_sources_it_says_how_to_get_one(room: Newsroom) -> None:
    async with reading(room) as reader:
        await reader.press("S")
        assert "There is no source yet: + adds one" in reader.seen()
        await reader.press("R")
        assert "no source to do that to" in reader.seen()
        await reader.press("+")
        assert reader.app.screen is reader.screen and reader.screen.prompt.kind == "add"


async def test_each_source_is_told_with_what_it_has(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        await reader.press("S")
        seen = reader.seen()
        assert seen.index("Pilot") < seen.index("News") < seen.index("Courier"), "those without a folder come first"
        assert "2 unread of 2" in seen and "not asked yet · due now" in seen


async def test_two_sources_of_one_title_are_told_apart(room: Newsroom) -> None:
    for host in ("north.example", "south.example"):
        room.library.sources.add(Origin("feed", f"http://{host}/feed", "Harbor News"))
    async with reading(room) as reader:
        await reader.press("S")
        assert "Harbor News (north.example)" in reader.seen() and "Harbor News (south.example)" in reader.seen()


async def test_the_articles_of_a_source_are_listed_and_esc_shows_all_again(room: Newsroom) -> None:
    subscribed(room)
    room.library.shelf.add(an_article(title="Elsewhere"), Origin("folder", "/p", "Papers"), identity="e", fetched=NOON)
    async with reading(room) as reader:
        await reader.press("S", "G", "enter")
        assert reader.app.screen is reader.screen
        assert reader.screen.list.total == 2 and " Courier  2 unread of 2" in reader.seen()
        await reader.press("g", "u", "&")
        await reader.type("pier")
        await reader.press("enter")
        assert " Courier: Unread: p…  1 unread of 1" in reader.seen()
        await reader.press("escape", "escape")
        assert " Courier  2 unread of 2" in reader.seen()
        await reader.press("escape")
        assert reader.screen.list.total == 3


async def test_a_list_of_one_source_says_how_it_is_left_also_when_chosen_again(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        for _ in range(2):
            await reader.press("S", "G", "enter")
            assert "Esc end filter" in reader.seen() and "q quit" not in reader.seen()
        await reader.press("q")
        assert reader.screen.view == View() and "q quit" in reader.seen()


async def test_the_list_of_a_muted_source_says_why_it_is_empty(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        await reader.press("S", "G", "M", "enter")
        assert reader.screen.list.total == 0
        assert "Muted until 21 Mar: nothing from" in reader.seen() and "shows it again" in reader.seen()
        assert reader.said == "Nothing here. Esc shows all again."
        await reader.press("j", "enter", "space", "g", "g", "G")
        await reader.pilot.click("#list", offset=(5, 3))
        await reader.press("S", "G", "M", "enter")
        assert reader.screen.list.total == 2 and "Muted until" not in reader.seen()


async def test_of_two_sources_of_one_title_the_list_says_which_it_shows(room: Newsroom) -> None:
    for host in ("north.example", "south.example"):
        room.library.sources.add(Origin("feed", f"http://{host}/feed", "Harbor News"))
    async with reading(room) as reader:
        await reader.press("S", "enter")
        assert "Harbor News (north.example)  0" in reader.seen()


async def test_a_source_is_renamed_and_moved_and_undo_takes_it_back(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        await reader.press("S", "e", *["backspace"] * 5)
        await reader.type("Harbor Pilot")
        await reader.press("enter")
        assert titles(room) == ["Courier", "Harbor Pilot"]
        assert "Renamed Pilot to Harbor Pilot. u takes it back." in reader.said
        await reader.press("m")
        assert "News" in reader.seen()
        await reader.type("News")
        await reader.press("enter")
        assert [it.source.folder for it in room.web.sources()] == ["News", "News"]
        source = shown(reader).source
        assert source is not None and source.title == "Harbor Pilot", "the cursor stays on it"
        await reader.press("u", "u")
        assert titles(room) == ["Courier", "Pilot"] and "Taken back: renamed" in reader.said


async def test_removing_keeps_the_articles_and_undo_brings_the_source_back(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        await reader.press("S", "G", "D")
        assert titles(room) == ["Pilot"] and room.counts(View()).total == 2
        await reader.press("u")
        assert titles(room) == ["Courier", "Pilot"]


async def test_a_muted_source_is_not_shown_until_the_same_key_shows_it_again(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        await reader.press("S", "G", "3", "M")
        assert room.counts(View()).total == 0 and "muted until 17 Mar" in reader.seen()
        await reader.press("M")
        assert room.counts(View()).total == 2
        await reader.press("q")
        assert reader.screen.list.total == 2


async def test_how_often_and_how_whole_is_set(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        await reader.press("S", "i")
        await reader.type("30")
        await reader.press("enter", "f")
        assert "every 30 min" in reader.seen() and "whole articles" in reader.seen()
        await reader.press("i")
        await reader.type("x")
        await reader.press("enter")
        assert "number of minutes" in reader.seen()
        await reader.press("escape", "f", "f")
        assert "never whole" not in reader.seen()


async def test_all_of_a_source_is_marked_read(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        await reader.press("S", "G", "A")
        assert room.counts(View()).unread == 0
        await reader.press("u")
        assert room.counts(View()).unread == 2


async def test_sources_are_filtered_while_typing(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        await reader.press("S", "slash")
        await reader.type("pil")
        assert "Pilot" in reader.seen() and "Courier" not in reader.seen()
        await reader.type("x")
        assert "No source has “pilx”" in reader.seen()
        await reader.press("escape")
        assert "Courier" in reader.seen()


async def test_one_source_is_asked_and_its_row_follows(room: Newsroom) -> None:
    with Server() as server:
        server.page("/feed", a_feed("Pier", "Light"), "text/xml")
        room.library.sources.add(Origin("feed", server.url("/feed"), "Courier"))
        room.library.sources.add(Origin("feed", server.url("/other"), "Other"))
        async with reading(room) as reader:
            await reader.press("S", "R")
            shown(reader)._look_again()
            await reader.settle()
            assert "2 unread of 2" in reader.seen()
            assert "2 new, 1 feed" in reader.said
            assert server.paths() == ["/feed"]
            await reader.press("q")
            assert reader.screen.list.total == 2


async def test_what_is_no_feed_is_not_asked(room: Newsroom) -> None:
    room.library.shelf.add(an_article(), Origin("folder", "/p", "Papers"), identity="e", fetched=NOON)
    async with reading(room) as reader:
        await reader.press("S", "R")
        assert "Papers is no feed." in reader.seen()
        await reader.press("o")
        assert "no page on the web" in reader.seen()


async def test_what_waits_for_a_network_is_told(room: Newsroom) -> None:
    subscribed(room)
    for kind, target in (("full", "1"), ("full", "2"), ("add", "https://c.example/")):
        room.library.visits.ask(kind, target)
    async with reading(room) as reader:
        await reader.press("S")
        assert "Waiting for a network: 1 address, 2 whole articles." in reader.seen()
        assert "https://c.example/" in reader.seen()
        room.library.visits.answered("add", "https://c.example/")
        shown(reader)._renew()
        await reader.settle()
        assert "Waiting for a network: 2 whole articles." in reader.seen()


async def test_an_address_that_waits_is_given_up_and_undo_lets_it_wait_again(room: Newsroom) -> None:
    subscribed(room)
    for address in ("https://c.example/", "https://d.example/"):
        room.library.visits.put_off(address, address)
    async with reading(room) as reader:
        await reader.press("S", "G")
        await reader.press("e")
        assert "This address waits for a network." in reader.said
        await reader.press("D")
        assert [it.target for it in room.web.waiting()] == ["https://c.example/"] and len(titles(room)) == 2
        assert reader.said == "Gave up adding https://d.example/. u takes it back."
        await reader.press("u")
        assert len(room.web.waiting()) == 2 and "https://d.example/" in reader.seen()
        await reader.press("u", "u")
        assert room.web.waiting() == () and "To be added" not in reader.seen()
        assert reader.said == "Taken back: kept https://c.example/ for the next update."
        await reader.press("G", "D")
        assert titles(room) == ["Pilot"]


async def test_a_feed_that_wants_a_login_gets_one_that_is_shown_nowhere(room: Newsroom) -> None:
    with Server() as server:
        server.page("/feed", a_feed("Pier"), "text/xml")
        server.lock("/feed", "ines:pass  word:7")
        room.library.sources.add(Origin("feed", server.url("/feed"), "Courier"))
        async with reading(room) as reader:
            await reader.press("S", "R")
            assert "wants a user name and password" in reader.said and "L gives a user name" in reader.said
            await reader.press("L")
            await reader.type("ines")
            await reader.press("enter")
            assert "Password of ines" in reader.seen()
            await reader.type("pass  word:7")
            assert "word" not in reader.seen().partition("Password")[2].replace("Password of", "")
            await reader.press("enter")
            assert "1 new, 1 feed" in reader.said
            shown(reader)._look_again()
            await reader.settle()
            assert "with a login" in reader.seen() and "failed" not in reader.seen()
            assert "word:7" not in reader.seen() and shown(reader).prompt.line.value == ""
            assert "word:7" not in "".join(act.label for act in room.library.journal.acts())
            assert "word" not in room.web.export_list("opml")


async def test_a_login_is_taken_away_by_an_empty_name_and_the_next_question_shows_what_is_typed(room: Newsroom) -> None:
    subscribed(room)
    pilot = next(it.source.id for it in room.web.sources() if it.source.title == "Pilot")
    room.web.log_in(pilot, "jo:x")
    async with reading(room) as reader:
        await reader.press("S", "L")
        await reader.type("a:b")
        await reader.press("enter")
        assert "no colon" in reader.seen()
        await reader.press("L")
        await reader.type("jo")
        await reader.press("enter")
        await reader.type("secret")
        await reader.press("escape", "L", "enter")
        assert not any(it.private for it in room.web.sources()), "an empty name takes the login away"
        await reader.press("slash")
        await reader.type("pil")
        assert "pil" in reader.seen().splitlines()[-1]


async def test_a_password_goes_to_the_source_that_was_asked_about(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        asked, other = (it.source.id for it in room.web.sources())
        room.web.mute(asked, 7)
        await reader.press("S", "slash")
        await reader.type("muted")
        await reader.press("enter", "L")
        assert shown(reader).subscribed.source.id == asked
        await reader.type("ines")
        await reader.press("enter")
        room.web.mute(asked, None)  # by another program: it leaves what the filter shows
        room.web.mute(other, 7)
        shown(reader)._look_again()
        await reader.settle()
        assert shown(reader).subscribed.source.id != asked
        await reader.type("secret")
        await reader.press("enter")
        assert [it.source.id for it in room.web.sources() if it.private] == [asked]


async def test_a_number_of_minutes_has_an_end(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        await reader.press("S", "i")
        shown(reader).prompt.line.value = "9" * 5000
        await reader.press("enter")
        assert "number of minutes" in reader.said and shown(reader).prompt.kind == "interval"


async def test_a_source_that_was_renamed_is_called_so_above_its_entries(room: Newsroom) -> None:
    subscribed(room)
    async with reading(room) as reader:
        reader.screen.run_command("group")
        await reader.settle()
        assert " Courier 2" in reader.seen()
        room.web.rename(room.web.named("Courier").id, "Harbor")
        reader.screen.reload()
        await reader.settle()
        assert " Harbor 2" in reader.seen() and "Courier" not in reader.seen()
