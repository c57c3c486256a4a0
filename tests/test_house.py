"""The rules of the house that a checker can hold; `reader/README.md` tells them in words.

Which room may import which is also a contract of import-linter in `pyproject.toml`.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import unmeasured

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "reader").rglob("*.py"))

MIDDLE = (
    "parser",
    "feeds",
    "opml",
    "summaries",
    "passages",
    "versions",
    "search",
    "filters",
    "typeset",
    "formats",
    "text",
)
"""Rooms where a value goes in and a value comes out."""

ALLOWED = {
    "textual": {"tui"},
    "rich": {"tui", "cli"},
    "sqlite3": {"library"},
    "httpx": {"fetch", "llm"},
    "httpcore": {"fetch"},
    "socket": {"fetch", "llm"},
    "urllib.request": {"fetch", "llm"},
    "subprocess": {"outside", "apart", "library"},  # the last two start only ourselves
    "webbrowser": {"outside"},
}
"""Who may import what."""

IMPURE = {"os", "pathlib", "socket", "subprocess", "tempfile", "shutil", "time", "urllib.request", "random"}
"""Modules that reach outside: the middle of the house does without. `io` is not among them: csv needs its StringIO."""

LAZY = {
    ("cli", "reader"): "a verb imports the room that it needs",
    ("cli", "rich"): "progress and tables, when a verb shows them",
    ("tui", "reader.tui"): "run() imports the app; views are loaded when first shown",
    ("newsroom", "reader"): "fetch, feeds, parser, summaries, formats are imported by what uses them",
    ("library", "reader.library"): "index, margins, copies, keeping house, the doctor: the list needs none of them",
    ("library", "reader.parser"): "what a feed carries, where it is opened before it was read",
    ("tui", "ctypes"): "memory that is free is given back a minute after the start",
    ("tui", "tomllib"): "a theme of the person's own, where there is one",
    ("tui", "termios"): "not on Windows, and only for a theme that follows the terminal",
    ("tui", "tty"): "not on Windows, and only for a theme that follows the terminal",
    ("parser", "reader.parser.mime"): "what reads mails, where one comes",
    ("parser", "plistlib"): "what reads Safari's archives, where one comes",
    ("settings", "tomllib"): "most starts have no settings file",
    ("typeset", "reader.typeset.hyphens"): "a hyphenator, when articles are set with hyphens",
    ("passages", "reader.passages.standing"): "the fuzzy matcher, when a passage is looked for",
}
"""The doors at which an import waits (rule 10), each with its reason."""


def room(file: Path) -> str:
    """The room a file belongs to: the first name below `reader`."""
    return file.relative_to(ROOT / "reader").parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every module that a tree imports, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node.lineno


def within(module: str, name: str) -> bool:
    """Whether a module is that one or lies below it."""
    return module == name or module.startswith(f"{name}.")


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


@cache
def imported(file: Path) -> tuple[tuple[str, int], ...]:
    """Every module that a file imports, with its line; all files are asked for it ten times."""
    return tuple(imports(parsed(file)))


@pytest.mark.parametrize("library", ALLOWED)
def test_a_library_is_imported_only_by_its_rooms(library: str) -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {module}"
        for file in FILES
        if room(file) not in ALLOWED[library]
        for module, line in imported(file)
        if within(module, library)
    ]
    assert not wrong


def test_the_middle_of_the_house_reaches_nothing_outside() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {module}"
        for file in FILES
        if room(file) in MIDDLE
        for module, line in imported(file)
        if module in IMPURE
    ]
    assert not wrong


def test_imports_wait_only_at_the_listed_doors() -> None:
    wrong = []
    for file in FILES:
        functions = [n for n in ast.walk(parsed(file)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
        for module, line in {pair for function in functions for pair in imports(function)}:
            if not any(room(file) == door and within(module, what) for door, what in LAZY):
                wrong.append(f"{file.relative_to(ROOT)}:{line} imports {module} inside a function")
    assert not wrong


def module(file: Path) -> str:
    """The name under which a file is imported."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def known_to(file: Path, modules: set[str]) -> set[str]:
    """The modules of ours that a file knows: at the top, deferred, or for its types alone."""
    known: set[str] = set()
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.ImportFrom) and node.module:
            known |= {full if (full := f"{node.module}.{it.name}") in modules else node.module for it in node.names}
        elif isinstance(node, ast.Import):
            known |= {it.name for it in node.names}
    return known & modules - {module(file)}


def test_nobody_knows_whoever_knows_him() -> None:
    """Neither deferred nor for its types: what knows one another in a circle can only be read as one."""
    modules = {module(file) for file in FILES}
    try:
        TopologicalSorter({module(file): known_to(file, modules) for file in FILES}).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' -> '.join(error.args[1])}")


def test_no_pattern_loses_its_braces() -> None:
    """`rf".{0,30}"` says ".(0, 30)": how often something repeats is written with double braces there."""
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in FILES
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple)
    ]
    assert not wrong


def test_files_functions_and_classes_stay_small() -> None:
    wrong = []
    for file in FILES:
        lines = len(file.read_text("utf-8").splitlines())
        if lines > 400:
            wrong.append(f"{file.relative_to(ROOT)} has {lines} lines")
        for node in ast.walk(parsed(file)):
            if isinstance(node, Sized) and _length(node) > (300 if isinstance(node, ast.ClassDef) else 40):
                wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} {node.name} has {_length(node)} lines")
    assert not wrong


Sized = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _length(node: Sized) -> int:
    """Lines from `def` to the end, less the docstring."""
    body = node.body[0]
    doc = isinstance(body, ast.Expr) and isinstance(body.value, ast.Constant) and isinstance(body.value.value, str)
    docstring = (body.end_lineno or body.lineno) - body.lineno + 1 if doc else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - docstring


def loaded(*arguments: str, code: str = "") -> set[str]:
    """The modules that a fresh interpreter holds after running that."""
    script = f"import sys; sys.argv = ['newsreader', *{list(arguments)!r}]\n{code}\n"
    script += "import json; sys.stderr.write(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT, env=unmeasured()
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


DOORS = {
    "--version": (
        "from reader.cli import main\ntry: main()\nexcept SystemExit: pass",
        {"textual", "rich", "sqlite3", "httpx", "httpcore", "selectolax", "rapidfuzz", "reader.tui", "reader.library"},
    ),
    "the package": ("import reader", {"reader.model", "reader.cli", "dataclasses"}),
    "the newsroom": (
        "import reader.newsroom",
        {
            "textual",
            "rich",
            "httpx",
            "httpcore",
            "selectolax",
            "rapidfuzz",
            "reader.parser",
            "reader.feeds",
            "reader.summaries",
        },
    ),
}


@pytest.mark.parametrize("door", DOORS)
def test_a_door_loads_only_what_it_needs(door: str) -> None:
    code, denied = DOORS[door]
    arguments = ("--version",) if door == "--version" else ()
    found = {name for name in loaded(*arguments, code=code) for wrong in denied if within(name, wrong)}
    assert not found
