"""The one gate between foreign text and the terminal. All text from outside passes here where it enters."""

from __future__ import annotations

import re

# C0 but newline and tab, DEL, C1; the bidirectional embeddings, overrides and isolates (Unicode TR 36, 2.4);
# surrogates (no text at all); the 66 noncharacters. Joiners (U+200C, U+200D) stay: Persian and emoji need them.
_GONE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# The noncharacters of the higher planes apart: in one class they make it a search fifteen times as slow.
_GONE_HIGH = re.compile(
    "[" + "".join(f"{chr((plane << 16) | 0xFFFE)}{chr((plane << 16) | 0xFFFF)}" for plane in range(1, 17)) + "]"
)
# Tag characters hide whole sentences behind a letter (Unicode TR 36, 3.8); only a flag is written with them (TR 51).
_TAGS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)|[\U000e0000-\U000e007f]+")
# Carriage returns and the two Unicode line ends mean a new line to whoever wrote them.
_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029")


def clean(text: str) -> str:
    """The text without characters that command a terminal or turn reading order around; line ends as newlines."""
    if text.isprintable():  # most texts, and fifty times as quick
        return text
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    text = _GONE.sub("", text)
    # Whether there is any of the higher planes, asked so is a tenth of a search: there each takes two units of UTF-16.
    if text.isascii() or len(text.encode("utf-16-le")) == 2 * len(text):
        return text
    return without_tags(_GONE_HIGH.sub("", text))


def without_tags(text: str) -> str:
    """The text without sentences hidden in tag characters; those of a flag stay."""
    return _TAGS.sub(r"\1", text)


def one_line(text: str) -> str:
    """Cleaned text on a single line, runs of white space as one space: for titles, names and messages."""
    return " ".join(clean(text).split())
