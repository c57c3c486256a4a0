"""Who signs an article on an HTML page: the likeliest of the bylines that it offers, or nobody.

What each signal weighs was learned (`python -m tests.bench.fit_bylines`): a conditional choice among a page's candidates
and none of them. The ladder before it, claims before elements before lines, was right 4 to 6 points less often.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from reader.parser import bylines
from reader.parser.candidates import Candidate, Names, Surroundings, gather

NOBODY = "nobody"
"""The weight of naming nobody."""


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(files("reader.parser").joinpath("weights/bylines.json").read_text("utf-8"))
    return weights


def _score(candidate: Candidate, weights: dict[str, float]) -> float:
    return sum([weights.get(name, 0.0) * value for name, value in candidate.signals.items()])


def choose(candidates: list[Candidate], weights: dict[str, float]) -> Candidate | None:
    """The candidate that most speaks for; None where nobody signs."""
    best = max(candidates, key=lambda candidate: _score(candidate, weights), default=None)
    return best if best is not None and _score(best, weights) > weights[NOBODY] else None


def read_byline(around: Surroundings) -> Names:
    """Who signs, people before newsrooms; lines that say so are noted in `around.said`."""
    chosen = choose(gather(around), _weights())
    if chosen is None:
        return ()
    for line in chosen.lines:
        around.said.setdefault(line, "byline")
    return bylines.signers(chosen.names)
