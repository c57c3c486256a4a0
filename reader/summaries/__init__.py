"""What an article says in a few sentences, each tied to its place: the publisher's own, then sentences chosen here.

Never mixed, always labeled; no sentence is changed or made up. Beside them what the article holds for a glance: its figures,
its names, who says what, and whether the publisher's summary stands on the text. Pure: an article in, values out.
"""

from __future__ import annotations

from reader.summaries.checking import check
from reader.summaries.figures import figures
from reader.summaries.glance import glance
from reader.summaries.ladder import summaries
from reader.summaries.names import names
from reader.summaries.speakers import speakers

__all__ = ["check", "figures", "glance", "names", "speakers", "summaries"]
