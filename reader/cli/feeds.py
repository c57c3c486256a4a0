"""The verb that asks feeds what is new: `update`."""

from __future__ import annotations

import argparse
import json

from reader import newsroom, settings
from reader.cli.saying import complain
from reader.formats.rows import outcome_json
from reader.model import Outcome


def update(wished: argparse.Namespace) -> int:
    """Fetch what is new and say what came of each source; 1 when any of them failed."""
    from reader.fetch import Fetcher
    from reader.newsroom import updating

    outcomes = []
    with newsroom.start(settings.load()) as room, Fetcher(clock=room.clock) as fetcher:
        for outcome in updating.update(room.library, fetcher, room.clock):
            outcomes.append(outcome)
            if not wished.json:
                _say(outcome)
    if wished.json:
        print(json.dumps([outcome_json(each) for each in outcomes], ensure_ascii=False, indent=2))
    return int(any(each.came == "failed" for each in outcomes))


def _say(outcome: Outcome) -> None:
    """A line for what came, two on standard error for what failed."""
    if outcome.came == "failed":
        complain(outcome.happened, outcome.advice)
    else:
        came = f"{len(outcome.entries)} new" if outcome.entries else "nothing new"
        print(f"{came:<12} {outcome.source}{f' ({outcome.happened})' if outcome.happened else ''}")
