"""Letting go of what Textual remembers of pages that were closed and of sizes that are gone.

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
