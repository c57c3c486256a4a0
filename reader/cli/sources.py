"""The verb about the subscriptions: `sources`."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from itertools import product
from typing import Any

from reader import newsroom, settings
from reader.errors import UsageError
from reader.formats.values import time_json
from reader.model import Act
from reader.newsroom import Newsroom
from reader.newsroom.following import Subscribed
from reader.newsroom.samples import ORIGIN
from reader.text.clean import one_line


def sources(wished: argparse.Namespace) -> int:
    """List the sources, or change those that are named; each change is an act that `undo` takes back."""
    with newsroom.start(settings.load()) as room:
        ids = [room.web.named(name).id for name in wished.sources]
        changes = _changes(room, wished)
        if changes and not ids:
            raise UsageError("newsreader sources: of which source?", "Name it by its number, address or title.")
        if changes:
            for change, number in product(changes, ids):
                print(change(number).label)
            return 0
        found = [it for it in room.web.sources() if not ids or it.source.id in ids]
    if wished.json:
        print(json.dumps([_json(each) for each in found], ensure_ascii=False, indent=2))
    else:
        for each in found:
            print(_row(each))
    return 0


def _changes(room: Newsroom, wished: argparse.Namespace) -> list[Callable[[int], Act]]:
    """What the options ask for, each to be done to the number of a source. Raises UsageError."""
    web = room.web
    changes: list[Callable[[int], Act]] = []
    if wished.rename is not None:
        if len(wished.sources) > 1:
            raise UsageError("newsreader sources: only one source can have that name.", "Name one source.")
        changes.append(lambda number: web.rename(number, wished.rename))
    if wished.move is not None:
        changes.append(lambda number: web.move(number, wished.move or None))
    if wished.interval is not None:
        changes.append(lambda number: web.visit_every(number, wished.interval or None))
    if wished.full is not None:
        changes.append(lambda number: web.fetch_full(number, None if wished.full == "auto" else wished.full))
    if wished.mute is not None:
        changes.append(lambda number: web.mute(number, wished.mute or None))
    if wished.keep is not None:
        changes.append(lambda number: web.keep_for(number, wished.keep or None))
    if wished.login:
        login = _login()
        changes.append(lambda number: web.log_in(number, login))
    if wished.remove:
        changes.append(web.remove)
    return changes


def _login() -> str | None:
    """A user name and a password, from the terminal or a line of standard input; an empty one takes them away."""
    try:
        if sys.stdin.isatty():
            name = input("User name: ")
            return f"{name}:{getpass.getpass()}" if name else None
        line = sys.stdin.readline()
    except EOFError:
        line = ""
    if not line:
        raise UsageError("newsreader sources: no login was given.", "An empty line takes the login away.")
    return line.rstrip("\r\n") or None


def _row(each: Subscribed) -> str:
    """A source on a line: number, unread and all, title, and what there is to say of it."""
    source, standing = each.source, each.standing
    remarks = [
        f"in {source.folder}" if source.folder else "",
        " ".join(f"#{one_line(tag)}" for tag in standing.tags),
        f"every {standing.every} minutes" if standing.every else "",
        f"full articles: {standing.full}" if standing.full else "",
        f"muted until {standing.muted:%Y-%m-%d}" if standing.muted else "",
        f"kept for {standing.keep_days} days" if standing.keep_days else "",
        "with a login" if each.private else "",
        each.trouble,
    ]
    said = "; ".join(filter(None, remarks))
    where = "pages that came with the program" if source.address == ORIGIN.address else source.address
    return f"{source.id:>4} {each.unread:>5}/{each.total:<6} {source.title}  {where}" + (f"  ({said})" * bool(said))


def _json(each: Subscribed) -> dict[str, Any]:
    """A source with all that is known of it; a login or a token never."""
    source, standing = each.source, each.standing
    return {
        "id": source.id,
        "kind": source.kind,
        "title": source.title,
        "address": source.address,
        "folder": source.folder,
        "link": standing.link,
        "tags": list(standing.tags),
        "total": each.total,
        "unread": each.unread,
        "checked": time_json(source.checked),
        "outcome": source.outcome,
        "due": time_json(each.due),
        "failures": each.failures,
        "gone": each.gone,
        "login": each.private,
        "interval": standing.every,
        "full": standing.full or "auto",
        "muted": time_json(standing.muted),
        "keep_days": standing.keep_days,
        "keep_count": standing.keep_count,
    }
