"""Pages that were closed and sizes that are gone leave nothing behind."""

from __future__ import annotations

import ctypes
import gc
import platform
from pathlib import Path
from weakref import WeakSet

import pytest
from textual.geometry import Region
from textual.widget import Widget

from reader.newsroom import Newsroom
from reader.tui.forgetting import give_back
from tests.tui.conftest import Reader, fill, reading
from tests.tui.test_finding import PIERS


def left(found: WeakSet[object]) -> int:
    gc.collect()
    return len(found)


@pytest.fixture
def drawn() -> WeakSet[object]:
    """What Textual keeps the drawn lines of a widget in, of all widgets that are looked at."""
    return WeakSet()


def look(reader: Reader, drawn: WeakSet[object]) -> None:
    for node in reader.app.screen.walk_children(Widget, with_self=True):
        drawn.add(node._styles_cache)


@pytest.mark.parametrize("key", ["?", "apostrophe"])
async def test_of_pages_that_were_closed_at_most_the_last_is_kept(
    key: str, room: Newsroom, drawn: WeakSet[object]
) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        counts = []
        for _ in range(5):
            await reader.press(key)
            assert reader.app.screen is not reader.screen
            look(reader, drawn)
            await reader.press("escape")
            counts.append(left(drawn))
        assert counts[-1] <= counts[1], "one page more would be kept with each that is opened"


def _rectangles() -> int:
    """Answers about rectangles that Textual keeps."""
    kept = (getattr(method, "cache_info", None) for method in vars(Region).values())
    return sum(info().currsize for info in kept if info is not None)


async def test_a_new_size_lets_go_of_the_rectangles_of_the_old(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        counts = []
        for width in range(60, 140, 4):
            await reader.pilot.resize_terminal(width, 40)
            await reader.settle()
            counts.append(_rectangles())
        assert max(counts[-5:]) < 2 * max(counts[:5])


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1])


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what is free")
def test_free_memory_goes_back_to_the_system() -> None:
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    libc.free.argtypes = [ctypes.c_void_p]
    pieces = [libc.malloc(60_000) for _ in range(1000)]
    for piece in pieces:
        ctypes.memset(ctypes.c_void_p(piece), 1, 60_000)
    for piece in pieces[:-1]:  # the last holds the heap up, as what is in use does
        libc.free(piece)
    before = _resident()
    give_back()
    assert before - _resident() > 5_000, "pages of 4 KB"
    libc.free(pieces[-1])
