"""What sources are called: by their titles, and where two have the same one, so that they can be told apart; and what
came of them in a few words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from reader.model import Outcome, Source

_SCHEME = re.compile(r"(?:https?://)?(?:www\.)?")


def told_apart(sources: Sequence[Source]) -> dict[int, str]:
    """What to call the sources, by number, of which another has the title: with the host, where that differs, else with
    the address."""
    titles = Counter(it.title.casefold() for it in sources)
    alike = [it for it in sources if titles[it.title.casefold()] > 1]
    hosts = Counter((it.title.casefold(), _host(it.address)) for it in alike)
    return {
        it.id: f"{it.title} ({host if host and hosts[it.title.casefold(), host] == 1 else _bare(it.address)})"
        for it in alike
        for host in [_host(it.address)]
    }


def news_of(outcomes: Iterable[Outcome]) -> str:
    """How many entries feeds brought, how many of these rules hide, and how many they told otherwise."""
    came = [it for it in outcomes if it.came in ("new", "changed")]
    changed, hidden = sum(it.changed for it in came), sum(it.hidden for it in came)
    new = sum(len(it.entries) for it in came) - changed
    told = [f"{new:,} new" + (f" ({hidden:,} hidden by rules)" if hidden else "")] if new or not changed else []
    return ", ".join([*told, *([f"{changed:,} changed"] if changed else [])])


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _bare(address: str) -> str:
    return _SCHEME.sub("", address).rstrip("/")
