"""The pages read worst, and what each lost or let through: `python -m tests.bench.worst [news|web|articles] [--pages N]`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from reader.model import Page
from reader.parser import parse
from tests.bench import pages
from tests.bench.adapters import extract
from tests.bench.pages import BenchPage

_SHOWN = 4
_WIDTH = 110


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _surplus(lines: list[str], words: Counter[str]) -> list[tuple[int, str]]:
    """Lines most of whose words are not among the words, the longest first."""
    judge, left, found = pages.scorer(), Counter(words), []
    for line in lines:
        mine = Counter(judge.WORD.findall(line.lower()))
        alien = sum((mine - left).values())
        left -= mine
        if 2 * alien > sum(mine.values()):
            found.append((alien, line))
    return sorted(found, reverse=True)


def told(page: BenchPage, text: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """What was let through and what was lost: words and line."""
    judge = pages.scorer()
    if page.whole is None:
        flat = judge.squeeze(text)
        through = [(len(p.split()), p) for p in page.truth["without"] if judge.squeeze(p) in flat]
        return through, [(len(p.split()), p) for p in page.truth["with"] if judge.squeeze(p) not in flat]
    have, want = (Counter(judge.WORD.findall(one.lower())) for one in (text, page.whole))
    return _surplus(_lines(text), want), _surplus(_lines(page.whole), have)


def why_lost(page: BenchPage, line: str) -> str:
    """The reason under which the parser left a lost line out; empty where it is not among them."""
    for piece in parse(Page(page.html, page.url)).removed:
        if line[:40] in " ".join(piece.text.split()):
            return piece.reason
    return ""


def main() -> None:
    """Print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", nargs="?", default="articles", choices=pages.KINDS)
    parser.add_argument("--pages", type=int, default=20, metavar="N")
    arguments = parser.parse_args()
    known = pages.read(arguments.kind)
    texts = [extract(page.html, page.url) for page in known]
    found = pages.score(known, texts)
    out = sys.stdout
    out.write(f"{arguments.kind} F1 {found.f1:.4f} P {found.precision:.4f} R {found.recall:.4f}\n")
    lost_in_all = sum(1 - row for row in found.rows) or 1.0
    for row, page, text in sorted(zip(found.rows, known, texts, strict=True), key=lambda item: item[0])[
        : arguments.pages
    ]:
        out.write(f"\n{row:.3f} ({(1 - row) / lost_in_all:.1%} of all that is lost) {page.key} {page.url or ''}\n")
        through, lost = told(page, text)
        for count, line in through[:_SHOWN]:
            out.write(f"  through {count:4} {line[:_WIDTH]}\n")
        for count, line in lost[:_SHOWN]:
            out.write(f"  lost    {count:4} {why_lost(page, line):12} {line[:_WIDTH]}\n")


if __name__ == "__main__":
    main()
