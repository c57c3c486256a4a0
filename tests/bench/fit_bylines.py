"""Refit what speaks for a byline: `python -m tests.bench.fit_bylines [--cv]`.

Reads the open half of `../shared/bench/extraction` (the publisher's JSON-LD, which is taken out of the page first, or the
author that people noted), writes `reader/parser/weights/bylines.json`, and with `--cv` prints how often the choice is right
with each page's site left out. Needs numpy, which the program does not. Two minutes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from reader.model import Page
from reader.parser import markup, signatures
from reader.parser.bounds import bounded
from reader.parser.candidates import Candidate
from reader.parser.encodings import decode
from reader.parser.headline import surroundings
from reader.parser.witnesses import gather
from tests.bench import pages
from tests.bench.pages import BenchPage

WEIGHTS = Path(signatures.__file__).with_name("weights") / "bylines.json"
_FOLDS = 5
_RIDGE = 1.0
_NOBODY_COUNTS = 0.4
"""What a page without a noted author weighs: half of them do show one."""
_STEPS = 300
_PARTING = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


@dataclass(slots=True)
class Choice:
    """A page's candidates, and which of them are right; none of them where nobody is known to have signed."""

    page: BenchPage
    asked: bool
    candidates: list[Candidate]
    right: list[bool]


def _choice(page: BenchPage, scorer: Any) -> Choice | None:
    """A page as it teaches; None where nothing is known of its head."""
    noted = "words" in page.truth
    wanted = scorer.annotated(page.truth) if noted else scorer.truth(page.html)
    if not wanted or not wanted["title"]:
        return None
    html = page.html if noted else scorer.LD.sub(b"", page.html)
    tree = LexborHTMLParser(bounded(decode(Page(html, page.url))))
    if tree.body is None:
        return None
    found = gather(surroundings(tree, markup.outline(tree.body), page.url))
    names = {scorer.fold(name) for name in wanted["byline"]}
    right = [bool(names) and names in _readings(each, scorer) for each in found]
    return Choice(page, bool(names), found, right)


def _readings(candidate: Candidate, scorer: Any) -> tuple[set[str], set[str]]:
    """The names as they stand, and parted as the scorer parts them."""
    parted = [part for name in candidate.names for part in _PARTING.split(name)]
    return {scorer.fold(name) for name in candidate.names}, {scorer.fold(part) for part in parted if scorer.fold(part)}


def choices() -> list[Choice]:
    """Every page of the open half that tells who signed, or of which people noted that nobody did."""
    pages.scorer()
    scorer = importlib.import_module("metadata")
    found = [_choice(page, scorer) for kind in pages.KINDS for page in pages.read(kind)]
    return [each for each in found if each is not None]


def fit(known: list[Choice]) -> dict[str, float]:
    """Weights of a conditional logit among each page's candidates and nobody, by gradient descent (Adam)."""
    np = importlib.import_module("numpy")
    names = sorted({name for each in known for candidate in each.candidates for name in candidate.signals})
    rows, right, weight, starts = _rows(known, names)
    table, wanted, counts = np.array(rows), np.array(right, dtype=bool), np.array(weight)
    first = np.array(starts)
    group = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(rows))))
    ridge = 2 * _RIDGE * np.append(np.ones(len(names)), 0.0)
    solved, mean, spread = (np.zeros(len(names) + 1) for _ in range(3))
    for step in range(1, _STEPS + 1):
        score = table @ solved
        score = np.exp(score - np.maximum.reduceat(score, first)[group])
        among = score * wanted
        slope = score / np.add.reduceat(score, first)[group] - among / np.add.reduceat(among, first)[group]
        slope = table.T @ (counts * slope) + ridge * solved
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope * slope
        solved -= 0.1 * mean / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(value), 3) for name, value in zip([*names, signatures.NOBODY], solved, strict=True)}


def _rows(known: list[Choice], names: list[str]) -> tuple[list[list[float]], list[bool], list[float], list[int]]:
    """The candidates of all pages under one another, nobody last of each page; where each page starts."""
    rows: list[list[float]] = []
    right: list[bool] = []
    weight: list[float] = []
    starts: list[int] = []
    for each in known:
        noted = "words" in each.page.truth
        if (each.asked and not any(each.right)) or (not each.asked and not noted):
            continue
        starts.append(len(rows))
        rows += [[candidate.signals.get(name, 0.0) for name in names] + [0.0] for candidate in each.candidates]
        rows.append([0.0] * len(names) + [1.0])
        right += [*each.right, not each.asked]
        weight += [1.0 if each.asked else _NOBODY_COUNTS] * (len(each.candidates) + 1)
    return rows, right, weight, starts


def report(known: list[Choice], folds: int) -> None:
    """Print the share of right bylines, with each site's pages judged by weights that never saw them (`folds` > 1)."""
    judged: list[tuple[Choice, bool, bool]] = []
    for fold in range(folds):
        test = [each for each in known if pages.fold(each.page.site, folds) == fold]
        weights = fit([each for each in known if folds == 1 or pages.fold(each.page.site, folds) != fold])
        for each in test:
            chosen = signatures.choose(each.candidates, weights)
            good = chosen is not None and each.right[each.candidates.index(chosen)]
            judged.append((each, good, chosen is None))
    for kind in pages.KINDS:
        asked = [good for each, good, _ in judged if each.page.kind == kind and each.asked]
        sys.stdout.write(f"{kind:9} right {sum(asked) / len(asked):.4f} of {len(asked)}\n")
    empty = [nobody for each, _, nobody in judged if not each.asked and "words" in each.page.truth]
    sys.stdout.write(f"nobody where nobody was noted {sum(empty) / len(empty):.4f} of {len(empty)}\n")


def main() -> int:
    """Fit, validate where asked to, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cv", action="store_true", help="leave each page's site out and print what that scores")
    arguments = parser.parse_args()
    known = choices()
    if arguments.cv:
        report(known, _FOLDS)
    report(known, 1)
    WEIGHTS.write_text(json.dumps(fit(known), indent=0, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
