"""The sidebar: what an article says, what belongs to it, and the way from there to the text and back."""

from __future__ import annotations

from reader.model import Article, Block, PublisherSummary, Related, Removed
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
        await reader.press("enter", "tab", "G", "k", "k", "enter")
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
