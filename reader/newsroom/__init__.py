"""What a reader can ask for, in order. The only room that knows which step follows which; faces only ask."""

from __future__ import annotations

from reader.newsroom.opening import read

__all__ = ["read"]
