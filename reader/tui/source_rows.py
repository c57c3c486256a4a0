"""A source as two lines: its name and how much of it is unread; how it is doing and when it is asked next. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from reader.library.rows import Waiting
from reader.newsroom.following import Subscribed
from reader.newsroom.samples import ORIGIN
from reader.text.addresses import public
from reader.text.clean import one_line
from reader.text.words import width as cells
from reader.tui.list_rows import Look, age, cut, date
from reader.tui.painting import Stretch

HEIGHT = 2
"""Lines of a source."""

_LEAST = 12
"""Cells of which something can be made."""


def source_row(it: Subscribed, look: Look, name: str = "") -> list[list[Stretch]]:
    """The lines of a source under a name, else its title; none is wider than the look."""
    dots = look.sign("…", "...")
    count = f"{it.unread:,} unread of {it.total:,}" if it.unread else f"{it.total:,}" if it.total else "nothing yet"
    room = max(1, look.width - 3)
    title = cut(one_line(name or it.source.title), max(4, room - cells(count) - 2), dots)
    gap = " " * max(2, room - cells(title) - cells(count))
    mark = look.sign("●", "*") if it.unread else " "
    first = [
        Stretch(f" {mark} ", ("unread-mark",)),
        Stretch(title, ("unread" if it.unread else "seen",)),
        Stretch(cut(gap + count, max(0, room - cells(title)), dots), ("quiet",)),
    ]
    return [first, [Stretch("   ", ()), *_second(it, look, room)]]


def _second(it: Subscribed, look: Look, room: int) -> list[Stretch]:
    """What is wrong, then as much of the rest as has room."""
    dots, between = look.sign("…", "..."), look.sign(" · ", " - ")
    trouble, facts = it.trouble, between.join(facts_of(it, look))
    if not trouble:
        return [Stretch(cut(facts, room, dots), ("about",))]
    shown = cut(trouble, room, dots)
    left = room - cells(shown)
    told = [Stretch(shown, ("doubt",))]
    return [*told, Stretch(cut(between + facts, left, dots), ("about",))] if left > _LEAST else told


def facts_of(it: Subscribed, look: Look) -> Iterator[str]:
    """What else there is to know: what a person set, when it was asked, when it is asked again."""
    standing = it.standing
    yield from (f"#{one_line(tag)}" for tag in standing.tags)
    if standing.muted is not None:
        yield f"muted until {date(standing.muted, look)}"
    if it.source.address == ORIGIN.address:
        yield "pages that came with the program"
        return
    if it.source.kind != "feed":
        yield {"file": "files", "folder": "a folder of files", "page": "single pages", "import": "imported"}.get(
            it.source.kind, it.source.kind
        )
        return
    yield f"asked {age(it.source.checked, look)}" if it.source.checked else "not asked yet"
    if not it.gone:
        yield _next(it.due, look.now)
    if standing.every:
        yield f"every {standing.every} min"
    if standing.full:
        yield "whole articles" if standing.full == "always" else "never whole articles"
    if standing.keep_days:
        yield f"kept {standing.keep_days} days"
    if it.private:
        yield "with a login"


def _next(due: datetime | None, now: datetime) -> str:
    """When a source is asked next, by itself or with the next update."""
    if due is None or due <= now:
        return "due now"
    left = due - now
    if left < timedelta(hours=1):
        return f"due in {-(-left.seconds // 60)} min"
    if left < timedelta(days=1):
        return f"due in {left.seconds // 3600} h"
    return f"due in {left.days} d"


def fitting(sources: Sequence[Subscribed], words: str, look: Look) -> tuple[Subscribed, ...]:
    """The sources in which each of some words stands: in title, address, folder, tags, or in what is told of them."""
    wanted = words.casefold().split()

    def fits(it: Subscribed) -> bool:
        said = (it.source.title, it.source.address, it.source.folder or "", it.trouble, *facts_of(it, look))
        text = "\n".join(said).casefold() + ("\nunread" if it.unread else "")
        return all(word in text for word in wanted)

    return tuple(filter(fits, sources)) if wanted else tuple(sources)


def in_folders(sources: Sequence[Subscribed]) -> list[Subscribed]:
    """The sources as they are listed: those without a folder, then folder by folder, each by title."""
    return sorted(sources, key=lambda it: (it.source.folder or "", it.source.title.casefold()))


def told_waiting(waiting: Sequence[Waiting]) -> str:
    """What was asked for without a network, in a sentence; empty where nothing was."""
    kinds = Counter(it.kind for it in waiting)
    told = [
        f"{kinds[kind]:,} {one if kinds[kind] == 1 else many}"
        for kind, one, many in (
            ("add", "address", "addresses"),
            ("update", "feed", "feeds"),
            ("full", "whole article", "whole articles"),
        )
        if kinds[kind]
    ]
    return f"Waiting for a network: {', '.join(told)}. The next update asks for them." if told else ""


def waiting_row(it: Waiting, look: Look) -> list[list[Stretch]]:
    """The lines of an address that waits to be added."""
    dots, room = look.sign("…", "..."), max(1, look.width - 3)
    since = "just now" if (when := age(it.asked, look)) == "now" else when
    return [
        [Stretch("   ", ()), Stretch(cut(one_line(public(it.target)), room, dots), ("seen",))],
        [Stretch("   ", ()), Stretch(cut(f"asked for {since}; D gives it up", room, dots), ("about",))],
    ]
