"""Typed lines as orders: keys, counts, names, the beginnings of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.commands import COMMANDS, Command, Context, by_id
from reader.errors import UsageError
from reader.linear.orders import SCREEN, TYPED, Order, Orders, number_of

ORDERS = Orders(COMMANDS)
LIST: tuple[Context, ...] = ("list", "everywhere")
ARTICLE: tuple[Context, ...] = ("article", "everywhere")
FOUND: tuple[Context, ...] = ("found", *ARTICLE)


@pytest.mark.parametrize(
    ("line", "contexts", "order"),
    [
        ("", LIST, Order("page-down")),
        ("12", ARTICLE, Order("go", None, "12")),
        ("12.3", ARTICLE, Order("go", None, "12.3")),
        ("5j", ARTICLE, Order("down", 5)),
        ("gg", ARTICLE, Order("top")),
        ("/ferry line", ARTICLE, Order("find", None, "ferry line")),
        ("/ferry", LIST, Order("search", None, "ferry")),
        ("/ ferry", LIST, Order("search", None, "ferry")),
        ("n", ARTICLE, Order("next-unread")),
        ("n", FOUND, Order("next-hit")),
        ("next", FOUND, Order("next-hit")),
        ("next", LIST, Order("next-unread")),
        ("next article", LIST, Order("next-article")),
        ("NEXT-ARTICLE", LIST, Order("next-article")),
        ("open 3", LIST, Order("open", None, "3")),
        ("mark 2-4", ARTICLE, Order("mark", None, "2-4")),
        ("note it  matters", ARTICLE, Order("annotate", None, "it matters")),
        ("tag 3 harbor", LIST, Order("tags", None, "3 harbor")),
        ("summary", ARTICLE, Order("sidebar")),
        ("sent", ARTICLE, Order("sentences")),
        ("undo", LIST, Order("undo")),
        ("q", LIST, Order("quit")),
        ("q", ARTICLE, Order("leave")),
        ("quit", ARTICLE, Order("quit-now")),
        ("?", ARTICLE, Order("help")),
        ("export", ARTICLE, Order("write")),
    ],
)
def test_a_line_is_understood(line: str, contexts: tuple[Context, ...], order: Order) -> None:
    assert ORDERS.understand(line, contexts) == order


@pytest.mark.parametrize(
    ("line", "told"),
    [("serach", "search"), ("hlep", "help"), ("par", "could be"), ("zzzz", "help lists"), ("é" * 90, "no command")],
)
def test_what_is_not_is_said_with_what_is_near(line: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        ORDERS.understand(line, ARTICLE)
    assert told in str(caught.value)
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize("id", [*SCREEN, *TYPED])
def test_the_tables_speak_of_commands_that_there_are(id: str) -> None:
    assert id in by_id()


@pytest.mark.parametrize("found", COMMANDS, ids=lambda found: found.id)
def test_each_command_is_reached_by_its_id_and_by_its_keys(found: Command) -> None:
    assert ORDERS.understand(found.id, LIST).id.removesuffix("-now") == found.id.removesuffix("-now")
    for key in found.keys:
        if not key.isdigit():
            assert ORDERS.understand(key, found.where).id in {it.id for it in COMMANDS if key in it.keys}


@given(st.text(max_size=30))
def test_any_text_is_an_order_or_a_mistake_of_two_lines(text: str) -> None:
    try:
        ORDERS.understand(text, ARTICLE)
    except UsageError as error:
        assert len(error.happened) < 500


@pytest.mark.parametrize(
    ("said", "number"),
    [("1", 1), ("007", 7), ("12", 12), ("0", None), ("13", None), ("", None), ("1.2", None), ("٣", None), ("²", None),
     ("-1", None), ("0000000012", None), ("9" * 5000, None)],
)  # fmt: skip
def test_a_number_is_one_of_those_there_are(said: str, number: int | None) -> None:
    assert number_of(said, 12) == number
