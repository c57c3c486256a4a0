"""Subscriptions as they travel between readers: frozen, without anything that only one of them knows lost."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 100_000
"""Subscriptions of a file that are read."""

DEEPEST = 20
"""Folders within folders; what lies deeper stands in the last of them."""

LONGEST_NAME = 300
"""Characters of a folder's or subscription's name."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """One feed: its address, the name that the person gave it, the folders it stands in from outermost, its tags.

    `link` is the site's page. `extras` are attributes of other readers (FreshRSS, NetNewsWire), by names as written.
    """

    address: str
    title: str = ""
    link: str | None = None
    folder: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    extras: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """All of a file: `namespaces` belong to the extras, `queries` are saved searches as (name, expression).

    `remarks` name what was in the file and was not taken.
    """

    feeds: tuple[Subscription, ...] = ()
    title: str = ""
    namespaces: tuple[tuple[str, str], ...] = ()
    queries: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
