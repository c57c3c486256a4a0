"""Which language a text is in."""

from __future__ import annotations

from collections.abc import Iterable


def of_page(said: str, texts: Iterable[str]) -> str | None:
    """The language."""
    return said.lower().replace("_", "-").split("-")[0] or None
