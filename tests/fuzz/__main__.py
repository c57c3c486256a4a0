"""Brings made-up bytes to a door for as long as one likes: `python -m tests.fuzz DOOR [SECONDS]` (all doors: `all`).

With atheris (pip install atheris) coverage guides it; without, examples are mutated by chance. What breaks a door is
written to `tests/fuzz/found/DOOR-NUMBER`, which the suite brings to that door from then on.
"""

from __future__ import annotations

import gc
import random
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from types import FunctionType

from tests.fuzz.doors import DOORS, enter
from tests.fuzz.examples import EXAMPLES, mutated

FOUND = Path(__file__).with_name("found")
_SLOW = 5.0
"""CPU seconds beyond which a door is held to hang."""


def tried(door: str, data: bytes) -> str | None:
    """How a door broke; None when it held."""
    begin = time.process_time()
    try:
        enter(door, data)
    except BaseException as error:  # whatever it is, it is what is looked for
        if isinstance(error, KeyboardInterrupt):
            raise
        return f"{type(error).__name__}: {error}"
    took = time.process_time() - begin
    return f"took {took:.0f} s" if took > _SLOW else None


def keep(door: str, data: bytes, why: str) -> None:
    """Write a finding down."""
    FOUND.mkdir(exist_ok=True)
    file = FOUND / f"{door}-{zlib.crc32(data):08x}"
    file.write_bytes(data)
    sys.stdout.write(f"{file.name}: {why[:300]}\n")


def by_chance(door: str, seconds: float, seed: int = 0) -> tuple[int, int]:
    """Mutate examples; how many were tried, and how many findings there are."""
    chance, end, count = random.Random(seed), time.monotonic() + seconds, 0
    pool, kinds = list(EXAMPLES[door]), set[str]()
    while time.monotonic() < end:
        data = mutated(chance, pool)
        count += 1
        why = tried(door, data)
        if why and why[:60] not in kinds:
            kinds.add(why[:60])
            keep(door, data, why)
    return count, len(kinds)


def guided(door: str, seconds: float) -> None:
    """Let atheris look for it; ends the process."""
    import atheris

    for example in EXAMPLES[door]:  # whatever is imported late is there now
        tried(door, example)
    for found in gc.get_objects():  # `instrument_all` takes minutes: 12,000 functions, of which 2,000 are ours
        if isinstance(found, FunctionType) and str(found.__module__).startswith("reader."):
            atheris.instrument_func(found)

    def one(data: bytes) -> None:
        if why := tried(door, data):
            keep(door, data, why)

    corpus = Path(f"/tmp/newsreader-fuzz-{door}")
    corpus.mkdir(exist_ok=True)
    for number, example in enumerate(EXAMPLES[door]):
        (corpus / str(number)).write_bytes(example)
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-max_total_time={int(seconds)}", "-max_len=20000", "-rss_limit_mb=4000"], one
    )
    atheris.Fuzz()


def main() -> int:
    """Run one door or all."""
    door, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 3600.0
    run: Callable[[str, float], object] = by_chance
    if door != "all" and "--chance" not in sys.argv:
        try:
            guided(door, seconds)
        except ImportError:
            sys.stdout.write("without atheris: examples are mutated by chance\n")
    for each in DOORS if door == "all" else (door,):
        sys.stdout.write(f"{each}: {run(each, seconds)} tried, found\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
