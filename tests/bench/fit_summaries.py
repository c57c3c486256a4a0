"""Fit the worth of word pairs anew: `python -m tests.bench.fit_summaries ARTICLES.jsonl [--check]`.

ARTICLES.jsonl has a line for each article with `paragraphs`, `title` and `reference` (a summary written by people), as in
`../shared/bench/summary/dev`. Writes `reader/summaries/weights/pairs.tsv`. With --without-captions the captions that stand in
that text are left out, as the parser does: it made no difference (0.1 of ROUGE-2). With --check nothing is written: the
articles are parted in six, each part is summed up with weights fitted on the others, and ROUGE-2 F1 (over our stems) is
printed beside that of the first three sentences. Logistic regression by Newton's method, plain Python: about a minute.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path

from reader.model import Article, Block
from reader.summaries.choice import choose
from reader.summaries.rules import Signs, signs_of
from reader.summaries.sentence import Sentence, body_of, stems_of, stop_stems
from reader.summaries.traits import NAMES, Counts, counted, row_of, sentence_traits
from reader.summaries.worth import Weights, worth
from reader.text.sentences import sentences

TABLE = Path(__file__).resolve().parents[2] / "reader" / "summaries" / "weights" / "pairs.tsv"
PENALTY = 2000.0
"""Weight of the squared coefficients, on traits of unit deviation; 300 to 3,000 gave the same within 0.2 of ROUGE-2."""

Row = list[tuple[int, float]]


@dataclass(frozen=True)
class Example:
    """An article with the traits of its pairs, and which of them stand in the reference."""

    sentences: tuple[Sentence, ...]
    language: str
    signs: list[Signs]
    counts: Counts
    rows: list[Row]
    wanted: list[bool]
    reference: list[str]
    opening: list[str]


def example(line: str, captions: bool = True) -> Example:
    """One line of the file, with the captions that stand in it or without."""
    raw = json.loads(line)
    paragraphs = raw["paragraphs"] if captions else map(_without_captions, raw["paragraphs"])
    article = Article(raw["title"], tuple(Block("paragraph", text) for text in paragraphs))
    body = body_of(article)
    signs = [signs_of(it, body.language) for it in body.sentences]
    counts = counted(body.sentences, stop_stems(body.language), stems_of(raw["title"], body.language))
    traits = sentence_traits(counts, signs)
    rows = [row_of(pair, counts, traits[counts.first[pair]]) for pair in counts.pairs]
    reference = stems_of(raw["reference"], body.language)
    pairs = set(pairwise(reference))
    first = [text[a:b] for text in raw["paragraphs"] for a, b in sentences(text, body.language)][:3]
    return Example(
        body.sentences,
        body.language,
        signs,
        counts,
        [[(0, 1.0), *((k, value) for k, value in enumerate(row, 1) if value)] for row in rows],
        [pair in pairs for pair in counts.pairs],
        reference,
        stems_of("\n".join(first), body.language),
    )


def _without_captions(text: str) -> str:
    """The text without sentences that are set with a space before their stop: in this data those are captions, but for the
    articles that were cut into words and lowered altogether."""
    if sum(map(str.isupper, text)) < len(text) / 200:
        return text
    return " ".join(text[a:b] for a, b in sentences(text, "en") if not text[a:b].endswith(" ."))


def fitted(examples: Sequence[Example], rounds: int = 8) -> dict[str, float]:
    """A weight for each trait, and "start", that make the wanted pairs likely."""
    rows = [row for it in examples for row in it.rows]
    wanted = [float(it) for example in examples for it in example.wanted]
    size = len(NAMES) + 1
    penalty = [0.0, *(PENALTY * deviation**2 for deviation in _deviations(rows, size)[1:])]
    found = [0.0] * size
    for _ in range(rounds):
        slope = [-penalty[k] * found[k] for k in range(size)]
        bend = [[penalty[k] + 1e-6 if k == other else 0.0 for other in range(size)] for k in range(size)]
        for row, true in zip(rows, wanted, strict=True):
            chance = 1 / (1 + exp(-sum(found[k] * value for k, value in row)))
            weight = chance * (1 - chance)
            for place, (k, value) in enumerate(row):
                slope[k] += (true - chance) * value
                scaled, line = weight * value, bend[k]
                for other, more in row[place:]:
                    line[other] += scaled * more
        found = [value + step for value, step in zip(found, _solved(bend, slope), strict=True)]
    return dict(zip(["start", *NAMES], found, strict=True))


def _deviations(rows: list[Row], size: int) -> list[float]:
    total, squares = [0.0] * size, [0.0] * size
    for row in rows:
        for k, value in row:
            total[k] += value
            squares[k] += value * value
    return [
        sqrt(max(square / len(rows) - (one / len(rows)) ** 2, 1e-12))
        for one, square in zip(total, squares, strict=True)
    ]


def _solved(upper: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric system of which the upper half is given, by elimination."""
    size = len(right)
    full = [[upper[min(k, other)][max(k, other)] for other in range(size)] + [right[k]] for k in range(size)]
    for k in range(size):
        for below in range(k + 1, size):
            factor = full[below][k] / full[k][k]
            if factor:
                full[below] = [value - factor * above for value, above in zip(full[below], full[k], strict=True)]
    found = [0.0] * size
    for k in reversed(range(size)):
        found[k] = (full[k][size] - sum(full[k][other] * found[other] for other in range(k + 1, size))) / full[k][k]
    return found


def table_of(weights: dict[str, float]) -> str:
    """The table as it ships: a name and a weight a line."""
    lines = [f"{name}\t{value:.5f}" for name, value in weights.items()]
    return "\n".join(
        ["# Made by tests/bench/fit_summaries.py; what each trait is: reader/summaries/traits.py.", *lines, ""]
    )


def rouge(reference: list[str], text: list[str]) -> float:
    """F1 of pairs."""
    wanted, found = Counter(pairwise(reference)), Counter(pairwise(text))
    both = (wanted & found).total()
    return 2 * both / max(1, wanted.total() + found.total())


def checked(examples: list[Example]) -> tuple[float, float]:
    """Mean ROUGE-2 F1 of three sentences chosen by weights of the other parts, and of the first three."""
    order = random.Random(1).sample(range(len(examples)), len(examples))
    chosen, opening = [], []
    for part in range(6):
        rows = fitted([examples[k] for nth, k in enumerate(order) if nth % 6 != part], 6)
        for it in (examples[k] for nth, k in enumerate(order) if nth % 6 == part):
            picked = choose(it.sentences, it.signs, worth(it.counts, it.signs, Weights.of(rows)), 3, it.language)
            chosen.append(rouge(it.reference, stems_of("\n".join(each.text for each in picked), it.language)))
            opening.append(rouge(it.reference, it.opening))
    return statistics.mean(chosen), statistics.mean(opening)


def main() -> None:
    """Fit and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--check", action="store_true", help="cross-validate instead of writing")
    parser.add_argument("--without-captions", action="store_true", help="leave captions out of the text")
    wished = parser.parse_args()
    examples = [example(line, not wished.without_captions) for line in wished.articles.read_text("utf-8").splitlines()]
    if wished.check:
        sys.stdout.write("chosen {:.4f}, first three {:.4f}\n".format(*checked(examples)))
    else:
        TABLE.write_text(table_of(fitted(examples)), "utf-8")


if __name__ == "__main__":
    main()
