"""Subscriptions in and out: OPML and newsboat's `urls` file, found by looking. Pure."""

from __future__ import annotations

from reader.errors import UnreadableError
from reader.opml import outlines, urls
from reader.opml.queries import searched
from reader.opml.subscriptions import Subscription, Subscriptions

__all__ = ["Subscription", "Subscriptions", "looks_like", "read", "searched", "write", "write_urls"]

write = outlines.write
write_urls = urls.write


def looks_like(data: bytes) -> bool:
    """Whether the bytes are an OPML file."""
    head = data[:4096].replace(b"\0", b"").lower()
    return b"<opml" in head or (b"<outline" in head and b"xmlurl" in head)


def read(data: bytes) -> Subscriptions:
    """The subscriptions in an OPML or a urls file. Raises UnreadableError when it is neither."""
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1] == b"<":
        return outlines.read(data)
    found = urls.read(data)
    if not found.feeds and not found.queries:
        raise UnreadableError("There are no subscriptions in this file.", "Give an OPML file, or newsboat's urls file.")
    return found
