"""Breaks the code in small ways, one at a time, and counts which of them the tests notice.

    python -m tests.mutants [--sample 100] [--seed 1] [ROOM …]      rooms: those of `ROOMS`; without any, all of these

A mutant is one change of one expression (a comparison turned, `and` for `or`, a number one more, a condition denied, a sign
changed) in a copy of the repository; the tests of its room decide: those named for the file and the room's pinned outcomes
first, which notice most in seconds, then all. Told are those that nobody noticed, with their line and what was changed.

Left alone is what is no behavior: annotations, how many results a cache keeps (`maxsize`), and the `strict=True` of a `zip`,
which asserts what holds anyway. All else counts, also what no test could ever notice.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS: dict[str, tuple[str, ...]] = {
    "text": ("tests/text", "tests/hostile/test_pages.py"),
    "parser": ("tests/parser", "tests/test_seeds.py", "tests/hostile/test_pages.py"),
    "passages": ("tests/passages",),
    "summaries": ("tests/summaries", "tests/bench/test_checking.py"),
    "search": ("tests/search",),
    "typeset": ("tests/typeset",),
    "feeds": ("tests/feeds",),
    "opml": ("tests/opml",),
    "filters": ("tests/test_filters.py",),
    "versions": ("tests/test_versions.py",),
    "formats": ("tests/formats", "tests/hostile/test_exports.py"),
    "settings": ("tests/settings",),
    "files": ("tests/test_files.py",),
    "outside": ("tests/test_outside.py",),
    "fetch": ("tests/fetch",),
    "library": ("tests/library",),
    "newsroom": ("tests/newsroom",),
    "linear": ("tests/linear",),
    "cli": ("tests/cli",),
}
"""Where mutants are made (a room is a folder or a file), and which tests are to notice them. Not the screen: its tests take
minutes, and a mutant that survives asks all of them."""

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_LONGEST = 300
"""Seconds after which tests that hang have noticed."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the file, the number of the node in it, and the line in words with what was changed."""

    file: Path
    node: int
    line: int
    told: str


def mutated(node: ast.AST) -> ast.AST | None:
    """The node with its one change; None for a node that has none."""
    made = copy.deepcopy(node)
    match made:
        case ast.Compare(ops=[op]) if type(op) in _TURNED:
            made.ops = [_TURNED[type(op)]()]
        case ast.BoolOp():
            made.op = ast.Or() if isinstance(made.op, ast.And) else ast.And()
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            made.op = ast.Sub() if isinstance(made.op, ast.Add) else ast.Add()
        case ast.Constant(value=bool(value)):
            made.value = not value
        case ast.Constant(value=int(value)):
            made.value = value + 1
        case ast.UnaryOp(op=ast.Not()):
            return made.operand
        case ast.IfExp() | ast.If():
            made.test = ast.UnaryOp(ast.Not(), made.test)
        case _:
            return None
    return made


def nodes(tree: ast.Module) -> Iterator[tuple[int, ast.expr | ast.stmt]]:
    """Nodes within functions, which the tests can reach, by their number in the tree."""
    inside = {id(it) for each in ast.walk(tree) if isinstance(each, ast.FunctionDef) for it in ast.walk(each)}
    silent = {id(it) for each in ast.walk(tree) for part in _silent(each) for it in ast.walk(part)}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in inside and id(node) not in silent and isinstance(node, ast.expr | ast.If):
            yield number, node


def _silent(node: ast.AST) -> list[ast.expr]:
    """What of a node is no behavior."""
    match node:
        case ast.arg() | ast.AnnAssign():
            found = [node.annotation]
        case ast.FunctionDef():
            found = [node.returns]
        case ast.keyword(arg="maxsize") | ast.keyword(arg="strict", value=ast.Constant(value=True)):
            found = [node.value]
        case _:
            found = []
    return [it for it in found if it is not None]


def every(room: str) -> list[Mutant]:
    """All mutants of a room."""
    found = []
    place = ROOT / "reader" / room
    for file in sorted(place.rglob("*.py")) or [place.with_suffix(".py")]:
        lines = file.read_text("utf-8").splitlines()
        for number, node in nodes(ast.parse("\n".join(lines))):
            made = mutated(node)
            if made is not None:
                told = f"{lines[node.lineno - 1].strip()} [{_short(node)} → {_short(made)}]"
                found.append(Mutant(file.relative_to(ROOT), number, node.lineno, told))
    return found


def _short(node: ast.AST) -> str:
    return ast.unparse(node).partition("\n")[0][:80]


class _Change(ast.NodeTransformer):
    def __init__(self, target: ast.AST) -> None:
        self.target = target

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.target:
            return mutated(node) or node
        return self.generic_visit(node)


def runs(file: Path, room: str) -> list[tuple[str, ...]]:
    """The tests to ask, one after the other: those named for the file and pinned outcomes; all others of the room."""
    inside = file.relative_to("reader")
    tests = Path("tests")
    first = tests / inside.parent / f"test_{inside.stem}.py", tests / room / "test_pinned.py"
    there = tuple(it.as_posix() for it in first if (ROOT / it).exists())
    others = tuple(it for it in ROOMS[room] if it not in there)
    left = (*others, *(f"--ignore={it}" for it in there)) if others else ()
    return [asked for asked in (there, left) if asked]


def noticed(mutant: Mutant, room: str, place: Path) -> bool:
    """Whether the tests of its room fail with it. `place` is a copy of the repository."""
    file = place / mutant.file
    before = file.read_text("utf-8")
    tree = ast.parse(before)
    target = next(node for number, node in enumerate(ast.walk(tree)) if number == mutant.node)
    file.write_text(ast.unparse(ast.fix_missing_locations(_Change(target).visit(tree))), "utf-8")
    try:
        return any(_fail(tests, place) for tests in runs(mutant.file, room))
    finally:
        file.write_text(before, "utf-8")


def _fail(tests: tuple[str, ...], place: Path) -> bool:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests],
            cwd=place,
            env=os.environ | {"PYTHONPATH": str(place), "CI": "true"},
            capture_output=True,
            timeout=_LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> int:
    """Sample, break, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", default=[])
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    wished = parser.parse_args()
    pool = [(mutant, room) for room in wished.rooms or ROOMS for mutant in every(room)]
    chosen = random.Random(wished.seed).sample(pool, min(wished.sample, len(pool)))
    killed, tried = Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="newsreader-mutants-") as folder:
        place = Path(folder) / "repository"
        shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(".git", ".*_cache", "__pycache__", ".venv"))
        for mutant, room in chosen:
            tried[room] += 1
            if noticed(mutant, room, place):
                killed[room] += 1
            else:
                sys.stdout.write(f"alive: {mutant.file}:{mutant.line}: {mutant.told}\n")
                sys.stdout.flush()
    for room in tried:
        sys.stdout.write(f"{room}: {killed[room]} of {tried[room]} noticed\n")
    total = tried.total()
    sys.stdout.write(
        f"{killed.total()} of {total} noticed ({killed.total() / max(1, total):.0%}); {len(pool):,} there are\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
