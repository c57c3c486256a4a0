"""The learned table: that it is whole, and that what it adds up is what the fit was shown."""

from __future__ import annotations

import json
from itertools import pairwise
from math import exp

from reader.summaries.rules import signs_of
from reader.summaries.sentence import body_of, stems_of, stop_stems
from reader.summaries.traits import NAMES, counted, row_of, sentence_traits
from reader.summaries.worth import Weights, weights, worth
from tests.bench.fit_summaries import example, fitted, table_of
from tests.builders import an_article

TEXT = (
    "Harwell will tear down the Kestrel Dam in March, the council of Harwell said. The Kestrel Dam was built in 1931.",
    "Salmon will swim up the river again. Tom Ashby says the river was full of salmon in 1931.",
)
TITLE = "Kestrel Dam to go"


def test_looking_up_gives_what_the_traits_add_up_to() -> None:
    body = body_of(an_article(*TEXT))
    signs = [signs_of(it, "en") for it in body.sentences]
    counts = counted(body.sentences, stop_stems("en"), stems_of(TITLE, "en"))
    rows = {name: (k % 7 - 3) / 10 for k, name in enumerate(NAMES)} | {"start": -1.0}
    found = worth(counts, signs, Weights.of(rows))
    traits = sentence_traits(counts, signs)
    assert set(found) == {pair for it in body.sentences for pair in pairwise(it.stems)}
    for pair, chance in found.items():
        row = row_of(pair, counts, traits[counts.first[pair]])
        total = rows["start"] + sum(rows[name] * value for name, value in zip(NAMES, row, strict=True))
        assert abs(chance - (1 / (1 + exp(-total))) ** 0.8) < 1e-9


def test_the_table_that_ships_holds_sensible_weights() -> None:
    assert weights() is weights()
    assert -10 < weights().start < 0


def test_the_fit_learns_what_stands_in_a_reference_and_its_table_can_be_read() -> None:
    line = json.dumps(
        {"title": TITLE, "paragraphs": list(TEXT), "reference": "Kestrel Dam torn down. Salmon will swim up the river."}
    )
    learned = example(line)
    rows = fitted([learned], 4)
    assert set(rows) == {"start", *NAMES}
    assert table_of(rows).count("\n") == len(NAMES) + 2
    found = worth(learned.counts, learned.signs, Weights.of(rows))
    wanted = [found[pair] for pair, true in zip(learned.counts.pairs, learned.wanted, strict=True) if true]
    assert sum(wanted) / len(wanted) > sum(found.values()) / len(found)


def test_no_sentences_have_no_pairs() -> None:
    assert worth(counted((), stop_stems("en"), []), []) == {}
