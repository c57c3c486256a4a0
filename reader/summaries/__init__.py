"""What an article says in a few sentences, each tied to its place: the publisher's own, then sentences chosen here.

Never mixed, always labeled; no sentence is changed or made up. Pure: an article in, summaries out.
"""

from __future__ import annotations

from reader.summaries.ladder import summaries

__all__ = ["summaries"]
