"""What should not be and is: shown plainly or refused, never a crash, a hang or a broken screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.model import Article, Block, Related
from reader.newsroom import Newsroom
from reader.text.clean import clean, one_line
from reader.text.words import width as cells
from tests.builders import NOON, an_article, paragraph, place
from tests.tui.conftest import COURIER, Reader, fill, reading

MARKUP = "[bold]loud[/bold] [@click=app.quit]leave[/] [/] [link=file:///x]y[/link] \\[z] :smile: {curly} %s"
TOWER = "a" + "\u0301\u0316\u0334" * 200 + "b"
BIDI = "one \u202etwo\u202c \u2066three\u2069 \u200f\u200e four\u200b\u2060five\ufeff"
HEBREW = "שלום לכולם " * 30
ODD = {
    "ten thousand": "word " * 2000,
    "one long word": "w" * 10_000,
    "markup": MARKUP,
    "tower": TOWER,
    "towers": f"{TOWER} " * 50,
    "directions": BIDI,
    "right to left": HEBREW,
    "wide": "漢字" * 300,
    "joined": "👩‍👩‍👧‍👦🏳️‍🌈" * 100,
    "nothing": "",
    "spaces": " \u00a0\u3000\u2003 ",
    "one letter": "x",
    "signs": "\u0600\u070f\U000e0001\U000e0041\u115f\u3164" * 20,
}
SIZES = [(40, 12), (8, 4), (140, 40)]


def odd_article(text: str) -> Article:
    """An article that has the text wherever it can stand; it comes in by the gate, as all do."""
    line, text = one_line(text), clean(text)
    blocks: tuple[Block, ...] = (
        paragraph(text),
        Block("heading", text, level=2),
        Block("quote", text, author=line),
        Block("list_item", text, level=9),
        Block("image", "", caption=text, credit=line, address="https://courier.example/x.png"),
        Block("code", text),
        Block("table", "", rows=((text, text), (text, ""))),
    )
    blocks = tuple(it for it in blocks if it.text or it.kind in ("image", "table"))
    return Article(
        line, blocks, standfirst=line, byline=(line,), publisher=line, section=line, published=NOON,
        related=(Related(line, line, "https://courier.example"),),
    )  # fmt: skip


def check(reader: Reader) -> None:
    """Every row is as wide as the screen, and nothing but colors commands the terminal."""
    width, height = reader.app.size
    strips = list(reader.app.screen._compositor.render_strips())[:height]
    for strip in strips:
        assert strip.cell_length == width or not width
        plain = re.sub(r"\x1b\[[0-9;]*m", "", strip.render(reader.app.console))
        assert clean(plain) == plain and "\x1b" not in plain
        assert cells(plain) == strip.cell_length


@pytest.mark.parametrize("name", ODD)
async def test_odd_text_is_drawn_plainly_wherever_it_stands(name: str, room: Newsroom) -> None:
    article = odd_article(ODD[name])
    room.library.shelf.add(article, COURIER, identity="odd", fetched=NOON)
    fill(room, an_article())
    async with reading(room, (140, 40)) as reader:
        check(reader)
        for keys in (("enter",), "}}m", "a", ("escape", "tab"), "G", ("escape", "x"), ("escape", "escape", "'")):
            await reader.press(*keys)
            check(reader)
            for size in SIZES:
                await reader.pilot.resize_terminal(*size)
                await reader.settle()
                check(reader)


async def test_markup_is_text_in_every_prompt_message_and_list(room: Newsroom) -> None:
    fill(room, an_article(f"{MARKUP} is what it says.", title=MARKUP))
    room.mark_passage(1, [place(0, 0, len(MARKUP))], MARKUP)
    room.tag([1], [MARKUP.replace(" ", "")])
    async with reading(room, (160, 40)) as reader:
        assert "[bold]loud[/bold]" in reader.seen()
        for keys in (("enter", "a"), ("escape", "t"), ("escape", "escape", "'"), ("escape", "w"), ("escape", "/", *"[bold]"),
                     ("enter",), (":", *"save sear".replace(" ", "")), ("escape",)):  # fmt: skip
            await reader.press(*keys)
            check(reader)
            assert reader.app.is_running


async def test_a_search_in_markup_is_named_as_it_was_typed(room: Newsroom) -> None:
    fill(room, an_article("It is [/] here."))
    async with reading(room) as reader:
        await reader.press("&")
        await reader.type("[/]")
        await reader.press("enter")
        check(reader)
        reader.screen.run_command("save-search")
        await reader.settle()
        check(reader)
        assert reader.screen.prompt.kind == "save search" or reader.said


@pytest.mark.parametrize(
    "keys", [(), ("enter",), ("enter", "tab"), ("enter", "/", "f"), ("apostrophe",), ("question_mark",)]
)
async def test_a_terminal_of_one_cell_grows_again(keys: tuple[str, ...], room: Newsroom) -> None:
    fill(room, *(an_article(title=f"Page {number}") for number in range(30)))
    room.mark_passage(1, [place(0, 0, 10)])
    async with reading(room) as reader:
        await reader.press(*keys)
        before = reader.seen()
        for size in ((1, 1), (2, 1), (1, 2), (3, 3), (9, 2), (140, 1), (1, 40), (500, 2), (140, 40)):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            check(reader)
        assert reader.seen().split() == before.split()


async def test_an_article_of_one_word_and_of_none(room: Newsroom) -> None:
    fill(room, Article("One", (paragraph("Word."),)), Article("None", ()), Article("", (paragraph("Untitled."),)))
    async with reading(room) as reader:
        for keys in (("enter",), "mG", ("space",), ("space",), ("J",), "mvjk", ("escape", "J"), "}{)(;xi"):
            await reader.press(*keys)
            check(reader)


async def test_settings_and_themes_that_are_none_are_named_and_the_program_starts(
    room: Newsroom, tmp_path: Path
) -> None:
    folder = room.settings.config_file.parent / "themes"
    folder.mkdir(parents=True)
    for name, text in {
        "broken": "[colors",
        "bytes": "\x00\xff",
        "odd": 'dark = "x"\n[colors]\nreading = "no color"\n',
    }.items():
        (folder / f"{name}.toml").write_bytes(text.encode("latin-1"))
        async with reading(room, theme=name) as reader:
            assert name in reader.said and len(reader.said.splitlines()) == 2
            assert reader.app.theme == "newsreader-dark"
            check(reader)
