"""Keys become commands: counts, sequences, nearer contexts first, and a word about what is near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.commands import COMMANDS, Command, Context, is_sequence, remapped
from reader.tui.keys import MOST, Pressed, Resolver, Unknown, Waiting, written

ARTICLE: tuple[Context, ...] = ("article", "everywhere")
LIST: tuple[Context, ...] = ("list", "everywhere")
NARROWED: tuple[Context, ...] = ("narrowed", "list", "everywhere")
SIDEBAR: tuple[Context, ...] = ("sidebar", "everywhere")
FOUND: tuple[Context, ...] = ("found", "article", "everywhere")
SELECTING: tuple[Context, ...] = ("selecting", "found", "article", "everywhere")


@pytest.fixture
def resolver() -> Resolver:
    return Resolver(COMMANDS)


def typed(resolver: Resolver, keys: str, contexts: tuple[Context, ...] = ARTICLE) -> Pressed | Waiting | Unknown:
    """What the last of several keys means."""
    *before, last = keys.split()
    for key in before:
        resolver.press(key, contexts)
    return resolver.press(last, contexts)


def asked(resolver: Resolver, keys: str, contexts: tuple[Context, ...] = ARTICLE) -> tuple[str, int | None, str]:
    """The command that keys ask for, its count, and the key."""
    meant = typed(resolver, keys, contexts)
    assert isinstance(meant, Pressed), meant
    return meant.command.id, meant.count, meant.key


@pytest.mark.parametrize(
    ("keys", "contexts", "meant"),
    [
        ("j", ARTICLE, ("down", None, "j")),
        ("5 j", ARTICLE, ("down", 5, "j")),
        ("1 0 2 G", ARTICLE, ("bottom", 102, "G")),
        ("3 space", ARTICLE, ("page-down", 3, "space")),
        ("g g", ARTICLE, ("top", None, "gg")),
        ("2 g g", ARTICLE, ("top", 2, "gg")),
        ("g /", LIST, ("search", None, "g/")),
        ("g /", ARTICLE, ("search-library", None, "g/")),
        ("/", ARTICLE, ("find", None, "/")),
        ("/", LIST, ("search", None, "/")),
        ("4", SIDEBAR, ("point", None, "4")),
        ("ctrl+d", LIST, ("half-down", None, "ctrl+d")),
        ("up", LIST, ("up", None, "up")),
        ("f1", SIDEBAR, ("help", None, "f1")),
    ],
)
def test_keys_ask_for_commands(
    resolver: Resolver, keys: str, contexts: tuple[Context, ...], meant: tuple[str, int | None, str]
) -> None:
    assert asked(resolver, keys, contexts) == meant
    assert resolver.typed == ""


@pytest.mark.parametrize(
    ("key", "contexts", "command"),
    [
        ("n", ARTICLE, "next-unread"),
        ("n", FOUND, "next-hit"),
        ("escape", FOUND, "end-find"),
        ("escape", SELECTING, "end-selecting"),
        ("j", SELECTING, "sentence-more"),
        ("n", SELECTING, "next-hit"),
        ("q", LIST, "quit"),
        ("q", ARTICLE, "leave"),
    ],
)
def test_the_nearest_context_that_knows_a_key_decides(
    resolver: Resolver, key: str, contexts: tuple[Context, ...], command: str
) -> None:
    assert asked(resolver, key, contexts)[0] == command


def test_what_was_begun_is_shown_while_it_waits(resolver: Resolver) -> None:
    shown = []
    for key in "12g":
        resolver.press(key, ARTICLE)
        shown.append(resolver.typed)
    assert shown == ["1", "12", "12g"]


def test_a_count_ends_at_the_most(resolver: Resolver) -> None:
    assert asked(resolver, " ".join("9" * 40) + " j")[1] == MOST


def test_a_zero_begins_no_count(resolver: Resolver) -> None:
    assert isinstance(typed(resolver, "0"), Unknown)
    assert asked(resolver, "j")[1] is None


@pytest.mark.parametrize("digit", ["٣", "３", "²", "൩"])
def test_digits_of_other_scripts_are_no_counts(resolver: Resolver, digit: str) -> None:
    assert typed(resolver, digit) == Unknown(digit)


@pytest.mark.parametrize("begun", ["5", "g", "1 2 g"])
@pytest.mark.parametrize("contexts", [ARTICLE, LIST, SELECTING])
def test_esc_takes_back_what_was_begun_and_does_nothing_else(
    resolver: Resolver, begun: str, contexts: tuple[Context, ...]
) -> None:
    assert typed(resolver, f"{begun} escape", contexts) == Waiting("")
    assert resolver.typed == ""
    assert asked(resolver, "j", contexts)[1] is None


def near(resolver: Resolver, keys: str, contexts: tuple[Context, ...] = ARTICLE) -> tuple[str, list[str]]:
    meant = typed(resolver, keys, contexts)
    assert isinstance(meant, Unknown), meant
    return meant.key, [command.id for command in meant.near]


def test_after_a_wrong_key_in_a_sequence_come_the_sequences_that_begin_so(resolver: Resolver) -> None:
    key, commands = near(resolver, "g x", LIST)
    assert key == "gx"
    assert commands[:4] == ["top", "search", "show-unread", "show-starred"]
    assert resolver.typed == ""


def test_near_a_wrong_key_is_its_other_case(resolver: Resolver) -> None:
    assert near(resolver, "B")[1][0] == "page-up"


def test_near_a_wrong_key_is_what_it_does_elsewhere(resolver: Resolver) -> None:
    assert near(resolver, "&", ARTICLE)[1] == ["filter"]
    assert near(resolver, "o", SIDEBAR)[1][0] == "browse"


def test_near_a_key_that_nothing_has_is_nothing(resolver: Resolver) -> None:
    assert near(resolver, "€") == ("€", [])


def test_a_function_key_is_no_sequence() -> None:
    resolver = Resolver(remapped({"star": "f2", "full": ""}))
    assert isinstance(resolver.press("f", LIST), Unknown)
    assert asked(resolver, "f2", LIST)[0] == "star"


def test_every_command_can_be_asked_for_by_each_of_its_keys() -> None:
    for command in COMMANDS:
        for context in command.where:
            for key in command.keys:
                resolver = Resolver(COMMANDS)
                presses = list(key) if is_sequence(key) else [key]
                *before, last = (resolver.press(it, (context,)) for it in presses)
                assert all(isinstance(it, Waiting) for it in before)
                assert isinstance(last, Pressed)
                assert last.command is command


def ids(commands: list[Command]) -> list[str]:
    return [command.id for command in commands]


def test_the_footer_shows_the_nearest_first_and_help_last(resolver: Resolver) -> None:
    assert ids(resolver.hints(LIST))[:2] == ["open", "search"]
    assert ids(resolver.hints(FOUND))[:3] == ["next-hit", "previous-hit", "end-find"]
    assert ids(resolver.hints(SELECTING))[0] == "mark-selection"
    for contexts in (LIST, ARTICLE, SIDEBAR, FOUND, SELECTING):
        assert ids(resolver.hints(contexts))[-1] == "help"


def test_the_footer_shows_no_key_that_a_nearer_context_took(resolver: Resolver) -> None:
    assert "next-unread" in ids(resolver.hints(ARTICLE))
    assert "next-unread" not in ids(resolver.hints(FOUND))
    assert "down" not in ids(resolver.hints(SELECTING))
    for contexts in (LIST, NARROWED, ARTICLE, SIDEBAR, FOUND, SELECTING):
        for command in resolver.hints(contexts):
            for key in command.keys:
                assert (pressed := _press(key, contexts)) is not None and pressed.id == command.id, (command.id, key)


def test_a_command_keeps_the_keys_that_no_nearer_context_took(resolver: Resolver) -> None:
    assert next(it for it in resolver.here(LIST) if it.id == "quit").keys == ("q", "ctrl+c")
    assert next(it for it in resolver.here(NARROWED) if it.id == "quit").keys == ("ctrl+c",)


def _press(key: str, contexts: tuple[Context, ...]) -> Command | None:
    resolver = Resolver(COMMANDS)
    for char in list(key) if is_sequence(key) else [key]:
        meant = resolver.press(char, contexts)
    return meant.command if isinstance(meant, Pressed) else None


def test_what_has_no_key_can_be_asked_for_where_it_holds(resolver: Resolver) -> None:
    assert "group" in ids(resolver.here(LIST))
    assert "group" not in ids(resolver.here(("page", "everywhere")))
    assert "theme" in ids(resolver.here(iter(ARTICLE)))


def test_a_command_that_lost_its_key_in_one_context_is_itself_in_the_other() -> None:
    resolver = Resolver(remapped({"unmark": "j"}))
    assert [it.keys for it in resolver.here(ARTICLE) if it.id == "down"] == [("down",)]
    assert [it.keys for it in resolver.here(LIST) if it.id == "down"] == [("j", "down")]
    assert resolver.key_for("down", ARTICLE) == "↓"
    assert asked(resolver, "j", LIST)[0] == "down"


def test_the_key_for_a_command_is_the_first_as_printed(resolver: Resolver) -> None:
    assert resolver.key_for("page-down") == "Space"
    assert resolver.key_for("search", LIST) == "/"
    assert resolver.key_for("search", ARTICLE) is None
    assert resolver.key_for("group") is None
    assert resolver.key_for("no-such-command") is None


@pytest.mark.parametrize(
    ("key", "character", "said"),
    [
        ("j", "j", "j"),
        ("J", "J", "J"),
        ("question_mark", "?", "?"),
        ("space", " ", "space"),
        ("escape", "\x1b", "escape"),
        ("ctrl+d", "\x04", "ctrl+d"),
        ("alt+x", "x", "alt+x"),
        ("left", None, "left"),
        ("ä", "ä", "ä"),
    ],
)
def test_a_key_press_is_written_as_the_table_writes_it(key: str, character: str | None, said: str) -> None:
    assert written(key, character) == said


NAMED = sorted({key for command in COMMANDS for key in command.keys if len(key) > 1})
ANY_KEY = st.sampled_from([*"0123456789gjGn/?:'q", *NAMED]) | st.characters() | st.text(max_size=4)
PLACES = st.sampled_from([ARTICLE, LIST, SIDEBAR, FOUND, SELECTING, ("passages", "everywhere"), ("page",), ()])


@given(st.lists(st.tuples(ANY_KEY, PLACES), max_size=40))
def test_no_stream_of_keys_raises_or_stays_behind(presses: list[tuple[str, tuple[Context, ...]]]) -> None:
    resolver = Resolver(COMMANDS)
    for key, contexts in presses:
        meant = resolver.press(key, contexts)
        if isinstance(meant, Waiting):
            assert meant.typed == resolver.typed
        else:
            assert resolver.typed == ""
        if isinstance(meant, Pressed):
            assert set(meant.command.where) & set(contexts)
            assert meant.count is None or 1 <= meant.count <= MOST
        if isinstance(meant, Unknown):
            assert len(set(meant.near)) == len(meant.near)
    resolver.press("escape", ())
    assert resolver.typed == ""
