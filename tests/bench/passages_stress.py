"""Passages where the benchmark does not look.

    python tests/bench/passages_stress.py ../shared/bench/passages [NAME…]

`long`       a very long article: documents joined to 50,000 words, each edited as it was; no document twice
`copies`     the same where a document may stand beside its own copy, as it comes; there only the order can tell
`moved`      a phrase with twins whose whole paragraph moves to the end, or somewhere else
`survivors`  passages of which a quarter to three fifths are left: at their place or gone, never elsewhere
`unspaced`   own texts in Chinese, Japanese and Thai, edited by rule

`long` and `copies` carry each passage both ways: by its anchor alone, and by what both versions have in common.
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader import passages
from reader.model import Article, Block, Place
from reader.passages.wording import wording
from tests.bench.passage_cases import half_rewritten
from tests.passages.unspaced import TEXTS

Case = dict[str, Any]
Truth = tuple[int, int, int] | None


def main() -> int:
    """Run the tests that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("which", nargs="*", metavar="NAME")
    wished = parser.parse_args()
    sys.path.insert(0, str(wished.bench))
    score = importlib.import_module("score")
    loaded = score.load(wished.bench / "dev" / "cases.jsonl")
    tests = {"long": long_article, "copies": copies, "moved": moved, "survivors": survivors, "unspaced": unspaced}
    for name in wished.which or tests:
        sys.stdout.write(f"{name}: {tests[name](loaded, score)}\n")
    return 0


def article(paragraphs: list[str]) -> Article:
    """An article of these paragraphs."""
    return Article("", tuple(Block("paragraph", text) for text in paragraphs))


def places_of(paragraphs: list[str], start: list[int], end: list[int]) -> list[Place]:
    """The places from one spot to another."""
    found = []
    for number in range(start[0], end[0] + 1):
        low = start[1] if number == start[0] else 0
        high = end[1] if number == end[0] else len(paragraphs[number])
        if low < high:
            found.append(Place("block", number, low, high))
    return found


def copies(loaded: list[Case], score: Any) -> str:
    """The long article with documents that stand in it twice."""
    return long_article(loaded, score, alike=1.0)


def long_article(loaded: list[Case], score: Any, words: int = 50_000, alike: float = 0.2) -> str:
    """Documents joined to one article of 50,000 words, with the passages of all, edited as the documents were."""
    old: list[str] = []
    new: list[str] = []
    taken: dict[str, tuple[int, int]] = {}
    documents: set[str] = set()
    for case in loaded:
        document = " ".join(case["source"].split()[:2])
        full = sum(len(it.split()) for it in old) > words
        if case["class"] == "reparsed" or document in documents or full or shared(case, old, new) > alike:
            continue
        documents.add(document)
        taken[case["pair"]] = len(old), len(new)
        old, new = old + case["old"], new + case["new"]
    cases = [case for case in loaded if case["pair"] in taken and case["class"] != "reparsed"]
    before, after = article(old), article(new)
    marked = [places_of(old, *lower(case, taken[case["pair"]][0])) for case in cases]
    anchors = [passages.describe(before, places) for places in marked]
    size = sum(len(it.split()) for it in old)
    parts = [f"{size} words, {len(cases)} cases"]
    ways: dict[str, Callable[[], tuple[passages.Standing, ...]]] = {
        "anchor alone": lambda: passages.find_all(after, anchors),
        "both versions": lambda: passages.carry(before, after, marked),
    }
    for way, find in ways.items():
        clock = time.process_time()
        standings = find()
        spent = time.process_time() - clock
        tally: Counter[str] = Counter()
        for case, standing in zip(cases, standings, strict=True):
            tally[verdict(case, standing, taken[case["pair"]][1], new, score)] += 1
        parts.append(f"{way}: {told(tally)}; for 1,000 passages {1000 * spent / len(cases):.2f} s of CPU")
    return "; ".join(parts)


def shared(case: Case, old: list[str], new: list[str], words: int = 8) -> float:
    """How much of a document's runs of eight words stand in what was joined already."""
    mine = [wording(tuple(case[side])).codes for side in ("old", "new")]
    theirs = [wording(tuple(side)).codes for side in (old, new)]
    runs = {row[at : at + words] for row in mine for at in range(len(row) - words)}
    there = {row[at : at + words] for row in theirs for at in range(len(row) - words)}
    return len(runs & there) / max(1, len(runs))


def lower(case: Case, paragraphs: int) -> list[list[int]]:
    """Start and end of a passage so many paragraphs further down."""
    return [[place[0] + paragraphs, place[1]] for place in (case["start"], case["end"])]


def verdict(case: Case, standing: passages.Standing, shift: int, new: list[str], score: Any) -> str:
    """What the benchmark's script says of a passage whose document begins at paragraph `shift` of the new text."""
    start, end = lower(case["truth"], shift) if case["truth"] else ([], [])
    places = standing.places
    found = ((places[0].index, places[0].start), (places[-1].index, places[-1].end)) if places else None
    truth = {"start": start, "end": end} if case["truth"] else None
    return str(score.verdict({"truth": truth, "new": new}, found)[0])


def moved(loaded: list[Case], score: Any) -> str:
    """Phrases that stand twice or more, whose paragraph moves as a whole."""
    rnd = random.Random(5)
    tallies: dict[str, Counter[str]] = {"to the end": Counter(), "elsewhere": Counter()}
    for case in loaded:
        old, start, end = case["old"], case["start"], case["end"]
        if not case["class"].startswith("repeated") or start[0] != end[0]:
            continue
        anchor = passages.describe(article(old), places_of(old, start, end))
        rest = old[: start[0]] + old[start[0] + 1 :]
        for name, at in (("to the end", len(rest)), ("elsewhere", rnd.randrange(len(rest) + 1))):
            if at != start[0]:
                new = [*rest[:at], old[start[0]], *rest[at:]]
                there = case | {"truth": {"start": [at, start[1]], "end": [at, end[1]]}}
                tallies[name][verdict(there, passages.find(article(new), anchor), 0, new, score)] += 1
    return "; ".join(f"{name}: {told(tally)}" for name, tally in tallies.items())


def told(tally: Counter[str]) -> str:
    """Counts as shares."""
    total = sum(tally.values())
    return f"{total} cases: " + ", ".join(f"{name} {100 * count / total:.2f} %" for name, count in tally.most_common())


def survivors(loaded: list[Case], score: Any) -> str:
    """Passages of which a quarter to three fifths of the words survive, in place or scattered, the rest rewritten."""
    rnd = random.Random(7)
    tally: Counter[str] = Counter()
    for case in rnd.sample(loaded, len(loaded)):
        old, number = case["old"], case["start"][0]
        words = old[number][case["start"][1] : case["end"][1]].split()
        if number != case["end"][0] or len(words) < 8 or sum(tally.values()) >= 900:
            continue
        made = half_rewritten(words, " ".join(rnd.choice(loaded)["old"]).split(), rnd)
        new = list(old)
        low = case["start"][1]
        new[number] = old[number][:low] + made + old[number][case["end"][1] :]
        anchor = passages.describe(article(old), [Place("block", number, low, case["end"][1])])
        standing = passages.find(article(new), anchor)
        if not standing.places:
            tally["gone"] += 1
            continue
        begin, end = standing.places[0], standing.places[-1]
        inside = begin.index <= number <= end.index and end.end > low and begin.start < low + len(made)
        tally[standing.state if inside else "unrelated place"] += 1
    return told(tally)


def unspaced(_: list[Case], __: Any) -> str:
    """Passages in Chinese, Japanese and Thai, the texts edited by rule."""
    rnd = random.Random(3)
    tally: Counter[str] = Counter()
    for _round in range(12):
        for text in TEXTS:
            for edit in ("inserted", "moved", "reworded", "cut"):
                tally[one(rnd, text, edit)] += 1
    return told(tally)


def one(rnd: random.Random, text: tuple[str, ...], edit: str) -> str:
    """One passage in one text, edited once; right, wrong or missed."""
    old = list(text)
    number = rnd.randrange(len(old))
    size = rnd.randrange(5, 24)
    low = rnd.randrange(max(1, len(old[number]) - size))
    high = min(len(old[number]), low + size)
    new = list(old)
    truth: Truth = (number, low, high)
    if edit == "inserted":
        at = rnd.randrange(len(old[number]) + 1)
        at = low if low < at < high else at
        other = rnd.choice([it for it in old if it != old[number]])[:9]
        new[number] = old[number][:at] + other + old[number][at:]
        truth = (number, low + len(other), high + len(other)) if at <= low else truth
    elif edit == "moved":
        new.append(new.pop(number))
        truth = (len(new) - 1, low, high)
    elif edit == "reworded":
        at = rnd.randrange(low + 1, high - 1)
        new[number] = old[number][:at] + "新" + old[number][at + 1 :]
    else:
        new[number] = old[number][:low] + old[number][high:]
        truth = None
    standing = passages.find(article(new), passages.describe(article(old), [Place("block", number, low, high)]))
    if not standing.places:
        return "right" if truth is None else "missed"
    if truth is None:
        return "wrong"
    place = standing.places[0]
    shared = max(0, min(place.end, truth[2]) - max(place.start, truth[1])) if place.index == truth[0] else 0
    f1 = 2 * shared / (place.end - place.start + truth[2] - truth[1])
    return "right" if f1 >= 0.8 else "wrong" if f1 < 0.3 else "partial"


if __name__ == "__main__":
    raise SystemExit(main())
