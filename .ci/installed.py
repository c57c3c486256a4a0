"""Uses an installed newsreader as a person would who has nothing else: `python - FOLDER SEEDS < .ci/installed.py`."""

import subprocess
import sys
from pathlib import Path

work, seeds = map(Path, sys.argv[1:])
newsreader = work / "clean" / "bin" / "newsreader"
pages = sorted(str(page) for page in seeds.iterdir() if page.suffix in (".txt", ".html"))


def said(*words: str) -> str:
    """What a verb prints, called from a folder without any of our files."""
    return subprocess.run([newsreader, *words], cwd=work, check=True, capture_output=True, text=True).stdout


for page in pages:
    assert len(said("read", page).splitlines()) > 10, page
assert len(said("add", *pages).splitlines()) == len(pages)
assert said("search", "the")
assert ".TH NEWSREADER" in (work / "clean" / "share" / "man" / "man1" / "newsreader.1").read_text("utf-8")
print(*said("doctor").splitlines()[:2], sep="\n")
