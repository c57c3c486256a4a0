"""Letting go of what Textual remembers of pages that were closed and of sizes that are gone, and of memory that is free.

Textual keeps answers about rectangles, some tens of thousands of them, and with the colors of a widget's edges up to 1,024
widgets' drawn lines, however long those are closed. In an hour of random keys, pages and sizes that was a tenth of the
program's memory.
"""

from __future__ import annotations

from textual._styles_cache import StylesCache
from textual.geometry import Region


def forget() -> None:
    """Let go of it; what is still needed is found anew, within a millisecond."""
    for kind in (Region, StylesCache):
        for method in vars(kind).values():
            clear = getattr(method, "cache_clear", None)
            if clear is not None:
                clear()


def give_back() -> None:
    """Give memory that is free back to the system.

    The C library of Linux keeps it, in pieces between what is in use, for each thread: after half an hour of random keys
    8 of 92 MB (`malloc_trim` of glibc, 5 ms). Where there is no such function, nothing happens.
    """
    from ctypes import CDLL

    try:
        CDLL(None).malloc_trim(0)
    except (AttributeError, OSError, TypeError):
        return
