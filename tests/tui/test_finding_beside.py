"""A find lights what stands beside the text too: headline, captions, and the sidebar with its notes."""

from __future__ import annotations

from reader.model import Article, Block, PublisherSummary, Related
from reader.newsroom import Newsroom
from tests.builders import NOON, paragraph, place
from tests.tui.conftest import Reader, fill, reading

LANTERNS = Article(
    "The lantern on the mole",
    (
        paragraph("Somebody lights it each evening, and nobody knows who. The harbor office has asked for two years."),
        Block("image", "", caption="The lantern in May", credit="Ines Moreau"),
        paragraph("A lantern of that kind burns for nine hours. The council will talk about it again."),
    ),
    standfirst="One lantern too many, says the council.",
    published=NOON,
    language="en",
    publisher_summary=PublisherSummary("In short", "• The lantern burns, and the council minds very much indeed."),
    related=(Related("See also", "Lanterns of the north"),),
)


def lit(reader: Reader) -> list[str]:
    """What is lit in the sidebar, row by row."""
    pane = reader.screen.sidebar
    shown = [[it.text for it in pane.line(n) if "hit" in it.names] for n in range(pane.count())]
    return ["".join(row) for row in shown if row]


async def find(reader: Reader, words: str) -> None:
    await reader.press("/")
    await reader.type(words)


async def test_hits_are_in_headline_standfirst_captions_and_counted_in_the_sidebar(room: Newsroom) -> None:
    fill(room, LANTERNS)
    room.mark_passage(1, [place(0, 0, 54)], "ask about the lantern")
    async with reading(room, (160, 45)) as reader:
        await reader.press("enter")
        await find(reader, "lantern")
        hits = reader.screen.article.hits
        assert hits is not None
        assert [it.place.part for it in hits.hits] == ["title", "standfirst", "caption", "block"]
        assert {"lantern", "Lantern"} == set(lit(reader)), lit(reader)
        assert f"1/4, {len(lit(reader))} in the sidebar" in reader.screen.prompt.told
        await reader.press("enter", "n", "n", "n", "n")
        assert "1/4" in reader.said, "n goes through those in the article"
        await reader.press("escape")
        assert not lit(reader)


async def test_a_hit_over_two_rows_is_lit_on_both(room: Newsroom) -> None:
    fill(room, LANTERNS)
    async with reading(room, (160, 45)) as reader:
        await reader.press("enter")
        await find(reader, "and the council minds very much")
        assert "not in the text, 1 in the sidebar" in reader.screen.prompt.told
        rows = lit(reader)
        assert len(rows) == 2 and " ".join(rows) == "and the council minds very much"
        await reader.press("enter")
        assert "is not in this article, but in the sidebar" in reader.said
        assert lit(reader) == rows
        await reader.press("escape")
        assert not lit(reader) and reader.screen.pane.id == "article"


async def test_what_comes_into_the_sidebar_later_is_lit_too(room: Newsroom) -> None:
    fill(room, LANTERNS)
    async with reading(room, (160, 45)) as reader:
        await reader.press("enter")
        await find(reader, "envoy")
        assert reader.screen.prompt.told == "not found"
        await reader.press("escape")
        await find(reader, "office")
        await reader.press("enter", "a")
        await reader.type("which office?")
        await reader.press("enter")
        assert "office" in lit(reader)


async def test_whole_words_and_capitals_count_in_the_sidebar_as_in_the_text(room: Newsroom) -> None:
    fill(room, LANTERNS)
    async with reading(room, (160, 45)) as reader:
        await reader.press("enter")
        await find(reader, "Lantern")
        before = len(lit(reader))
        await reader.press("ctrl+t")
        assert lit(reader) == ["Lantern"] and before > 1
        await reader.press("ctrl+t", "tab")
        assert "Lantern" not in lit(reader) and lit(reader)


async def test_another_article_has_nothing_lit_once_the_find_is_over(room: Newsroom) -> None:
    fill(room, LANTERNS, Article("Lantern works", LANTERNS.blocks, published=NOON, related=LANTERNS.related))
    async with reading(room, (160, 45)) as reader:
        await reader.press("enter")
        await find(reader, "north")
        await reader.press("enter", "J")
        assert lit(reader) == ["north"], "it is carried to the next article"
        await reader.press("h", "k", "enter")
        assert not lit(reader)
