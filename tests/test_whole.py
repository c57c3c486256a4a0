"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.whole import left_over, whole

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions and pipes as POSIX has them")


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(it.name for it in folder.iterdir())


@pytest.mark.parametrize("synced", [True, False])
def test_a_file_is_there_when_all_is_written(tmp_path: Path, synced: bool) -> None:
    file = tmp_path / "a.txt"
    with whole(file, synced=synced) as stream:
        stream.write(b"one ")
        assert not file.exists()
        stream.write(b"two")
    assert file.read_bytes() == b"one two" and names(tmp_path) == ["a.txt"]


def test_an_error_on_the_way_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), whole(file) as stream:
        stream.write(b"new")
        raise KeyboardInterrupt
    assert file.read_bytes() == b"old" and names(tmp_path) == ["a.txt"]


def test_a_folder_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(OSError, match=r"a\.txt"), whole(tmp_path / "a.txt"):
        pass
    assert names(tmp_path) == ["a.txt"]


def test_where_no_folder_is_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole(tmp_path / "missing" / "a.txt"):
        pass
    assert names(tmp_path) == []


@POSIX
def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "real.txt", tmp_path / "link.txt"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    with whole(link, mode=0o600) as stream:
        stream.write(b"new")
    assert link.is_symlink() and file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640


@POSIX
def test_a_new_file_gets_the_mode_that_is_asked_for(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        for name, mode, expected in (("a", 0o666, 0o644), ("b", 0o600, 0o600)):
            with whole(tmp_path / name, mode=mode) as stream:
                stream.write(b"x")
            assert (tmp_path / name).stat().st_mode & 0o777 == expected
    finally:
        os.umask(before)


@POSIX
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with whole(pipe) as stream:
        stream.write(b"through")
    assert os.read(reader, 100) == b"through" and pipe.is_fifo()
    os.close(reader)


@POSIX
def test_what_a_killed_writer_leaves_is_found(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    code = (
        "import os, signal, sys; from pathlib import Path; from reader.whole import whole\n"
        "with whole(Path(sys.argv[1])) as stream:\n"
        "    stream.write(b'new'); stream.flush(); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run([sys.executable, "-c", code, str(file)], check=False, cwd=root)
    assert done.returncode == -signal.SIGKILL
    assert file.read_bytes() == b"old"
    assert [it.read_bytes() for it in left_over(tmp_path)] == [b"new"]
