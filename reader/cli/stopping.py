"""Control-C while many things come in or go out: what was begun is finished."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def stoppable(steps: Iterable[T]) -> Iterator[T]:
    """The steps, ended by Control-C between two of them: what was begun is finished.

    Python raises KeyboardInterrupt wherever it is, and where C code calls back it is lost without a trace.

    Raises:
        KeyboardInterrupt: after the step in which somebody asked for it.
    """
    asked: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: asked.append(number))
    try:
        for step in steps:
            yield step
            if asked:
                raise KeyboardInterrupt
    finally:
        signal.signal(signal.SIGINT, before)
