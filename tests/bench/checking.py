"""How well a publisher's summary is held against its article: `python -m tests.bench.checking [--all]`.

Prints, for the own-made pairs of `claims`, the share of true sentences matched to the block that supports them with nothing
marked, the share of planted errors marked, and each sentence that went wrong. With --all the pairs of `tests/summaries/pairs.py`,
on which the rules were tried, are measured beside them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Article, Block, Point, PublisherSummary
from reader.summaries import check
from tests.bench.claims import CLAIMS, LATER_CLAIMS, Claim
from tests.summaries.pairs import PAIRS


@dataclass(frozen=True)
class Verdicts:
    """How many true sentences there were and were matched, how many planted errors and marked; what went wrong, in words."""

    true: int
    matched: int
    planted: int
    marked: int
    wrong: tuple[str, ...]


def judged(pairs: Sequence[tuple[tuple[str, ...], Sequence[Claim]]]) -> Verdicts:
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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="the pairs that the rules were tried on, too")
    sys.stdout.write(report("forty pairs", judged(CLAIMS)) + report("forty later pairs", judged(LATER_CLAIMS)))
    if parser.parse_args().all:
        tried = [(body, [(text, block, "") for text, block in said]) for body, said in PAIRS]
        sys.stdout.write(report("pairs tried on", judged(tried)))


if __name__ == "__main__":
    main()
