"""How well a publisher's summary is held against its article: `python -m tests.bench.checking`.

Sentences as a machine might sum an article up, half of them true, half with a planted error. Prints the share of true ones
matched to what supports them with nothing marked, the share of planted errors marked, and each that went wrong. `claims.json`
has own-made articles; `open_claims.json` has own-made sentences about articles of the open half of `../shared/bench/summary`,
with the numbers of the sentences that support them, and is used where that folder is. Each set was written before the rules
were first measured on it, and mended on afterwards, so what it showed when it was new tells most:

    fourth to seventh   79 of 124 true sentences matched, 69 of 124 errors marked
    eighth and ninth    86 and 71 of 124, with the rules as they were then
    tenth, eleventh     45 and 33 of 60 with those rules, 46 and 38 with those that came of the sets before
    twelfth             43 of 63 and 40 of 71; since then on articles of newsrooms, in one long block each
    thirteenth          25 of 32 and 17 of 30; with the rules before the twelfth 24 and 16
    fourteenth          17 of 22 and 17 of 25; before 16 and 16
    fifteenth           18 of 20 and 15 of 21; before 18 and 13
    sixteenth           33 of 54 and 33 of 55; with the rules before sentences were read for who does what 30 and 33
    nineteenth          33 of 46 and 24 of 46; before 24 and 25
    languages           24 of 30 and 13 of 30, six languages, before there were lists for them

The seventeenth and eighteenth were written to develop on (66 of 132 and 69 of 134 before, 87 and 76 since). From the sixteenth on
true sentences and errors are in the words of somebody who sums up, not in the article's, which is why less is found in them.
The errors of the ninth and eleventh are as long as their true sentences; elsewhere they are shorter by a third, which weights
fitted on them would make use of. Beside them `tests/summaries/pairs.py`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.model import Article, Block, Place, Point, PublisherSummary
from reader.summaries import check
from reader.text.sentences import sentences
from tests.summaries.pairs import PAIRS

CLAIMS = Path(__file__).with_name("claims.json")
OPEN_CLAIMS = Path(__file__).with_name("open_claims.json")
ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "bench" / "summary" / "dev" / "articles.jsonl"
Support = int | Sequence[int]
"""The block that supports a sentence; in an article of one block the numbers of its sentences."""
Claim = tuple[str, Support | None, str]
"""A sentence, what supports it (None for a planted error), and of which kind the error is."""


@dataclass(frozen=True)
class Said:
    """An article's blocks, the sentences about it, and its language."""

    body: tuple[str, ...]
    claims: Sequence[Claim]
    language: str = "en"


Pairs = Sequence[Said]


@dataclass(frozen=True)
class Verdicts:
    """How many true sentences there were and were matched, how many planted errors and marked; what went wrong, in words.

    Of the true ones that were found nowhere, `near` have their support as what comes nearest.
    """

    true: int
    matched: int
    planted: int
    marked: int
    wrong: tuple[str, ...]
    doubted: int = 0
    near: int = 0


def judged(pairs: Pairs) -> Verdicts:
    """Check the claims of each article and count."""
    found = [(said, claim, point) for said in pairs for claim, point in _checked(said)]
    verdicts = [(claim, _fault(said, claim, point)) for said, claim, point in found]
    doubted = [(said, claim[1], it.nearest) for said, claim, it in found if claim[1] is not None and it.place is None]
    right = [claim for claim, fault in verdicts if fault is None]
    planted = [claim for claim, _ in verdicts if claim[1] is None]
    marked = sum(claim[1] is None for claim in right)
    wrong = tuple(f"{fault}: {claim[0]}" for claim, fault in verdicts if fault)
    near = [at is not None and _supports(said, it, at) for said, it, at in doubted]
    return Verdicts(
        len(verdicts) - len(planted), len(right) - marked, len(planted), marked, wrong, len(near), sum(near)
    )


def _checked(said: Said) -> list[tuple[Claim, Point]]:
    summary = PublisherSummary("Summary", "\n".join(text for text, *_ in said.claims))
    blocks = tuple(Block("paragraph", it) for it in said.body)
    article = Article("", blocks, language=said.language, publisher_summary=summary)
    return list(zip(said.claims, check(article), strict=True))


def _fault(said: Said, claim: Claim, found: Point) -> str | None:
    """What is wrong with a verdict, None if it is right."""
    _, support, kind = claim
    if support is None:
        return None if found.place is None or found.unknown else f"not marked ({kind})"
    if found.place is None:
        return "support not found"
    if not _supports(said, support, found.place):
        return f"matched to {_told(found.place)} and not {support}"
    return "marked though true" if found.unknown else None


def _supports(said: Said, support: Support, place: Place) -> bool:
    """Whether a place is the block, or has one of the sentences."""
    if isinstance(support, int):
        return place.index == support
    spans = sentences(said.body[place.index], said.language)
    return any(spans[it][0] < place.end and place.start < spans[it][1] for it in support)


def _told(place: Place) -> str:
    return f"block {place.index}, {place.start}-{place.end}"


def report(name: str, found: Verdicts) -> str:
    """The figures as lines of text."""
    share = f"supported {found.matched} of {found.true} matched right, planted {found.marked} of {found.planted} marked"
    near = f"of {found.doubted} doubted though true {found.near} lead to their place"
    return "\n".join([f"{name}: {share}; {near}", *(f"  {it}" for it in found.wrong), ""])


def sets() -> dict[str, Pairs]:
    """The own-made sets by name, and the pairs on which the rules were tried first."""
    found: dict[str, list[Said]] = {}
    for row in json.loads(CLAIMS.read_text("utf-8")):
        claims = [(text, block, kind) for text, block, kind in row["claims"]]
        found.setdefault(row["set"], []).append(Said(tuple(row["body"]), claims, row.get("language", "en")))
    return {**found, "tried": [Said(body, [(text, block, "") for text, block in said]) for body, said in PAIRS]}


def open_sets() -> dict[str, Pairs]:
    """The sets about articles of the open half by name; none where those are not."""
    found: dict[str, list[Said]] = {}
    bodies = dict(_bodies()) if ARTICLES.exists() else {}
    for row in json.loads(OPEN_CLAIMS.read_text("utf-8")):
        if body := bodies.get(row["article"]):
            found.setdefault(row["set"], []).append(Said(body, [(text, it, kind) for text, it, kind in row["claims"]]))
    return dict(found)


def _bodies() -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in ARTICLES.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["id"], tuple(row["paragraphs"])


def highlights() -> tuple[int, int]:
    """How many of the sentences by which newsrooms sum up their own articles are placed, and of how many. Hardly one is wrong, so
    that what is doubted is mostly doubted wrongly."""
    points: list[Point] = []
    for line in ARTICLES.read_text("utf-8").splitlines() if ARTICLES.exists() else ():
        row = json.loads(line)
        text = row["reference"].replace(" . ", ".\n").replace(" .", ".")
        blocks = tuple(Block("paragraph", it) for it in row["paragraphs"])
        points += check(Article("", blocks, language="en", publisher_summary=PublisherSummary("Highlights", text)))
    return sum(it.place is not None for it in points), len(points)


def main() -> None:
    """Measure and print."""
    for name, pairs in (*sets().items(), *open_sets().items()):
        sys.stdout.write(report(name, judged(pairs)))
    sys.stdout.write("newsrooms' own highlights: {} of {} placed\n".format(*highlights()))


if __name__ == "__main__":
    main()
