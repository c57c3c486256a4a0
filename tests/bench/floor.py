"""The floor of extraction, pinned in `floor.json`: `python -m tests.bench.floor [--raise | --lower]`.

Without an option it scores the open half and fails where a figure is below its floor. `--raise` pins figures that are
higher now; only `--lower` pins lower ones, so that nobody sinks the floor by the way.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.bench import pages
from tests.bench.adapters import extract

FLOOR = Path(__file__).with_name("floor.json")
_SLACK = 0.0005
"""A figure may be this much lower without failing: rounding in the tables moves single pieces."""


def measured() -> dict[str, float]:
    """F1 of each set of the open half, to four places."""
    found: dict[str, float] = {}
    for kind in pages.KINDS:
        known = pages.read(kind)
        found[kind] = round(pages.score(known, [extract(page.html, page.url) for page in known]).f1, 4)
    return found


def pinned() -> dict[str, float]:
    """The floor."""
    floor: dict[str, float] = json.loads(FLOOR.read_text("utf-8"))
    return floor


def sunk(floor: dict[str, float], found: dict[str, float]) -> list[str]:
    """What fell below the floor, in words."""
    return [
        f"{kind}: {found[kind]:.4f} is below {least:.4f}"
        for kind, least in floor.items()
        if found[kind] < least - _SLACK
    ]


def main() -> int:
    """Measure, compare, and pin where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--raise", dest="up", action="store_true", help="pin figures that are higher now")
    how.add_argument("--lower", dest="down", action="store_true", help="pin today's figures, lower ones too")
    arguments = parser.parse_args()
    found, floor = measured(), pinned() if FLOOR.exists() else {}
    for kind, figure in found.items():
        sys.stdout.write(f"{kind:9} F1 {figure:.4f}  floor {floor.get(kind, 0.0):.4f}\n")
    if arguments.up or arguments.down:
        kept = found if arguments.down else {kind: max(figure, floor.get(kind, 0.0)) for kind, figure in found.items()}
        FLOOR.write_text(json.dumps(kept, indent=2) + "\n", "utf-8")
        return 0
    low = sunk(floor, found)
    sys.stdout.write("".join(f"{line}\n" for line in low))
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
