"""The verb that asks feeds what is new: `update`."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from reader import newsroom, settings
from reader.cli.saying import complain
from reader.errors import ReaderError
from reader.formats.rows import outcome_json
from reader.formats.values import time_json
from reader.library.rows import Waiting
from reader.model import Outcome
from reader.newsroom import Newsroom
from reader.newsroom.naming import news_of
from reader.text.addresses import public

T = TypeVar("T")
INTERRUPTED = 130


def update(wished: argparse.Namespace) -> int:
    """Fetch what is new and say what came of each source, then the whole articles that are wanted."""
    with newsroom.start(settings.load()) as room:
        if wished.waiting:
            return _waiting(room, wished)
        room.upkeep.keep_house()  # the copy of the day, for those who update by a timer and never open the screen
        web = room.web
        only = [web.named(name, "feed").id for name in wished.sources] or None
        if wished.all and only is None:
            only = [it.source.id for it in web.sources() if it.source.kind == "feed"]
        expected = len(only) if only is not None else len(web.due())
        say = _silent if wished.json else _say
        with stopping(web.stop) as asked:
            outcomes = [said(it, say) for it in shown(web.update(only), expected, "Updating")]
            articles = [] if asked else list(shown(web.ahead(), None, "Whole articles"))
            room.sum_up([] if asked else [*outcomes, *articles])
    if wished.json:
        told = {"sources": outcomes, "articles": articles}
        value = {name: [outcome_json(each) for each in found] for name, found in told.items()}
        print(json.dumps(value, ensure_ascii=False, indent=2))
    else:
        _conclude(outcomes, articles)
    return INTERRUPTED if asked else ended(outcomes)


def ended(outcomes: list[Outcome]) -> int:
    """How it ends: 0 done, 1 some failed, 4 all did and the network is at fault, 3 all did for another reason."""
    failed = [each for each in outcomes if each.came == "failed"]
    if len(failed) < len(outcomes) or not failed:
        return int(bool(failed))
    return 4 if any(each.trouble for each in failed) else 3


def said(outcome: Outcome, say: Callable[[Outcome], None]) -> Outcome:
    """The outcome, once it has been told."""
    say(outcome)
    return outcome


def _silent(_: Outcome) -> None:
    """Nothing is told before the end."""


def _say(outcome: Outcome) -> None:
    """A line for what came, two on standard error for what failed."""
    if outcome.came == "failed":
        complain(outcome.happened, outcome.advice)
    elif outcome.came != "skipped":
        came = news_of([outcome]) if outcome.entries else "nothing new"
        print(f"{came:<12} {outcome.source}{f' ({outcome.happened})' if outcome.happened else ''}", flush=True)


def _conclude(outcomes: list[Outcome], articles: list[Outcome]) -> None:
    """What remains to be said of all of them."""
    skipped = sum(each.came == "skipped" for each in outcomes)
    if skipped:
        print(f"Stopped: {skipped:,} of {len(outcomes):,} sources were not asked.", file=sys.stderr)
    if not outcomes:
        print("No source is due; --all asks all of them.", file=sys.stderr)
    if articles:
        missed = sum(each.came == "failed" for each in articles)
        came = len(articles) - missed
        said = f"{came:,} {'page' if came == 1 else 'pages'} fetched"  # whole articles, and addresses that waited
        print(said + (f", {missed:,} not to be had" if missed else ""))


def _waiting(room: Newsroom, wished: argparse.Namespace) -> int:
    """What was asked for while there was no network."""
    found = room.web.waiting()
    if wished.json:
        value = [
            {"kind": it.kind, "target": public(it.target), "title": _meant(room, it), "asked": time_json(it.asked)}
            for it in found
        ]
        print(json.dumps(value, ensure_ascii=False, indent=2))
    for each in () if wished.json else found:
        print(f"{each.kind:<8} {_meant(room, each) or public(each.target)}")
    return 0


def _meant(room: Newsroom, each: Waiting) -> str | None:
    """The title of the entry or the source that waits; None for an address that nothing is known of yet."""
    with suppress(ReaderError, ValueError):
        if each.kind == "full":
            return room.row(int(each.target)).title
        if each.kind == "update":
            return room.web.title_of(int(each.target))
    return None


@contextmanager
def stopping(stop: Callable[[], None]) -> Iterator[list[int]]:
    """Control-C calls `stop`, and a second one ends the program; the list is not empty once it was pressed."""
    asked: list[int] = []

    def pressed(number: int, _: object) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(number)
        stop()

    before = signal.signal(signal.SIGINT, pressed)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


def shown(steps: Iterable[T], expected: int | None, name: str) -> Iterator[T]:
    """The steps, with a bar on standard error where somebody looks."""
    if not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=expected)
        for step in steps:
            bar.advance(task)
            yield step
