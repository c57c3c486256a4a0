"""Links that the terminal opens: by choice only, and nothing but plain web and mail addresses reaches it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Block, Line, Piece, Place, Span
from reader.newsroom import Newsroom
from reader.tui.painting import Stretch
from reader.tui.terminal_links import LONGEST, for_terminal, linked
from tests.builders import an_article
from tests.tui.conftest import Reader, fill, reading


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("https://press.example/a?b=1&c=[2]#d", "https://press.example/a?b=1&c=[2]#d"),
        ("HTTP://press.example/", "HTTP://press.example/"),
        ("mailto:desk@press.example", "mailto:desk@press.example"),
        ("https://press.example/größe", "https://press.example/gr%C3%B6%C3%9Fe"),
        ("https://press.example/50%25", "https://press.example/50%25"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("ssh://press.example", ""),
        ("/relative", ""),
        ("https://", ""),
        ("https://press.example/\x1b]8;;", ""),
        ("https://press.example/\x07", ""),
        ("https://press.example/a b", ""),
        ("https://press.example/\u202e", ""),
        ("https://press.example/" + LONGEST * "x", ""),
    ],
)
def test_only_plain_web_and_mail_addresses_pass(address: str, sent: str) -> None:
    assert for_terminal(address) == sent


@given(st.text() | st.text().map(lambda text: f"https://press.example/{text}"))
def test_whatever_an_address_is_the_terminal_gets_printable_ascii(address: str) -> None:
    assert re.fullmatch("[!-~]*", for_terminal(address))


def test_stretches_of_a_link_carry_its_address_and_no_others_do() -> None:
    line = Line("Read it here.", "paragraph", (Piece(8, 12, ("link",), Place("block", 0, 8, 12), "https://a.example"),))
    shown = linked(
        [Stretch("Read it ", ()), Stretch("he", ("link",)), Stretch("re", ("link", "hit")), Stretch(".", ())], line
    )
    assert [(it.text, it.address) for it in shown] == [
        ("Read it ", ""),
        ("he", "https://a.example"),
        ("re", "https://a.example"),
        (".", ""),
    ]


def sent(reader: Reader) -> dict[str, set[str]]:
    """The texts that the terminal gets as links, by their addresses."""
    found: dict[str, set[str]] = {}
    for strip in reader.app.screen._compositor.render_strips():
        rendered = strip.render(reader.app.console)
        for address, text in re.findall(r"\x1b\]8;id=[^;]*;([^\x1b]*)\x1b\\(.*?)\x1b\]8;;\x1b\\", rendered):
            found.setdefault(address, set()).add(re.sub(r"\x1b\[[0-9;]*m", "", text))
    return found


async def test_links_are_the_terminals_by_choice_and_at_once(room: Newsroom) -> None:
    addresses = ("https://press.example/a", "javascript:steal()", "mailto:desk@press.example")
    blocks = tuple(Block("paragraph", "Read it here.", spans=(Span(8, 12, "link", each),)) for each in addresses)
    fill(room, replace(an_article("x"), blocks=blocks))
    async with reading(room) as reader:
        await reader.press("enter")
        assert not sent(reader)
        reader.screen.apply(replace(reader.screen.settings, links="osc8"))
        await reader.settle()
        assert sent(reader) == {"https://press.example/a": {"here"}, "mailto:desk@press.example": {"here"}}
        reader.screen.apply(replace(reader.screen.settings, links="numbered"))
        await reader.settle()
        assert not sent(reader) and "here[1]" in reader.seen()
