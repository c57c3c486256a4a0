"""What may have been meant by a word that is no verb."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def near_verb(word: str, verbs: Iterable[str]) -> str | None:
    """The verb most like a word, if any is."""
    return next(iter(difflib.get_close_matches(word, list(verbs), 1)), None)
