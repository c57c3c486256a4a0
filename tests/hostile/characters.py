"""Every character that is no letter and no sign, and texts that hold each of them."""

from __future__ import annotations

import sys
import unicodedata

GATED = frozenset(
    {
        *map(
            chr, (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))
        ),  # C0 but tab and line ends, DEL, C1
        *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))),  # embeddings, overrides, isolates
        *map(chr, range(0xD800, 0xE000)),  # halves of pairs
        *map(chr, range(0xFDD0, 0xFDF0)),  # noncharacters
        *(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)),
    }
)
"""What must never reach a terminal (DESIGN.md, rule 9)."""

EVERY = tuple(
    char
    for char in map(chr, range(sys.maxunicode + 1))
    if char in GATED or (unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in "\t\n")
)
"""All characters of the control, format, surrogate and noncharacter kinds, and the two separators of lines."""

WHOLE = tuple(char for char in EVERY if not 0xD800 <= ord(char) < 0xE000)
"""Those that UTF-8 can hold."""

PERSIAN = "می\u200cخواهم"
EMOJI = "👩\u200d🚀"
JOINED = f"{PERSIAN} {EMOJI}"
"""A word and a sign that are others without their joiners."""


def holding(chars: tuple[str, ...] = WHOLE) -> str:
    """A text with each of these within a word of its own, and the two that need their joiners."""
    return " ".join([JOINED, *(f"k{char}w" for char in chars)])


def ranks(count: int = 90) -> list[tuple[str, ...]]:
    """All that UTF-8 can hold, in groups as a title or a name can hold."""
    return [WHOLE[start : start + count] for start in range(0, len(WHOLE), count)]


HALVES = tuple(chr(code) for code in (0xD800, 0xDBFF, 0xDC00, 0xDC80, 0xDCFF, 0xDFFF))
"""The outermost halves of pairs, and those by which Python names bytes that are no UTF-8."""
