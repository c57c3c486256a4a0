"""The door to typesetting: an article and the person's wishes to set lines."""

from __future__ import annotations

from datetime import UTC, tzinfo
from typing import Literal

from reader.model import Article, Line
from reader.typeset.chunks import Manner
from reader.typeset.manuscript import Manuscript
from reader.typeset.setting import Setting

MEASURE = 76
"""The widest measure that is set: longer lines lose the eye on its way back (Bringhurst: 45 to 75 characters)."""

NARROWEST = 10
"""The least width that is set; in a terminal narrower than this, lines are cut off by whoever draws them."""


def composed(
    article: Article,
    width: int,
    *,
    ascii: bool = False,
    zone: tzinfo | None = UTC,
    justified: bool = False,
    links: Literal["marked", "numbered"] = "marked",
    hyphenated: bool = False,
    before: Setting | None = None,
) -> Setting:
    """The article set at a width in cells, 10 to 76; its lines are made when they are looked at.

    `before`, the same article set at another width, lends what is the same at each; another article's lends nothing.
    """
    numbered = links == "numbered"
    manuscript = before.manuscript if before is not None else None
    if manuscript is None or not manuscript.fits(article, numbered=numbered):
        manuscript = Manuscript(article, numbered=numbered)
    return Setting(manuscript, Manner(max(NARROWEST, min(width, MEASURE)), ascii, zone, justified, links, hyphenated))


def typeset(
    article: Article,
    width: int,
    *,
    ascii: bool = False,
    zone: tzinfo | None = UTC,
    justified: bool = False,
    links: Literal["marked", "numbered"] = "marked",
    hyphenated: bool = False,
) -> tuple[Line, ...]:
    """All lines of the article at a width in cells."""
    return tuple(
        composed(article, width, ascii=ascii, zone=zone, justified=justified, links=links, hyphenated=hyphenated)
    )
