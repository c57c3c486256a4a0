"""A terminal that goes away: the program ends as if it had been asked to, with everything written down."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable

LOOK = 2.0
"""Seconds between looks whether the terminal is still there. Where the signal is ignored, as under `nohup`, Textual
reads the end of input again and again: 20 % of a processor for nobody."""


def heed(leave: Callable[[], None]) -> None:
    """Leave when the terminal hangs up or the system asks; Windows has no such signals."""
    loop = asyncio.get_running_loop()
    for number in (it for it in signal.Signals if it.name in ("SIGHUP", "SIGTERM")):
        try:
            loop.add_signal_handler(number, leave)
        except (NotImplementedError, RuntimeError, ValueError):  # Windows, or no main thread
            return


def gone() -> bool:
    """Whether the terminal from which keys come is there no longer."""
    stream = sys.__stdin__
    try:
        return stream is None or not stream.isatty()
    except ValueError:  # it was closed
        return True
