"""What a feed says, as a frozen value, and how much of one is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reader.model import Item

Dialect = Literal["rss", "rdf", "atom", "json"]

MOST_ENTRIES = 10_000
"""Entries of a feed that are read, the first ones: the largest feed of a real site we know has 1,300."""

LONGEST_NAME = 2_000
"""Characters of a title, a name or an address."""

MOST_OF_A_KIND = 100
"""Authors, tags or enclosures of one entry."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it stood at one time.

    `next` is the page with its older entries, `hub` who announces new ones, `every` the minutes that it asks to be
    left alone for. `remarks` name what could not be read. An entry's summary and content are HTML.
    """

    dialect: Dialect
    title: str = ""
    link: str | None = None
    description: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    icon: str | None = None
    address: str | None = None
    next: str | None = None
    hub: str | None = None
    every: int | None = None
    updated: datetime | None = None
    entries: tuple[Item, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def latest(self) -> datetime | None:
        """When its newest entry came, as far as any says."""
        return max((when for entry in self.entries if (when := entry.published or entry.updated)), default=self.updated)
