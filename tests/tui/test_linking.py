"""Links by letter: picked, shown with their address, opened here or in the browser."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Article, Block, Line, Piece, Place, Span
from reader.newsroom import Newsroom
from reader.tui.link_hints import Link, links_in, with_hints
from reader.tui.painting import Stretch
from tests.builders import an_article
from tests.tui.conftest import fill, reading


def linked(*addresses: str, title: str = "With links") -> Article:
    """An article of a paragraph for each address, whose third word leads there."""
    blocks = tuple(
        Block("paragraph", "Read all about it here.", spans=(Span(9, 14, "link", address),)) for address in addresses
    )
    return replace(an_article("x", title=title), blocks=blocks)


async def test_a_letter_picks_a_link_and_its_address_is_shown_before_it_is_opened(
    room: Newsroom, browsed: list[str]
) -> None:
    fill(room, linked("https://one.example/a", "https://two.example/b"))
    async with reading(room) as reader:
        await reader.press("enter", ";")
        assert set(reader.screen.article.links) == {"a", "b"}
        await reader.press("b")
        assert reader.said == "https://two.example/b  Enter opens, y copies, Esc leaves." and not browsed
        assert not reader.screen.article.links
        await reader.press("enter")
        assert browsed == ["https://two.example/b"]


async def test_a_page_that_the_library_has_is_read_here_and_one_comes_back(room: Newsroom) -> None:
    other = replace(an_article("The other page.", title="Other"), url="https://one.example/other")
    fill(room, other, linked("https://one.example/other"))
    async with reading(room) as reader:
        await reader.press("n")
        while reader.screen.reading is None or reader.screen.reading.article.title != "With links":
            await reader.press("J" if reader.screen.list.cursor == 0 else "K")
        await reader.press(";", "a", "enter")
        assert reader.screen.reading is not None and reader.screen.reading.article.title == "Other"
        await reader.press("ctrl+o")
        assert reader.screen.reading.article.title == "With links"


async def test_escape_and_other_keys_leave_the_links(room: Newsroom) -> None:
    fill(room, linked("https://one.example/a"))
    async with reading(room) as reader:
        await reader.press("enter", ";", "escape")
        assert not reader.screen.article.links and reader.screen.reading is not None
        await reader.press(";", "a", "escape")
        assert reader.screen.contexts[0] == "article"
        assert "letter" not in reader.said
        await reader.press(";", "z")
        assert not reader.screen.article.links and reader.said == "No link has the letter z."


async def test_an_article_without_links_says_so(room: Newsroom) -> None:
    fill(room, an_article("No link at all."))
    async with reading(room) as reader:
        await reader.press("enter", ";")
        assert reader.said == "There is no link in sight."


def a_line(text: str, *pieces: Piece) -> Line:
    return Line(text, "paragraph", pieces)


def test_a_link_over_two_lines_gets_one_letter() -> None:
    first = a_line("go on", Piece(3, 5, ("link",), Place("block", 0, 3, 5), "https://a.example"))
    second = a_line("and on", Piece(0, 6, ("link",), Place("block", 0, 6, 12), "https://a.example"))
    assert links_in([(4, first), (5, second)]) == {"a": Link("https://a.example", 4, 3)}


def test_more_links_than_letters_get_two_each() -> None:
    line = a_line("x", *(Piece(k, k + 1, (), Place("block", k, 0, 1), f"https://{k}.example") for k in range(30)))
    assert sorted(links_in([(0, line)]))[:3] == ["aa", "ab", "ac"]


def test_the_letter_covers_as_many_graphemes_and_the_line_keeps_its_length() -> None:
    shown = with_hints([Stretch("Read ", ()), Stretch("here", ("link",))], 2, {"ab": Link("", 2, 5)})
    assert [(it.text, "hint" in it.names) for it in shown] == [("Read ", False), ("ab", True), ("re", False)]
    assert with_hints([Stretch("here", ())], 3, {"a": Link("", 2, 0)}) == [Stretch("here", ())]


async def test_of_many_links_the_first_letter_waits_for_the_second(room: Newsroom) -> None:
    words = [f"word{number}" for number in range(30)]
    text = " ".join(words)
    spans = tuple(Span(text.index(word), text.index(word) + 5, "link", f"https://{word}.example/") for word in words)
    fill(room, replace(an_article("x"), blocks=(Block("paragraph", text, spans=spans),)))
    async with reading(room) as reader:
        await reader.press("enter", ";", "a")
        assert len(reader.screen.article.links) == 30 and "word" not in reader.said
        await reader.press("c")
        assert reader.said.startswith("https://word2.example/  Enter opens") and not reader.screen.article.links
        await reader.press("escape", ";", "b", "z")
        assert not reader.screen.article.links and reader.screen.contexts[0] == "article", "bz is no link"
        assert reader.said == "No link has the letters bz."


async def test_the_address_of_a_picked_link_is_copied(room: Newsroom) -> None:
    fill(room, linked("https://one.example/a"))
    async with reading(room) as reader:
        await reader.press("enter", ";", "a", "y")
        assert reader.app.clipboard == "https://one.example/a"
        await reader.press("y")
        assert "With links" in reader.app.clipboard, "the link is picked no more: y copies the title"
