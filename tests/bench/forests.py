"""LightGBM's trees as the tables that `reader.parser.forest` reads: leaves numbered from the left, a node rules out its
left side where a value is above its cut."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from reader.parser import forest
from reader.parser.forest import Table

WEIGHTS = Path(forest.__file__).parent / "weights"
ATTRIBUTION = (
    "fitted on article-extraction-benchmark (MIT), WCXB (CC-BY-4.0, Murrough Foley), trafilatura's evaluation set "
    "(Apache-2.0)"
)
SCALE = 1000


def table(model: Any, names: list[str], width: int) -> Table:
    """A fitted model's table; `width` is the bits of a tree: its most leaves, rounded up to 8, 16 or 32."""
    dumped = model.dump_model()["tree_info"]
    used: dict[int, set[float]] = defaultdict(set)
    for tree in dumped:
        _thresholds(tree["tree_structure"], used)
    order = sorted(used)
    cuts = {signal: sorted(used[signal]) for signal in order}
    trees = []
    for tree in dumped:
        leaves: list[int] = []
        nodes: list[int] = []
        _flatten(tree["tree_structure"], order, cuts, leaves, nodes)
        trees.append((leaves, nodes))
    return {
        "source": ATTRIBUTION,
        "width": width,
        "bias": 0.0,
        "scale": SCALE,
        "signals": [names[signal] for signal in order],
        "cuts": [cuts[signal] for signal in order],
        "trees": trees,
    }


def write(name: str, model: Any, names: list[str], width: int) -> None:
    """Put a fitted model's table among the package's weights."""
    save(name, table(model, names, width))


def save(name: str, written: Table) -> None:
    """Put a table among the package's weights."""
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / f"{name}.json").write_text(json.dumps(written, separators=(",", ":")) + "\n", "utf-8")
    forest.load.cache_clear()


def _cut(node: dict[str, Any]) -> float:
    return float(f"{node['threshold']:.6g}")


def _thresholds(node: dict[str, Any], used: dict[int, set[float]]) -> None:
    if "split_feature" in node:
        used[node["split_feature"]].add(_cut(node))
        _thresholds(node["left_child"], used)
        _thresholds(node["right_child"], used)


def _flatten(
    node: dict[str, Any], order: list[int], cuts: dict[int, list[float]], leaves: list[int], nodes: list[int]
) -> None:
    if "split_feature" not in node:
        leaves.append(round(SCALE * node["leaf_value"]))
        return
    signal, first = node["split_feature"], len(leaves)
    _flatten(node["left_child"], order, cuts, leaves, nodes)
    nodes += [order.index(signal), cuts[signal].index(_cut(node)), first, len(leaves)]
    _flatten(node["right_child"], order, cuts, leaves, nodes)
