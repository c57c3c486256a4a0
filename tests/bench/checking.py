"""How well a publisher's summary is held against its article: `python -m tests.bench.checking`.

Own-made articles with sentences as a machine might sum them up, half of them true, half with a planted error. Prints the share of
true sentences matched to the block that supports them with nothing marked, the share of planted errors marked, and each that went
wrong. `claims.json` holds sets of which each was written before the rules were first measured on it, and mended on afterwards, so
what a set showed when it was new tells most:

    fourth to seventh   79 of 124 true sentences matched, 69 of 124 errors marked
    eighth and ninth    86 and 71 of 124, with the rules as they were then
    tenth, eleventh     45 and 33 of 60 with those rules, 46 and 38 with those that came of the sets before

The errors of the ninth and eleventh are as long as their true sentences; elsewhere they are shorter by a third, which weights
fitted on them would make use of. Beside them `tests/summaries/pairs.py`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.model import Article, Block, Point, PublisherSummary
from reader.summaries import check
from tests.summaries.pairs import PAIRS

CLAIMS = Path(__file__).with_name("claims.json")
Claim = tuple[str, int | None, str]
"""A sentence, the block that supports it (None for a planted error), and of which kind the error is."""
Pairs = Sequence[tuple[tuple[str, ...], Sequence[Claim]]]


@dataclass(frozen=True)
class Verdicts:
    """How many true sentences there were and were matched, how many planted errors and marked; what went wrong, in words."""

    true: int
    matched: int
    planted: int
    marked: int
    wrong: tuple[str, ...]


def judged(pairs: Pairs) -> Verdicts:
    """Check the claims of each article and count."""
    verdicts = [(claim, _fault(claim, point)) for body, claims in pairs for claim, point in _checked(body, claims)]
    right = [claim for claim, fault in verdicts if fault is None]
    planted = [claim for claim, _ in verdicts if claim[1] is None]
    marked = sum(claim[1] is None for claim in right)
    wrong = tuple(f"{fault}: {claim[0]}" for claim, fault in verdicts if fault)
    return Verdicts(len(verdicts) - len(planted), len(right) - marked, len(planted), marked, wrong)


def _checked(body: tuple[str, ...], claims: Sequence[Claim]) -> list[tuple[Claim, Point]]:
    said = PublisherSummary("Summary", "\n".join(text for text, *_ in claims))
    article = Article("", tuple(Block("paragraph", it) for it in body), language="en", publisher_summary=said)
    return list(zip(claims, check(article), strict=True))


def _fault(claim: Claim, found: Point) -> str | None:
    """What is wrong with a verdict, None if it is right."""
    _, block, kind = claim
    if block is None:
        return None if found.place is None or found.unknown else f"not marked ({kind})"
    if found.place is None:
        return "support not found"
    if found.place.index != block:
        return f"matched to block {found.place.index} and not {block}"
    return "marked though true" if found.unknown else None


def report(name: str, found: Verdicts) -> str:
    """The figures as lines of text."""
    share = f"supported {found.matched} of {found.true} matched right, planted {found.marked} of {found.planted} marked"
    return "\n".join([f"{name}: {share}", *(f"  {it}" for it in found.wrong), ""])


def sets() -> dict[str, Pairs]:
    """The sets by name, and the pairs on which the rules were tried first."""
    found: dict[str, list[tuple[tuple[str, ...], Sequence[Claim]]]] = {}
    for row in json.loads(CLAIMS.read_text("utf-8")):
        claims = [(text, block, kind) for text, block, kind in row["claims"]]
        found.setdefault(row["set"], []).append((tuple(row["body"]), claims))
    return {**found, "tried": [(body, [(text, block, "") for text, block in said]) for body, said in PAIRS]}


def main() -> None:
    """Measure and print."""
    for name, pairs in sets().items():
        sys.stdout.write(report(name, judged(pairs)))


if __name__ == "__main__":
    main()
