"""What is done for the library at each start and by command, over real files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reader import newsroom
from reader.errors import LibraryError
from reader.library import Origin
from reader.model import View
from reader.newsroom import Newsroom, upkeep
from reader.settings import Settings
from tests.builders import NOON, Clock, an_article

HARBOR = Origin("feed", "https://harbor.example/feed", "Harbor Courier")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(Settings(), data_dir=tmp_path / "data", samples=False)


@pytest.fixture
def room(settings: Settings, clock: Clock) -> Iterator[Newsroom]:
    with newsroom.start(settings, clock) as opened:
        for number in range(4):
            article = an_article(title=f"Story {number}", url=f"https://a.example/{number}")
            opened.library.shelf.add(article, HARBOR, fetched=NOON)
        yield opened


def test_a_start_shows_what_is_due_takes_the_copy_and_cleans_by_the_rules(room: Newsroom, clock: Clock) -> None:
    first, *_ = room.library.shelf.ids(View())
    room.upkeep.snooze([first], NOON + timedelta(days=1))
    room.library.sources.keep_for(1, count=3)
    clock.now += timedelta(days=2)
    act = room.upkeep.tidy()
    assert act is not None
    assert act.label == "Cleaned out 1 article"
    assert room.counts(View()).total == 3
    assert len(room.library.backup.copies()) == 1
    assert room.upkeep.tidy() is None, "once a day is enough"
    room.undo()
    assert room.counts(View()).total == 4


def test_only_one_instance_tidies(room: Newsroom, settings: Settings, clock: Clock) -> None:
    with newsroom.start(settings, clock) as other, other.library.instance.alone("tidy"):
        assert room.upkeep.tidy() is None
    assert room.library.backup.copies() == ()


def test_a_muted_source_is_heard_again(room: Newsroom, clock: Clock) -> None:
    room.upkeep.mute(1, NOON + timedelta(hours=2))
    assert room.counts(View()).total == 0
    clock.now += timedelta(hours=3)
    room.upkeep.tidy()
    assert room.counts(View()).total == 4


def test_without_a_copy_there_is_nothing_to_bring_back(settings: Settings, clock: Clock) -> None:
    with pytest.raises(LibraryError) as caught:
        upkeep.restore(settings, None, clock)
    assert caught.value.happened == "There is no copy to bring back."


def test_the_newest_whole_copy_is_brought_back(room: Newsroom, settings: Settings, clock: Clock) -> None:
    whole = room.upkeep.backup()
    clock.now += timedelta(minutes=1)
    damaged = room.upkeep.backup()
    damaged.write_bytes(b"nothing of a library" * 500)
    room.close()
    assert upkeep.copies(settings) == (damaged, whole)
    assert upkeep.restore(settings, None, clock).copy == whole
    assert all(it.well for it in upkeep.examine(settings))
    assert upkeep.mend(settings, clock).kept > 0


def test_lines_go_out_and_come_in(room: Newsroom, settings: Settings, tmp_path: Path, clock: Clock) -> None:
    list(room.upkeep.export_lines(tmp_path / "out.jsonl"))
    assert "".join(room.upkeep.export_lines()) == (tmp_path / "out.jsonl").read_text("utf-8")
    with newsroom.start(replace(settings, data_dir=tmp_path / "other"), clock) as other:
        *_, step = other.upkeep.import_lines(tmp_path / "out.jsonl")
        assert step.new == 4
