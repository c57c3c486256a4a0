"""The program once more in another process: values go to and fro, and neither end outlives the other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.apart import Apart, Channel

MODULE = __name__
ROOT = Path(__file__).resolve().parent.parent


def main(channel: Channel) -> None:
    """Be the process: answer questions until none comes any more."""
    for asked in channel.heard():
        if asked == "who":
            channel.tell((os.getpid(), os.nice(0)))
        elif asked == "print":
            sys.stdout.write("nobody reads this")
            sys.stdout.flush()
            channel.tell("printed")
        elif asked == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        else:
            channel.tell(asked)
    channel.tell("good bye")


def runs(pid: int) -> bool:
    """Whether a process runs and is more than a row in a table."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_values_go_to_another_process_and_come_back() -> None:
    with Apart(MODULE) as apart:
        for value in ("words", {"a": (1, None)}, b"\0" * 300_000):
            apart.tell(value)
            assert apart.hear() == value
        apart.tell("who")
        assert apart.hear() != (os.getpid(), os.nice(0))


def test_a_patient_process_gives_way() -> None:
    with Apart(MODULE, patient=True) as apart:
        apart.tell("who")
        assert apart.hear()[1] == min(19, os.nice(0) + 10)


def test_what_is_printed_there_does_not_come_between() -> None:
    with Apart(MODULE) as apart:
        apart.tell("print")
        assert apart.hear() == "printed"


def test_one_that_hears_nothing_more_comes_to_its_end() -> None:
    with Apart(MODULE) as apart:
        apart.hang_up()
        assert list(apart.heard()) == ["good bye"]
        with pytest.raises(EOFError):
            apart.tell("more")


def test_one_that_dies_is_noticed() -> None:
    with Apart(MODULE) as apart:
        apart.tell("die")
        with pytest.raises(EOFError):
            apart.hear()


def test_it_ends_with_who_started_it() -> None:
    with Apart(MODULE) as apart:
        apart.tell("who")
        pid = apart.hear()[0]
        assert runs(pid)
    assert not runs(pid)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes in /proc")
def test_it_ends_when_who_started_it_is_killed() -> None:
    code = (
        f"from reader.apart import Apart; import os; apart = Apart({MODULE!r}); apart.tell('who'); "
        "print(apart.hear()[0], flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT)
    pid = int(done.stdout)
    end = time.monotonic() + 20
    while runs(pid) and time.monotonic() < end:
        time.sleep(0.02)
    assert not runs(pid)
