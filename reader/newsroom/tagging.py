"""What a person writes as tags."""

from __future__ import annotations

from reader.text.clean import one_line


def tags_of(text: str) -> tuple[str, ...]:
    """The tags that a text names: words parted by spaces or commas, each once, without the # before them."""
    words = (word.lstrip("#") for word in one_line(text).replace(",", " ").split())
    return tuple(dict.fromkeys(word for word in words if word))
