"""Pages that were closed and sizes that are gone leave nothing behind."""

from __future__ import annotations

import ctypes
import gc
import sys
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
    return Region.intersection.cache_info().currsize


async def test_a_new_size_lets_go_of_the_rectangles_of_the_old(room: Newsroom) -> None:
    fill(room, PIERS)
    async with reading(room) as reader:
        for width in range(60, 140, 4):
            await reader.pilot.resize_terminal(width, 40)
            await reader.settle()
        after = _rectangles()
        await reader.pilot.resize_terminal(140, 40)
        await reader.settle()
        assert _rectangles() <= after < 200


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1])


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc keeps what is free")
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
