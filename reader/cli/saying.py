"""How a failure is told on the command line: two lines on standard error, fit for a terminal."""

from __future__ import annotations

import sys

from reader.text.clean import one_line


def complain(happened: str | None, advice: str | None) -> None:
    """Print what happened and what to try, a line each, without control characters."""
    print(one_line(happened or ""), one_line(advice or ""), sep="\n", file=sys.stderr)
