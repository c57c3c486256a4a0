"""A page in, an article out: the one door to the parser. Pure; never raises, never invents a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.parser.binary import readable
    from reader.parser.parsing import parse

__all__ = ["parse", "readable"]

__getattr__ = door(__name__, {"parse": "parsing", "readable": "binary"})
