"""How long a text takes to read."""

from __future__ import annotations

import math

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, mean of 190 studies)."""
SIGNS_A_MINUTE = 500
"""Characters a minute for Chinese, Japanese and Thai, about the same time for the same content."""


def minutes_of(words: int, signs: int = 0) -> int:
    """How long so many words, and signs of scripts without spaces, take to read: in minutes, at least one."""
    return max(1, math.floor(words / WORDS_A_MINUTE + signs / SIGNS_A_MINUTE + 0.5))
