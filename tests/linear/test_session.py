"""A conversation as a whole: where one is, what is not understood, how it ends; and what a terminal must never get."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import linear
from reader.commands import COMMANDS
from reader.errors import LibraryError
from reader.linear.orders import SCREEN
from reader.linear.session import INTERRUPTED
from reader.model import View
from tests.builders import an_article
from tests.fakes import PAGE, Server, a_feed
from tests.linear.conftest import Talk


def test_it_begins_with_the_list_and_ends_with_the_input(talk: Talk) -> None:
    talk.add()
    told = talk()
    assert told.startswith("List. Entry 1 of 1, 1 unread.")
    assert "1. Ferry line to reopen (unread, Harbor Courier, 14 March 2026)" in told
    assert told.endswith("Left. What was read, marked and reached is kept.\n")
    assert talk.code == 0


def test_an_empty_library_says_what_to_do(talk: Talk) -> None:
    assert "add and the name of a file" in talk()


def test_the_prompt_tells_where_one_is(talk: Talk) -> None:
    talk.add()
    told = talk("1", "summary", "leave", "passages", "leave", "leave")
    prompts = [line.partition("> ")[0] for line in told.splitlines() if "> " in line]
    assert prompts == ["list", "3 of 3, end", "summary", "3 of 3, end", "passages", "3 of 3, end", "list"]


def test_what_is_not_understood_is_two_lines_and_a_script_fails(talk: Talk) -> None:
    assert talk.answer("serach ferry").splitlines() == [
        "There is no command “serach”.",
        "Perhaps search was meant; help lists the commands.",
    ]
    assert talk.code == 1


@pytest.mark.parametrize("before", ["", "1", "passages"])
def test_every_command_is_done_or_says_why_not(before: str, talk: Talk) -> None:
    talk.add()
    for id in (command.id for command in COMMANDS if command.id != "write"):
        told = talk(before, id, "no such thing", "")  # what a command asks for is answered with the third line
        assert ("needs the screen" in told) == (id in SCREEN), id


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (["1", "summary", "list"], "point 1", "No article is open."),
        (["1", "summary", "leave", "next article"], "point 1", "No summary was told."),
        (["1", "find pier", "list"], "next-hit", "Nothing is being looked for."),
        (["1", "bottom", "list"], "back", "The list is the outermost place."),
    ],
)
def test_what_belonged_to_an_article_is_over_with_it(before: list[str], after: str, told: str, talk: Talk) -> None:
    talk.add()
    talk.add(an_article("The pier opens in May. It was closed.", title="Pier", url="https://harbor.example/2"))
    assert told in talk.answer(*before, after)


def test_where_an_article_cannot_be_opened_any_more_one_is_in_the_list(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.add()
    opened, asked = talk.room.open, list[int]()

    def gone(number: int) -> object:
        asked.append(number)
        if len(asked) > 1:
            raise LibraryError("It is gone.", "list tells what is there.")
        return opened(number)

    monkeypatch.setattr(talk.room, "open", gone)
    assert talk.answer("1", "open", "where") == "List. Entry 1 of 1, 1 unread."


@pytest.mark.parametrize("id", SCREEN)
def test_what_needs_a_screen_says_what_to_type_instead(id: str, talk: Talk) -> None:
    assert SCREEN[id] in talk.answer(id)


def test_a_persons_keys_hold_here_too(talk: Talk) -> None:
    talk.add()
    assert "Marked 1 article starred" in talk("Z", keys={"star": "Z"})


def test_keys_that_contradict_are_told_and_ours_hold(talk: Talk) -> None:
    talk.add()
    told = talk("s", keys={"star": "Z", "tags": "Z"})
    assert "the key Z" in told and "Marked 1 article starred" in told


def test_the_settings_are_told_with_their_file(talk: Talk) -> None:
    told = talk("settings", measure=60)
    assert "measure: 60. widest line of an article" in told and "They stand in" in told


def test_a_source_is_taken_in_and_opened(talk: Talk) -> None:
    page = talk.room.settings.data_dir / "page.txt"
    page.write_text(
        "Pier to be rebuilt\n\nThe council of the old port voted on Tuesday to rebuild the pier.\n", "utf-8"
    )
    told = talk("leave", sources=(str(page),))
    assert "New: Pier to be rebuilt. It is entry 1 of the list." in told
    assert "1. The council of the old port" in told


def test_a_source_that_is_not_there_is_said_and_the_list_told(talk: Talk) -> None:
    told = talk(sources=("/nowhere/page.txt",))
    assert "There is no file" in told and "The list is empty." in told
    assert talk.code == 1


class Interrupted(io.RawIOBase):
    """A keyboard on which somebody presses Control-C whenever it is read."""

    def readable(self) -> bool:
        return True

    def readinto(self, _: object) -> int:
        raise KeyboardInterrupt


def test_control_c_says_how_to_leave_and_twice_leaves(talk: Talk) -> None:
    told = io.StringIO()
    assert (
        linear.run(talk.room, talk.room.settings, (), io.TextIOWrapper(io.BufferedReader(Interrupted())), told)
        == INTERRUPTED
    )
    assert "quit leaves, and so does Control-C once more." in told.getvalue()


def test_a_line_without_end_does_not_end_the_conversation(talk: Talk) -> None:
    talk.add()
    told = talk("x" * 1_000_000, "1")
    assert "There is no command" in told and "Article: Ferry line to reopen" in told


OUTSIDE = ("browse", "write", "add", "quit-now", "open-link")
LINES = st.one_of(
    st.sampled_from([command.id for command in COMMANDS if command.id not in OUTSIDE]),
    st.sampled_from(["1", "2.1", "3j", "9999999", "mark 2-1", "mark 1.1-2.1", "tag -", "0", "", "find the", "n", "N", "gg"]),
    st.text("ab1 .-/&’\x1b[\u202e😀", max_size=12),
)  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, max_size=8))
def test_whatever_is_typed_the_conversation_goes_on(talk: Talk, lines: list[str]) -> None:
    if not talk.room.counts(View()).total:
        talk.add()
        talk.add(an_article("Only this.", title="Second story", url="https://harbor.example/2"))
    told = talk(*(line for line in lines if not line.startswith(("w", "+", "o"))))
    assert not set(told) & set("\x1b\r\u202e")
    assert all(len(line) <= 76 + len("100 of 100> ") + 12 for line in told.splitlines())


def test_nothing_but_letters_lines_and_spaces_comes_out(talk: Talk) -> None:
    talk.add(an_article("Kept\x1b[31m and \u202ewritten.", title="[bold]A\x07 story[/bold]"))
    told = talk("1", "links", "outline", "left-out", "help all", "where")
    assert not set(told) & set("\x1b\x07\u202e\r")
    assert "[bold]A story[/bold]" in told


def test_what_was_done_is_there_in_the_next_conversation(talk: Talk) -> None:
    talk.add()
    talk("star")
    assert "starred" in talk()
    assert "Taken back: " in talk("undo")
    assert "starred" not in talk().splitlines()[2]


def test_lines_fit_a_narrow_measure(talk: Talk) -> None:
    talk.add(an_article(*["word " * 300] * 3))
    told = talk("1", *[""] * 20, measure=40)
    assert max(map(len, told.splitlines())) <= 40


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["read"], "There is no entry to do that to."),
        (["star"], "There is no entry to do that to."),
        (["update"], "There is no feed yet."),
        (["help xylophone"], "No command speaks of “xylophone”."),
        (["find pier"], "No article is open."),
        (["leave"], "The list is the outermost place."),
    ],
)
def test_what_cannot_be_done_in_an_empty_library_is_said(lines: list[str], said: str, talk: Talk) -> None:
    assert said in talk.answer(*lines)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["browse"], "This article has no address."),
        (["summary", "99"], "There is no sentence 99."),
        (["summary", *["fewer points"] * 9], "A summary has 1 to"),
        (["summary", "where"], "Summary"),
        (["sentences"], "Headline.\n1. Ferry line to reopen"),
        (["unmark"], "There is no passage here."),
        (["outline"], "No headings."),
    ],
)
def test_what_is_said_of_an_open_article(lines: list[str], said: str, talk: Talk) -> None:
    talk.add()
    assert said in talk.answer("1", "top", *lines)


@pytest.mark.parametrize("command", ["find", "search", "add"])
def test_an_empty_answer_does_nothing(command: str, talk: Talk) -> None:
    talk.add()
    assert "Article: Ferry line to reopen. At paragraph" in talk("1", command, "", "where"), "one is where one was"
    assert talk.code == 0 and talk.room.counts(View()).total == 1


def test_what_is_wrong_in_the_settings_is_said_first(talk: Talk) -> None:
    assert talk(mistakes=("line 3: “colour” is no setting",)).startswith("Settings, line 3: “colour” is no setting.")


def test_an_update_asks_for_what_waits_and_for_whole_articles(talk: Talk) -> None:
    with Server() as server:
        address = server.page("/story")
        talk.room.library.visits.put_off(address, address)
        assert talk.answer("update") == "New: Ferry line to reopen. It is entry 1 of the list."
        assert not talk.room.web.waiting()
        feed = server.page("/feed", a_feed("Teaser", address=server.url("/of-feed")), "text/xml")
        server.page("/of-feed/1", PAGE)
        list(talk.room.add([feed]))
        assert talk.answer("update") == "Nothing new: Courier.\nWhole article: Teaser. It is entry 1 of the list."
        more = a_feed("Teaser", "Pier", "Light", address=server.url("/of-feed"))
        server.page("/feed", more, "text/xml")
        assert talk.answer("update").startswith("2 new: Courier. The first is entry ")
    assert "/of-feed/1" in server.paths()
