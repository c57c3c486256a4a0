"""How long a text is, in scripts with and without spaces alike."""

from __future__ import annotations

import re

# Chinese characters, kana and their like, which stand without spaces.
UNSPACED = re.compile("[\u2e80-\u9fff\uf900-\ufaff]+")
_SIGNS_A_WORD = 2
_LETTERS_A_SIGN = 3
"""A Chinese or Japanese sign says what two or three letters say."""


def extent(text: str) -> int:
    """Characters, as an alphabet would need them."""
    if text.isascii():
        return len(text)
    return len(text) + (_LETTERS_A_SIGN - 1) * sum(map(len, UNSPACED.findall(text)))


def word_count(text: str) -> int:
    """Words; of scripts that set no spaces, two signs count as one."""
    count = len(text.split())
    return count if text.isascii() else max(count, sum(map(len, UNSPACED.findall(text))) // _SIGNS_A_WORD)
