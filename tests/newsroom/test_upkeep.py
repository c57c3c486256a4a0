"""What is done for the library at each start and by command, over real files."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reader import newsroom
from reader.errors import LibraryError
from reader.formats import article_json
from reader.library import Origin
from reader.model import Block, Place, View
from reader.newsroom import Newsroom, upkeep
from reader.settings import Settings
from tests.builders import NOON, Clock, an_article

ROOT = Path(__file__).resolve().parents[2]
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


def test_time_shows_what_is_due_takes_the_copy_and_cleans_by_the_rules(room: Newsroom, clock: Clock) -> None:
    first, *_ = room.library.shelf.ids(View())
    room.upkeep.snooze([first], NOON + timedelta(days=1))
    room.library.sources.keep_for(1, count=3)
    clock.now += timedelta(days=2)
    kept = room.upkeep.keep_house()
    assert kept.changed
    assert (kept.woken, kept.cleaned and kept.cleaned.label) == (1, "Cleaned out 1 article")
    assert room.counts(View()).total == 3
    assert room.library.backup.copies() == (kept.copy,)
    assert room.upkeep.keep_house() == upkeep.Kept(), "once a day is enough"
    room.undo()
    assert room.counts(View()).total == 4


def test_where_nothing_is_due_nothing_is_written(room: Newsroom, clock: Clock) -> None:
    room.upkeep.keep_house()
    stamp, changes = room.stamp(), room.library.db.changes()
    for _ in range(3):
        clock.now += timedelta(minutes=1)
        assert not room.upkeep.keep_house().changed
    assert (room.stamp(), room.library.db.changes()) == (stamp, changes)


def test_only_one_instance_keeps_house(room: Newsroom, settings: Settings, clock: Clock) -> None:
    with newsroom.start(settings, clock) as other, other.library.instance.alone(upkeep.KEEPING):
        assert room.upkeep.keep_house() == upkeep.Kept()
    assert room.library.backup.copies() == ()


def test_of_two_processes_one_takes_the_copy(room: Newsroom, settings: Settings) -> None:
    script = (
        "import sys; from dataclasses import replace; from pathlib import Path\n"
        "from reader import newsroom; from reader.settings import Settings\n"
        "with newsroom.start(replace(Settings(), data_dir=Path(sys.argv[1]))) as room:\n"
        "    print('ready', flush=True); sys.stdin.readline()\n"
        "    print(room.upkeep.keep_house().copy is not None, flush=True); sys.stdin.readline()\n"
    )
    command = [sys.executable, "-c", script, str(settings.data_dir)]
    both = [
        subprocess.Popen(command, text=True, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)
    ]
    ends = [(it.stdin, it.stdout) for it in both if it.stdin and it.stdout]
    try:
        assert [out.readline() for _, out in ends] == ["ready\n"] * 2
        for into, _ in ends:
            print(file=into, flush=True)
        assert sorted(out.readline() for _, out in ends) == ["False\n", "True\n"]
    finally:
        for it in both:
            it.communicate("\n")
    assert len(room.library.backup.copies()) == 1


def test_a_copy_that_fails_is_not_tried_every_minute(room: Newsroom, clock: Clock) -> None:
    folder = room.library.backup.folder
    folder.write_text("in the way")
    with pytest.raises(LibraryError):
        room.upkeep.keep_house()
    clock.now += timedelta(minutes=1)
    assert room.upkeep.keep_house().copy is None
    folder.unlink()
    clock.now += timedelta(hours=1)
    assert room.upkeep.keep_house().copy is not None


def test_the_index_that_a_killed_import_left_is_put_together(room: Newsroom) -> None:
    segments = room.library.index.segments
    with room.library.db.writing():
        segments.pile()
    for number in range(12):
        article = an_article(title=f"More {number}", url=f"https://a.example/more{number}")
        room.library.shelf.add(article, HARBOR, fetched=NOON)
    assert segments.many
    found = [it.entry.id for it in room.search("ferry")]
    room.upkeep.keep_house()
    assert not segments.left_piling
    assert segments.count() == 1
    assert [it.entry.id for it in room.search("ferry")] == found


def test_a_library_without_its_index_is_looked_after_all_the_same(room: Newsroom, clock: Clock) -> None:
    first, *_ = room.library.shelf.ids(View())
    room.upkeep.snooze([first], NOON + timedelta(days=1))
    room.library.db.run("DROP TABLE terms")
    clock.now += timedelta(days=2)
    kept = room.upkeep.keep_house()
    assert (kept.woken, kept.copy is not None) == (1, True)
    assert room.upkeep.keep_house() == upkeep.Kept()


def test_two_running_programs_see_what_the_other_does(room: Newsroom, settings: Settings) -> None:
    first, second, *_ = room.library.shelf.ids(View())
    script = (
        "import sys, time; from dataclasses import replace; from pathlib import Path\n"
        "from reader import newsroom; from reader.model import View; from reader.settings import Settings\n"
        "with newsroom.start(replace(Settings(), data_dir=Path(sys.argv[1]))) as room:\n"
        "    stamp = room.stamp(); print('ready', flush=True)\n"
        "    while room.stamp() == stamp: time.sleep(0.01)\n"
        "    print(*(it.id for it in room.every(View(state='starred'))), flush=True)\n"
        "    room.mark([int(sys.argv[2])], starred=True); print('done', flush=True); sys.stdin.readline()\n"
    )
    command = [sys.executable, "-c", script, str(settings.data_dir), str(second)]
    other = subprocess.Popen(command, text=True, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout is not None
    try:
        assert other.stdout.readline() == "ready\n"
        room.mark([first], starred=True)
        assert other.stdout.readline() == f"{first}\n"
        assert other.stdout.readline() == "done\n"
        assert room.row(second).starred
        act = room.undo()
        assert act is not None
        assert act.entries == (first,), "what this program did last, not what the other did"
    finally:
        other.communicate("\n")


def test_a_muted_source_is_heard_again(room: Newsroom, clock: Clock) -> None:
    room.upkeep.mute(1, NOON + timedelta(hours=2))
    assert room.counts(View()).total == 0
    clock.now += timedelta(hours=3)
    room.upkeep.keep_house()
    assert room.counts(View()).total == 4


def test_passages_move_along_with_an_import_and_back_with_undo(room: Newsroom, tmp_path: Path) -> None:
    entry_id = room.library.shelf.ids(View())[0]
    article = room.open(entry_id).article
    made = room.mark_passage(entry_id, (Place("block", 0, 0, len(article.blocks[0].text)),), "why?")
    room.mark([entry_id], read=True)
    newer = replace(article, blocks=(Block("paragraph", "Something new stands first."), *article.blocks))
    line = {"article": article_json(newer), "source": {"kind": "feed", "address": HARBOR.address, "title": "H"}}
    (tmp_path / "newer.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    *_, step = room.upkeep.import_lines(tmp_path / "newer.jsonl")
    assert step.changed == 1
    (moved,) = room.passages(entry_id)
    assert (moved.version, moved.state, moved.quote) == (2, "same", made.quote)
    assert [(it.index, it.start) for it in moved.places] == [(1, 0)]
    room.undo()
    assert room.passages(entry_id) == (made,)
    assert room.open(entry_id).article == article


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
