"""The lowest version of each library that pyproject.toml allows, as constraints of pip.

python -m tests.lowest > lowest.txt && pip install -c lowest.txt -e '.[test]' && pytest -n auto
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_LOWEST = re.compile(r"([\w.-]+)>=([\w.]+)")


def constraints() -> list[str]:
    """A line for each library that the program needs or can use; those of the tests only may be new."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extra["hyphens"], *extra["pictures"]]
    found = [_LOWEST.match(each) for each in wanted]
    return [f"{it[1]}=={it[2]}" for it in found if it]


if __name__ == "__main__":
    sys.stdout.write("\n".join(constraints()) + "\n")
