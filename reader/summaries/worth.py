"""The learned worth of word pairs: the chance that a pair of an article's words stands in a summary written by people.

The weights in `weights/pairs.tsv` are a logistic regression, fitted by `tests/bench/fit_summaries.py` on 102 articles
of CNN and Daily Mail with the newsrooms' own highlights (the sample of REALSumm, Bhandari et al. 2020, of the
CNN/DailyMail set of Hermann et al. 2015; texts are the publishers', for research use, and none of them is here).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import product
from math import exp

from reader.summaries.traits import (
    COUNT,
    KIND,
    NAMES,
    SENTENCE,
    WORD,
    Counts,
    Pair,
    count_traits,
    kind_of,
    kind_traits,
    sentence_traits,
    word_traits,
)

Kind = tuple[int, bool, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class Weights:
    """The table, cut into its groups; `kinds` is the sum for every kind of pair there is."""

    start: float
    sentence: tuple[float, ...]
    count: tuple[float, ...]
    word: tuple[float, ...]
    kinds: dict[Kind, float]

    @classmethod
    def of(cls, rows: dict[str, float]) -> Weights:
        """From a row for each trait, and one called "start"."""
        values = [rows[name] for name in NAMES]
        after_sentence = len(SENTENCE)
        after_count = after_sentence + len(COUNT)
        after_word = after_count + len(WORD)
        kind = tuple(values[after_word : after_word + len(KIND)])
        bits = (False, True)
        kinds = {it: _sum(kind_traits(*it), kind) for it in product((0, 1, 2), bits, bits, bits, bits)}
        return cls(
            rows["start"],
            tuple(values[:after_sentence]),
            tuple(values[after_sentence:after_count]),
            tuple(values[after_count:after_word]),
            kinds,
        )


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that ship."""
    table = (resources.files("reader.summaries") / "weights" / "pairs.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return Weights.of({name: float(value) for name, value in lines})


def worth(counts: Counts, language: str, table: Weights | None = None) -> dict[Pair, float]:
    """The chance of each pair of the article."""
    table = table or weights()
    total = len(counts.sentences)
    told = [table.start + _sum(row, table.sentence) for row in sentence_traits(counts, language)]
    held = [
        0.0,
        *(_sum(count_traits(n, total), table.count) for n in range(1, max(counts.pairs.values(), default=0) + 1)),
    ]
    words = {word: _sum(word_traits(word, counts), table.word) for word in counts.holding}
    first, kinds = counts.first, table.kinds
    return {
        pair: 1
        / (1 + exp(-told[first[pair]] - held[often] - words[pair[0]] - words[pair[1]] - kinds[kind_of(pair, counts)]))
        for pair, often in counts.pairs.items()
    }


def _sum(traits: tuple[float, ...], weights: tuple[float, ...]) -> float:
    return sum(trait * weight for trait, weight in zip(traits, weights, strict=True) if trait)
