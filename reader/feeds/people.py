"""Names of people as a byline has them: RSS writes "jo@site.org (Jo Doe)" where it means Jo Doe."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ADDRESS = r"(?:mailto:)?[^\s@()<>]+@[^\s@()<>]+"
_NAMED = re.compile(rf"\s*{_ADDRESS}\s*\((.+)\)\s*|\s*(.+?)\s*<{_ADDRESS}>\s*|\s*(.+?)\s*\({_ADDRESS}\)\s*", re.S)
_NOBODY = frozenset({"admin", "administrator", "root", "noreply", "no-reply", "unknown", "n/a", "none", "editor"})


def names(authors: Iterable[str]) -> tuple[str, ...]:
    """The authors' names without their mail addresses, each once; who has only an address has no name."""
    found = []
    for author in authors:
        match = _NAMED.fullmatch(author) if "@" in author and len(author) < 500 else None
        name = (match[1] or match[2] or match[3]) if match else author
        name = name.strip(" \t\"'()")
        if name and "@" not in name and name.lower() not in _NOBODY:
            found.append(name)
    return tuple(dict.fromkeys(found))
