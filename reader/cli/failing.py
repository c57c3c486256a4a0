"""A mistake of our own: written into the log, and told in two lines instead of a page of Python.

Installed as the interpreter's hook for what nobody caught, so that tests and those who call us see the exception itself.
"""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType

from reader import __version__, settings
from reader.cli.saying import complain
from reader.errors import ReaderError


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write down what happened, and say where."""
    told = "".join(traceback.format_exception(kind, error, trace))
    try:
        file = settings.load().log_file
        file.parent.mkdir(0o700, parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} newsreader {__version__}\n{told}\n")
        advice = f"Please report it; what happened stands in {file}, and what was kept is safe."
    except (OSError, ReaderError):
        print(told, file=sys.stderr)
        advice = "Please report what stands above; what was kept is safe."
    complain(f"newsreader made a mistake of its own and had to end: {kind.__name__}.", advice)
