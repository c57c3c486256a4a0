"""The one gate between foreign text and the terminal. All text from outside passes here where it enters."""

from __future__ import annotations

import re

# C0 but newline and tab, DEL, C1; the bidirectional embeddings, overrides and isolates (Unicode TR 36, 2.4);
# surrogates (no text at all); the 66 noncharacters. Joiners (U+200C, U+200D) stay: Persian and emoji need them.
_PLANES = "".join(f"{chr((plane << 16) | 0xFFFE)}{chr((plane << 16) | 0xFFFF)}" for plane in range(17))
_GONE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef" + _PLANES + "]")
# Carriage returns and the two Unicode line ends mean a new line to whoever wrote them.
_LINE_END = re.compile("\r\n?|\u2028|\u2029")


def clean(text: str) -> str:
    """The text without characters that command a terminal or turn reading order around; line ends as newlines."""
    if text.isprintable():  # most texts, and fifty times as quick
        return text
    return _GONE.sub("", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """Cleaned text on a single line, runs of white space as one space: for titles, names and messages."""
    return " ".join(clean(text).split())
