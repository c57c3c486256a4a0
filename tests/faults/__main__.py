"""Every fault with many seeds: `python -m tests.faults [ROUNDS] [NAME]`. What was acknowledged, what of it is lost."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.faults.strikes import STRIKES, possible


def main() -> int:
    """Strike; 1 when anything is lost."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    names = [name for name in STRIKES if possible(name) and (len(sys.argv) < 3 or name == sys.argv[2])]
    worst = 0
    print(f"{'fault':24} {'rounds':>6} {'acknowledged':>13} {'refused':>8} {'lost':>5}")
    for name in names:
        outcomes = []
        for seed in range(rounds):
            with tempfile.TemporaryDirectory(prefix="newsreader-fault-") as folder:
                outcomes.append(STRIKES[name](Path(folder), seed))
        lost = [it for outcome in outcomes for it in outcome.lost]
        worst += len(lost)
        acknowledged, refused = sum(it.acknowledged for it in outcomes), sum(it.refused for it in outcomes)
        print(f"{name:24} {rounds:>6} {acknowledged:>13} {refused:>8} {len(lost):>5}", *lost[:3], flush=True)
    return int(bool(worst))


if __name__ == "__main__":
    raise SystemExit(main())
