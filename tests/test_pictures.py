"""Any bytes are a picture or a clear refusal; a picture keeps its colors and its shape in the cells of a terminal."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reader import pictures
from reader.errors import UnreadableError

RED, BLUE = (255, 0, 0), (0, 0, 255)


def a_file(width: int, height: int, color: tuple[int, ...] = RED, mode: str = "RGB", kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), color).save(out, kind)
    return out.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", pictures.FORMATS)
def test_what_pages_carry_is_read(kind: str) -> None:
    picture = pictures.read(a_file(30, 20, kind=kind))
    assert (picture.width, picture.height) == (30, 20)
    red, green, blue = picture.pixels[:3]
    assert red > 240 and green < 20 and blue < 20


def test_colors_stand_where_they_stood() -> None:
    whole = Image.new("RGB", (40, 40), RED)
    whole.paste(BLUE, (0, 20, 40, 40))
    out = io.BytesIO()
    whole.save(out, "PNG")
    rows = list(pictures.read(out.getvalue()).cells(40, 20))
    assert rows[0][0] == (RED, RED) and rows[-1][-1] == (BLUE, BLUE)


@pytest.mark.parametrize(
    ("size", "room", "cells"),
    [((400, 200), (40, 40), (40, 10)), ((200, 400), (40, 10), (10, 10)), ((1, 1), (30, 8), (16, 8)),
     ((2000, 1), (20, 5), (20, 1)), ((1, 2000), (20, 5), (1, 5)), ((90, 90), (1, 1), (1, 1))],
)  # fmt: skip
def test_a_picture_keeps_its_shape_and_its_bounds(
    size: tuple[int, int], room: tuple[int, int], cells: tuple[int, int]
) -> None:
    rows = list(pictures.read(a_file(*size)).cells(*room))
    assert (len(rows[0]), len(rows)) == cells


def test_what_is_transparent_is_white() -> None:
    assert pictures.read(a_file(2, 2, (255, 0, 0, 0), "RGBA")).pixels == b"\xff" * 12


@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", a_file(50, 50)[:60], b"GIF89a" + b"\xff" * 40, b"<svg xmlns='http://www.w3.org/2000/svg'/>",
     a_file(9, 9, kind="TIFF"), claiming(2**31 - 1, 2**31 - 1), claiming(30_000, 30_000), claiming(0, 5)],
    ids=["nothing", "text", "cut off", "broken", "svg", "tiff", "absurd", "huge", "empty"],
)  # fmt: skip
def test_what_is_none_is_refused_in_two_lines(content: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        pictures.read(content)
    assert caught.value.happened and caught.value.advice


@given(st.binary(max_size=300), st.integers(0, 200), st.sampled_from(pictures.FORMATS))
def test_any_bytes_are_a_picture_or_refused(junk: bytes, at: int, kind: str) -> None:
    whole = a_file(8, 8, kind=kind)
    for content in (junk, whole[:at] + junk + whole[at + len(junk) :]):
        try:
            picture = pictures.read(content)
        except UnreadableError:
            continue
        assert len(picture.pixels) == 3 * picture.width * picture.height
