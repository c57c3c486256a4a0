"""What can go wrong around a library: full disks, locked files, folders of others, jumping clocks. Nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.model import View
from tests.builders import NOON, Clock, an_article
from tests.conftest import unmeasured
from tests.library.conftest import HARBOR, add

ROOT = Path(__file__).resolve().parents[2]


def test_a_full_disk_keeps_what_was_kept(library: Library) -> None:
    first = add(library, 1)
    pages = library.db.value("PRAGMA page_count")
    library.db.value(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(LibraryError) as caught:
        for number in range(2, 99):
            add(library, number, HARBOR, os.urandom(9000).hex())
    assert caught.value.happened.startswith("The disk is full")
    library.db.value("PRAGMA max_page_count = 1000000")
    kept = library.shelf.ids(View())
    assert first in kept
    assert library.db.value("PRAGMA integrity_check") == "ok"
    assert len(library.index.search("title:story")) == len(kept), "index and entries were kept or left together"
    add(library, 100)


def test_a_file_that_somebody_holds_is_waited_for_and_then_said(library: Library) -> None:
    entry_id = add(library, 1)
    other = sqlite3.connect(library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    library.db.one("PRAGMA busy_timeout = 50")
    with pytest.raises(LibraryError) as caught:
        library.shelf.mark([entry_id], read=True)
    assert "does not let go" in caught.value.happened
    assert library.shelf.entry(entry_id).read is None, "reading goes on"
    other.execute("COMMIT")
    other.close()
    library.shelf.mark([entry_id], read=True)
    assert library.shelf.entry(entry_id).read


@pytest.mark.parametrize("value", [10**20, "half a pair: \ud800"])
def test_a_value_that_sqlite_cannot_hold_is_said(value: int | str, library: Library) -> None:
    entry_id = add(library, 1)
    with pytest.raises(LibraryError, match="cannot hold"):
        if isinstance(value, int):
            library.shelf.mark([value], read=True)
            library.shelf.entry(value)
        else:
            library.shelf.tag([entry_id], [value])
    assert library.shelf.entry(entry_id).tags == ()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError) as caught:
        Library.open(tmp_path / "file" / "library.db", clock=clock)
    assert str(tmp_path / "file") in caught.value.happened


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_of_somebody_else_is_an_error_of_two_lines(clock: Clock) -> None:
    folder = Path("/tmp") / f"newsreader-read-only-{os.getpid()}"
    folder.mkdir(mode=0o755)
    try:
        with Library.open(folder / "library.db", clock=clock) as library:
            add(library, 1)
        script = (
            "import os, sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; import datetime\n"
            "from reader.library import Library; from reader.errors import LibraryError; import reader.library.exchange\n"
            "os.setgid(65534); os.setuid(65534)\n"
            "try: Library.open(Path(sys.argv[2]), clock=lambda: datetime.datetime.now(datetime.UTC))\n"
            "except LibraryError as error: print(error)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, str(ROOT), str(folder / "library.db")],
            capture_output=True,
            text=True,
            check=False,
            env=unmeasured(),
        )
        assert done.stderr == ""
        assert len(done.stdout.splitlines()) == 2
        assert "cannot be" in done.stdout
    finally:
        shutil.rmtree(folder)


def test_a_missing_index_is_said_and_marks_are_still_kept(library: Library) -> None:
    entry_id = add(library, 1)
    library.db.run("DROP TABLE terms")
    with pytest.raises(LibraryError) as caught:
        library.index.search("ferry")
    assert "doctor" in caught.value.advice
    library.shelf.mark([entry_id], read=True)
    assert library.shelf.entry(entry_id).read


def test_a_library_that_is_no_longer_open_says_so(library: Library) -> None:
    library.close()
    with pytest.raises(LibraryError):
        library.shelf.counts(View())


def test_a_clock_that_jumps_neither_hides_nor_locks(library: Library, clock: Clock) -> None:
    clock.now = NOON + timedelta(days=4000)
    ahead = library.shelf.add(an_article(title="Ahead", published=None), HARBOR, fetched=clock.now).entry_id
    with pytest.raises(RuntimeError), library.instance.alone("update"):
        raise RuntimeError
    clock.now = NOON
    add(library, 1)
    assert ahead in library.shelf.ids(View())
    assert [it.label for it in library.shelf.groups(View())] == ["Later", "Today"]
    with library.instance.alone("update"):
        library.shelf.mark([ahead], read=True)
    assert library.journal.undo() is not None


def test_only_one_at_a_time_does_what_only_one_may(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, clock=clock) as here, Library.open(path, clock=clock) as there:
        with here.instance.alone("update"):
            with pytest.raises(LibraryError) as caught, there.instance.alone("update"):
                pass
            assert "busy" in caught.value.happened
            clock.now += timedelta(days=1)
            with pytest.raises(LibraryError), there.instance.alone("update"):
                pass
        with there.instance.alone("update"):
            pass


def test_the_work_of_a_killed_instance_can_be_taken_up(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "library.db"
    script = (
        "import os, sys, datetime; from pathlib import Path; from reader.library import Library\n"
        "library = Library.open(Path(sys.argv[1]), clock=lambda: datetime.datetime.now(datetime.UTC))\n"
        "library.instance.alone('update').__enter__(); os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT, check=False)
    with Library.open(path, clock=clock) as library, library.instance.alone("update"):
        assert library.db.value("SELECT count(*) FROM leases") == 1


def test_two_programs_see_each_other_at_once(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, clock=clock) as here:
        entry_id = add(here, 1)
        stamp = here.stamp()
        script = (
            "import sys, datetime; from pathlib import Path; from reader.library import Library\n"
            "with Library.open(Path(sys.argv[1]), clock=lambda: datetime.datetime.now(datetime.UTC)) as library:\n"
            "    library.shelf.mark([int(sys.argv[2])], starred=True)\n"
        )
        subprocess.run([sys.executable, "-c", script, str(path), str(entry_id)], cwd=ROOT, check=True)
        assert here.stamp() != stamp
        assert here.shelf.entry(entry_id).starred


def test_threads_may_all_read_and_write_at_once(library: Library) -> None:
    ids = [add(library, number) for number in range(8)]
    failures: list[BaseException] = []

    def work(entry_id: int) -> None:
        try:
            for turn in range(10):
                library.shelf.mark([entry_id], read=turn % 2 == 0)
                library.index.search("ferry")
                library.shelf.window(View(), 0, 5)
            library.shelf.mark([entry_id], read=True)
        except LibraryError as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(it,)) for it in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert library.shelf.counts(View()).unread == 0
