"""How long an article takes to be set: `python -m tests.bench.typesetting`. Process time, the best of five."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from functools import partial

from reader import typeset
from reader.model import Article, Block

_SCRIPTS = {
    "English": "harbor the council of reopen Tuesday a ferry engine nine winters shipyard responsibility “kept warm,” is",
    "Arabic": "المدينة على البحر تُفتح من جديد،",
    "Hindi": "समाचार नगर परिषद् ने नौका",
    "emoji": "harbor the council 👩‍👩‍👧 🇫🇷 👍🏽 café ñ is it that ferry",
}
_SIGNS = ("新聞", "の港", "フェリー", "が、", "再開", "した。", "「はい」")


def article(words: Sequence[str], count: int, paragraph: int = 90, space: str = " ") -> Article:
    """So many words in paragraphs of so many, the same each time."""
    draw = random.Random(4)
    sizes = [min(paragraph, count - start) for start in range(0, count, paragraph)]
    texts = (space.join(draw.choice(words) for _ in range(size)) for size in sizes)
    return Article("The council votes to reopen the ferry line", tuple(Block("paragraph", text) for text in texts))


def best(work: Callable[[], object]) -> float:
    """Milliseconds of the quickest of five times."""
    times = []
    for _ in range(5):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def main() -> None:
    """Print a line for each script and size."""
    rows = [(f"{name}, 50,000 words", article(words.split(), 50_000)) for name, words in _SCRIPTS.items()]
    rows += [(f"English, {count:,} words", article(_SCRIPTS["English"].split(), count)) for count in (12_500, 300_000)]
    rows.append(("English, 300,000 words in one", article(_SCRIPTS["English"].split(), 300_000, 300_000)))
    rows.append(("Japanese, 50,000 words", article(_SIGNS, 50_000, space="")))
    rows += [
        (f"title, 10,000 of {text!r}", Article(text * (10_000 // len(text))))
        for text in ("word ", "x", "新", "z\u0301")
    ]
    for name, each in rows:
        print(f"{name:<32} {best(partial(typeset.composed, each, 76)):>8.1f} ms")


if __name__ == "__main__":
    main()
