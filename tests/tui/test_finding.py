"""Finding in the open article and over the library."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model import Article, Block, Note, Place, Related, View
from reader.newsroom import Newsroom
from reader.tui.messages import LibrarySearched
from tests.builders import an_article
from tests.tui.conftest import Reader, fill, reading

PIERS = an_article(
    *(f"The lamp on pier {number} is out. Nobody has said when it will burn again." for number in range(30)),
    title="Lamps out on thirty piers",
)
TALKS = an_article(
    "Volodymyr Zelenskiy came by train. The talks lasted four hours.",
    "Zelenskiy’s envoy called them “useful”. A café in the station stayed open.",
    title="Four hours of talks",
)


async def opened(reader: Reader, room: Newsroom, article: Article) -> None:
    await reader.press("enter")
    assert reader.screen.reading is not None
    assert reader.screen.reading.article.title == article.title


async def test_hits_are_painted_and_counted_while_typing(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await opened(reader, room, PIERS)
        await reader.press("/")
        await reader.type("pier")
        assert "1/31" in reader.seen()
        await reader.type(" 7")
        assert "1/1" in reader.seen()
        hits = reader.screen.article.hits
        assert hits is not None and len(hits.hits) == 1


async def test_n_goes_round_and_shift_n_goes_back(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await opened(reader, room, PIERS)
        await reader.press("/")
        await reader.type("lamp")
        await reader.press("enter", "n")
        assert "2/31" in reader.said
        await reader.press("N", "N")
        assert "31/31" in reader.said
        await reader.press("n")
        assert "1/31" in reader.said
        await reader.press("5", "n")
        assert "6/31" in reader.said


def lit_rows(reader: Reader) -> list[int]:
    """The rows of the article on which the present hit is painted."""
    pane = reader.screen.article
    ground = pane.look(("hit-current",)).bgcolor
    rows = range(pane.size.height)
    return [row for row in rows if any(it.style and it.style.bgcolor == ground for it in pane.render_line(row))]


async def test_one_hit_is_the_present_one_wherever_n_goes(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await opened(reader, room, PIERS)
        await reader.press("/")
        await reader.type("lamp")
        rows = [lit_rows(reader)]
        for keys in ("", "n", "n", "N", "jjjn", "kkkN"):  # the cursor may have left the hit
            await reader.press("enter" if not keys else keys[0], *keys[1:])
            rows.append(lit_rows(reader))
        assert all(len(each) == 1 for each in rows)
        assert rows[2] != rows[3] and rows[2] == rows[4] == rows[6]
        await reader.press("escape")
        assert lit_rows(reader) == []


def painted_hits(reader: Reader) -> list[str]:
    """What is lit as a hit in the article and the sidebar, the present one in brackets."""
    panes = (reader.screen.article, reader.screen.sidebar)
    names = {"hit": "{}", "hit-current": "[{}]"}
    found = []
    for pane in panes:
        for number in range(pane.first, min(pane.first + pane.room, pane.count())):
            for it in pane.line(number):
                found += [names[name].format(it.text) for name in it.names if name in names]
    return found


async def test_of_one_letter_only_the_next_is_lit_until_enter_says_that_it_was_meant(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await opened(reader, room, PIERS)
        await reader.press("/")
        await reader.type("p")
        assert painted_hits(reader) == ["[p]"]
        count = sum(it.count("p") for it in (PIERS.title, *(block.text for block in PIERS.blocks)))
        assert f"1/{count}" in reader.seen() and "in the sidebar" in reader.seen()
        bar = [reader.screen.article.bar(row)[1] for row in range(reader.screen.article.room)]
        assert "bar-hit" not in bar
        await reader.type("i")
        assert painted_hits(reader).count("pi") > 5
        await reader.press("backspace")
        assert painted_hits(reader) == ["[p]"]
        await reader.press("enter")
        lit = painted_hits(reader)
        assert lit.count("p") > 5 and lit.count("[p]") == 1
        assert reader.screen.article.bar(0)[1] == "bar-hit"


async def test_a_character_that_is_a_word_is_lit_wherever_it_stands(room: Newsroom) -> None:
    fill(room, an_article("港口重新开放。港口的灯亮了。", title="港口"))
    async with reading(room) as reader:
        await reader.press("enter", "/")
        await reader.type("港")
        assert painted_hits(reader).count("港") >= 2 and "[港]" in painted_hits(reader)


async def test_escape_returns_to_where_one_was_and_enter_stays(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await opened(reader, room, PIERS)
        start = reader.screen.article.place
        await reader.press("/")
        await reader.type("pier 20")
        assert reader.screen.article.place != start
        await reader.press("escape")
        assert reader.screen.article.place == start and reader.screen.article.hits is None
        await reader.press("/")
        await reader.type("pier 20")
        await reader.press("enter")
        there = reader.screen.article.place
        assert there is not None and there.index == 20
        await reader.press("escape")
        assert reader.screen.article.hits is None and reader.screen.article.place == there
        assert reader.screen.pane is reader.screen.article


async def test_another_spelling_of_a_name_is_found_and_named(room: Newsroom) -> None:
    fill(room, TALKS)
    async with reading(room) as reader:
        await opened(reader, room, TALKS)
        await reader.press("/")
        await reader.type("zelensky")
        assert "1/2, also Zelenskiy" in reader.seen()


async def test_accents_and_quotes_are_folded(room: Newsroom) -> None:
    fill(room, TALKS)
    async with reading(room) as reader:
        await opened(reader, room, TALKS)
        await reader.press("/")
        await reader.type('"useful". a cafe')
        assert "1/1" in reader.seen()


async def test_what_is_not_there_is_said(room: Newsroom) -> None:
    fill(room, TALKS)
    async with reading(room) as reader:
        await opened(reader, room, TALKS)
        await reader.press("/")
        await reader.type("marmalade")
        assert "not found" in reader.seen()
        await reader.press("enter")
        assert "marmalade" in reader.said
        await reader.press("escape")
        assert reader.screen.article.hits is None


async def test_earlier_finds_come_back_with_the_arrow_key(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await opened(reader, room, PIERS)
        await reader.press("/")
        await reader.type("lamp")
        await reader.press("enter", "/", "up")
        assert reader.screen.prompt.line.value == "lamp"


async def test_slash_in_the_list_searches_the_library_and_enter_opens_at_the_hit(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("envoy")
        assert reader.screen.list.total == 1
        assert "“envoy”" in reader.seen()
        await reader.press("enter", "enter")
        assert reader.screen.reading is not None
        assert reader.screen.reading.article.title == TALKS.title
        assert reader.screen.article.hits is not None
        assert reader.screen.article.place is not None and reader.screen.article.place.index == 1


async def test_escape_in_the_search_brings_the_whole_list_back(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("envoy")
        await reader.press("escape")
        assert reader.screen.list.total == 2
        await reader.press("/")
        await reader.type("envoy")
        await reader.press("enter", "escape")
        assert reader.screen.list.total == 2


async def test_escape_takes_back_one_step_of_narrowing_after_the_other(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("r", "g", "u", "&")
        await reader.type("envoy")
        await reader.press("enter", "/")
        await reader.type("pier")
        await reader.press("enter")
        steps = [narrowed(reader)]
        for _ in range(3):
            await reader.press("escape")
            steps.append(narrowed(reader))
        assert steps == [
            ("pier", View(state="unread", query="envoy"), 1),
            ("", View(state="unread", query="envoy"), 0),
            ("", View(state="unread"), 1),
            ("", View(), 2),
        ]
        assert not reader.screen.searching.narrowed


def narrowed(reader: Reader) -> tuple[str, View, int]:
    """What the list was searched for, what it shows, and how much that is."""
    return reader.screen.searching.searched, reader.screen.view, reader.screen.list.total


async def test_a_filter_over_a_search_gives_way_to_it_again(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("envoy")
        await reader.press("enter", "g", "s")
        assert narrowed(reader) == ("", View(state="starred"), 0)
        assert reader.said == "Nothing here. Esc goes back a step."
        await reader.press("escape")
        assert narrowed(reader) == ("envoy", View(), 1)
        await reader.press("g", "s", "g", "s")
        assert narrowed(reader) == ("envoy", View(), 1), "switched on and off, it is as it was"
        await reader.press("escape")
        assert narrowed(reader) == ("", View(), 2) and not reader.screen.searching.narrowed


async def test_a_filter_that_cannot_be_read_leaves_the_one_before(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("&")
        await reader.type("envoy")
        await reader.press("enter", "&")
        await reader.type("is:foo")
        await reader.press("enter")
        assert len(reader.said.splitlines()) == 2 and reader.screen.view.query == "envoy"


async def test_the_list_shows_unread_only_and_all_again(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("r")
        await reader.press("g", "u")
        assert reader.screen.list.total == 1
        await reader.press("g", "u")
        assert reader.screen.list.total == 2


async def test_tab_asks_for_whole_words_and_then_for_an_expression(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await opened(reader, room, PIERS)
        await reader.press("/")
        await reader.type("pier")
        assert "1/31" in reader.seen()
        await reader.press("tab")
        assert "Find whole words" in reader.seen() and "1/30" in reader.seen()
        await reader.press("tab")
        assert "Find an expression" in reader.seen()
        await reader.type(" 1[0-4]")
        assert "1/5" in reader.seen()


async def test_an_expression_that_is_not_whole_yet_is_told_and_loses_nothing(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await opened(reader, room, PIERS)
        await reader.press("/", "tab", "tab")
        await reader.type("pier [")
        assert reader.screen.article.hits is None
        assert reader.screen.prompt.told not in ("", "not found")
        await reader.type("12]")
        assert "1/22" in reader.seen()


async def test_capitals_count_when_asked_for(room: Newsroom) -> None:
    fill(room, an_article("Lamps and a lamp. The Lamp is out.", title="Light"))
    async with reading(room) as reader:
        await reader.press("enter", "/")
        await reader.type("Lamp")
        assert "1/3" in reader.seen()
        await reader.press("ctrl+t")
        assert "1/2" in reader.seen()


async def test_a_find_goes_on_to_the_next_article_and_n_begins_at_the_cursor(room: Newsroom) -> None:
    fill(room, PIERS, TALKS, an_article("Nobody came. Nobody called.", title="A quiet night"))
    async with reading(room) as reader:
        await reader.press("G", "enter", "/")
        await reader.type("nobody")
        await reader.press("enter")
        first = reader.screen.reading
        await reader.press("K")
        assert reader.screen.reading is not None and reader.screen.reading != first
        while reader.screen.article.hits is None:
            await reader.press("K")
        assert "nobody: " in reader.said and "here" in reader.said
        await reader.press("n")
        assert "1/" in reader.said


async def test_the_scroll_bar_shows_where_hits_and_passages_are(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await opened(reader, room, PIERS)
        bar = [reader.screen.article.bar(row)[1] for row in range(reader.screen.article.room)]
        assert "bar" in bar and "bar-hit" not in bar
        await reader.press("G", "m", "/")
        await reader.type("pier 21")
        rows = {
            name: [row for row in range(reader.screen.article.room) if reader.screen.article.bar(row)[1] == name]
            for name in ("bar-hit", "bar-passage")
        }
        assert len(rows["bar-hit"]) == 1 and len(rows["bar-passage"]) >= 1
        assert rows["bar-hit"][0] < rows["bar-passage"][0]


async def test_without_earlier_finds_the_arrows_leave_what_is_typed(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await reader.press("enter", "/")
        await reader.type("lamp")
        await reader.press("up", "down")
        assert reader.screen.prompt.line.value == "lamp"


async def test_nothing_to_find_ends_the_find(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        await reader.press("enter", "/", "enter")
        assert reader.screen.article.hits is None and "found" not in reader.screen.contexts
        await reader.press("/", "up")
        assert reader.screen.prompt.line.value == "", "it is no earlier find either"


async def test_what_stands_in_the_sidebar_alone_is_told_whenever_the_next_hit_is_asked_for(room: Newsroom) -> None:
    fill(room, replace(PIERS, related=(Related("Read also", "The tram at forty", None),)))
    async with reading(room) as reader:
        await reader.press("enter", "/")
        await reader.type("tram")
        assert "not in the text, 1 in the sidebar" in reader.seen()
        await reader.press("enter")
        start = reader.screen.article.place
        for key in ("n", "N"):
            await reader.press(key)
            assert reader.said == "“tram” is not in this article, but in the sidebar."
            assert reader.screen.article.place == start


async def test_a_search_is_gone_on_with_and_ended_by_erasing_it(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("talks")
        assert reader.screen.list.total == 1
        await reader.press("enter", "/")
        assert reader.screen.prompt.line.value == "talks" and reader.screen.list.total == 1
        await reader.press(*["backspace"] * 5)
        assert reader.screen.list.total == 2, "the list shows all again while nothing is typed"
        await reader.press("enter")
        assert reader.screen.list.total == 2 and not reader.screen.searching.narrowed


async def test_a_search_that_cannot_be_read_yet_is_told_beside_it(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("after:noday")
        assert "noday" in reader.screen.prompt.told and not reader.screen.status.failed
        await reader.press("escape")
        assert reader.screen.list.total == 2


async def test_an_answer_that_comes_after_the_search_was_left_is_not_shown(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        reader.screen.on_library_searched(LibrarySearched("talks", room.search("talks")))
        await reader.settle()
        assert reader.screen.list.total == 2 and not reader.screen.searching.narrowed


async def test_an_answer_that_comes_late_does_not_replace_the_search_that_esc_brought_back(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("zelenskiy")
        await reader.press("enter", "/")
        await reader.type("pier")
        await reader.press("escape")
        reader.screen.on_library_searched(LibrarySearched("pier", room.search("pier")))
        await reader.settle()
        assert reader.screen.searching.searched == "zelenskiy"


async def test_what_is_done_to_what_was_found_is_shown_and_counted(room: Newsroom) -> None:
    fill(room, PIERS, TALKS, an_article("The lamp of an envoy.", title="Lamp"))
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("envoy")
        await reader.press("enter")
        assert " “envoy”  2 unread of 2" in reader.seen()
        await reader.press("r", "s")
        entry = reader.screen.list.entry
        assert " “envoy”  1 unread of 2" in reader.seen() and entry is not None and entry.read and entry.starred
        await reader.press("D")
        assert " “envoy”  1 unread of 1" in reader.seen() and reader.screen.list.total == 1
        await reader.press("u", "u", "u")
        assert " “envoy”  2 unread of 2" in reader.seen()


async def test_an_entry_that_only_a_passage_s_tag_fits_is_opened_at_that_passage(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    ids = {it.title: it.id for it in room.every(View())}
    made = room.mark_passage(ids[PIERS.title], [Place("block", 20, 0, 25)])
    room.change_passage(made.id, tags=("harbor",))
    room.keep_position(ids[PIERS.title], Place("block", 3, 0, 4))
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("#harbor")
        await reader.press("enter", "enter")
        here = reader.screen.article.place
        assert here is not None and here.index == 20


async def test_each_order_is_shown_in_turn_and_named(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        orders = []
        for _ in range(6):
            reader.screen.run_command("sort")
            orders.append(reader.screen.view.order)
            assert reader.said == f"Sorted by: {orders[-1]}."
        assert orders == ["oldest", "unread", "source", "title", "longest", "newest"]
        reader.screen.run_command("sort")
        reader.screen.run_command("group")
        assert (reader.screen.view.group, reader.screen.view.order) == ("source", "source")
        assert reader.said == "Grouped by: source."


async def test_entries_that_are_shown_under_a_name_give_way_to_the_list_with_its_cursor(room: Newsroom) -> None:
    fill(room, PIERS, TALKS, an_article("The lamp.", title="Lamp"))
    async with reading(room) as reader:
        screen = reader.screen
        every = list(room.every(View()))
        await reader.press("j")
        screen.searching.show_only("Picked out", every[2:])
        await reader.settle()
        assert " Picked out  1 unread of 1" in reader.seen() and reader.said == "1 entry. Esc goes back."
        screen.searching.show_only("Others", every[:2])
        assert screen.list.total == 2 and reader.said == "2 entries. Esc goes back."
        await reader.press("escape")
        assert screen.list.total == 3 and screen.list.entry == every[1], "where the cursor was"


async def test_a_filter_that_nothing_fits_says_so_and_esc_shows_all(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("&")
        await reader.type("zeppelin")
        await reader.press("enter")
        assert reader.said == "No entry fits “zeppelin”. Esc shows all again." and reader.screen.list.total == 0
        await reader.press("escape")
        assert reader.screen.list.total == 2


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("talks hours", "1/4"),
        ('"the talks lasted" cafe', "1/2"),
        ("title:hours from:Courier", "1/2"),
        ("zelensky", "1/2, also Zelenskiy"),
        ("from:Courier -tram", ""),
    ],
)
async def test_all_that_the_library_was_searched_for_is_lit_in_an_article_opened_from_there(
    room: Newsroom, query: str, said: str
) -> None:
    fill(room, TALKS)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type(query)
        await reader.press("enter", "enter")
        assert reader.said == (f"{query}: {said}" if said else "")
        if said == "1/4":
            await reader.press("n", "n")
            assert reader.said == "talks hours: 3/4"


async def test_names_above_and_corrections_below_are_found_and_lit_but_not_marked(room: Newsroom) -> None:
    told = replace(PIERS, byline=("Ines Moreau",), notes=(Note("correction", "Of 3 May: Moreau counted the lamps."),))
    fill(room, told)
    async with reading(room) as reader:
        await opened(reader, room, told)
        await reader.press("/")
        await reader.type("moreau")
        assert "1/2" in reader.seen()
        await reader.press("enter")
        article = reader.screen.article
        lit = [text.text for text in article.line(article.cursor) if "hit-current" in text.names]
        assert lit == ["Moreau"]
        await reader.press("n")
        assert "2/2" in reader.said and article.cursor == article.count() - 3
        first, last = (row for row in range(article.room) if article.bar(row)[1] == "bar-hit")
        assert first == 0 and last >= article.room - 3
        await reader.press("m")
        assert not reader.screen.article.passages
        assert "no sentence" in reader.said


async def test_a_find_of_nothing_goes_nowhere_until_it_is_ended(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("enter", "/")
        await reader.type("qqqq")
        await reader.press("enter")
        opened = reader.screen.reading
        for key in ("n", "N", "n"):
            await reader.press(key)
            assert reader.said == "“qqqq” is not in this article; g/ searches all."
        assert reader.screen.reading is opened
        await reader.press("escape", "n")
        assert reader.screen.reading is not opened


async def test_what_is_typed_takes_the_place_of_the_last_search_and_esc_brings_that_back(room: Newsroom) -> None:
    fill(room, PIERS, TALKS)
    async with reading(room) as reader:
        await reader.press("/")
        await reader.type("zelenskiy")
        await reader.press("enter", "/")
        await reader.type("pier")
        assert reader.screen.prompt.line.value == "pier" and reader.screen.searching.searched == "pier"
        await reader.press("escape")
        assert reader.screen.searching.searched == "zelenskiy" and reader.screen.list.total == 1
        await reader.press("/", "end")
        await reader.type(" train")
        assert reader.screen.prompt.line.value == "zelenskiy train"


async def test_at_a_picture_s_credit_that_was_found_its_caption_is_bookmarked(room: Newsroom) -> None:
    picture = Block("image", caption="The lamp of pier one.", credit="Ines Moreau")
    fill(room, replace(PIERS, blocks=(picture, *PIERS.blocks)))
    async with reading(room) as reader:
        await reader.press("enter", "/")
        await reader.type("moreau")
        await reader.press("enter", "m")
        assert [it.quote for it in room.passages()] == ["The lamp of pier one."]


async def test_what_was_found_is_found_again_when_the_article_comes_anew(room: Newsroom) -> None:
    fill(room, TALKS)
    async with reading(room) as reader:
        await opened(reader, room, TALKS)
        await reader.press("/")
        await reader.type("station")
        fill(room, replace(TALKS, blocks=(*TALKS.blocks, Block("paragraph", "The station is old."))))
        reader.screen.going.reopen()
        await reader.settle()
        assert "1/2" in reader.seen(), "while it is being typed"
        await reader.press("enter")
        fill(room, replace(TALKS, blocks=(*TALKS.blocks, *(Block("paragraph", "A station.") for _ in range(2)))))
        reader.screen.acting.renew()
        await reader.settle()
        await reader.press("n")
        assert reader.screen.reading is not None and reader.screen.reading.article.title == TALKS.title
        assert "/3" in reader.said
        await reader.press("escape")
        reader.screen.going.reopen()
        assert reader.screen.article.hits is None, "what is no longer looked for is not"
