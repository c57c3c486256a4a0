"""How long a text is, in scripts with and without spaces alike."""

from __future__ import annotations

import re

# Chinese characters, kana and their like, which stand without spaces.
UNSPACED = re.compile("[\u2e80-\u9fff\uf900-\ufaff]+")
# Thai, Lao, Burmese and Khmer letters, which stand without spaces within a sentence.
_RUNNING = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
# The upper bytes of characters below them, in UTF-16.
_BEFORE = bytes(range(0x2E))
_SIGNS_A_WORD, _RUNNING_A_WORD = 2, 5
_FIRST_RUNNING, _FIRST_SIGN = "\u0e00", "\u2e80"
_WIDE = 12
"""Characters a word from which on a text is in a script that sets no spaces."""
_PIECE = 6
"""Letters that tell what a text in running letters speaks of."""
_LETTERS_A_SIGN = 3
"""A Chinese or Japanese sign says what two or three letters say."""


def unspaced(text: str) -> list[str]:
    """The runs of Chinese characters, kana and their like in a text. Whether there may be any is told by its upper bytes: a
    pattern looks ten times as long at a paragraph in Latin letters that has a curly quote."""
    if text.isascii() or not text.encode("utf-16-le", "surrogatepass")[1::2].translate(None, _BEFORE):
        return []
    return UNSPACED.findall(text)


def extent(text: str) -> int:
    """Characters, as an alphabet would need them."""
    return len(text) + (_LETTERS_A_SIGN - 1) * sum(map(len, unspaced(text)))


def word_count(text: str) -> int:
    """Words; of scripts that set no spaces, two signs count as one."""
    return max(
        len(text.split()),
        sum(map(len, unspaced(text))) // _SIGNS_A_WORD,
        sum(map(len, running(text))) // _RUNNING_A_WORD,
    )


def running(text: str) -> list[str]:
    """The runs of letters in a text that stand without spaces as these signs do, but are letters."""
    return [] if text.isascii() or max(text) < _FIRST_RUNNING else _RUNNING.findall(text)


def pieces(text: str) -> set[str]:
    """What running letters speak of, as words tell it elsewhere: every few of them in a row."""
    return {run[at : at + _PIECE] for run in running(text) for at in range(max(1, len(run) - _PIECE + 1))}


def counted(text: str, spaced: int) -> int:
    """Words of a text that has so many between spaces, where its first letter, be it in quotes, tells that it sets none."""
    if spaced * _WIDE >= len(text) or (first := max(text[:2])) < _FIRST_RUNNING:
        return spaced
    return len(text) // (_SIGNS_A_WORD if first > _FIRST_SIGN else _RUNNING_A_WORD)
