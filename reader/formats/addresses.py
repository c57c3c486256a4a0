"""Which addresses may become links in a file that other programs open."""

from __future__ import annotations

_SAFE = ("http://", "https://", "mailto:")


def linkable(address: str | None) -> str | None:
    """The address if it leads to the web or to a mailbox; None for scripts, files, and what is no full address."""
    said = (address or "").strip()
    return said if said.lower().startswith(_SAFE) and said.isprintable() else None
