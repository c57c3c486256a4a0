"""The command line: verbs, what they print, and how failures end. No step lives here: verbs ask the newsroom."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from types import TracebackType

from reader import __version__, errors

EXIT_CODES: dict[type[BaseException], int] = {
    errors.UsageError: 2,
    errors.SettingsError: 2,
    errors.UnreadableError: 3,
    errors.FetchError: 4,
    errors.LibraryError: 5,
}
"""How each failure ends; 0 is done, 1 means that some or all of several failed."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What a stream fails with that has no room, or whose disk is broken."""

INTERRUPTED = 130
"""What a shell expects of a program that Control-C ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and say how it ended, as an exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        sys.excepthook = _report
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a locale without a sign must not end the program
            stream.reconfigure(errors="replace")
    try:
        code = _run(given)
        if sys.stdout is not None:
            sys.stdout.flush()  # what cannot be printed is told here: at its own end Python prints a trace of it
        return code
    except errors.ReaderError as error:
        from reader.cli.saying import complain

        complain(error.happened, error.advice)
        return next((code for kind, code in EXIT_CODES.items() if isinstance(error, kind)), 1)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has enough (`| head`)
        _print_no_more()
        return 0
    except OSError as error:
        if error.errno not in _FULL or error.filename is not None:
            raise
        from reader.cli.saying import complain

        _print_no_more()
        complain(f"What was to be printed cannot be written: {error.strerror}.", "Make room, or print it elsewhere.")
        return 1


def _print_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from reader.cli.failing import report

    report(kind, error, trace)


def _run(given: list[str]) -> int:
    if given == ["--version"]:  # by itself, so that it loads nothing else
        print(f"newsreader {__version__}")
        return 0
    if not given:  # the most frequent start, and the one that is waited for
        from reader.cli import screen

        return screen.screen(given, ())
    from reader.cli import verbs

    names = [verb.name for verb in verbs.VERBS]
    if given[0] in names or given[0] in ("-h", "--help", "--version"):
        from reader.cli import parsing

        return parsing.run(given)
    from reader.cli import screen

    if any(word.startswith("-") and word != "-" for word in given):
        from reader.cli import parsing

        options = parsing.screen_parser().parse_args(given)
        return screen.screen(options.sources, names, options)
    return screen.screen(given, names)
