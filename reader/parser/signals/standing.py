"""Where a piece stands: to the element that holds most running text, to its own element, to its kind, in the page's order."""

from __future__ import annotations

from collections import Counter
from math import log1p

from reader.parser.seen import Seen

_ROUGH = (
    "steps out",
    "steps up",
    "cluster share",
    "cluster size share",
    "own good",
    "parent good",
    "over good",
    "own linked",
    "parent linked",
    "over linked",
    "parent density",
    "over density",
    "parent pieces",
)
ROUGH_SIGNALS = (*_ROUGH, "in best", "after last", "words", "linked", "links")
"""What the rough look goes by."""
_GOOD = 80.0
"""Characters of running text from which a piece can be the article's first or last."""


class _Place:
    """Rows of numbers for elements, worked out once for each: many pieces share theirs."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.total = seen.good_sums[-1] or 1.0
        self.rows: dict[int, tuple[float, ...]] = {}
        self.path: set[int] = set()
        node = seen.best
        while node >= 0:
            self.path.add(node)
            node = seen.out.parents[node]

    def row(self, node: int) -> tuple[float, ...]:
        """The numbers of `_ROUGH` for an element."""
        known = self.rows.get(node)
        if known is None:
            known = self.rows[node] = self._work_out(node)
        return known

    def _work_out(self, node: int) -> tuple[float, ...]:
        seen, total = self.seen, self.total
        out, held, size, links = seen.out, seen.held, seen.size, seen.links
        parents = out.parents
        parent = parents[node] if parents[node] >= 0 else node
        over = parents[parent] if parents[parent] >= 0 else parent
        meet, steps = node, 0
        while meet not in self.path:
            meet = parents[meet]
            steps += 1
        best = seen.best
        return (
            min(steps, 12),
            out.depths[best] - out.depths[meet],
            held[best] / (held[meet] or 1.0),
            size[best] / size[meet],
            held[node] / total,
            held[parent] / total,
            held[over] / total,
            links[node] / size[node],
            links[parent] / size[parent],
            links[over] / size[over],
            held[parent] / size[parent],
            held[over] / size[over],
            log1p(out.last[parent] - out.first[parent]),
        )


def rough_columns(seen: Seen) -> dict[str, list[float]]:
    """What can be had at little cost for every piece of a page: enough to see that a menu is one."""
    place = _Place(seen)
    rows = [place.row(node) for node in seen.owners]
    result: dict[str, list[float]] = dict(zip(_ROUGH, map(list, zip(*rows, strict=True)), strict=True))
    count = len(seen.texts)
    begin, end = seen.out.first[seen.best], seen.out.last[seen.best]
    stop = next((i for i in range(end - 1, begin - 1, -1) if seen.good[i] > _GOOD), count - 1)
    result["in best"] = [1.0 if begin <= i < end else 0.0 for i in range(count)]
    result["after last"] = [float(max(-20, min(20, i - stop))) for i in range(count)]
    result["words"] = [log1p(number) for number in seen.counts]
    result["linked"] = seen.linked
    result["links"] = [float(min(piece.links, 10)) for piece in seen.out.pieces]
    return result


def columns(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    """The finer numbers, for chosen pieces."""
    return _siblings(seen, chosen) | _order(seen, chosen) | _kin(seen, chosen)


def _siblings(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    out = seen.out
    parents = out.parents
    number = Counter(zip(parents, out.tags, out.names, strict=True))
    articles = [-1] * len(out.tags)
    for index, tag in enumerate(out.tags):
        articles[index] = index if tag == "article" else articles[parents[index]] if index else -1
    total = seen.good_sums[-1] or 1.0
    rows: dict[int, tuple[float, ...]] = {}
    for node in {seen.owners[index] for index in chosen}:
        parent = parents[node] if parents[node] >= 0 else node
        over = parents[parent] if parents[parent] >= 0 else parent
        rows[node] = (
            log1p(number[parents[node], out.tags[node], out.names[node]]),
            log1p(number[parents[parent], out.tags[parent], out.names[parent]]),
            log1p(number[parents[over], out.tags[over], out.names[over]]),
            log1p(out.last[node] - out.first[node]),
            log1p(out.last[over] - out.first[over]),
            seen.held[articles[node]] / total if articles[node] >= 0 else -1.0,
        )
    names = ("siblings", "parent siblings", "over siblings", "own pieces", "over pieces", "article good")
    result = dict(zip(names, map(list, zip(*[rows[seen.owners[i]] for i in chosen], strict=True)), strict=True))
    result["own share"] = [len(seen.texts[i]) / seen.size[seen.owners[i]] for i in chosen]
    return result


def _order(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    count = len(seen.texts)
    begin, end = seen.out.first[seen.best], seen.out.last[seen.best]
    start = next((i for i in range(begin, end) if seen.good[i] > _GOOD), 0)
    good, chars = seen.good_sums, seen.size_sums
    total, size, number = good[-1] or 1.0, chars[-1] or 1.0, len(chosen)
    return {
        "before first": [float(max(-20, min(20, start - i))) for i in chosen],
        "position": [i / count for i in chosen],
        "characters before": [chars[i] / size for i in chosen],
        "good before": [good[i] / total for i in chosen],
        "best share": [(good[end] - good[begin]) / total] * number,
        "page good": [log1p(total)] * number,
        "page size": [log1p(size)] * number,
    }


def _kin(seen: Seen, chosen: list[int]) -> dict[str, list[float]]:
    """Pieces under the same path of tags and names are of one kind: how many, how long, how much running text."""
    out = seen.out
    paths = kin(seen)
    number: Counter[int] = Counter(paths)
    held: dict[int, float] = dict.fromkeys(number, 0.0)
    size = dict(held)
    for path, weight, text in zip(paths, seen.good, seen.texts, strict=True):
        held[path] += weight
        size[path] += len(text)
    total, chars = seen.good_sums[-1] or 1.0, seen.size_sums[-1] or 1.0
    again = Counter(seen.texts)
    mine = [paths[index] for index in chosen]
    tags = Counter([out.tags[node] for node in seen.owners])
    return {
        "kin good": [held[path] / total for path in mine],
        "kin": [log1p(number[path]) for path in mine],
        "kin length": [log1p(size[path] / number[path]) for path in mine],
        "kin share": [size[path] / chars for path in mine],
        "again": [1.0 if again[seen.texts[index]] > 1 else 0.0 for index in chosen],
        "paragraphs": [tags["p"] / len(seen.texts)] * len(chosen),
    }


def kin(seen: Seen) -> list[int]:
    """For every piece a number that it shares with those under the same tags and names, three elements up."""
    out = seen.out
    parents = out.parents
    paths: list[int] = [0] * len(out.tags)
    signs = [f"{tag}.{names.split(' ', 1)[0]}" for tag, names in zip(out.tags, out.names, strict=True)]
    known: dict[tuple[str, str, str], int] = {}
    for node in set(seen.owners):
        parent = parents[node]
        over = parents[parent] if parent >= 0 else -1
        path = (signs[node], signs[parent] if parent >= 0 else "", signs[over] if over >= 0 else "")
        paths[node] = known.setdefault(path, len(known))
    return [paths[node] for node in seen.owners]
