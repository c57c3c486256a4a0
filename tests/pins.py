"""What made cases come to, pinned in files that can be read: any shift of behavior is seen, and named.

    python -m tests.pins [--write] [ROOM …]

A weight, a threshold or a signal that is a little off breaks no rule that a test could state, and yet some places, lines or
pieces are judged differently. So hundreds of cases are made by rule, always the same, and what each comes to is kept: a
line a case in `tests/ROOM/pinned/`. Where that is meant to change, `--write` pins it anew, and the change can be read in the
diff; a figure per class (`python -m tests.bench.floor` and its kin) has to say that it is for the better.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOMS = ("passages", "parser", "summaries", "search", "library")
"""Rooms with a `pinned.py`, whose `TABLES` are named functions that make the cases and say what they come to."""
_SHOWN = 12

Outcomes = dict[str, str]
"""The name of a case ("moved 3": the class and a number or words) to what it came to, verdict first."""
Table = Callable[[], Outcomes]


def tables(room: str) -> dict[str, Table]:
    """The tables of a room."""
    found: dict[str, Table] = import_module(f"tests.{room}.pinned").TABLES
    return found


def file_of(room: str, table: str) -> Path:
    """Where the outcomes of a table are pinned."""
    return HERE / room / "pinned" / f"{table}.txt"


def read(file: Path) -> Outcomes:
    """Pinned outcomes; none where nothing was pinned yet."""
    lines = file.read_text("utf-8").split("\n")[:-1] if file.exists() else []
    return {name: came for name, _, came in (line.partition("\t") for line in lines)}


def write(file: Path, found: Mapping[str, str]) -> None:
    """Pin outcomes."""
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(f"{name}\t{came}\n" for name, came in _lines(found).items()), "utf-8", newline="\n")


def moved(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """What is no longer as it was: figures for each class, then single cases."""
    now = _lines(now)
    changed = [name for name in dict.fromkeys((*before, *now)) if before.get(name) != now.get(name)]
    told = []
    for kind, count in Counter(map(_class, changed)).items():
        was, is_ = (_verdicts(outcomes, kind) for outcomes in (before, now))
        verdicts = ", ".join(f"{is_[it]} {it}, were {was[it]}" for it in sorted(was | is_) if was[it] != is_[it])
        told.append(f"{kind}: {count} of {was.total()} came out differently ({verdicts or 'verdicts as before'})")
    for name in changed[:_SHOWN]:
        told += [f"  {name}", f"    was {before.get(name, 'not there')}", f"    is  {now.get(name, 'not there')}"]
    return told


def _lines(found: Mapping[str, str]) -> Outcomes:
    """Outcomes as a file can hold them."""
    signs = str.maketrans({"\n": "⏎", "\r": "␍", "\t": "⇥"})
    return {name.translate(signs): came.translate(signs) for name, came in found.items()}


def _class(name: str) -> str:
    kind, _, number = name.rpartition(" ")
    return kind if number.isdigit() else "each"


def _verdicts(outcomes: Mapping[str, str], kind: str) -> Counter[str]:
    return Counter(came.split(" ", 1)[0] for name, came in outcomes.items() if _class(name) == kind)


def main() -> int:
    """Make the cases, compare, and pin them anew where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", default=[], metavar="ROOM")
    parser.add_argument("--write", action="store_true", help="pin what the cases come to now")
    wished = parser.parse_args()
    differing = 0
    for room in wished.rooms or ROOMS:
        for table, make in tables(room).items():
            file, found = file_of(room, table), make()
            told = moved(read(file), found)
            differing += bool(told)
            sys.stdout.write("".join(f"{line}\n" for line in (f"{room} {table}: {len(found)} cases", *told)))
            if wished.write:
                write(file, found)
    return 1 if differing and not wished.write else 0


if __name__ == "__main__":
    raise SystemExit(main())
