"""What is known of an article beside its text, before it becomes an `Article`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Said = Literal["title", "standfirst", "byline", "date"]


@dataclass(frozen=True, slots=True)
class Head:
    """An article's head. `body` is the text that the publisher gives to machines, `said` tells which pieces of the
    page say what stands here, so that the body leaves them out. `teaser` is the piece that is the standfirst if it is text
    of the article at all; `whole` is `body` with its lines and markup, unless it is for those who pay."""

    title: str = ""
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    publisher: str | None = None
    section: str | None = None
    url: str | None = None
    language: str | None = None
    description: str = ""
    body: str = ""
    said: dict[int, Said] = field(default_factory=dict)
    teaser: int | None = None
    whole: str = ""
