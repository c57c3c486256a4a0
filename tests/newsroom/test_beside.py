"""An update in a process of its own: what it brings is in the library, each step is told, and it ends when it should."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import newsroom
from reader.errors import LibraryError, ReaderError
from reader.library import Origin
from reader.library.instances import BusyError
from reader.model import View
from reader.newsroom import Newsroom, beside
from reader.newsroom.beside import Step, Which, steps
from reader.newsroom.upkeep import UPDATING
from reader.settings import Settings
from tests.fakes import Server, a_feed

ROOT = Path(__file__).resolve().parents[2]


def follow(room: Newsroom, server: Server, count: int) -> None:
    for number in range(count):
        server.page(f"/{number}", a_feed("Pier", "Light", address=f"https://c{number}.example"), "text/xml")
        room.library.sources.add(Origin("feed", server.url(f"/{number}"), f"Courier {number}"))


def test_every_step_of_an_update_is_told_and_what_came_is_there(room: Newsroom, server: Server) -> None:
    follow(room, server, 3)
    server.answer("/1", "410 Gone")
    steps = list(room.web.update_beside("due"))
    assert steps[0] == Step(0, 3)
    fed = [step for step in steps if step.number]
    assert [step.number for step in fed] == [1, 2, 3] and {step.expected for step in fed} == {3}
    assert sorted(step.outcome.came for step in fed if step.outcome) == ["failed", "new", "new"]
    assert room.counts(View()).total == 4
    assert {it.source.checked for it in room.web.sources()} != {None}


def test_what_is_not_due_is_asked_only_when_all_are_wanted(room: Newsroom, server: Server) -> None:
    follow(room, server, 1)
    list(room.web.update_beside("due"))
    assert list(room.web.update_beside("due")) == [Step(0, 0)]
    assert [step.number for step in room.web.update_beside("due or all")][:2] == [0, 1]
    assert [step.expected for step in room.web.update_beside((1,))][:1] == [1]


def test_one_that_another_does_already_is_refused_in_words(room: Newsroom, server: Server) -> None:
    follow(room, server, 1)
    with (
        newsroom.start(room.settings, room.clock) as other,
        other.library.instance.alone(UPDATING),
        pytest.raises(ReaderError, match="Another newsreader is busy"),
    ):
        list(room.web.update_beside("due"))
    assert issubclass(BusyError, LibraryError)


def test_it_is_stopped_and_what_it_did_not_ask_is_still_due(room: Newsroom, server: Server) -> None:
    follow(room, server, 2)
    for number in (2, 3):
        room.library.sources.add(Origin("feed", server.url("/silent"), f"Silent {number}"))
    steps = []
    for step in room.web.update_beside("due"):
        steps.append(step)
        if sum(bool(it.number) for it in steps) == 2:
            room.web.stop()
    came = [step.outcome.came for step in steps if step.outcome and step.number]
    assert sorted(came) == ["new", "new", "skipped"]
    assert [it.title for it in room.web.due()] == ["Silent 2"]


def test_one_that_is_killed_is_named_and_the_next_goes_on(room: Newsroom, server: Server) -> None:
    follow(room, server, 2)
    room.library.sources.add(Origin("feed", server.url("/silent"), "Silent"))
    running = room.web.update_beside("due")
    with pytest.raises(LibraryError, match="ended before its time"):
        for step in running:
            if step.number == 2:
                assert room.web._beside is not None and room.web._beside._apart is not None
                os.kill(room.web._beside._apart._process.pid, signal.SIGKILL)
    assert room.counts(View()).total == 4
    server.page("/silent", a_feed("Boat"), "text/xml")
    list(room.web.update_beside("due"))
    assert room.counts(View()).total == 5


def test_where_no_process_can_be_started_it_is_done_here(
    room: Newsroom, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(room, server, 1)
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert [step.number for step in room.web.update_beside("due")][:2] == [0, 1]
    assert room.counts(View()).total == 2


def test_a_defect_of_ours_is_told_with_its_place(room: Newsroom, server: Server) -> None:
    follow(room, server, 1)
    told = beside._error(beside.Failed("", defect="Traceback: somewhere"))
    assert isinstance(told, RuntimeError) and "somewhere" in str(told)


def test_whoever_is_killed_takes_the_update_along_and_what_came_stays(tmp_path: Path, server: Server) -> None:
    settings = Settings(data_dir=tmp_path)
    with newsroom.start(settings) as room:
        follow(room, server, 2)
        room.library.sources.add(Origin("feed", server.url("/silent"), "Silent"))
    code = (
        "import os; from pathlib import Path; from reader import newsroom; from reader.settings import Settings\n"
        f"room = newsroom.start(Settings(data_dir=Path({str(tmp_path)!r})))\n"
        "for step in room.web.update_beside('due'):\n"
        "    if step.number == 2: os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, timeout=60)
    with newsroom.start(settings) as room:
        assert room.counts(View()).total == 4
        server.page("/silent", a_feed("Boat"), "text/xml")
        once_free(lambda: list(room.web.update_beside((3,))))
        assert room.counts(View()).total == 5


def once_free(update: Callable[[], object]) -> None:
    """Update as soon as the process that lost its other side has noticed, which may take a moment."""
    until = time.monotonic() + 30
    while True:
        try:
            update()
            return
        except LibraryError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def test_one_that_is_stopped_before_it_began_asks_nobody(room: Newsroom, server: Server) -> None:
    follow(room, server, 2)
    update = beside.Beside(room.web)
    update.stop()
    assert list(update.run("due", 3))[:1] == [Step(0, 2)]
    assert not server.asked and len(room.web.due()) == 2


def test_here_too_what_is_under_way_is_skipped_when_it_is_stopped(room: Newsroom, server: Server) -> None:
    follow(room, server, 1)
    room.library.sources.add(Origin("feed", server.url("/silent"), "Silent"))
    stopped = threading.Event()
    came = []
    for step in beside.steps(room.web, "due", 3, stopped):
        if step.outcome is not None:
            came.append(step.outcome.came)
            stopped.set()
    assert came == ["new", "skipped"] and [it.title for it in room.web.due()] == ["Silent"]


@pytest.mark.parametrize(("which", "came"), [("due or all", 1), ("due", 0)])
def test_an_address_that_waits_is_asked_for_by_hand_though_there_is_no_feed(
    room: Newsroom, server: Server, which: Which, came: int
) -> None:
    address = server.page("/story")
    room.library.visits.put_off(address, address)
    told = [step.outcome.came for step in steps(room.web, which, 3, threading.Event()) if step.outcome]
    assert (told, room.counts(View()).total) == (["new"] * came, came)
