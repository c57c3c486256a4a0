"""Fitted trees survive being written down: the table gives what the nested trees give."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reader.parser.forest import build
from tests.bench.fit_pages import passages, shares
from tests.bench.forests import table

NAMES = ["size", "linked", "depth"]


def grown(rng: random.Random, depth: int) -> dict[str, Any]:
    """A tree as LightGBM dumps it."""
    if depth == 0 or rng.random() < 0.2:
        return {"leaf_value": round(rng.uniform(-2, 2), 3)}
    return {
        "split_feature": rng.randrange(len(NAMES)),
        "threshold": rng.choice([0.25, 0.5, 1.0, 3.0]),
        "left_child": grown(rng, depth - 1),
        "right_child": grown(rng, depth - 1),
    }


def asked(node: dict[str, Any], values: list[float]) -> float:
    """What a tree says, node by node."""
    while "split_feature" in node:
        low = values[node["split_feature"]] <= node["threshold"]
        node = node["left_child"] if low else node["right_child"]
    value: float = node["leaf_value"]
    return value


class Fitted:
    """As much of a fitted model as is written down."""

    def __init__(self, trees: list[dict[str, Any]]) -> None:
        self.trees = trees

    def dump_model(self) -> dict[str, Any]:
        return {"tree_info": [{"tree_structure": tree} for tree in self.trees]}


@given(st.integers(0, 1000), st.lists(st.floats(0, 4), min_size=3, max_size=3))
def test_the_table_gives_what_the_trees_give(seed: int, values: list[float]) -> None:
    rng = random.Random(seed)
    trees = [{**grown(rng, 3)} for _ in range(4)]
    trees = [tree for tree in trees if "split_feature" in tree]
    if not trees:
        return
    written = table(Fitted(trees), NAMES, 8)
    score = build(written).scores(dict(zip(NAMES, ([value] for value in values), strict=True)))[0]
    assert abs(score - sum(asked(tree, values) for tree in trees)) < 0.01


def test_labels_are_shares_of_words_in_the_truth_s_order() -> None:
    pieces = ["Menu", "The boat sails again in May.", "The crew has waited two years for it.", "The boat sails"]
    labels = shares(pieces, "The boat sails again in May. The crew has waited two years.")
    assert labels[0] == 0.0 and labels[1] == 1.0 and 0.7 < labels[2] < 1.0 and labels[3] == 0.0


def test_passages_label_what_they_stand_in() -> None:
    pieces = ["Menu and more", "The boat sails again in May.", "Nobody knows."]
    truth = {"with": ["boat sails"], "without": ["Menu"]}
    assert passages(pieces, truth) == [0.0, 1.0, -1.0]
