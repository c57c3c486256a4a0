"""What is remembered of a source between visits, and when it is asked again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.fetch import Answer, NoPageError, State
from reader.fetch.state import FIRST_RETRY, LONGEST, SHORTEST, USUAL
from reader.fetch.values import Trouble
from tests.builders import NOON

HERE, THERE = "https://a.example/feed", "https://b.example/feed"


def failure(trouble: Trouble = "server", wait: timedelta | None = None) -> NoPageError:
    return NoPageError(trouble, "It did not work.", "Wait.", wait=wait)


def test_a_new_source_is_due() -> None:
    assert State().is_due(NOON)
    assert State().request(HERE).address == HERE


def test_what_the_server_said_is_said_to_it_again() -> None:
    request = State().after(Answer(None, etag='"1"', modified="then"), NOON).request(HERE)
    assert (request.etag, request.modified, request.accept) == ('"1"', "then", "feed")


@pytest.mark.parametrize(
    ("state", "answer", "asked", "pause"),
    [
        (State(), Answer(None), None, USUAL),
        (State(), Answer(None), 180, timedelta(hours=3)),
        (State(), Answer(None), 10, USUAL),
        (State(), Answer(None, fresh=timedelta(hours=2)), None, timedelta(hours=2)),
        (State(), Answer(None, fresh=timedelta(days=30)), 43200, LONGEST),
        (State(every=10), Answer(None), 180, timedelta(minutes=10)),
        (State(every=1), Answer(None), None, SHORTEST),
    ],
)
def test_the_next_visit(state: State, answer: Answer, asked: int | None, pause: timedelta) -> None:
    after = state.after(answer, NOON, asked)
    assert after.due == NOON + pause
    assert not after.is_due(NOON + pause - timedelta(seconds=1))
    assert after.is_due(NOON + pause)


def test_a_source_that_fails_is_asked_less_and_less() -> None:
    state, pauses = State(), []
    for _ in range(12):
        state = state.after_failure(failure(), NOON)
        assert state.due is not None
        pauses.append(state.due - NOON)
    assert pauses[:4] == [FIRST_RETRY, FIRST_RETRY * 2, FIRST_RETRY * 4, FIRST_RETRY * 8]
    assert pauses[-1] == LONGEST
    assert state.failures == 12
    assert state.after(Answer(None), NOON).failures == 0


def test_a_server_that_asks_to_wait_is_heard() -> None:
    assert State().after_failure(failure("busy", timedelta(days=3)), NOON).due == NOON + timedelta(days=3)
    assert State().after_failure(failure("busy", timedelta(seconds=1)), NOON).due == NOON + FIRST_RETRY


def test_what_is_gone_is_not_asked_again_until_it_answers() -> None:
    gone = State().after_failure(failure("gone"), NOON)
    assert not gone.is_due(NOON + timedelta(days=400))
    assert gone.after(Answer(None), NOON).is_due(NOON + USUAL)


def test_stopping_is_nobodys_failure() -> None:
    state = State(etag="x", failures=2)
    assert state.after_failure(failure("stopped"), NOON) == state


def test_a_move_is_believed_when_it_was_said_twice() -> None:
    once = State().after(Answer(None, moved=THERE), NOON)
    assert once.address(HERE) == HERE
    twice = once.after(Answer(None, moved=THERE), NOON)
    assert twice.address(HERE) == THERE
    assert twice.after(Answer(None), NOON).address(HERE) == THERE


def test_a_move_that_was_said_once_is_forgotten() -> None:
    once = State().after(Answer(None, moved=THERE), NOON)
    assert once.after(Answer(None), NOON).after(Answer(None, moved=THERE), NOON).address(HERE) == HERE
    elsewhere = once.after(Answer(None, moved="https://c.example/"), NOON)
    assert elsewhere.address(HERE) == HERE


def test_who_has_moved_may_move_on() -> None:
    state = State(moved=THERE, seen=2)
    once = state.after(Answer(None, moved="https://c.example/"), NOON)
    assert once.after(Answer(None, moved="https://c.example/"), NOON).address(HERE) == "https://c.example/"


@given(
    st.builds(State, st.none() | st.text(max_size=9), st.none() | st.text(max_size=9), st.integers(0, 99),
              st.none() | st.just(NOON), st.none() | st.text(max_size=9), st.integers(0, 9), st.booleans(),
              st.none() | st.integers(1, 99))
)  # fmt: skip
def test_a_state_comes_back_from_its_text(state: State) -> None:
    again = State.read(state.text())
    assert again.text() == state.text()
    assert (again.failures, again.due, again.gone, again.every) == (state.failures, state.due, state.gone, state.every)


@given(
    st.text(max_size=30)
    | st.sampled_from(["{}", "[]", "null", '{"failures": "x", "due": 7, "gone": 1, "every": -1}', "[" * 9999])
)
def test_a_state_that_is_none_is_a_new_one(text: str) -> None:
    assert State.read(text).is_due(NOON)


@pytest.mark.parametrize(
    ("there", "login"),
    [("https://a.example/new", "jo:p w"), (THERE, None), ("http://a.example/new", None), ("nonsense", None)],
)
def test_a_login_goes_along_within_a_server_and_no_further(there: str, login: str | None) -> None:
    moved = State(moved=there, seen=2)
    request = moved.request("https://jo:p%20w@a.example/feed")
    assert (request.address, request.login) == (there, login)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ('{"failures": true, "seen": -1, "every": 1000000000}', State()),
        ('{"failures": 999999999, "seen": 0, "every": 5.0}', State(failures=999_999_999)),
        ('{"etag": 7, "modified": null, "moved": []}', State()),
        ('{"etag": "", "modified": "x", "gone": "yes"}', State(etag="", modified="x")),
        ('{"due": "2026-03-14T12:00:00", "gone": true}', State(due=NOON, gone=True)),
        ('{"due": "2026-03-14T13:00:00+01:00"}', State(due=NOON)),
        ('{"due": "soon"}', State()),
    ],
)
def test_of_a_damaged_state_is_kept_what_is_understood(text: str, state: State) -> None:
    assert State.read(text) == state


def test_it_is_due_at_its_time_and_not_before() -> None:
    state = State(due=NOON)
    assert not state.is_due(NOON - timedelta(microseconds=1))
    assert state.is_due(NOON)
    assert not State(gone=True).is_due(NOON)
