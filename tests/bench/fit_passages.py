"""Learn the weights by which a passage is found again, from the open half of `../shared/bench/passages`.

    python tests/bench/fit_passages.py ../shared/bench/passages [--write]

Needs numpy beside the program. Figures are out of fold: each repository is judged by weights that were learned
on the others. Beside the real cases stand made ones, from the same old texts, at a lower weight: the passage cut
out, its paragraph cut out, its paragraph moved to the end or somewhere else, another document of the repository,
and the passage looked for in many documents joined to one. Without them a phrase that is cut out while a
twin stands elsewhere goes wrong in 8.7 of 100 (the study).
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.passages.finding import CERTAIN
from reader.passages.signals import NAMES
from tests.bench.passage_cases import FOLDS, HALF, Case, joined, made, real, rewritten

np: Any = importlib.import_module("numpy")  # no part of the program's own environment

WEIGHTS = Path(__file__).resolve().parents[2] / "reader" / "passages" / "weights" / "places.json"
MADE = 0.35


def main() -> int:
    """Build the cases, learn out of fold, print the figures, and write the table on request."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--write", action="store_true", help="keep the weights learned on all cases")
    wished = parser.parse_args()
    sys.path.insert(0, str(wished.bench))
    loaded = importlib.import_module("score").load(wished.bench / "dev" / "cases.jsonl")
    cases = [*real(loaded), *made(loaded), *rewritten(loaded), *joined(loaded)]
    judge(cases, out_of_fold(cases))
    bias, weights = learn(cases, lambda _: True)
    sys.stdout.write("\nin sample\n")
    judge(cases, [sums(case, bias, weights) for case in cases])
    if wished.write:
        table = {
            "bias": round(bias, 4),
            "weights": dict(zip(NAMES, (round(float(w), 4) for w in weights), strict=True)),
        }
        WEIGHTS.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    return 0


def rows(cases: list[Case]) -> tuple[Any, Any, Any]:
    """Signals, whether right, and weight of every candidate."""
    x, y, w = [], [], []
    for each in cases:
        worth = 1.0 if " " not in each.kind else MADE
        for signals, said in zip(each.signals, each.verdicts, strict=True):
            if each.kind == HALF and said != "wrong":
                continue
            x.append(signals)
            y.append(said == "right")
            w.append(worth * (0.3 if said == "partial" else 1.0))
    return np.array(x, float), np.array(y, float), np.array(w, float)


def learn(cases: list[Case], wanted: Any, decay: float = 2.0) -> tuple[float, Any]:
    """Logistic regression by Newton's steps, weights drawn to zero on the standardized signals."""
    x, y, w = rows([each for each in cases if wanted(each)])
    mean, spread = x.mean(0), x.std(0)
    spread[spread == 0] = 1.0
    z = np.hstack([np.ones((len(x), 1)), (x - mean) / spread])
    pull = np.full(z.shape[1], decay)
    pull[0] = 0.0
    beta = np.zeros(z.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        gradient = z.T @ (w * (y - p)) - pull * beta
        hessian = (z * (w * p * (1 - p))[:, None]).T @ z + np.diag(pull + 1e-9)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    weights = beta[1:] / spread
    return float(beta[0] - (weights * mean).sum()), weights


def sums(case: Case, bias: float, weights: Any) -> list[float]:
    """How sure the weights are of each candidate."""
    if not case.signals:
        return []
    total = np.array(case.signals, float) @ weights + bias
    return [float(p) for p in 1 / (1 + np.exp(-np.clip(total, -30, 30)))]


def out_of_fold(cases: list[Case]) -> list[list[float]]:
    """For every case how sure weights are that never saw its repository."""
    learned = {fold: learn(cases, lambda it, fold=fold: it.fold != fold) for fold in range(FOLDS)}
    return [sums(each, *learned[each.fold]) for each in cases]


def judge(cases: list[Case], sure: list[list[float]], certain: float = CERTAIN) -> None:
    """Print right and wrong by kind of case."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for each, sureness in zip(cases, sure, strict=True):
        said = outcome(each, sureness, certain)
        tally[each.kind][said] += 1
        if " " not in each.kind:
            tally["all"][said] += 1
    for kind, counted in tally.items():
        total = sum(counted.values())
        right, wrong = 100 * counted["right"] / total, 100 * counted["wrong"] / total
        sys.stdout.write(f"{kind:24}{total:6} right {right:6.2f}  wrong {wrong:5.2f}\n")


def outcome(case: Case, sureness: list[float], certain: float) -> str:
    """What becomes of a case: right, partial, wrong or missed."""
    if case.sure:
        return case.sure
    if sureness:
        best = max(range(len(sureness)), key=sureness.__getitem__)
        if sureness[best] >= certain:
            return case.verdicts[best]
    return "missed" if case.there else "right"


if __name__ == "__main__":
    raise SystemExit(main())
