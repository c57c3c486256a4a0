"""Passages to learn from and to be judged by: people's edits, and edits made from the same texts by rule."""

from __future__ import annotations

import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reader.passages.describing import anchor_of
from reader.passages.extent import extent
from reader.passages.finding import among_its_own, weighed
from reader.passages.sought import Sought
from reader.passages.wording import Wording
from reader.text.parts import Spot

FOLDS = 9
HALF = "half rewritten"
Place = tuple[Spot, Spot]


@dataclass
class Case:
    """One passage to be found, and what its candidates look like."""

    name: str
    kind: str
    fold: int
    there: bool
    sure: str = ""
    """The verdict on the place that needs no weighing, where there is one."""
    signals: list[list[float]] = field(default_factory=list)
    verdicts: list[str] = field(default_factory=list)


def real(loaded: list[dict[str, Any]]) -> Iterator[Case]:
    """The cases as people's edits made them."""
    for each in loaded:
        truth = each["truth"] and (tuple(each["truth"]["start"]), tuple(each["truth"]["end"]))
        yield case(each["id"], each["class"], each, wording(each["new"]), truth)


def made(loaded: list[dict[str, Any]], seed: int = 5) -> Iterator[Case]:
    """Cases made from the old texts, so that cuts and moves among twins are learned too."""
    rnd = random.Random(seed)
    by_repository = defaultdict(list)
    for each in loaded:
        by_repository[repository(each)].append(each)
    for each in loaded:
        old, start, end = each["old"], tuple(each["start"]), tuple(each["end"])
        name, kind = each["id"], "twin" if each["class"].startswith("repeated") else "single"
        yield case(name, f"cut {kind}", each, wording(cut(old, start, end)), None)
        yield case(name, f"paragraph cut {kind}", each, wording(old[: start[0]] + old[end[0] + 1 :]), None)
        others = [it for it in by_repository[repository(each)] if it["source"].split()[1] != each["source"].split()[1]]
        if kind == "twin":
            yield from twin_cut(each, rnd)
        if others:
            yield case(name, "other document", each, wording(rnd.choice(others)["new"]), None)
        if start[0] == end[0]:
            rest = old[: start[0]] + old[start[0] + 1 :]
            for where, at in (("end", len(rest)), ("else", rnd.randrange(len(rest) + 1))):
                if at != start[0]:
                    new = wording([*rest[:at], old[start[0]], *rest[at:]])
                    yield case(name, f"to {where} {kind}", each, new, ((at, start[1]), (at, end[1])))


def rewritten(loaded: list[dict[str, Any]], seed: int = 11) -> Iterator[Case]:
    """Passages of which a quarter to three fifths of the words are left among words from elsewhere.

    Whether such a one is still there is a matter of taste; that it stands nowhere else is not.
    """
    rnd = random.Random(seed)
    for each in loaded:
        start, end = each["start"], each["end"]
        words = each["old"][start[0]][start[1] : end[1]].split()
        if start[0] == end[0] and len(words) >= 8:
            made = half_rewritten(words, " ".join(rnd.choice(loaded)["old"]).split(), rnd)
            new = list(each["old"])
            new[start[0]] = new[start[0]][: start[1]] + made + new[start[0]][end[1] :]
            truth = (start[0], start[1]), (start[0], start[1] + len(made))
            yield case(each["id"], HALF, each, wording(new), truth)


def half_rewritten(words: list[str], foreign: list[str], rnd: random.Random) -> str:
    """Words of which a quarter to three fifths are kept, one after the other or here and there."""
    keep = set(rnd.sample(range(len(words)), round(len(words) * rnd.uniform(0.25, 0.6))))
    if rnd.random() < 0.5:
        first = rnd.randrange(len(words) - len(keep) + 1)
        keep = set(range(first, first + len(keep)))
    return " ".join(word if at in keep else rnd.choice(foreign) for at, word in enumerate(words))


def joined(loaded: list[dict[str, Any]], words: int = 50_000) -> Iterator[Case]:
    """The real cases in texts of up to 50,000 words: the documents of a fold joined, each once."""
    groups: dict[tuple[int, int], dict[str, dict[str, Any]]] = defaultdict(dict)
    sizes: Counter[int] = Counter()
    taken: dict[str, str] = {}
    for each in loaded:
        fold, document = fold_of(each), " ".join(each["source"].split()[:2])
        if each["class"] != "reparsed" and taken.setdefault(document, each["pair"]) == each["pair"]:
            group = groups[fold, sizes[fold] // words]
            if each["pair"] not in group and not any(copies(each["new"], other["old"]) for other in group.values()):
                group[each["pair"]] = each
                sizes[fold] += sum(map(len, each["old"])) // 6
    for group in groups.values():
        old = [text for each in group.values() for text in each["old"]]
        new = [text for each in group.values() for text in each["new"]]
        before, after = 0, 0
        for pair, first in group.items():
            for each in loaded:
                if each["pair"] == pair and each["class"] != "reparsed" and not doubtful(each, group):
                    start, end = shifted(each["start"], before), shifted(each["end"], before)
                    truth = each["truth"] and (
                        shifted(each["truth"]["start"], after),
                        shifted(each["truth"]["end"], after),
                    )
                    moved = each | {"old": old, "start": start, "end": end}
                    yield case(each["id"], "long text", moved, wording(new), truth)
            before, after = before + len(first["old"]), after + len(first["new"])


def doubtful(each: dict[str, Any], group: dict[str, dict[str, Any]], words: int = 6) -> bool:
    """Whether its words came into another document of the group meanwhile, as when a chapter changes files.

    The truth is known within one document only; what was lost there may well have moved to its neighbor.
    """
    sought = Sought(anchor_of(wording(each["old"]), tuple(each["start"]), tuple(each["end"]))).words
    pieces = {" ".join(sought[at : at + words]) for at in range(0, max(1, len(sought) - words + 1), 2)}
    if len(sought) < words:
        return False
    for pair, other in group.items():
        if pair != each["pair"]:
            old, new = (f" {' '.join(wording(other[side]).words(0, 10**9))} " for side in ("old", "new"))
            if any(new.count(piece) > old.count(piece) for piece in pieces):
                return True
    return False


def copies(one: list[str], other: list[str], words: int = 8) -> bool:
    """Whether two texts share a fifth of their runs of eight words: one document under two names, or moved on.

    No article holds itself twice; of two copies one after the other, only the order could tell which was marked.
    """
    runs = [
        {row[at : at + words] for at in range(len(row) - words)} for row in (wording(one).codes, wording(other).codes)
    ]
    return 5 * len(runs[0] & runs[1]) > min(map(len, runs))


def shifted(spot: Spot, paragraphs: int) -> Spot:
    """A spot so many paragraphs further down."""
    return spot[0] + paragraphs, spot[1]


def fold_of(each: dict[str, Any]) -> int:
    """The fold of a case: that of its repository."""
    return zlib.crc32(repository(each).encode()) % FOLDS


def twin_cut(each: dict[str, Any], rnd: random.Random) -> Iterator[Case]:
    """A twin of the passage is cut out with some words around it, and the passage stays where it is."""
    old, start, end = each["old"], tuple(each["start"]), tuple(each["end"])
    words = old[start[0]][start[1] : end[1]]
    twins = [
        (number, at)
        for number, text in enumerate(old)
        for at in range(len(text))
        if text.startswith(words, at) and number != start[0]
    ]
    if start[0] != end[0] or not twins:
        return
    number, at = rnd.choice(twins)
    low, high = max(0, at - rnd.choice((0, 9, 40))), at + len(words) + rnd.choice((0, 9, 40))
    new = cut(old, (number, low), (number, min(high, len(old[number]))))
    yield case(each["id"], "twin cut", each, wording(new), (start, end))


def cut(paragraphs: list[str], start: Spot, end: Spot) -> list[str]:
    """The paragraphs without what stands from one spot to another."""
    joined = paragraphs[start[0]][: start[1]] + paragraphs[end[0]][end[1] :]
    return [*paragraphs[: start[0]], joined, *paragraphs[end[0] + 1 :]]


def repository(each: dict[str, Any]) -> str:
    """The repository that a case's text comes from."""
    return str(each["source"].split()[0])


_kept: dict[int, Wording] = {}


def wording(paragraphs: list[str]) -> Wording:
    """The wording of a text, a few kept."""
    key = hash(tuple(paragraphs))
    if key not in _kept:
        if len(_kept) > 400:
            _kept.clear()
        _kept[key] = Wording(tuple(paragraphs))
    return _kept[key]


def case(name: str, kind: str, each: dict[str, Any], new: Wording, truth: Place | None) -> Case:
    """A case with the signals and verdicts of all its candidates."""
    sought = Sought(anchor_of(wording(each["old"]), tuple(each["start"]), tuple(each["end"])))
    made = Case(name, kind, fold_of(each), truth is not None)
    first = among_its_own(sought, new)
    if first is not None:
        made.sure = verdict(new, extent(sought, new, first, first + len(sought.codes)), truth)
    for place, signals in weighed(sought, new):
        made.signals.append(signals)
        made.verdicts.append(verdict(new, extent(sought, new, place.first, place.end), truth))
    return made


def verdict(text: Wording, found: tuple[int, int], truth: Place | None) -> str:
    """As the benchmark's script says it, over offsets in the whole text."""
    if truth is None:
        return "wrong"
    start, end = text.flat(truth[0]), text.flat(truth[1])
    shared = max(0, min(found[1], end) - max(found[0], start))
    f1 = 2 * shared / max(1, found[1] - found[0] + end - start)
    return "right" if f1 >= 0.8 else "wrong" if f1 < 0.3 else "partial"
