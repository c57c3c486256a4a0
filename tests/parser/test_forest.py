"""Boosted trees as tables: the quick way gives what walking each tree gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.parser.forest import Table, build, load, probability

# Three trees over two signals. Each node rules out the leaves from its first to its last when the value is above the cut.
TABLE: Table = {
    "width": 8,
    "bias": 0.5,
    "scale": 100,
    "signals": ["size", "linked"],
    "cuts": [[1.0, 2.5, 7.0], [0.2]],
    "trees": [
        ([-100, 50, 200], [0, 1, 0, 1, 1, 0, 1, 2]),
        ([10, -10], [0, 2, 0, 1]),
        ([5, 7], [0, 0, 0, 1]),
    ],
}


def walked(size: float, linked: float) -> float:
    """The same three trees, asked one after the other."""
    first = -100 if size <= 2.5 else 50 if linked <= 0.2 else 200
    second = 10 if size <= 7.0 else -10
    third = 5 if size <= 1.0 else 7
    return 0.5 + (first + second + third) / 100


VALUES = st.sampled_from([-1.0, 0.0, 0.2, 0.3, 1.0, 1.5, 2.5, 2.6, 7.0, 7.5, 100.0])


@given(st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=20))
def test_all_trees_at_once_give_what_each_gives(pieces: list[tuple[float, float]]) -> None:
    columns = {"size": [size for size, _ in pieces], "linked": [linked for _, linked in pieces]}
    scores = build(TABLE).scores(columns)
    assert all(abs(score - walked(*piece)) < 1e-9 for score, piece in zip(scores, pieces, strict=True))


@given(VALUES, st.lists(VALUES, min_size=1, max_size=20))
def test_a_column_that_is_the_same_throughout_counts_for_every_piece(size: float, linked: list[float]) -> None:
    scores = build(TABLE).scores({"size": [size] * len(linked), "linked": linked})
    assert all(abs(score - walked(size, each)) < 1e-9 for score, each in zip(scores, linked, strict=True))


def test_probabilities_rise_with_the_odds() -> None:
    assert probability(0.0) == 0.5
    assert 0.0 < probability(-1000.0) < probability(-1.0) < probability(1.0) < probability(1000.0) < 1.0


def test_the_package_s_tables_tell_where_they_come_from_and_load_once() -> None:
    assert load("rough") is load("rough")
    assert len(load("first").leaves) > 50
