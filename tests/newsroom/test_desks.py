"""Desks: feeds read here or in other processes come to the same, whatever becomes of the processes."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, Sequence

import pytest

from reader.errors import LibraryError, UnreadableError
from reader.filters import Rule
from reader.model import Page, Source
from reader.newsroom import desks
from reader.newsroom.desks import Desks, Moving
from reader.newsroom.preparing import Desk, Made, Told
from tests.fakes import a_feed

COURIER = Source(1, "feed", "https://c.example/feed", "Courier")
PAGE = Page(a_feed("Pier", "Light", "Boat"), COURIER.address)
RULES = (Rule(words="light", star=True),)


@pytest.fixture
def desk() -> Iterator[Moving]:
    moving = Moving()
    yield moving
    moving.close()


def made(desk: Desk | Moving) -> tuple[Told, Sequence[Made]]:
    said = desk.read(PAGE, COURIER.address)
    return said, tuple(desk.make([0, 2], COURIER, RULES))


def kill(desk: Moving) -> None:
    assert desk._apart is not None
    os.kill(desk._apart._process.pid, signal.SIGKILL)


def test_a_desk_names_its_items_from_the_oldest_on_and_makes_what_is_wanted() -> None:
    said, (boat, pier) = made(Desk())
    assert (said.title, len(said.named)) == ("Courier", 3)
    assert (boat.packed.title, pier.packed.title) == ("Boat", "Pier")
    assert boat.packed.plain == "courier.example/3"
    (light,) = Desk.make(_at_a_feed(), [1], COURIER, RULES)
    assert light.verdict is not None and light.verdict.star and boat.verdict is None


def _at_a_feed() -> Desk:
    desk = Desk()
    desk.read(PAGE, COURIER.address)
    return desk


def test_a_desk_in_another_process_does_the_same(desk: Moving) -> None:
    here = made(desk)
    desk.move()
    assert made(desk) == here == made(Desk())
    with pytest.raises(UnreadableError) as refused:
        desk.read(Page(b"<html><p>no feed"), COURIER.address)
    with pytest.raises(UnreadableError) as here_too:
        Desk().read(Page(b"<html><p>no feed"), COURIER.address)
    assert str(refused.value) == str(here_too.value)


def test_one_whose_process_dies_goes_on_here(desk: Moving) -> None:
    desk.move()
    desk.read(PAGE, COURIER.address)
    kill(desk)
    assert tuple(desk.make([0, 2], COURIER, RULES)) == made(Desk())[1]
    assert made(desk) == made(Desk())


def test_one_that_dies_between_two_feeds_reads_the_next_here(desk: Moving) -> None:
    desk.move()
    made(desk)
    kill(desk)
    assert made(desk) == made(Desk())
    desk.move()
    assert desk._apart is None, "it died once"


def test_many_feeds_are_read_elsewhere_few_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def where(limit: int, apart: int | None = None) -> list[bool]:
        monkeypatch.setattr(desks, "WORTH_IT", limit)
        crew = Desks(
            iter([PAGE] * 12),
            lambda desk, page: (made(desk), desk._apart is not None),
            lambda it: len(it.data),
            12,
            apart,
        )
        found = [it for ready in crew.ready() for it in ready]
        assert [it for it, _ in found] == [made(Desk())] * 12
        return [elsewhere for _, elsewhere in found]

    assert not any(where(12 * len(PAGE.data) + 1))
    assert all(where(12 * len(PAGE.data) - 1)), "the first page tells that there will be enough"
    assert not any(where(0, apart=0)), "none may be elsewhere"


@pytest.mark.parametrize(("cores", "elsewhere"), [(None, 0), (1, 0), (2, 0), (3, 1), (4, 2), (64, desks.MOST)])
def test_beside_somebody_who_reads_a_core_is_left_for_the_keys(
    cores: int | None, elsewhere: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    assert desks.all_but_two() == elsewhere


def test_what_a_desk_meets_is_raised_where_its_work_is_awaited() -> None:
    def work(_: Moving, number: int) -> int:
        return 1 // number

    found = Desks(iter([1, 0]), work, lambda _: 0, 2).ready()
    with pytest.raises(ZeroDivisionError):
        list(found)


def test_whoever_stops_waiting_ends_the_work() -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        for number in range(10**6):
            taken.append(number)
            yield number

    found = Desks(endless(), lambda _, number: number, lambda _: 0, 1).ready()
    next(found)
    found.close()
    for thread in threading.enumerate():
        if thread.name.startswith("desk "):
            thread.join(5)
    assert len(taken) < 100
    assert not any(it.name.startswith("desk ") for it in threading.enumerate())


@pytest.mark.parametrize("moves", [False, True])
def test_a_text_that_is_damaged_is_told_wherever_it_is_read(desk: Moving, moves: bool) -> None:
    if moves:
        desk.move()
    with pytest.raises(LibraryError, match="damaged"):
        desk.finish([b"no text at all"])
