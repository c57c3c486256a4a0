"""The learned worth of word pairs: the chance that a pair of an article's words stands in a summary written by people.

The weights in `weights/pairs.tsv` are a logistic regression, fitted by `tests/bench/fit_summaries.py` on 102 articles
of CNN and Daily Mail with the newsrooms' own highlights (the sample of REALSumm, Bhandari et al. 2020, of the
CNN/DailyMail set of Hermann et al. 2015; texts are the publishers', for research use, and none of them is here).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from math import exp
from operator import mul

from reader.summaries.rules import Signs
from reader.summaries.traits import (
    COUNT,
    KIND,
    NAMES,
    SENTENCE,
    WORD,
    Counts,
    Pair,
    count_traits,
    kind_traits,
    sentence_traits,
    word_facts,
    word_traits,
)

_STOP = 3
"""The code of a stop word, beside 0 and 1 for a word without and with a capital: two of them add up without doubt."""

_KINDS_OF_WORDS = 20_000

_POWER = 0.8
"""To which a chance is raised: pairs of which little is known count a little more. 0.65 to 0.8 won 0.1 to 0.3 of ROUGE-2."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The table, cut into its groups; `kinds` is the sum for every kind of pair there is."""

    start: float
    sentence: tuple[float, ...]
    count: tuple[float, ...]
    word: tuple[float, ...]
    kinds: dict[int, list[float]]
    known: dict[tuple[int, int, bool, int, bool], float] = field(default_factory=dict)

    def of_words(self, counts: Counts) -> dict[str, tuple[float, int]]:
        """The sum for each word of an article and its code; there are few kinds of words, so each is added up once."""
        if len(self.known) > _KINDS_OF_WORDS:
            self.known.clear()
        found: dict[str, tuple[float, int]] = {}
        known, stops, capitals = self.known, counts.stops, counts.capitals
        for word in counts.holding:
            if word in stops:
                found[word] = 0.0, _STOP
                continue
            facts = word_facts(word, counts)
            value = known.get(facts)
            if value is None:
                value = known[facts] = _sum(word_traits(*facts), self.word)
            found[word] = value, word in capitals
        return found

    @classmethod
    def of(cls, rows: dict[str, float]) -> Weights:
        """From a row for each trait, and one called "start"."""
        values = [rows[name] for name in NAMES]
        after_sentence = len(SENTENCE)
        after_count = after_sentence + len(COUNT)
        after_word = after_count + len(WORD)
        kind = tuple(values[after_word : after_word + len(KIND)])
        kinds = {
            code: [
                _sum(kind_traits(code // _STOP, bool(k & 1), bool(k & 2), code == 2, bool(k & 4)), kind)
                for k in range(8)
            ]
            for code in range(2 * _STOP + 1)
        }
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


def worth(counts: Counts, signs: Sequence[Signs], table: Weights | None = None) -> dict[Pair, float]:
    """What each pair of the article is worth, by its chance: for every pair a sum of numbers looked up."""
    table = table or weights()
    total = len(counts.sentences)
    told = [table.start + _sum(row, table.sentence) for row in sentence_traits(counts, signs)]
    most = max(counts.pairs.values(), default=0)
    held = [0.0, *(_sum(count_traits(n, total), table.count) for n in range(1, most + 1))]
    words, titled, kinds = table.of_words(counts), counts.title_pairs, table.kinds
    found = {}
    for (pair, rank), held_by in zip(counts.first.items(), counts.pairs.values(), strict=True):
        left, left_code = words[pair[0]]
        right, right_code = words[pair[1]]
        kind = kinds[left_code + right_code][(held_by > 1) + 2 * (rank < 3) + 4 * (pair in titled)]
        found[pair] = (1 + exp(-told[rank] - held[held_by] - left - right - kind)) ** -_POWER
    return found


def _sum(traits: tuple[float, ...], weights: tuple[float, ...]) -> float:
    return sum(map(mul, traits, weights), 0.0)
