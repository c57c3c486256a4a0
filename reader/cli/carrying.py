"""The verbs that carry things in and out: `import`, `export`, `backup`, `restore`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from reader import files, newsroom, settings
from reader.cli import lists
from reader.cli.passages import say_brought
from reader.cli.saying import complain
from reader.cli.stopping import stoppable
from reader.cli.values import entry_number, is_number, shortened
from reader.errors import UnreadableError, UsageError
from reader.formats.rows import entry_json, outcome_json
from reader.model import View
from reader.newsroom import notebook, upkeep
from reader.newsroom.subscriptions import is_list
from reader.text.clean import one_line

if TYPE_CHECKING:
    from reader.library.exchange import Progress
    from reader.library.keeping import Keeping

T = TypeVar("T")
_SHOWN = 20
"""Lines that did not come in are named one by one up to this many for each file; all with --json."""


def _now() -> datetime:
    return datetime.now(UTC)


def bring_in(wished: argparse.Namespace) -> int:
    """Import files; 1 when some of them or of their lines did not come in. A library that fails ends it."""
    outcomes = []
    with newsroom.start(settings.load()) as room:
        room.upkeep.keep_house()  # the copy of the day, before so much changes
        for name in wished.files:
            with _filed(name) as file:
                outcomes.append(_file_in(room, file, quiet=wished.json))
    if wished.json:
        print(json.dumps(outcomes, ensure_ascii=False, indent=2))
    failed = [each for each in outcomes if each["happened"]]
    if failed and len(outcomes) == 1:
        return 3
    return int(any(each["failed"] or each["happened"] or each["wrong"] for each in outcomes))


@contextmanager
def _filed(name: str) -> Iterator[Path]:
    """The file of a name; of standard input, which an import looks at more than once, one that is there meanwhile."""
    if name != "-":
        yield files.path_of(name)
        return
    with TemporaryDirectory(prefix="newsreader-") as folder:
        file = Path(folder) / "standard input"
        try:
            with file.open("wb") as stream:
                copyfileobj(sys.stdin.buffer, stream)
        except OSError as error:
            raise UnreadableError(
                f"Standard input cannot be read or put aside: {error.strerror}.", f"Look at the room in {folder}."
            ) from error
        yield file


def _file_in(room: newsroom.Newsroom, file: Path, *, quiet: bool) -> dict[str, Any]:
    """A file of subscriptions, of passages, or of lines; what came of it."""
    if is_list(file):
        return lists.bring_in(room, file, quiet=quiet)
    marked = notebook.passages_in(file)
    return _one(room.upkeep, file, quiet=quiet) if marked is None else _passages(room, file, marked, quiet=quiet)


def _passages(room: newsroom.Newsroom, file: Path, text: str, *, quiet: bool) -> dict[str, Any]:
    """A file of passages, each to its article; those without one did not come in."""
    came: dict[str, Any] = {"file": str(file), "lines": 0, "new": 0, "changed": 0, "same": 0, "failed": 0, "wrong": []}
    try:
        brought = notebook.bring_in(room.library, text)
    except UnreadableError as error:
        complain(error.happened, error.advice)
        return came | {"happened": error.happened, "advice": error.advice}
    if not quiet:
        say_brought(one_line(file.name), brought)
    came |= {"new": brought.added, "same": brought.known, "failed": brought.homeless}
    return came | {"happened": None, "advice": None}


def _one(keep: upkeep.Upkeep, file: Path, *, quiet: bool) -> dict[str, Any]:
    """One file, with a bar on a terminal; what came of it."""
    came: dict[str, Any] = {"file": str(file), "lines": 0, "new": 0, "changed": 0, "same": 0, "failed": 0}
    wrong: list[dict[str, Any]] = []
    try:
        for step in stoppable(_shown(keep.import_lines(file), one_line(file.name))):
            came |= {name: getattr(step, name) for name in ("lines", "new", "changed", "same", "failed")}
            wrong += [{"line": each.line, "why": each.why} for each in step.wrong]
            if not quiet:
                _say_wrong(step, len(wrong) - len(step.wrong))
    except UnreadableError as error:
        complain(error.happened, error.advice)
        return came | {"wrong": wrong, "happened": error.happened, "advice": error.advice}
    except KeyboardInterrupt:
        print(
            f"Stopped after line {came['lines']:,}; importing {one_line(file.name)} again goes on from there.",
            file=sys.stderr,
        )
        raise
    if not quiet:
        print(f"{one_line(file.name)}: {_said(came)}")
    return came | {"wrong": wrong, "happened": None, "advice": None}


def _said(came: dict[str, Any]) -> str:
    parts = [f"{came['new']:,} new", f"{came['changed']:,} changed", f"{came['same']:,} known"]
    failed = came["failed"]
    return ", ".join([*parts, f"{failed:,} line{'' if failed == 1 else 's'} did not come in"] if failed else parts)


def _say_wrong(step: Progress, said: int) -> None:
    for each in step.wrong[: max(0, _SHOWN - said)]:
        print(f"line {each.line}: {each.why}", file=sys.stderr)
    if said < _SHOWN <= said + len(step.wrong):
        print("More lines did not come in; --json names all.", file=sys.stderr)


def _shown(steps: Any, name: str) -> Any:
    """The steps, with a progress bar where somebody looks."""
    if not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[done]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None, done="")
        for step in steps:
            bar.update(task, total=step.size, completed=step.bytes, done=f"{step.lines:,} lines")
            yield step


def take_out(wished: argparse.Namespace) -> int:
    """Export articles into a folder, the whole library as JSON lines, or the subscriptions."""
    if wished.format in ("opml", "urls"):
        with newsroom.start(settings.load()) as room:
            return lists.take_out(room, wished)
    if wished.to is not None and wished.format != "jsonl":
        return _articles(wished)
    if wished.format not in (None, "jsonl") or len(wished.names) > 1:
        raise UsageError(
            "newsreader export: no folder was named.", "export --to DIR; the whole library: export [FILE]."
        )
    file = _file(wished)
    with newsroom.start(settings.load()) as room:
        if file and file != "-":
            list(room.upkeep.export_lines(files.path_of(file)))
            print(f"Exported the library to {file}", file=sys.stderr)
        else:
            sys.stdout.writelines(room.upkeep.export_lines())
    return 0


def _file(wished: argparse.Namespace) -> str | None:
    """Where the whole library goes, None for standard output. Raises UsageError where that was hardly meant."""
    file: str | None = wished.to or next(iter(wished.names), None)
    if file is None and sys.stdout.isatty():
        raise UsageError("newsreader export: that is the whole library, for a file.", "newsreader export FILE")
    if file and wished.format is None and is_number(file) and not files.is_there(Path(file)):
        raise UsageError(
            f"newsreader export: {shortened(file)} may be an entry or a file.",
            f"The entry: `export {shortened(file)} --to DIR`. The whole library: `export ./{shortened(file)}`.",
        )
    return file


def _articles(wished: argparse.Namespace) -> int:
    """A file for each article; what is there already and the same is not touched."""
    numbers = [entry_number(name) for name in wished.names]
    with newsroom.start(settings.load()) as room:
        ids = numbers or (row.id for row in room.every(View()))
        found = list(room.export(ids, files.path_of(wished.to), wished.format or "markdown"))
    if wished.json:
        print(json.dumps([outcome_json(each) for each in found], ensure_ascii=False, indent=2))
    else:
        for each in found:
            print(f"{each.came:<8} {each.source}")
    return 0


def backup(wished: argparse.Namespace) -> int:
    """Copy the library, or list the copies there are."""
    found = settings.load()
    if wished.list:
        copies = [(copy, copy.stat().st_size) for copy in upkeep.copies(found)]
        if wished.json:
            print(
                json.dumps([{"file": str(copy), "size": size} for copy, size in copies], ensure_ascii=False, indent=2)
            )
        for copy, size in () if wished.json else copies:
            print(f"{size / 1e6:>9,.1f} MB  {copy}")
        return 0
    with newsroom.start(found) as room:
        print(room.upkeep.backup(files.path_of(wished.file) if wished.file else None))
    return 0


def restore(wished: argparse.Namespace) -> int:
    """Bring a copy of the library back, the newest one without a name."""
    restored = upkeep.restore(settings.load(), files.path_of(wished.file) if wished.file else None, _now)
    print(f"Brought back {restored.copy}")
    if restored.aside is not None:
        print(f"What was there before stands in {restored.aside}")
    return 0


def trash(wished: argparse.Namespace) -> int:
    """List the trash, take entries out of it, or empty it."""
    if wished.empty and wished.restore:
        raise UsageError("newsreader trash: two of these wishes contradict each other.", "Give one of them.")
    with newsroom.start(settings.load()) as room:
        keeping = room.library.keeping
        if wished.empty:
            print(f"Erased {keeping.empty_trash():,}")
        elif wished.restore:
            return _from_trash(keeping, wished.restore)
        elif wished.json:
            print(json.dumps([entry_json(row) for row in keeping.trash()], ensure_ascii=False, indent=2))
        else:
            for row in keeping.trash():
                print(f"{row.id:>6}  {row.title}  ({row.origin})")
    return 0


def _from_trash(keeping: Keeping, ids: list[int]) -> int:
    """Take back what of these is in the trash, and say what is not; 1 when that is any."""
    there = {row.id for row in keeping.trash()}
    back = [number for number in ids if number in there]
    if back:
        print(keeping.restore(back).label)
    for number in ids:
        if number not in there:
            complain(f"Entry {number} is not in the trash.", "`newsreader trash` shows what is.")
    return int(len(back) < len(ids))
