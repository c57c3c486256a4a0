"""The faults: each strikes a person at work and says what had been acknowledged, and what of it is lost afterwards."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.library.opening import opened
from reader.library.schema import STEPS
from tests.faults.work import Told, lost

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60.0
"""Seconds until a worker that says nothing counts as hung."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a fault: acts acknowledged, acts refused, refusals that were no two lines, and what is lost."""

    acknowledged: int
    refused: int
    lost: tuple[str, ...]


class Work:
    """A worker in a process of its own; ends with its block, by a kill if need be."""

    def __init__(self, folder: Path, *options: str, seed: int = 0) -> None:
        self.folder = folder
        self.told: list[Told] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.work", str(folder), "--seed", str(seed), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with contextlib.suppress(ValueError):  # the last line of one who was killed may be cut
                self.told.append(json.loads(line))

    def until(self, count: int, refused: bool = False) -> None:
        """Wait until so many more acts were acknowledged, or with `refused` until so many more were refused."""
        before, end = self._count(refused), time.monotonic() + _PATIENCE
        while self._count(refused) - before < count:
            if time.monotonic() > end or self.process.poll() is not None:
                assert self.process.stderr is not None
                self.process.kill()
                raise AssertionError(f"no more acts: {self.process.stderr.read()[-2000:]}")
            time.sleep(0.005)

    def _count(self, refused: bool) -> int:
        return sum(("refused" in it) == refused for it in self.told)

    def end(self, by: signal.Signals | None = signal.SIGKILL) -> Outcome:
        """End the worker, by a signal or with None by itself; what came of it all."""
        if by is None:
            _, said = self._leave()
            assert self.process.returncode == 0, said
        else:
            self.process.send_signal(by)
            self.process.wait(_PATIENCE)
        self._listener.join(_PATIENCE)
        return outcome(self.folder, self.told)

    def _leave(self) -> tuple[None, str]:
        assert self.process.stdin is not None and self.process.stderr is not None
        self.process.stdin.close()
        self.process.wait(_PATIENCE)
        return None, self.process.stderr.read()


def outcome(folder: Path, told: list[Told]) -> Outcome:
    """What is there of what was told."""
    wrong = [str(it) for it in told if "refused" in it and not (it["refused"] and it["advice"])]
    missing = [*wrong, *map(str, lost(folder, told))]
    refused = sum("refused" in it for it in told)
    return Outcome(len(told) - refused, refused, tuple(missing))


def killed(folder: Path, seed: int = 0) -> Outcome:
    """SIGKILL at any moment."""
    work = Work(folder, seed=seed)
    work.until(5 + seed * 7 % 60)
    return work.end()


def terminated(folder: Path, seed: int = 0) -> Outcome:
    """SIGHUP, as when a terminal goes away."""
    work = Work(folder, seed=seed)
    work.until(20 + seed)
    return work.end(signal.SIGHUP)


def disk_full(folder: Path, seed: int = 0) -> Outcome:
    """A small disk, full; then somebody makes room, and work goes on."""
    with small_disk(folder, 24) as disk:
        work = Work(disk, seed=seed)
        work.until(20)
        filler = disk / "filler"
        with contextlib.suppress(OSError), filler.open("wb") as stream:
            while True:
                stream.write(bytes(4096))
                stream.flush()
        work.until(5, refused=True)
        filler.unlink()
        work.until(20)
        return work.end()


_QUOTA = 1_500_000
"""Bytes: the write-ahead file has 0.44 MB when the tables are made, and each article adds 0.15."""


def file_limit(folder: Path, seed: int = 0) -> Outcome:
    """No file may grow beyond a size (ulimit -f), which stands for a quota."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_QUOTA, before[1]))
    try:
        work = Work(folder, seed=seed)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    work.until(3, refused=True)
    return work.end()


def rights_lost(folder: Path, seed: int = 0) -> Outcome:
    """The folder and its files are made unreadable while work goes on; then the rights come back."""
    folder.chmod(0o777)
    work = Work(folder, "--nobody", seed=seed)
    work.until(10)
    _owned(folder, 65534)
    work.until(30)
    files = [*folder.glob("library.db*")]
    for file in (*files, folder):
        file.chmod(0o000)
    time.sleep(0.3)
    for file in (folder, *files):
        file.chmod(0o755)
    work.until(10)
    return work.end()


def _owned(folder: Path, user: int) -> None:
    for file in (folder, *folder.rglob("*")):
        os.chown(file, user, user)


def locked(folder: Path, seed: int = 0) -> Outcome:
    """Another program holds the library and lets go later."""
    work = Work(folder, seed=seed)
    work.until(10)
    other = sqlite3.connect(folder / "library.db", isolation_level=None, timeout=_PATIENCE)
    other.execute("BEGIN IMMEDIATE")
    work.until(2, refused=True)
    other.execute("COMMIT")
    other.close()
    work.until(20)
    return work.end()


def clock_jumps(folder: Path, seed: int = 0) -> Outcome:
    """The clock goes years back and forth between any two acts."""
    work = Work(folder, "--jumping", seed=seed)
    work.until(60)
    return work.end()


def upgraded(folder: Path, seed: int = 0) -> Outcome:
    """A newer version brings the library up while this one works; this one then refuses to open it in two lines."""
    work = Work(folder, seed=seed)
    work.until(10)
    newer = opened(folder / "library.db", lambda: datetime.now(UTC), (*STEPS, "CREATE TABLE more (x);"))
    work.until(20)
    work.process.kill()
    work.process.wait()
    refused = subprocess.run(
        [sys.executable, "-m", "reader", "list"],
        env=os.environ | {"NEWSREADER_DATA_DIR": str(folder), "NEWSREADER_CONFIG": str(folder / "none.toml")},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (refused.returncode, len(refused.stderr.splitlines())) == (5, 2), refused.stderr
    newer.run("DROP TABLE more")
    newer.run(f"PRAGMA user_version = {len(STEPS)}")
    newer.close()
    return work.end()


def two_at_once(folder: Path, seed: int = 0) -> Outcome:
    """Two programs at work on one library, one of them killed."""
    one, other = Work(folder, seed=seed), Work(folder, seed=seed + 1)
    one.until(30)
    one.process.kill()
    other.until(20)
    other.process.kill()
    other.process.wait()
    other._listener.join(_PATIENCE)
    first = one.end()
    second = outcome(folder, other.told)
    return Outcome(first.acknowledged + second.acknowledged, first.refused + second.refused, first.lost + second.lost)


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A file system of that size at a folder. Raises OSError where this user may not make one."""
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        raise OSError("no file system may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


STRIKES: dict[str, Callable[[Path, int], Outcome]] = {
    "killed": killed,
    "hung up": terminated,
    "disk full": disk_full,
    "quota": file_limit,
    "rights lost": rights_lost,
    "locked": locked,
    "clock jumps": clock_jumps,
    "upgraded while at work": upgraded,
    "two at once": two_at_once,
}

NEEDS_ROOT = ("disk full", "rights lost")


def possible(name: str) -> bool:
    """Whether this machine and user can have that fault."""
    if sys.platform == "win32":
        return False
    return name not in NEEDS_ROOT or (os.geteuid() == 0 and (name != "disk full" or _may_mount()))


def _may_mount() -> bool:
    folder = Path(tempfile.mkdtemp())
    try:
        with small_disk(folder, 1):
            return True
    except OSError:
        return False
    finally:
        shutil.rmtree(folder, ignore_errors=True)
