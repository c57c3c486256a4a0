"""How a failure is told on the command line: two lines on standard error, fit for a terminal."""

from __future__ import annotations

import sys

from reader.text.clean import one_line


def nothing(what: str, query: str) -> None:
    """Say on standard error that there is nothing to print, so that nobody takes it for a program that failed."""
    asked = one_line(query)[:80]
    print(f"No {what} fits “{asked}”." if asked else f"There is no {what}.", file=sys.stderr)


def complain(happened: str | None, advice: str | None) -> None:
    """Print what happened and what to try, a line each, without control characters."""
    print(one_line(happened or ""), one_line(advice or ""), sep="\n", file=sys.stderr)
