"""A picture is fetched when it is asked for and not before, and shown on a page of its own."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from reader.model import Block, Place
from reader.newsroom import Newsroom
from reader.tui.picturing import nearest
from reader.tui.views.picture import PictureScreen
from tests.builders import an_article
from tests.fakes import Server
from tests.test_pictures import BLUE, a_file
from tests.tui.conftest import Reader, fill, reading

HALF = "▀"


def image(address: str | None, caption: str = "The harbor at night") -> Block:
    return Block("image", "", caption=caption, credit="Ada Lund", address=address)


def fill_with(room: Newsroom, page: str, *blocks: Block) -> None:
    article = an_article("The ferry came late.", "Nobody minded.", title="Late", url=page)
    first, *rest = article.blocks
    fill(room, replace(article, blocks=(first, *blocks, *rest)))


def colors(reader: Reader) -> set[tuple[int, int, int]]:
    strips = reader.app.screen._compositor.render_strips()
    styles = [it.style for strip in strips for it in strip if HALF in it.text and it.style is not None]
    return {it.color.triplet for it in styles if it.color is not None and it.color.triplet is not None}


async def test_a_picture_is_asked_for_by_key_and_shown_with_its_caption(room: Newsroom) -> None:
    with Server() as server:
        address = server.page("/harbor.png", a_file(60, 30, BLUE), "image/png")
        fill_with(room, server.url("/late"), image(address))
        async with reading(room, (100, 30)) as reader:
            await reader.press("enter")
            assert server.paths() == []
            await reader.press("g", "p")
            assert isinstance(reader.app.screen, PictureScreen) and server.paths() == ["/harbor.png"]
            assert "The harbor at night Ada Lund" in reader.seen() and address in reader.seen()
            assert colors(reader) == {BLUE}
            wide = reader.seen().count(HALF)
            await reader.pilot.resize_terminal(40, 12)
            await reader.settle()
            assert 0 < reader.seen().count(HALF) < wide
            await reader.press("q")
            assert reader.app.screen_stack == [reader.screen] and reader.screen.pane is reader.screen.article


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [("404 Not Found", b"", "is not there"), ("200 OK", b"<html>no picture</html>", "no picture")],
)
async def test_what_is_no_picture_is_explained(status: str, body: bytes, said: str, room: Newsroom) -> None:
    with Server() as server:
        fill_with(room, server.url("/late"), image(server.answer("/harbor.png", status, body)))
        async with reading(room) as reader:
            await reader.press("enter", "g", "p")
            assert reader.app.screen is reader.screen
            assert said in reader.said and len(reader.said.splitlines()) == 2


async def test_a_page_cannot_lead_to_a_picture_in_ones_own_network(room: Newsroom) -> None:
    with Server() as server:
        fill_with(room, "https://courier.example/late", image(server.page("/router.png", a_file(2, 2), "image/png")))
        async with reading(room) as reader:
            await reader.press("enter", "g", "p")
            assert server.paths() == [] and len(reader.said.splitlines()) == 2


async def test_an_article_without_pictures_says_so(room: Newsroom) -> None:
    fill_with(room, "https://courier.example/late", image(None), image("file:///etc/passwd"))
    async with reading(room) as reader:
        await reader.press("enter", "g", "p")
        assert "no picture with an address" in reader.said


async def test_without_pillow_nothing_is_asked_for(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "reader.pictures", raising=False)
    monkeypatch.delattr("reader.pictures", raising=False)
    picture = a_file(2, 2)
    monkeypatch.setitem(sys.modules, "PIL", None)
    with Server() as server:
        fill_with(room, server.url("/late"), image(server.page("/harbor.png", picture, "image/png")))
        async with reading(room) as reader:
            await reader.press("enter", "g", "p")
            assert "newsreader-tui[pictures]" in reader.said and server.paths() == []


async def test_without_color_a_picture_has_none(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with Server() as server:
        fill_with(room, server.url("/late"), image(server.page("/harbor.png", a_file(8, 8, BLUE), "image/png")))
        async with reading(room) as reader:
            await reader.press("enter", "g", "p")
            assert all(red == green == blue for red, green, blue in colors(reader))


def test_the_nearest_picture_is_meant() -> None:
    text, one, two = Block("paragraph", "x"), image("https://a.example/1"), image("https://a.example/2")
    blocks = (one, text, text, text, two)
    for index, wanted in ((0, one), (1, one), (2, one), (3, two), (4, two)):
        assert nearest(blocks, Place("block", index, 0, 1)) is wanted
    assert nearest(blocks, None) is one and nearest((text,), None) is None
