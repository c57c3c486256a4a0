"""Writes the pages of `seeds/`, parsed, to where the program finds them as samples: `python tests/make_samples.py`."""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "reader" / "newsroom" / "samples.jsonl"


def samples() -> str:
    """A line for each page of `seeds/`: its name, and its expected reading."""
    lines = []
    for file in sorted((ROOT / "seeds").glob("*.json")):
        article = json.loads(file.read_text("utf-8"))
        lines.append(json.dumps({"name": file.stem, "article": article}, ensure_ascii=False, separators=(",", ":")))
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    SAMPLES.write_text(samples(), "utf-8")
