"""Where words may be parted: Liang's method over the dictionaries of pyphen, where somebody has installed them.

Nothing of it is loaded before an article is set with hyphens. pyphen's own reader takes 141 ms for American English and
780 for German, this one 23 and 165 (process time, one core of two): patterns stay text until a word needs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import resources

_LEFT, _RIGHT, _SHORTEST = 2, 3, 6
"""Letters that stay before a hyphen and go behind it (plain TeX's own), and those of the shortest word that is parted."""

_FILES = {
    "en": "en_US", "en-gb": "en_GB", "en-au": "en_GB", "en-ie": "en_GB", "de": "de_DE", "pt": "pt_PT", "pt-br": "pt_BR",
    "it": "it_IT", "nl": "nl_NL", "ru": "ru_RU", "pl": "pl_PL", "uk": "uk_UA", "cs": "cs_CZ", "sk": "sk_SK", "da": "da_DK",
    "nb": "nb_NO", "no": "nb_NO", "nn": "nn_NO", "el": "el_GR", "hu": "hu_HU", "ro": "ro_RO", "bg": "bg_BG", "sl": "sl_SI",
    "hr": "hr_HR", "et": "et_EE", "lt": "lt", "lv": "lv_LV", "es": "es", "fr": "fr", "sv": "sv", "ca": "ca", "gl": "gl",
    "eu": "eu", "af": "af_ZA", "is": "is",
}  # fmt: skip
"""Dictionaries by language; a region that has none of its own takes its language's."""

_DIGITS = str.maketrans("", "", "0123456789")
_NO_PATTERN = re.compile(r"[%#/=]|[A-Z]{4}")
"""Lines that are comments, limits, or change the spelling (German "ck" to "k-k" before 1996)."""

Parted = Callable[[str], tuple[int, ...]]
"""Says behind how many letters a word may be parted."""


def parted(language: str | None) -> Parted | None:
    """How words of a language are parted; None where that is not known or pyphen is not installed."""
    tag = (language or "").lower().replace("_", "-")
    name = _FILES.get(tag) or _FILES.get(tag.split("-")[0])
    return _parting(name) if name else None


@cache
def _parting(name: str) -> Parted | None:
    try:
        data = (resources.files("pyphen") / "dictionaries" / f"hyph_{name}.dic").read_bytes()
    except (ModuleNotFoundError, FileNotFoundError):
        return None
    encoding, _, rest = data.partition(b"\n")
    text = rest.decode(encoding.decode("ascii").strip().removeprefix("microsoft-"))
    return _parter({line.translate(_DIGITS): line for line in text.split() if not _NO_PATTERN.match(line)})


def _parter(patterns: Mapping[str, str]) -> Parted:
    longest = max(map(len, patterns), default=0)

    @lru_cache(maxsize=4096)
    def parting(word: str) -> tuple[int, ...]:
        if len(word) < _SHORTEST:
            return ()
        dotted = f".{word.lower()}."
        worth = [0] * (len(dotted) + 1)
        for start in range(len(dotted)):
            for end in range(start + 1, min(len(dotted), start + longest) + 1):
                pattern = patterns.get(dotted[start:end])
                for at, value in _values(pattern) if pattern else ():
                    worth[start + at] = max(worth[start + at], value)
        return tuple(at for at in range(_LEFT, len(word) - _RIGHT + 1) if worth[at + 1] % 2)

    return parting


def _values(pattern: str) -> list[tuple[int, int]]:
    """The digits of a pattern, each with the number of letters before it."""
    found: list[tuple[int, int]] = []
    letters = 0
    for char in pattern:
        if char.isdigit():
            found.append((letters, int(char)))
        else:
            letters += 1
    return found


_WORD = re.compile(r" ([^\W\d_]+)")
LOOSE = 7
"""Cells that a line must be short of its measure before a word is parted for it: less is an ordinary ragged edge."""
LOOSE_JUSTIFIED = 4
"""The same where both edges are straight: there each cell short is a gap that is wider."""
_IN_A_ROW = 2
"""Lines one after the other that may end with a hyphen (Chicago Manual of Style 2.112: three at most)."""


def fill_parted(
    text: str, columns: int, filling: re.Pattern[str], parting: Parted, loose: int
) -> tuple[list[tuple[int, int]], frozenset[int]]:
    """The lines of a plain text, filled by a pattern, and which of them end with a hyphen that has to be set."""
    lines: list[tuple[int, int]] = []
    hyphens: list[int] = []
    at = 0
    while line := filling.search(text, at):
        start, end = line.span()
        room = columns - (end - start) - 2
        word = _WORD.match(text, end) if room + 2 >= loose and room >= _LEFT else None
        ripe = hyphens[-_IN_A_ROW:] != list(range(len(lines) - _IN_A_ROW, len(lines)))
        points = [it for it in parting(word[1]) if it <= room] if word and ripe and not word[1].isupper() else []
        if points and word:
            end = word.start(1) + points[-1]
            hyphens.append(len(lines))
        lines.append((start, end))
        at = end
    return lines, frozenset(hyphens)
