"""Packed bodies unpacked as they come, never further than a bound. Nothing is unpacked that the header did not name.

gzip and deflate are in the standard library; brotli by Google's own `brotli` (its decompressor takes an output limit
since 1.2; 0.9 ms to import, against brotlicffi which needs cffi), zstd by `backports.zstd` (Python 3.14's own module,
10 ms and 1.8 MB, against zstandard's 24 MB), each only imported when a server sends it.
"""

from __future__ import annotations

import importlib
import sys
import zlib
from typing import Any, Protocol

_STEP = 64 * 1024
ACCEPTED = "gzip, deflate, br, zstd"
_MOST_LAYERS = 3
_MOST_MEMBERS = 1000


class TooLargeError(Exception):
    """More came out than may."""


class PackedError(Exception):
    """The bytes are not packed as they say, or break off."""


class _Layer(Protocol):
    def add(self, data: bytes, room: int) -> bytes:
        """What some more bytes unpack to, at most `room` and a step."""

    def whole(self) -> bool:
        """Whether all that was begun has ended."""


class _Zlib:
    """gzip in a bounded number of members, or deflate with or without its header (servers send both)."""

    def __init__(self, name: str) -> None:
        self.gzip = name != "deflate"
        self.unpacker: Any = None
        self.members = 0
        self.held = b""

    def add(self, data: bytes, room: int) -> bytes:
        out: list[bytes] = []
        size = 0
        data, self.held = self.held + data, b""
        more = False  # what has been taken in may have more to give than fitted
        while (data or more) and size <= room:
            if self.unpacker is None and not self._begin(data):
                break
            try:
                piece = self.unpacker.decompress(data, _STEP)
            except zlib.error as error:
                raise PackedError(str(error)) from error
            size += len(piece)
            out.append(piece)
            data, more = self.unpacker.unconsumed_tail, len(piece) == _STEP
            if self.unpacker.eof:
                more = False
                data, self.unpacker = self.unpacker.unused_data, None
        return b"".join(out)

    def _begin(self, data: bytes) -> bool:
        """Begin a member; not before its first two bytes are there, nor with the padding after the last one."""
        if len(data) < 2:
            self.held = data
            return False
        if self.members and (not self.gzip or data[:2] != b"\x1f\x8b"):
            return False
        if self.members >= _MOST_MEMBERS:
            raise PackedError(f"packed in more than {_MOST_MEMBERS} pieces")
        headed = data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0  # RFC 1950, 2.2
        self.unpacker = zlib.decompressobj(31 if self.gzip else 15 if headed else -15)
        self.members += 1
        return True

    def whole(self) -> bool:
        return self.unpacker is None and (self.members > 0 or not self.held)


class _Brotli:
    def __init__(self) -> None:
        self.library = importlib.import_module("brotli")
        self.unpacker = self.library.Decompressor()

    def add(self, data: bytes, room: int) -> bytes:
        out: list[bytes] = []
        size = 0
        try:
            while size <= room and not self.unpacker.is_finished():
                piece = self.unpacker.process(data, output_buffer_limit=_STEP)
                data = b""
                size += len(piece)
                out.append(piece)
                if not piece and self.unpacker.can_accept_more_data():
                    break  # it wants more; as long as anything comes, more may come without
        except self.library.error as error:
            raise PackedError(str(error)) from error
        return b"".join(out)

    def whole(self) -> bool:
        return bool(self.unpacker.is_finished())


class _Zstd:
    def __init__(self) -> None:
        self.library = importlib.import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
        self.unpacker = self.library.ZstdDecompressor()

    def add(self, data: bytes, room: int) -> bytes:
        out: list[bytes] = []
        size = 0
        try:
            while size <= room and not self.unpacker.eof:
                piece = self.unpacker.decompress(data, max_length=_STEP)
                data = b""
                size += len(piece)
                out.append(piece)
                if not piece and self.unpacker.needs_input:
                    break
        except self.library.ZstdError as error:
            raise PackedError(str(error)) from error
        return b"".join(out)

    def whole(self) -> bool:
        return bool(self.unpacker.eof)


class Unpacker:
    """A body as it comes in: packed bytes in, the whole of it out, both bounded."""

    def __init__(self, encoding: str, largest: int) -> None:
        """Raises PackedError for a packing that nobody asked for."""
        names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
        names = [name for name in names if name not in ("identity", "none")]
        if len(names) > _MOST_LAYERS:
            raise PackedError(f"packed {len(names)} times over")
        self.layers: list[_Layer] = [_layer(name) for name in reversed(names)]
        self.largest = largest
        self.taken = self.given = 0
        self.parts: list[bytes] = []

    def add(self, data: bytes) -> None:
        """Take some more bytes. Raises TooLargeError, PackedError."""
        self.taken += len(data)
        for layer in self.layers:
            data = layer.add(data, self.largest - self.given)
        self.given += len(data)
        if self.given > self.largest or self.taken > self.largest:
            raise TooLargeError
        self.parts.append(data)

    def finish(self) -> bytes:
        """The body. Raises PackedError where it breaks off."""
        if self.taken and not all(layer.whole() for layer in self.layers):
            raise PackedError("it breaks off")
        return b"".join(self.parts)


def _layer(name: str) -> _Layer:
    if name in ("gzip", "x-gzip", "deflate"):
        return _Zlib(name)
    if name == "br":
        return _Brotli()
    if name == "zstd":
        return _Zstd()
    raise PackedError(f"packed as {name[:20]!r}")
