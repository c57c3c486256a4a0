"""An article and a width to lines, each line knowing the place of what it shows. Nothing is drawn or colored here."""

from __future__ import annotations

from datetime import UTC, tzinfo
from typing import Literal

from reader.model import Article, Line
from reader.typeset.chunks import Manner, minutes, minutes_of
from reader.typeset.setting import Setting

__all__ = ["MEASURE", "Manner", "Setting", "minutes", "minutes_of", "setting", "typeset"]

MEASURE = 76
"""The widest measure that is set: longer lines lose the eye on its way back (Bringhurst: 45 to 75 characters)."""

NARROWEST = 10
"""The least width that is set; in a terminal narrower than this, lines are cut off by whoever draws them."""


def setting(
    article: Article,
    width: int,
    *,
    ascii: bool = False,
    zone: tzinfo | None = UTC,
    justified: bool = False,
    links: Literal["marked", "numbered"] = "marked",
) -> Setting:
    """The article set at a width in cells, 10 to 76; its lines are made when they are looked at."""
    return Setting(article, Manner(max(NARROWEST, min(width, MEASURE)), ascii, zone, justified, links))


def typeset(
    article: Article,
    width: int,
    *,
    ascii: bool = False,
    zone: tzinfo | None = UTC,
    justified: bool = False,
    links: Literal["marked", "numbered"] = "marked",
) -> tuple[Line, ...]:
    """All lines of the article at a width in cells."""
    return tuple(setting(article, width, ascii=ascii, zone=zone, justified=justified, links=links))
