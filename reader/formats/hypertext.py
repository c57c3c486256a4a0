"""Words and addresses as they stand in HTML: nothing in them is markup, for a browser and for coarser readers alike."""

from __future__ import annotations

import re
from html import escape

# Filters of mail and of wikis look for handlers and addresses by pattern, also where a browser sees but text; a sign
# written as a reference is the same to every browser and nothing to such a pattern.
_LIKE_AN_ATTRIBUTE = re.compile(r"\b(on\w+|href|src)(\s*)=", re.IGNORECASE)


def shown(text: str) -> str:
    """A text that is read as nothing but text, between tags and within quotes."""
    return _LIKE_AN_ATTRIBUTE.sub(r"\1\2&#61;", escape(text))
