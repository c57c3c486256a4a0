"""What an article says in a few sentences, each tied to its place: the publisher's own, then sentences chosen here.

Never mixed, always labeled; no sentence is changed or made up. Beside them what the article holds for a glance: its figures,
its names, who says what, and whether the publisher's summary stands on the text. Pure: an article in, values out.
"""

from __future__ import annotations

from reader.summaries.checking import Checked, check
from reader.summaries.figures import Figure, figures
from reader.summaries.ladder import summaries
from reader.summaries.names import Name, names
from reader.summaries.speakers import Said, speakers

__all__ = ["Checked", "Figure", "Name", "Said", "check", "figures", "names", "speakers", "summaries"]
