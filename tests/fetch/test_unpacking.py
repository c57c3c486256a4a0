"""Packed bodies: what comes out is what went in, in any slices, and never more than the bound."""

from __future__ import annotations

import contextlib
import gzip
import importlib
import sys
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.fetch.unpacking import PackedError, TooLargeError, Unpacker

brotli = importlib.import_module("brotli")
zstd = importlib.import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": bare,
    "br": lambda data: bytes(brotli.compress(data, quality=4)),
    "zstd": zstd.compress,
    "identity": bytes,
}


def unpacked(name: str, data: bytes, largest: int = 10_000_000, step: int = 1000) -> bytes:
    unpacker = Unpacker(name, largest)
    for at in range(0, len(data), step):
        unpacker.add(data[at : at + step])
    return unpacker.finish()


@pytest.mark.parametrize("name", PACKERS)
@pytest.mark.parametrize("step", [1, 7, 100_000])
def test_what_went_in_comes_out(name: str, step: int) -> None:
    data = b"".join(b"line %d\n" % number for number in range(2000))
    assert unpacked(name, PACKERS[name](data), step=step) == data


@pytest.mark.parametrize("name", [name for name in PACKERS if name != "identity"])
def test_a_bomb_goes_off_in_nobodys_hand(name: str) -> None:
    bomb = PACKERS[name](bytes(8_000_000))
    with pytest.raises(TooLargeError):
        unpacked(name, bomb, largest=1_000_000, step=len(bomb))
    nested = PACKERS[name](bomb)
    with pytest.raises(TooLargeError):
        unpacked(f"{name}, {name}", nested, largest=1_000_000, step=len(nested))


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_what_breaks_off_or_is_damaged_is_named(name: str) -> None:
    packed = PACKERS[name](b"some words of a page " * 100)
    with pytest.raises(PackedError):
        unpacked(name, packed[: len(packed) // 2])
    with pytest.raises(PackedError):
        unpacked(name, b"<html>plain</html>" * 5)


def test_layers_come_off_in_turn() -> None:
    assert unpacked("deflate, gzip", gzip.compress(zlib.compress(b"words"))) == b"words"
    with pytest.raises(PackedError, match="500 times"):
        Unpacker(", ".join(["gzip"] * 500), 100)
    with pytest.raises(PackedError, match="packed as"):
        Unpacker("x-\x1b[31m", 100)


def test_gzip_in_members_and_with_padding() -> None:
    assert unpacked("gzip", gzip.compress(b"one ") + gzip.compress(b"two") + bytes(20), step=3) == b"one two"
    assert unpacked("x-gzip", gzip.compress(b"") * 900) == b""
    with pytest.raises(PackedError, match="pieces"):
        unpacked("gzip", gzip.compress(b"") * 20_000)


def test_what_is_taken_is_bounded_too() -> None:
    with pytest.raises(TooLargeError):
        unpacked("", bytes(2000), largest=1999)
    assert unpacked("", bytes(2000), largest=2000) == bytes(2000)


@pytest.mark.parametrize("name", PACKERS)
def test_a_body_of_just_the_size_that_may_come_is_taken_and_one_more_is_not(name: str) -> None:
    body = bytes(range(256)) * 1000
    packed = PACKERS[name](body)
    for step in (1_000, 300_000):
        assert unpacked(name, packed, largest=256_000, step=step) == body
        with pytest.raises(TooLargeError):
            unpacked(name, packed, largest=255_999, step=step)


@pytest.mark.parametrize("named", ["", "identity", " , none", "IDENTITY, gzip"])
def test_what_is_not_packed_comes_as_it_is(named: str) -> None:
    assert unpacked(named, gzip.compress(b"x") if "gzip" in named else b"x") == b"x"


def test_an_empty_body_is_empty_however_it_says_that_it_is_packed() -> None:
    assert [unpacked(name, b"") for name in PACKERS] == [b""] * len(PACKERS)


@given(st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br"]), st.binary(max_size=200))
def test_no_bytes_raise_anything_else(name: str, data: bytes) -> None:
    with contextlib.suppress(PackedError, TooLargeError):
        assert isinstance(unpacked(name, data, step=7), bytes)
