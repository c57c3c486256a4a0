"""The door to the screen: `newsreader` and `newsreader SOURCE…`; where their output goes elsewhere the article, or the list.

What a pipe or a file gives at standard input is a source, on the screen and in a pipe alike."""

from __future__ import annotations

import atexit
import gc
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from reader import files, settings
from reader.errors import ReaderError, UnreadableError, UsageError
from reader.text.clean import one_line

if TYPE_CHECKING:
    import argparse
    from io import BufferedReader


def screen(sources: Sequence[str], verbs: Iterable[str], options: argparse.Namespace | None = None) -> int:
    """Open the screen; sources come in behind its first paint, and those that are not there are told of then.

    Raises UsageError or UnreadableError when none of them is there.
    """
    if sources and not any(map(_there, sources)):
        raise _missing(sources[0], verbs)
    linear = (options is not None and options.linear) or (sys.stdout.isatty() and settings.load().linear)
    if not sys.stdout.isatty() and not linear:
        return _piped(sources)
    if linear or _plain():
        return _linear(sources, "" if linear else _WHY)
    if not sources and _is_fed():
        sources = ["-"]
    gc.disable()  # until the first paint (`ReadingScreen.on_mount`): what starts lives on, and 6 % is saved
    from reader import newsroom, tui

    wished = settings.load()
    if options is not None:
        wished = replace(
            wished,
            color=options.color or wished.color,
            mouse=wished.mouse and not options.no_mouse,
            ascii=wished.ascii or options.ascii,
        )
    taken, sources = _from_input(sources)
    if not sys.stdin.isatty():
        raise _keyless()
    with newsroom.start(wished, samples=True) as room:
        tui.run(room, wished, room.clock, [*taken, *sources])
    return 0


_WHY = "This terminal cannot draw the screen (TERM is dumb), so this is the linear edition; help lists its commands."


def _plain() -> bool:
    """Whether the terminal says of itself that it can put text on a line and nothing else."""
    return os.environ.get("TERM") == "dumb"


def _is_fed() -> bool:
    """Whether a pipe or a file stands at standard input, so that what comes from there is meant, as in `less`."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError, AttributeError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def _has_come() -> bool:
    """Whether anything comes from there: what starts programs by itself often gives them an empty pipe."""
    return bool(cast("BufferedReader", sys.stdin.buffer).peek(1))


def _linear(sources: Sequence[str], notice: str) -> int:
    """The same newsroom, line by line; standard input may be a script."""
    from reader import linear, newsroom

    wished = settings.load()
    taken, sources = _from_input(sources)
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):  # a sign that the locale lacks must not end the conversation
            stream.reconfigure(errors="replace")
    with newsroom.start(wished, samples=True) as room:
        return linear.run(room, wished, [*taken, *sources], sys.stdin, sys.stdout, notice)


def _there(source: str) -> bool:
    return source == "-" or "://" in source or files.is_there(files.path_of(source))


def _missing(source: str, verbs: Iterable[str]) -> ReaderError:
    """What to say of a word that is neither a source nor a verb."""
    name = one_line(source)[-200:]
    if os.sep not in source and "." not in source:
        from reader.cli.nearness import near_verb

        near = near_verb(source, verbs)
        advice = (
            f"Perhaps `newsreader {near}` was meant; see --help." if near else "`newsreader --help` lists the verbs."
        )
        return UsageError(f"newsreader: “{name}” is no file and no verb.", advice)
    return UnreadableError(f"There is no file {name}.", "Look at the name; `newsreader --help` lists the verbs.")


def _keyless() -> UsageError:
    return UsageError("newsreader: there is no keyboard to read keys from.", "Start it in a terminal.")


def _piped(sources: Sequence[str]) -> int:
    from reader.cli import parsing

    if not sources:
        return parsing.run(["read", "-"] if _is_fed() and _has_come() else ["list"])
    if len(sources) == 1:
        return parsing.run(["read", *sources])
    return max([_printed(source) for source in sources])


def _printed(source: str) -> int:
    """One article of several; 1 when it cannot be read, which does not keep the others back."""
    from reader.cli import parsing, saying

    try:
        return parsing.run(["read", source])
    except ReaderError as error:
        saying.complain(error.happened, error.advice)
        return 1


def _from_input(sources: Sequence[str]) -> tuple[list[str], list[str]]:
    """What came on standard input, as a file that is gone when the program ends; keys then come from the terminal."""
    if "-" not in sources:
        return [], list(sources)
    file = settings.load().state_dir / f"standard-input-{os.getpid()}"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(sys.stdin.buffer.read())
    except OSError as error:
        raise UnreadableError(
            f"Standard input cannot be kept in {file.parent}: {error.strerror}.",
            "Set NEWSREADER_STATE_DIR to a folder of yours.",
        ) from error
    atexit.register(file.unlink, missing_ok=True)
    try:
        terminal = os.open("CONIN$" if os.name == "nt" else "/dev/tty", os.O_RDWR)
    except OSError as error:
        raise _keyless() from error
    os.dup2(terminal, 0)
    os.close(terminal)
    return [str(file)], [it for it in sources if it != "-"]
