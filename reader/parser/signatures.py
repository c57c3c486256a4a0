"""Who signs an article on an HTML page: the likeliest of the bylines that it offers, or nobody.

What each signal weighs was learned (`python -m tests.bench.fit_bylines`): a conditional choice among a page's candidates
and none of them. The ladder before it, claims before elements before lines, was right 4 to 6 points less often.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from reader.parser import bylines, datelines, titles
from reader.parser.candidates import Candidate, Names, Surroundings
from reader.parser.witnesses import gather
from reader.text.dates import find_dates

NOBODY = "nobody"
"""The weight of naming nobody."""
_BESIDE = 0.7
"""How near to the headline elements side by side are one byline; further off they are a list of people."""


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(files("reader.parser").joinpath("weights/bylines.json").read_text("utf-8"))
    return weights


def _score(candidate: Candidate, weights: dict[str, float]) -> float:
    return sum([weights.get(name, 0.0) * value for name, value in candidate.signals.items()])


def choose(candidates: list[Candidate], weights: dict[str, float]) -> Candidate | None:
    """The candidate that most speaks for; None where nobody signs."""
    best = max(candidates, key=lambda candidate: _score(candidate, weights), default=None)
    return _whole(best, candidates) if best is not None and _score(best, weights) > weights[NOBODY] else None


def _whole(chosen: Candidate, candidates: list[Candidate]) -> Candidate:
    """Who signs together with somebody who is claimed nowhere: the next elements of the same kind, right beside."""
    if len(chosen.names) > 1 or "claimed" in chosen.signals or "line_by" in chosen.signals:
        return chosen
    for each in candidates:
        near = each.signals.get("beside_near", 0.0) > _BESIDE and "listed" not in each.signals
        if near and each.names[0] == chosen.names[0] and "person" in each.signals:
            return each
    return chosen


def _mourns(around: Surroundings) -> bool:
    """Whether under the headline stand the days when somebody was born and died."""
    under = [piece.text for piece in around.out.pieces[around.near + 1 : around.near + 4] if len(piece.text) < 80]
    return any(list(find_dates(text, "day")) and not datelines.dates_of_line(text, "day") for text in under)


def read_byline(around: Surroundings) -> Names:
    """Who signs, people before newsrooms; lines that say so are noted in `around.said`."""
    chosen = choose(gather(around), _weights())
    if chosen is None:
        return ()
    for line in chosen.lines:
        around.said.setdefault(line, "byline")
    sites = {titles.joined(name) for name in titles.site_names(around.claims)} | {titles.host(around.url)}
    title = titles.joined(around.title)
    if any(titles.joined(name) == title for name in chosen.names) and _mourns(around):
        return ()
    signing = tuple(name for name in chosen.names if titles.joined(name) not in sites)
    return bylines.signers(signing or chosen.names)
