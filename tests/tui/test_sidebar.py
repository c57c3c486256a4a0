"""The sidebar: what an article says, what belongs to it, and the way from there to the text and back."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Article, Block, PublisherSummary, Related, Removed, View
from reader.newsroom import Newsroom
from tests.builders import NOON, paragraph
from tests.tui.conftest import Reader, fill, reading

TEXTS = [
    "The council of Port Ellery voted on Tuesday to close the old ferry pier. Nine members were for it.",
    "The pier was built in 1911 and has carried no passenger since the bridge was opened. It costs 40,000 a year.",
    "Ines Moreau, who led the campaign to keep it, said the vote had come too early. She will go to court.",
    "A museum in the next town has offered to take the clock. The clock has stopped at ten past four.",
    "The work is to begin in March, when the herring has gone. Two streets will be closed for a month.",
]
ARTICLE = Article(
    "Port Ellery closes its pier",
    (
        *map(paragraph, TEXTS[:3]),
        Block("heading", "The clock", level=2),
        *(
            paragraph(f"{text} It is told here again for the sake of length, number {n}.")
            for n, text in enumerate(TEXTS * 6)
        ),
    ),
    published=NOON,
    language="en",
    publisher_summary=PublisherSummary("Quick look", None, True, True),
    related=(Related("Read also", "The bridge at forty", None),),
    removed=(Removed("Sign up for our letter", "newsletter"),),
)


def shown(reader: Reader) -> tuple[bool, bool]:
    """Whether list and sidebar are in sight."""
    return reader.screen.list.display, reader.screen.sidebar.display


async def test_points_outline_related_and_what_was_left_out_are_shown(room: Newsroom) -> None:
    fill(room, ARTICLE)
    async with reading(room) as reader:
        await reader.press("enter")
        seen = reader.seen()
        for said in ("Quick look", "Outline", "The clock", "Read also", "The bridge at forty", "newsletter 1"):
            assert said in seen
        reading_now = reader.screen.reading
        assert reading_now is not None and reading_now.summaries is not None
        assert reading_now.summaries[0].label == "Quick look" and not reading_now.summaries[0].points
        assert any(it.origin == "chosen" and it.points for it in reading_now.summaries)


async def test_of_a_summary_that_is_only_promised_it_is_said_who_made_it(room: Newsroom) -> None:
    fill(room, ARTICLE)
    async with reading(room) as reader:
        await reader.press("enter")
        pane = reader.screen.sidebar
        told = " ".join("".join(it.text for it in pane.line(n)).strip() for n in range(pane.count()))
        assert "does not carry it. The publisher says: made by a machine, reviewed by an editor." in told


async def test_a_digit_goes_to_the_point_and_back(room: Newsroom) -> None:
    fill(room, ARTICLE)
    async with reading(room) as reader:
        await reader.press("enter")
        start = reader.screen.article.place
        await reader.press("tab")
        assert reader.screen.pane.id == "sidebar"
        await reader.press("3")
        there = reader.screen.sidebar.target
        assert there is not None and there.place is not None
        assert reader.screen.article.shows(there.place)
        await reader.press("3")
        assert reader.screen.article.place == start


async def test_enter_on_a_row_goes_there_and_the_sentence_is_lit_until_one_moves_on(room: Newsroom) -> None:
    fill(room, ARTICLE)
    async with reading(room) as reader:
        await reader.press("enter")
        await reader.press("tab", "j", "j", "j", "enter")
        assert reader.screen.pane.id == "article"
        assert reader.screen.article.place is not None and reader.screen.article.place.index == 3
        await reader.press("ctrl+o")
        assert reader.screen.article.place is not None and reader.screen.article.place.part == "title"


async def test_plus_and_minus_change_how_many_sentences_are_chosen(room: Newsroom) -> None:
    fill(room, ARTICLE)
    async with reading(room) as reader:

        def points() -> int:
            now = reader.screen.reading
            assert now is not None and now.summaries is not None
            return len(next(it for it in now.summaries if it.origin == "chosen").points)

        await reader.press("enter")
        before = points()
        await reader.press("-")
        assert points() == before - 1
        await reader.press("+", "+")
        assert points() == before + 1


async def test_what_was_left_out_can_be_looked_at(room: Newsroom) -> None:
    fill(room, ARTICLE)
    async with reading(room) as reader:
        await reader.press("enter", "x")
        assert "Sign up for our letter" in reader.seen() and "newsletter" in reader.seen()
        await reader.press("q")
        assert "Port Ellery closes its pier" in reader.seen()


async def test_where_there_is_no_room_the_sidebar_takes_the_place_of_the_list(room: Newsroom) -> None:
    fill(room, ARTICLE)
    async with reading(room, (100, 30)) as reader:
        await reader.press("enter")
        assert shown(reader) == (True, False)
        await reader.press("i")
        assert shown(reader) == (False, True)
        await reader.press("i")
        assert shown(reader) == (True, False)


TOLD = Article(
    "Harwell votes on its dam",
    tuple(
        map(
            paragraph,
            (
                "The council of Harwell voted to tear down the Kestrel Dam. Repairs would cost 18 million pounds.",
                "“We are losing our water,” said Tom Ashby, who farms in Harwell. He has 40 cows.",
                "Ellen Korte met Anna Hart there. “We will all be sorry for it one day,” she said.",
                "It cost £3 million in 1931, £4 million in 1962 and £9 million in 1999, or 12 percent of all taxes.",
            ),
        )
    ),
    published=NOON,
    language="en",
    publisher_summary=PublisherSummary(
        "Quick look", "The council of Harwell voted to tear down the dam. Nobody saw 77 wolves."
    ),
)


async def to_row(reader: Reader, kind: str, nth: int = 0) -> None:
    """Put the cursor of the sidebar on the nth row of a kind."""
    rows = [n for n, it in enumerate(reader.screen.sidebar._targets) if it.kind == kind]
    await reader.press("g", "g", *["j"] * rows[nth])


async def test_who_says_what_figures_and_names_lead_to_their_places(room: Newsroom) -> None:
    fill(room, TOLD)
    async with reading(room, (140, 60)) as reader:
        await reader.press("enter", "tab")
        seen = reader.seen()
        for said in ("Who says what", "Tom Ashby", "unsure", "Numbers and dates", "18 million", "People and places"):
            assert said in seen
        assert "not found in the text; nowhere" in seen
        for kind, word in (("said", "“We are losing our water,”"), ("figure", "18 million pounds")):
            await to_row(reader, kind)
            there = reader.screen.sidebar.target
            assert there is not None and there.place is not None
            assert TOLD.blocks[there.place.index].text[there.place.start : there.place.end] == word
            await reader.press("enter")
            assert reader.screen.pane.id == "article" and reader.screen.article.shows(there.place)
            await reader.press("ctrl+o", "tab")
            assert reader.screen.article.place is not None and reader.screen.article.place.part == "title"


async def test_a_section_unfolds_and_folds(room: Newsroom) -> None:
    fill(room, TOLD)
    async with reading(room, (140, 60)) as reader:
        await reader.press("enter", "tab")
        rows = [it.kind for it in reader.screen.sidebar._targets].count("figure")
        await to_row(reader, "fold")
        assert "fewer" not in reader.seen()
        await reader.press("enter")
        assert [it.kind for it in reader.screen.sidebar._targets].count("figure") > rows
        assert "fewer" in reader.seen()
        await to_row(reader, "fold")
        await reader.press("enter")
        assert [it.kind for it in reader.screen.sidebar._targets].count("figure") == rows
        assert reader.screen.sidebar.target is not None and reader.screen.sidebar.target.kind == "fold"


async def test_a_name_starts_a_search(room: Newsroom) -> None:
    fill(room, TOLD, ARTICLE)
    async with reading(room) as reader:
        await reader.press("end", "enter", "tab")
        shown_now = reader.screen.reading
        if shown_now is not None and shown_now.article.title != TOLD.title:
            await reader.press("escape", "escape", "home", "enter", "tab")
        names = [it.words for it in reader.screen.sidebar._targets if it.kind == "name"]
        await to_row(reader, "name", names.index("Tom Ashby"))
        await reader.press("enter")
        assert reader.screen.prompt.line.value == '"Tom Ashby"'
        await reader.press("enter")
        assert reader.screen.list.total == 1
        assert reader.screen.list.entry is not None and reader.screen.list.entry.title == TOLD.title


async def test_what_is_kept_is_shown_with_the_first_paint(room: Newsroom) -> None:
    fill(room, TOLD)
    entry_id = room.entries(View(), 0, 1)[0].id
    room.summarize(entry_id)
    room.glance(entry_id)
    async with reading(room) as reader:
        await reader.pilot.press("enter")
        now = reader.screen.reading
        assert now is not None and now.summaries is not None and now.glance is not None
        assert not reader.screen.jobs.busy or "Being made" not in reader.seen()


async def test_the_list_shows_the_first_chosen_sentence(room: Newsroom) -> None:
    fill(room, TOLD)
    async with reading(room, (70, 30)) as reader:
        await reader.press("enter", "escape")
        reader.screen.reload()
        await reader.settle()
        entry = reader.screen.list.entry
        now = reader.screen.reading
        assert entry is not None and now is not None and now.summaries is not None
        assert entry.preview == now.summaries[-1].points[0].text[:140]


async def test_the_point_is_lit_with_the_key_that_went_there(room: Newsroom) -> None:
    fill(room, ARTICLE)
    async with reading(room) as reader:
        await reader.press("enter")
        sidebar, before = reader.screen.sidebar, reader.screen.sidebar.here
        reader.screen.run_command("bottom")  # no message is waited for
        assert sidebar.here is not None and sidebar.here != before


async def test_a_click_on_a_row_goes_there_and_one_on_a_head_does_not(room: Newsroom) -> None:
    fill(room, ARTICLE)
    async with reading(room) as reader:
        await reader.press("enter")
        pane = reader.screen.sidebar
        start = reader.screen.article.place
        rows = reader.seen().splitlines()
        for text, goes in (("Outline", False), ("The clock", True)):
            y = max(number for number, row in enumerate(rows) if text in row[pane.region.x :])
            await reader.pilot.click(offset=(pane.region.x + 3, y))
            await reader.settle()
            assert (reader.screen.article.place != start) is goes, text
        assert reader.screen.article.place is not None and reader.screen.article.place.index == 3
        await reader.pilot.click(pane, offset=(3, 0))
        await reader.settle()
        assert reader.screen.article.place.index == 3, "a click on the title goes nowhere"


async def test_enter_on_what_was_left_out_shows_it_and_on_a_story_opens_the_browser(
    room: Newsroom, browsed: list[str]
) -> None:
    stories = (
        Related("Read also", "The bridge at forty", None),
        Related("Read also", "Ten years", "https://c.example/10"),
    )
    fill(room, replace(ARTICLE, related=stories))
    async with reading(room) as reader:
        await reader.press("enter")
        await reader.press("tab", "G", "enter")
        assert "Sign up for our letter" in reader.seen()
        await reader.press("q")
        for number, said in ((0, "without an address"), (1, "Opening https://c.example/10")):
            rows = [n for n, it in enumerate(reader.screen.sidebar._targets) if it.kind == "related"]
            reader.screen.sidebar.go(rows[number])
            await reader.press("enter")
            assert said in reader.said
        assert browsed == ["https://c.example/10"]


async def test_where_nothing_is_told_of_an_article_no_key_of_the_sidebar_goes_anywhere(room: Newsroom) -> None:
    fill(room, Article("Untold", (), published=NOON))
    async with reading(room) as reader:
        await reader.press("enter")
        await reader.press("tab")
        for key in ("j", "G", "enter", "1", "k"):
            await reader.press(key)
            assert reader.screen.pane.id == "sidebar" and reader.screen.sidebar.cursor <= 0, key
        assert reader.screen.reading is not None and reader.screen.reading.article.title == "Untold"


async def test_a_digit_shows_its_sentence_where_one_pane_covers_all_and_leads_back_from_there(room: Newsroom) -> None:
    fill(room, ARTICLE)
    async with reading(room, (60, 20)) as reader:
        await reader.press("enter", "i", "3")
        article = reader.screen.article
        assert reader.screen.pane is article and article.display and article.place is not None
        there = article.place
        assert there.index > 0
        await reader.press("i", "3")
        assert reader.screen.pane is article and article.place is not None and article.place != there
        await reader.press("i", "9")
        assert reader.screen.pane.id == "sidebar" and "no point 9" in reader.said
    async with reading(room) as reader:
        await reader.press("enter", "tab", "3")
        assert reader.screen.pane.id == "sidebar", "where both are in sight the sidebar keeps the keys"
