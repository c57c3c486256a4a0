"""The table of commands holds together, with our keys and with a person's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.commands import COMMANDS, CONTEXTS, Command, Context, by_id, is_sequence, key_name, keys_of, remapped
from reader.errors import SettingsError

TOGETHER: tuple[tuple[Context, ...], ...] = (
    ("selecting", "found", "article", "everywhere"),
    ("found", "article", "everywhere"),
    ("article", "everywhere"),
    ("list", "everywhere"),
    ("sidebar", "everywhere"),
    ("passages", "everywhere"),
    ("changes", "page", "everywhere"),
    ("page", "everywhere"),
)
"""The contexts that hold at the same time, the nearest first."""

KEYS = sorted({key for command in COMMANDS for key in command.keys} | {"f2", "Z", "gz", "ctrl+x", "ä", "0"})


def keys_in(commands: Sequence[Command], context: Context) -> list[str]:
    return [key for command in commands if context in command.where for key in command.keys]


def check_keys(commands: Sequence[Command]) -> None:
    """In each context a key stands once, and begins no sequence if it is a command."""
    for context in CONTEXTS:
        keys = keys_in(commands, context)
        assert max(Counter(keys).values(), default=1) == 1, context
        begun = {key[0] for key in keys if is_sequence(key)}
        assert begun.isdisjoint(keys), context


def test_ids_are_unique_and_can_be_names_of_methods() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert all(command.id.replace("-", "_").isidentifier() for command in COMMANDS)
    assert by_id()["undo"].keys == ("u",)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_says_what_it_does_and_where(command: Command) -> None:
    assert command.label
    assert len(command.label) <= 17, "the footer shows it"
    assert command.help[0].isupper() or command.help.startswith("`")
    assert not command.help.endswith(".")
    assert command.where
    assert 0 <= command.hint <= 10
    assert len(set(command.keys)) == len(command.keys)


def test_no_key_stands_twice_and_none_waits_for_a_timer() -> None:
    check_keys(COMMANDS)


@pytest.mark.parametrize("contexts", TOGETHER, ids=lambda contexts: contexts[0])
def test_no_key_of_a_context_begins_a_sequence_of_one_that_holds_with_it(contexts: tuple[Context, ...]) -> None:
    keys = {key for context in contexts for key in keys_in(COMMANDS, context)}
    assert {key[0] for key in keys if is_sequence(key)}.isdisjoint(keys)


def test_help_palette_and_the_way_out_are_never_covered() -> None:
    for context in CONTEXTS:
        taken = {"?", "f1", ":", "ctrl+p", "ctrl+q"} & set(keys_in(COMMANDS, context))
        assert not taken or context == "everywhere", context


def test_each_pane_has_a_way_out() -> None:
    for context in CONTEXTS:
        if context != "everywhere":
            assert {"q", "escape"} & set(keys_in(COMMANDS, context)), context


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("j", "j"), ("G", "G"), ("gg", "gg"), ("+", "+"), ("space", "Space"), ("escape", "Esc"), ("ctrl+d", "^D"),
        ("shift+tab", "Shift-Tab"), ("alt+left", "Alt-←"), ("alt+x", "Alt-x"), ("pagedown", "PgDn"), ("f1", "F1"),
        ("f12", "F12"), ("ctrl+left", "Ctrl-←"), ("ctrl+shift+up", "Ctrl-Shift-↑"), ("backspace", "Backspace"),
    ],
)  # fmt: skip
def test_keys_are_printed_as_they_stand_on_the_keyboard(key: str, printed: str) -> None:
    assert key_name(key) == printed


def test_nine_digits_are_printed_as_a_range() -> None:
    assert list(keys_of(by_id()["point"])) == ["1…9"]
    assert list(keys_of(by_id()["top"])) == ["gg", "Home"]


@pytest.mark.parametrize(("key", "sequence"), [("gg", True), ("g/", True), ("g", False), ("up", False), ("f2", False)])
def test_names_of_two_letters_are_no_sequences(key: str, sequence: bool) -> None:
    assert is_sequence(key) is sequence


def named(commands: Sequence[Command], id: str, context: Context) -> Command:
    """The row of a command in a context."""
    (found,) = [command for command in commands if command.id == id and context in command.where]
    return found


def test_without_wishes_the_table_is_ours() -> None:
    assert remapped({}) == COMMANDS


def test_a_persons_keys_take_the_place_of_ours() -> None:
    table = remapped({"star": "S f2", "undo": "U"})
    assert named(table, "star", "list").keys == ("S", "f2")
    assert "s" not in keys_in(table, "list")
    assert named(table, "undo", "passages").keys == ("U",)


def test_a_key_is_taken_only_from_the_context_where_it_is_wished_for() -> None:
    table = remapped({"unmark": "j"})
    assert named(table, "unmark", "article").keys == ("j",)
    assert named(table, "down", "article").keys == ("down",)
    assert named(table, "down", "list").keys == ("j", "down")
    assert named(table, "sentence-more", "selecting").keys == ("j", "down", ")")


def test_a_wish_for_the_beginning_of_a_sequence_takes_the_sequence() -> None:
    table = remapped({"filter": "g"})
    assert named(table, "filter", "list").keys == ("g",)
    assert named(table, "top", "list").keys == ("home",)
    assert named(table, "top", "article").keys == ("gg", "home")
    assert named(table, "show-unread", "list").keys == ()


def test_a_wished_sequence_takes_its_first_key() -> None:
    table = remapped({"filter": "sx"})
    assert named(table, "filter", "list").keys == ("sx",)
    assert named(table, "star", "list").keys == ()
    assert named(table, "star", "article").keys == ("s",)


def test_an_empty_wish_takes_the_key_away() -> None:
    table = remapped({"delete": ""})
    assert named(table, "delete", "list").keys == ()
    assert "D" not in keys_in(table, "list")


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"stern": "s"}, "stern"),
        ({"st\x1b[2Jern": "s"}, "st[2Jern"),
        ({"star": "x", "tags": "x"}, "star"),
        ({"star": "x", "tags": "xy"}, "tags"),
        ({"point": "a"}, "point"),
    ],
)
def test_what_cannot_be_is_said_in_two_lines(wishes: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        remapped(wishes)
    assert told in caught.value.happened
    assert len(str(caught.value).splitlines()) == 2
    assert all(char.isprintable() for char in caught.value.happened)


def test_one_key_may_be_wished_for_in_two_contexts() -> None:
    table = remapped({"filter": "x", "mark": "x"})
    assert named(table, "filter", "list").keys == named(table, "mark", "article").keys == ("x",)


@given(st.dictionaries(st.sampled_from([it.id for it in COMMANDS]), st.lists(st.sampled_from(KEYS)), max_size=5))
def test_whatever_is_wished_for_the_table_holds_together(wishes: dict[str, list[str]]) -> None:
    try:
        table = remapped({id: " ".join(dict.fromkeys(keys)) for id, keys in wishes.items()})
    except SettingsError:
        return
    # a person may wish for one command both a key and a sequence that it begins: the key wins there
    odd = any(it[0] in keys for keys in wishes.values() for it in keys if is_sequence(it))
    if not odd:
        check_keys(table)
    assert {command.id for command in table} == {command.id for command in COMMANDS}
    for command in COMMANDS:
        rows = [row for row in table if row.id == command.id]
        assert sorted(place for row in rows for place in row.where) == sorted(command.where)
