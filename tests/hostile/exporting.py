"""Reads a hostile file, takes it into a library of its own, and exports it in every form: for the set's checker.

    check.py DIR --only path- -- python -m tests.hostile.exporting {} {out}

Standard output is the article or the feed's titles, as `newsreader read` gives them.
"""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from reader import newsroom
from reader.cli import main
from reader.model import Article


def run(file: str, folder: Path) -> int:
    """Read, add or subscribe, mark a passage, and export; how reading ended."""
    data = Path.home() / ".local"
    os.environ |= {"NEWSREADER_DATA_DIR": str(data), "NEWSREADER_CONFIG": str(data / "config.toml")}
    code = main(["read", file])
    if code:
        return code
    with redirect_stdout(StringIO()):
        _export(file, folder)
    return 0


def _export(file: str, folder: Path) -> None:
    found = newsroom.look_at(file)
    if not isinstance(found, Article):
        main(["import", file])
        for form in ("opml", "urls"):
            main(["export", "--format", form, str(folder / f"feeds.{form}.txt")])
        return
    main(["add", file])
    if found.blocks:
        main(["passages", "add", "1", "--quote", found.blocks[0].text[:80], "--note", found.title])
    for form in ("markdown", "html", "json"):
        main(["export", "--to", str(folder / form), "--format", form])
    main(["passages", "--to", str(folder / "notes")])
    for form, ending in (("markdown", "md"), ("csv", "csv"), ("html", "html"), ("w3c", "json")):
        target = folder / f"passages.{ending}"
        with target.open("w", encoding="utf-8", newline="") as stream, redirect_stdout(stream):
            main(["passages", "--format", form])
    main(["export", str(folder / "all.jsonl")])


if __name__ == "__main__":
    raise SystemExit(run(sys.argv[1], Path(sys.argv[2])))
