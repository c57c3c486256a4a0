"""Passages where the benchmark does not look: a very long article, passages half rewritten, scripts without spaces.

python tests/bench/passages_stress.py ../shared/bench/passages [long | survivors | unspaced]
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader import passages
from reader.model import Article, Block, Place
from tests.passages.unspaced import TEXTS

Case = dict[str, Any]
Truth = tuple[int, int, int] | None


def main() -> int:
    """Run the tests that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("which", nargs="*", default=["long", "survivors", "unspaced"])
    wished = parser.parse_args()
    sys.path.insert(0, str(wished.bench))
    score = importlib.import_module("score")
    loaded = score.load(wished.bench / "dev" / "cases.jsonl")
    tests = {"long": long_article, "survivors": survivors, "unspaced": unspaced}
    for name in wished.which:
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


def long_article(loaded: list[Case], score: Any, words: int = 50_000) -> str:
    """Documents joined to one article of 50,000 words, with the passages of all, edited as the documents were."""
    old: list[str] = []
    new: list[str] = []
    taken: dict[str, tuple[int, int]] = {}
    documents = set()
    for case in loaded:
        document = " ".join(case["source"].split()[:2])
        if case["class"] == "reparsed" or document in documents or sum(len(it.split()) for it in old) > words:
            continue
        documents.add(document)
        taken[case["pair"]] = len(old), len(new)
        old, new = old + case["old"], new + case["new"]
    cases = [case for case in loaded if case["pair"] in taken and case["class"] != "reparsed"]
    before, after = article(old), article(new)
    anchors = []
    for case in cases:
        shift = taken[case["pair"]][0]
        start, end = ([place[0] + shift, place[1]] for place in (case["start"], case["end"]))
        anchors.append(passages.describe(before, places_of(old, start, end)))
    clock = time.process_time()
    standings = passages.find_all(after, anchors)
    spent = time.process_time() - clock
    tally: Counter[str] = Counter()
    for case, standing in zip(cases, standings, strict=True):
        shift = taken[case["pair"]][1]
        truth = case["truth"] and {
            side: [case["truth"][side][0] + shift, case["truth"][side][1]] for side in case["truth"]
        }
        places = standing.places
        found = ((places[0].index, places[0].start), (places[-1].index, places[-1].end)) if places else None
        tally[score.verdict({"truth": truth, "new": new}, found)[0]] += 1
    size = sum(len(it.split()) for it in old)
    return f"{size} words, {told(tally)}; {spent:.2f} s, for 1,000: {1000 * spent / len(cases):.2f} s"


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
        if number != case["end"][0] or len(words) < 8 or sum(tally.values()) >= 600:
            continue
        other = rnd.choice(loaded)["old"]
        foreign = " ".join(other).split()
        keep = set(rnd.sample(range(len(words)), round(len(words) * rnd.uniform(0.25, 0.6))))
        if rnd.random() < 0.5:  # what survives is the beginning, the end or the middle, not words here and there
            first = rnd.randrange(len(words) - len(keep) + 1)
            keep = set(range(first, first + len(keep)))
        made = " ".join(word if at in keep else rnd.choice(foreign) for at, word in enumerate(words))
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
